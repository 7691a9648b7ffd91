using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Decisions;

/// <summary>A rule or a parameter a decision rests on although it is not both in force and read word for word.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Parameter">The parameter, or null.</param>
/// <param name="Standing">Where it stands in the law.</param>
public sealed record LeanedOn(string? Rule, string? Parameter, Standing Standing)
{
    /// <summary>All that a decision leans on, rules first.</summary>
    public static IEnumerable<LeanedOn> Of(ReasonedDecision decision) =>
        Require.NotNull(decision).Rules.Where(r => !r.Rule.Standing.IsSettled).Select(r => new LeanedOn(r.Rule.Id, null, r.Rule.Standing))
            .Concat(decision.Rules
                .SelectMany(r => r.When.All()).SelectMany(t => t.Inputs).SelectMany(i => i.Uses)
                .Where(u => !u.Value.Standing.IsSettled)
                .Select(u => new LeanedOn(null, u.Path, u.Value.Standing))
                .Distinct());
}
