using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Assessments;
using Ccts.Rules.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Lint;

/// <summary>Parameters that neither a calculator nor a rule nor a message reads, and facts that no rule asks for.</summary>
internal static class ParameterUseCheck
{
    internal static void Check(LintSubject subject)
    {
        var texts = subject.Rules.SelectMany(r => RuleMessage.Placeholders(r.Message.English) ?? []).ToList();
        var read = new HashSet<string>(subject.Rules.SelectMany(RuleAccount.Parameters).Select(p => p.Path).Concat(texts).Concat(AssessmentRulesBuilder.Reads(subject.Ruleset)).Concat(LedgerParameters.All), StringComparer.Ordinal);
        foreach (var parameter in subject.Ruleset.Parameters.Values.Where(p => !read.Contains(p.Path) && subject.IsOwn(p.Place)))
        {
            subject.Warn("unused-parameter", parameter.Place, $"Nothing reads \"{parameter.Path}\": no calculator, no rule and no message.", hint: "Leave it out, or check the path for a slip.");
        }

        var asked = new HashSet<string>(subject.Rules.SelectMany(RuleAccount.Facts).Select(f => f.Name).Concat(texts), StringComparer.Ordinal);
        foreach (var fact in subject.Ruleset.Rules.Vocabulary.Facts.Where(f => !asked.Contains(f.Name) && subject.IsOwn(f.Place)))
        {
            subject.Tell("unused-fact", fact.Place, $"No rule asks for \"{fact.Name}\".");
        }
    }
}
