using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>A value that a rule compares facts with, and where it comes from.</summary>
internal sealed record RuleValue(FactType Type, FactValue Value, string From)
{
    internal bool IsText => Type.IsText;
}

/// <summary>The values and parameters in the rules of a ruleset, whatever the day.</summary>
internal static class RuleValues
{
    internal static IEnumerable<RuleValue> Of(Rule rule, IReadOnlyDictionary<string, Parameter> parameters)
    {
        foreach (var membership in RuleConditions.Tests(rule.When).OfType<Membership>())
        {
            foreach (var value in membership.Values)
            {
                yield return new RuleValue(membership.Subject.Type, value, rule.Id);
            }
        }

        foreach (var operand in RuleConditions.Operands(rule.When))
        {
            if (operand is Literal { Type.Kind: not FactKind.Set } literal)
            {
                yield return new RuleValue(literal.Type, literal.Value, rule.Id);
            }
            else if (operand is ParameterOperand used)
            {
                foreach (var dated in InEffect(used.Parameter, parameters).Rows.SelectMany(r => r.Values).Where(v => v.IsKnown))
                {
                    yield return new RuleValue(used.Type, ParameterValues.Read(dated, used.Type), used.Parameter.Path);
                }
            }
        }
    }

    /// <summary>The keys of the tables that rules look words up in.</summary>
    internal static IEnumerable<string> Keys(Ruleset ruleset) => Parameters(ruleset).Where(p => p.KeyName is not null).SelectMany(p => p.Rows).Select(r => r.Key);

    /// <summary>Every parameter that a condition uses, as it is in effect.</summary>
    internal static IReadOnlyList<Parameter> Parameters(Ruleset ruleset) => ruleset.Rules.Rules
        .SelectMany(r => RuleConditions.Tests(r.When).OfType<Listing>().Select(l => l.Table)
            .Concat(RuleConditions.Operands(r.When).OfType<ParameterOperand>().Select(p => p.Parameter)))
        .Select(p => InEffect(p, ruleset.Parameters))
        .Distinct()
        .ToList();

    private static Parameter InEffect(Parameter parameter, IReadOnlyDictionary<string, Parameter> parameters) =>
        parameters.TryGetValue(parameter.Path, out var effective) ? effective : parameter;
}
