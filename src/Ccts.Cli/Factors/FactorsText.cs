using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;
using Spectre.Console;

namespace Ccts.Cli.Factors;

/// <summary>Factors as a person reads them.</summary>
internal static class FactorsText
{
    internal static void Print(Ruleset ruleset, FactorChoice chosen, string? wanted, IAnsiConsole console)
    {
        console.Line(Markup.Escape($"{ruleset}: what a report can name, with the values used where it brings none of its own."));
        if (chosen.IsEmpty)
        {
            console.Line(Markup.Escape($"Nothing here is near \"{wanted}\". \"ccts factors\" without a name lists them all."));
            return;
        }

        Table(console, ["fuel", "name", "factor", "counts", "IPCC NCV", "stands"], chosen.Fuels.Select(f => new[]
        {
            f.Key, f.Name, f.Factor.Text, f.Biogenic ? "memo" : "yes", f.IpccNetCalorificValue is { } ncv ? QuantityText.Format(ncv.GigajoulesPerTonne) : "", Standing(f.Factor),
        }));
        Table(console, ["material", "name", "factor", "stands"], chosen.Materials.Select(m => new[] { m.Key, string.Join(", ", m.AlsoCalled), m.Factor.Text, Standing(m.Factor) }));
        Table(console, ["gas", "tonnes of CO2e", "stands"], chosen.Gases.Select(g => new[] { g.Key, QuantityText.Format(g.Value.Value), Standing(g.Value) }));
        foreach (var fuel in chosen.Fuels)
        {
            foreach (var other in fuel.OtherReadings)
            {
                console.Line(Markup.Escape($"{fuel.Key}: {other.Text} under another reading. {fuel.Standing.Note}"));
            }
        }

        if (chosen.Fuels.Count > 0)
        {
            console.Line(Markup.Escape("Memo: biogenic, reported and not counted. IPCC NCV in GJ/t is for comparison: the procedure prints none and asks for measured values."));
        }
    }

    private static string Standing(ILegalValue value) => $"{value.Standing.Source}, {LawWords.Of(value.Standing.Force)}, {LawWords.Of(value.Standing.Evidence)}";

    private static void Table(IAnsiConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        var table = Terminal.Table(columns);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }
}
