using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Decisions;

/// <summary>A rule or a parameter a decision rests on although it is not both in force and read word for word.</summary>
internal sealed record LeanedOn(string? Rule, string? Parameter, Standing Standing)
{
    internal static IEnumerable<LeanedOn> Of(ReasonedDecision decision) =>
        decision.Rules.Where(r => !r.Rule.Standing.IsSettled).Select(r => new LeanedOn(r.Rule.Id, null, r.Rule.Standing))
            .Concat(decision.Rules
                .SelectMany(r => r.When.All()).SelectMany(t => t.Inputs).SelectMany(i => i.Uses)
                .Where(u => !u.Value.Standing.IsSettled)
                .Select(u => new LeanedOn(null, u.Path, u.Value.Standing))
                .Distinct());
}
