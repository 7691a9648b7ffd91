using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Decisions;

/// <summary>A rule or parameter that a decision uses and that is not both in force and read word for word.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Rule">The rule's id, or null for a parameter.</param>
/// <param name="Parameter">The parameter's path, or null for a rule.</param>
/// <param name="Standing">Its source, force and evidence.</param>
public sealed record Assumption(string? Rule, string? Parameter, Standing Standing)
{
    /// <summary>All of them for a decision: the rules first, then the parameters that their conditions used.</summary>
    public static IEnumerable<Assumption> Of(ReasonedDecision decision) =>
        Require.NotNull(decision).Rules.Where(r => !r.Rule.Standing.IsSettled).Select(r => new Assumption(r.Rule.Id, null, r.Rule.Standing))
            .Concat(decision.Rules
                .SelectMany(r => r.When.All()).SelectMany(t => t.Inputs).SelectMany(i => i.Uses)
                .Where(u => !u.Value.Standing.IsSettled)
                .Select(u => new Assumption(null, u.Path, u.Value.Standing))
                .Distinct());
}
