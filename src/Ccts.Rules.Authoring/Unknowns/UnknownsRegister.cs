using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Unknowns;

/// <summary>The register of everything in a ruleset that somebody has yet to settle.</summary>
/// <remarks>Thread-safe.</remarks>
public static class UnknownsRegister
{
    private static readonly string[] Calculators = ["calculators"];

    /// <summary>Every unknown first, then every value that is not in force and verbatim, in the order of the files.</summary>
    public static IReadOnlyList<UnsettledValue> Of(Ruleset ruleset)
    {
        Require.NotNull(ruleset);
        return Parameters(ruleset)
            .Concat(Factors(ruleset))
            .Concat(ruleset.Schedule.Select(Row))
            .Concat(ruleset.Retention.Claims.Select(Claim))
            .Where(v => !v.Standing.IsSettled)
            .OrderBy(v => v.Value is null ? 0 : 1)
            .ToList();
    }

    private static IEnumerable<UnsettledValue> Parameters(Ruleset ruleset)
    {
        var calculated = ruleset.CalculatorParameters;
        var rules = ruleset.Rules.Rules.SelectMany(r => r.Parameters.Select(p => (p.Path, r.Id))).Distinct().ToLookup(p => p.Path, p => p.Id, StringComparer.Ordinal);
        return
            from parameter in ruleset.Parameters.Values
            let touches = (calculated.Contains(parameter.Path, StringComparer.Ordinal) ? Calculators : []).Concat(rules[parameter.Path]).ToList()
            from row in parameter.Rows
            from value in row.Values
            select new UnsettledValue(PathOf(parameter, row), value.IsKnown ? value.ToString() : null, value.Standing, value.Reason, value.SettledBy) { Touches = touches };
    }

    internal static string PathOf(Parameter parameter, ParameterRow row) => row.Key.Length == 0 ? parameter.Path : parameter.Path + "[" + row.Key + "]";

    internal static IEnumerable<UnsettledValue> Factors(Ruleset ruleset) =>
        FactorValue.Of(ruleset.Factors).Select(f => new UnsettledValue(f.Path, f.Value, f.Standing) { Touches = Calculators });

    private static UnsettledValue Claim(RetentionClaim claim) =>
        new("retention." + claim.Id, claim.Years is { } years ? years + " years" : null, claim.Standing, claim.Reason, claim.SettledBy);

    // A dash is a value: the schedule says that there is no target.
    private static UnsettledValue Row(ScheduleRow row) => Standing(row) with { Touches = Calculators };

    private static UnsettledValue Standing(ScheduleRow row) => row.Status switch
    {
        TargetStatus.NotRead => new UnsettledValue("targets." + row.Entity.Key, null, row.Entity.Standing, "The figure was not among what could be read.", "the printed schedule"),
        TargetStatus.None => new UnsettledValue("targets." + row.Entity.Key, "no target", row.Entity.Standing),
        _ => new UnsettledValue("targets." + row.Entity.Key, row.Entity.Target?.ToString(), row.Entity.Standing),
    };
}
