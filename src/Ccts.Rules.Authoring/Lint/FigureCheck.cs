using System;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Figures that are probably misprints: a factor far from the IPCC's for the same fuel, a target above the baseline.</summary>
internal static class FigureCheck
{
    private const decimal Far = 2m;

    internal static void Check(LintSubject subject)
    {
        if (subject.OwnsFile("factors.json", out var factors))
        {
            foreach (var fuel in subject.Ruleset.Factors.Fuels.Values)
            {
                var (own, ipcc) = (fuel.Factor.Value.TonnesPerTerajoule, subject.Ruleset.Factors.IpccFuels.TryGetValue(fuel.Key, out var other) ? other.Value.TonnesPerTerajoule : 0m);
                if (ipcc > 0m && (own > Far * ipcc || own < ipcc / Far))
                {
                    subject.Warn("factor-far-from-ipcc", factors, $"The factor of {fuel.Key} is {fuel.Factor.Text}; the IPCC's for comparison is {other!.Text}.", "a factor of the same size", "Compare with the printed annexure, and the unit of the table.");
                }
            }
        }

        foreach (var row in subject.Ruleset.Schedule)
        {
            if (UnseenCharacters.In(row.Entity.Entity) is { Length: > 0 } points && subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out var place))
            {
                subject.Warn("unseen-character", place, $"The name of {row.Entity.Key} holds {points}, which nobody sees on paper.", "letters, digits, signs and plain blanks", "Type the name again.");
            }
        }

        foreach (var (row, table) in subject.Ruleset.Schedule.Where(r => r.Entity.Standing.Force == Force.InForce).Select(r => (r.Entity, LintTable.Of(r))))
        {
            if (row.Target is { } target && row.BaselineIntensity is { } baseline && subject.OwnsRow(table, row.Key, out var place) && target.Basis == baseline.Basis && target.TonnesPerUnit > baseline.TonnesPerUnit)
            {
                subject.Warn("target-above-baseline", place, $"{row.Key}: the target {target} is above the baseline {baseline}.", $"at most {baseline}", "Compare with the printed schedule.");
            }
        }
    }
}
