using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Assessments;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds parameters that no calculator, rule or message reads, and facts that no rule uses.</summary>
internal static class ParameterUseCheck
{
    internal static void Check(LintSubject subject)
    {
        var texts = subject.Rules.SelectMany(r => RuleMessage.Placeholders(r.Message.English) ?? []).ToList();
        var read = new HashSet<string>(subject.Rules.SelectMany(r => r.Parameters).Select(p => p.Path).Concat(texts).Concat(subject.Ruleset.CalculatorParameters).Concat(LedgerParameters.All).Concat(QualityTables.All).Concat(LintLimits.All), StringComparer.Ordinal);
        foreach (var parameter in subject.Ruleset.Parameters.Values.Where(p => subject.IsOwn(p.Place)))
        {
            Check(subject, parameter, read.Contains(parameter.Path));
        }

        var asked = new HashSet<string>(subject.Rules.SelectMany(r => r.Facts).Select(f => f.Name).Concat(texts), StringComparer.Ordinal);
        foreach (var fact in subject.Ruleset.Rules.Vocabulary.Facts.Where(f => !asked.Contains(f.Name) && subject.IsOwn(f.Place)))
        {
            subject.Tell("unused-fact", fact.Place, $"No rule uses \"{fact.Name}\".");
        }
    }

    private static void Check(LintSubject subject, Parameter parameter, bool isRead)
    {
        if (!isRead && parameter.Informational is null)
        {
            subject.Warn("unused-parameter", parameter.Place, $"Nothing reads \"{parameter.Path}\": no calculator, no rule and no message.", hint: "Leave it out, check the path for a slip, or say in \"informational\" why it is stated.");
        }
        else if (!isRead)
        {
            subject.Tell("informational-parameter", parameter.Place, $"\"{parameter.Path}\" is stated and not applied: {parameter.Informational}");
        }
        else if (parameter.Informational is not null)
        {
            subject.Warn("informational-parameter", parameter.Place, $"\"{parameter.Path}\" says that nothing applies it, and something reads it.", hint: "Leave \"informational\" out.");
        }
    }
}
