using System;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds figures that are probably misprints: a factor far from the IPCC's for the same fuel, a fuel listed twice, a target above the baseline.</summary>
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

        CheckTwice(subject);
        foreach (var row in subject.Ruleset.Schedule)
        {
            if (UnseenCharacters.In(row.Entity.Entity) is { Length: > 0 } points && subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out var place))
            {
                subject.Warn("unseen-character", place, $"The name of {row.Entity.Key} holds {points}, which cannot be seen on paper.", "letters, digits, signs and plain blanks", "Type the name again.");
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

    // An annexure prints each number and name once; a copied row keeps one of them.
    private static void CheckTwice(LintSubject subject)
    {
        var rows = subject.Files.Find("factors.json") is { } file && LocatedJson.Read(file.Bytes, file.Name, new ProblemList(), RulesetLimits.MaxFileBytes) is { } root ? root.Member("fuels")?.Member("rows")?.Children ?? [] : [];
        foreach (var leaf in new[] { "number", "name" })
        {
            foreach (var twice in rows.Where(r => r.Member(leaf)?.Value is not null).GroupBy(r => r.Member(leaf)!.Value!.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()))
            {
                subject.Warn("row-twice", twice.Last().Place, $"The fuels {string.Join(" and ", twice.Select(r => r.Member("key")?.Value))} have one {leaf}, {twice.Key}.", $"a {leaf} of its own for each row, as the annexure prints it");
            }
        }
    }
}
