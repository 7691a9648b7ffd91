using System;
using System.Globalization;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// An entity whose intensity or output is so far from its gazetted baseline that a report of it would be withheld. One such row, in kg or with a digit too
/// many, can outweigh its whole sector. It is counted as stated, and reported.
/// </summary>
internal static class FarFromBaseline
{
    internal static void Remark(ImpactEntity entity, EntityTarget? row, PlausibilityRules? rules, ProblemList remarks)
    {
        if (row is null || rules is null || entity.Output.Value <= 0m)
        {
            return;
        }

        if (row.BaselineIntensity is { } baseline && baseline.Basis == entity.Output.Basis)
        {
            Look(entity, "intensity", entity.Emissions.Tonnes, entity.Output.Value, baseline.TonnesPerUnit, baseline.ToString(), rules, remarks);
        }

        if (row.BaselineOutput is { } output && output.Basis == entity.Output.Basis)
        {
            Look(entity, "production", entity.Output.Value, 1m, output.Value, output.ToString(), rules, remarks);
        }
    }

    private static void Look(ImpactEntity entity, string kind, decimal amount, decimal of, decimal baseline, string shown, PlausibilityRules rules, ProblemList remarks)
    {
        try
        {
            var usual = baseline * of;
            if (rules.Ranges.TryGetValue(kind, out var range) && usual > 0m && (amount > usual * range.WithheldAbove || amount < usual * range.WithheldBelow))
            {
                remarks.Warn("far-from-baseline", entity.Place, $"{entity.Key} has an {(kind == "intensity" ? kind : "output")} that is {(amount / usual).ToString("0.###", CultureInfo.InvariantCulture)} times its baseline of {shown}, and is counted so.", hint: "Look at the units: t and not kg, and digits.");
            }
        }
        catch (OverflowException)
        {
            // Numbers too large to multiply are refused when they are counted.
        }
    }
}
