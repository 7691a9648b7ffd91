using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6;

/// <summary>The actions of a book with its first transfers as the letters define them: where a letter for other purposes makes the use or cancellation the first transfer, what was not used was not transferred.</summary>
internal static class FirstTransfers
{
    /// <summary>The actions in their order; of a first transfer whose day nobody knows, false.</summary>
    /// <param name="actions">As the book has them.</param>
    /// <param name="letterOf">The letter of an id.</param>
    internal static IReadOnlyList<(Article6Action Action, bool IsDayKnown)> Of(IReadOnlyList<Article6Action> actions, Func<string, Letter?> letterOf) =>
        [.. actions.SelectMany(a => a.Type == Article6ActionType.FirstTransfer && letterOf(a.Letter) is { } letter && letter.Purpose.HasOther() ? Defined(a, letter, actions) : [(a, true)])
            .Select((a, i) => (Made: a, Number: i)).OrderBy(a => a.Made.Item1.Date).ThenBy(a => a.Number).Select(a => a.Made)];

    private static IEnumerable<(Article6Action, bool)> Defined(Article6Action first, Letter letter, IReadOnlyList<Article6Action> actions)
    {
        // For a purpose of both kinds no text read says which of the two days counts; that of an international transfer stands in the book.
        if (letter.Purpose.HasNdc())
        {
            return [(first, first.Party is not null)];
        }

        if (letter.FirstTransfer == FirstTransferDefinition.UseOrCancellation)
        {
            return actions.Where(a => a.Type is Article6ActionType.Use or Article6ActionType.Cancellation && a.First.Scope == first.First.Scope)
                .Select(a => (End: a, Here: a.Serials.Intersect(first.Serials))).Where(e => e.Here is not null)
                .Select(e => (Part(first, e.Here!.Value) with { Date = FirstTransferDay.Of(letter.Purpose, letter.FirstTransfer, null, null, null, e.End.Date)!.Value }, true));
        }

        // Of issuance the book knows no day.
        return FirstTransferDay.Of(letter.Purpose, letter.FirstTransfer, first.Date, letter.Date, issued: null, ended: null) is not { } day ? [(first, false)]
            : first.Party is null ? [(first with { Date = day }, true)]
            : [(first with { Date = day, Party = null }, true), (first with { Type = Article6ActionType.Transfer }, true)];
    }

    private static Article6Action Part(Article6Action action, BlockRange serials)
    {
        var start = action.Units.Start + (serials.Start - action.First.Serial);
        return action with { First = action.First.At(serials.Start), Units = action.Units.With(new BlockRange(start, start + (serials.End - serials.Start))) };
    }
}
