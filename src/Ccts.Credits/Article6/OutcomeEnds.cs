using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6;

/// <summary>
/// A run of outcomes that were used or cancelled. Their units therefore end in the registry, which is no second use. Outcomes that were only transferred have not ended, so a
/// registry that shows them as ended contradicts the book.
/// </summary>
/// <param name="Scope">The scope of the identifiers.</param>
/// <param name="Serials">The identifiers.</param>
/// <param name="End">How the registry ends the units; null for a use, for which no text read says it.</param>
internal sealed record OutcomeEnds(string Scope, BlockRange Serials, UnitState? End)
{
    internal static OutcomeEnds? Of(Article6Action action) => Of(action.Type, action.First.Scope, action.Serials);

    internal static OutcomeEnds? Of(Article6ActionType? type, string scope, BlockRange serials) => type switch
    {
        Article6ActionType.Use => new(scope, serials, null),
        Article6ActionType.Cancellation => new(scope, serials, UnitState.Cancelled),
        _ => null,
    };

    /// <summary>Splits a claim on the units behind a run: those of outcomes used or cancelled, and the rest.</summary>
    internal static IEnumerable<Claim> Parts(Claim whole, string scope, BlockRange serials, IReadOnlyList<OutcomeEnds> ends)
    {
        // Where the numbers of units and identifiers differ, units cannot be matched to identifiers.
        if (whole.Units.Count != serials.Count)
        {
            yield return whole;
            yield break;
        }

        Claim Part(BlockRange part) => whole with { Units = whole.Units.With(new BlockRange(whole.Units.Start + (part.Start - serials.Start), whole.Units.Start + (part.End - serials.Start))) };
        var rest = BlockSet.Of(serials);
        foreach (var end in ends.Where(e => e.Scope == scope))
        {
            var here = rest.Intersect(BlockSet.Of(end.Serials));
            rest = rest.Subtract(here);
            foreach (var range in here.Ranges)
            {
                yield return Part(range) with { IsEnding = true, End = end.End };
            }
        }

        foreach (var range in rest.Ranges)
        {
            yield return Part(range);
        }
    }
}
