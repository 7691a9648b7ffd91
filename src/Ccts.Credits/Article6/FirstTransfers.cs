using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6;

/// <summary>The actions of a book, with first transfers as the letters define them. The version at the transfer applies, so that an amendment does not change what was reported.</summary>
internal static class FirstTransfers
{
    /// <summary>The actions in order, each with whether its day is known.</summary>
    /// <param name="actions">The actions of the book.</param>
    /// <param name="letterOf">The letter of a first transfer, as it stood at the transfer.</param>
    internal static IReadOnlyList<(Article6Action Action, bool IsDayKnown)> Of(IReadOnlyList<Article6Action> actions, Func<Article6Action, Letter> letterOf)
    {
        // Where the use is the first transfer, there is no ITMO before it, so earlier transfers are in no table.
        var waiting = actions.Where(a => a.Type == Article6ActionType.FirstTransfer && IsByUse(letterOf(a))).GroupBy(a => a.First.Scope, StringComparer.Ordinal).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(a => a.Serials)), StringComparer.Ordinal);
        bool Waits(Article6Action a) => a.Type == Article6ActionType.Transfer && waiting.TryGetValue(a.First.Scope, out var serials) && serials.Contains(a.Serials);
        return [.. actions.SelectMany(a => a.Type == Article6ActionType.FirstTransfer ? Defined(a, letterOf(a), actions) : Waits(a) ? [] : [(a, true)])
            .Select((a, i) => (Made: a, Number: i)).OrderBy(a => a.Made.Item1.Date).ThenBy(a => a.Number).Select(a => a.Made)];
    }

    private static bool IsByUse(Letter letter) => letter.Purpose.HasOther() && !letter.Purpose.HasNdc() && letter.FirstTransfer == FirstTransferDefinition.UseOrCancellation;

    private static IEnumerable<(Article6Action, bool)> Defined(Article6Action first, Letter letter, IReadOnlyList<Article6Action> actions)
    {
        if (!letter.Purpose.HasOther())
        {
            return [(first, true)];
        }

        // For a purpose of both kinds, no text read says which of the two days counts. The book has the day of an international transfer.
        if (letter.Purpose.HasNdc())
        {
            return [(first, first.Party is not null)];
        }

        if (IsByUse(letter))
        {
            return actions.Where(a => a.Type is Article6ActionType.Use or Article6ActionType.Cancellation && a.First.Scope == first.First.Scope)
                .Select(a => (End: a, Here: a.Serials.Intersect(first.Serials))).Where(e => e.Here is not null)
                .Select(e => (Part(first, e.Here!.Value) with { Date = e.End.Date, Party = e.End.Party == Article6State.Host ? null : e.End.Party }, true));
        }

        // No text read says on which day units issued before their authorisation were first transferred.
        var issued = first.Issued < letter.Date ? null : first.Issued;
        return FirstTransferDay.Of(letter.Purpose, letter.FirstTransfer, first.Date, letter.Date, issued, ended: null) is not { } day ? [(first, false)]
            : first.Party is null ? [(first with { Date = day }, true)]
            : [(first with { Date = day, Party = null }, true), (first with { Type = Article6ActionType.Transfer }, true)];
    }

    private static Article6Action Part(Article6Action action, BlockRange serials)
    {
        var start = action.Units.Start + (serials.Start - action.First.Serial);
        return action with { First = action.First.At(serials.Start), Units = action.Units.With(new BlockRange(start, start + (serials.End - serials.Start))) };
    }
}
