using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;
using Spectre.Console;

namespace Ccts.Cli.Commands.Factors;

/// <summary>Factors for people: the figures in a table, their common legal status once, and exceptions below it.</summary>
internal static class FactorsText
{
    internal static void Print(Ruleset ruleset, FactorChoice chosen, string? wanted, string asked, IAnsiConsole console)
    {
        console.Line(Markup.Escape($"{ruleset}: the factors used where a report brings none of its own."));
        if (chosen.IsEmpty)
        {
            console.Line(Markup.Escape($"Nothing here is {asked}. \"ccts factors\" alone lists them all."));
            return;
        }

        Table(console, ["fuel", "tCO2/TJ", "counted", "IPCC NCV, GJ/t"], chosen.Fuels, f => f.Factor, f =>
        [
            f.Key, QuantityText.Format(f.Factor.Value.TonnesPerTerajoule), f.Biogenic ? "memo" : "yes", f.IpccNetCalorificValue is { } ncv ? QuantityText.Format(ncv.GigajoulesPerTonne) : "",
        ]);
        if (chosen.Fuels.Count > 0)
        {
            console.Line(Markup.Escape("Memo: biogenic, reported and not counted. The IPCC's calorific values are for comparison: the procedure prints none and asks for measured ones."));
        }

        Table(console, ["material", "tCO2/t", "also called"], chosen.Materials, m => m.Factor, m => [m.Key, QuantityText.Format(m.Factor.Value.TonnesPerTonne), string.Join(", ", m.AlsoCalled)]);
        Table(console, ["gas", "tCO2e/t"], chosen.Gases, g => g.Value, g => [g.Key, QuantityText.Format(g.Value.Value)]);
        Table(console, ["grid, all-india", "of", "edition", "tCO2/MWh"], chosen.Grid, g => g.Factor, g => [g.Series, g.FinancialYear, g.Version, QuantityText.Format(g.Factor.Value.TonnesPerMegawattHour)]);
        Table(console, ["IPCC, for comparison", "tCO2/TJ"], chosen.Ipcc, f => f.Value, f => [f.Key, QuantityText.Format(f.Value.Value.TonnesPerTerajoule)]);
        foreach (var (fuel, other) in chosen.Fuels.SelectMany(f => f.OtherReadings.Select(r => (f, r))))
        {
            console.Line(Markup.Escape($"{fuel.Key}: {other.Text} under the other reading. {fuel.Standing.Note}"));
        }

        if (wanted is not null)
        {
            foreach (var fuel in chosen.Fuels)
            {
                console.Line(Markup.Escape($"{fuel.Key}: {string.Join(", ", fuel.AlsoCalled.Prepend(fuel.Name))}."));
            }
        }
    }

    private static void Table<T>(IAnsiConsole console, string[] columns, IReadOnlyCollection<T> items, System.Func<T, ILegalValue> value, System.Func<T, string[]> row)
    {
        if (items.Count == 0)
        {
            return;
        }

        var table = new TextTable(columns);
        foreach (var item in items)
        {
            table.AddRow([.. row(item)]);
        }

        table.Print(console);
        var standings = items.GroupBy(i => Standing(value(i)), System.StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        console.Line(Markup.Escape($"Source: {standings[0].Key}."));
        foreach (var other in standings.Skip(1))
        {
            console.Line(Markup.Escape($"{string.Join(", ", other.Select(i => row(i)[0]))}: {other.Key}."));
        }
    }

    private static string Standing(ILegalValue value) => $"{value.Standing.Source}, {LawWords.Of(value.Standing.Force)}, {LawWords.Of(value.Standing.Evidence)}";
}
