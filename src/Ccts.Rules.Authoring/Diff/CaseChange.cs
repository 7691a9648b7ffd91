using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>
/// A case of the earlier ruleset that the later one answers differently. Between rulesets of different years the same
/// question is asked that many years later: every day and year of the case moves too.
/// </summary>
/// <param name="Name">The case.</param>
/// <param name="Old">The outcome then.</param>
/// <param name="New">The new outcome; null if the later vocabulary lacks a stated fact or does not accept its value.</param>
/// <param name="Differences">Findings that disappeared and appeared, and facts that are no longer known or whose value is no longer accepted.</param>
public sealed record CaseChange(string Name, Outcome Old, Outcome? New, IReadOnlyList<string> Differences)
{
    internal static IReadOnlyList<CaseChange> Between(Ruleset old, Ruleset @new, RulesetFiles oldFiles)
    {
        // A generated method is not worth a few cases.
        var both = new TwoRulesets(old, @new, EngineKind.Table);
        return RulesetTester.Read(old, oldFiles)
            .Select(c => (c.Name, Answers: both.Ask(c.Request)))
            .Where(c => c.Answers.Differences.Count > 0 || c.Answers.Old != c.Answers.New)
            .Select(c => new CaseChange(c.Name, c.Answers.Old, c.Answers.New, c.Answers.Differences))
            .ToList();
    }
}
