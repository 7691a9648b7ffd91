using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Factors;

/// <summary>Reads <c>factors.json</c>.</summary>
internal sealed class FactorReader(StandingReader standings, ProblemList problems)
{
    // One tonne of a gas in tonnes of CO2e: only the number is used, the unit is checked.
    private static readonly TextParser<decimal> Potential = ParameterBinding.In<decimal>("tCO2e/t", Scalars.TryDecimal);

    internal FactorLibrary Read(LocatedNode root)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var fuels = Table(file, "fuels");
        var materials = Table(file, "materials");
        var potentials = Table(file, "globalWarmingPotentials");
        var calorific = Table(file, "ipccNetCalorificValues");
        var ipcc = Table(file, "ipccFuels");
        var grid = Table(file, "grid");
        file.Done();

        var ncvs = calorific?.ByKey((row, key) => calorific.Value<NetCalorificValue>(row, key, NetCalorificValue.TryParse)) ?? None<LegalValue<NetCalorificValue>>();
        var library = new FactorLibrary(
            fuels?.ByKey((row, key) => Fuel(fuels, row, key, ncvs)) ?? None<FuelFactor>(),
            materials?.ByKey((row, key) => Material(materials, row, key)) ?? None<MaterialFactor>(),
            potentials?.ByKey((row, key) => potentials.Value(row, key, Potential)) ?? None<LegalValue<decimal>>(),
            ipcc?.ByKey((row, key) => ipcc.Value<EnergyEmissionFactor>(row, key, EnergyEmissionFactor.TryParse)) ?? None<LegalValue<EnergyEmissionFactor>>(),
            grid is null ? [] : Grid(grid));
        CheckKeys(calorific, fuels);
        CheckKeys(ipcc, fuels);
        return library;
    }

    private FactorTable? Table(ObjectReader file, string key) =>
        file.Required(key) is { } node ? new FactorTable(node, standings, problems) : null;

    private static FuelFactor? Fuel(FactorTable table, ObjectReader row, string key, IReadOnlyDictionary<string, LegalValue<NetCalorificValue>> ncvs)
    {
        row.Integer("number");
        var name = row.Text("name");
        var biogenic = row.Flag("biogenic");
        var factor = table.Value<EnergyEmissionFactor>(row, key, EnergyEmissionFactor.TryParse);
        var also = AlsoCalled(row);
        var others = table.OtherReadings<EnergyEmissionFactor>(row, key, EnergyEmissionFactor.TryParse);
        NetCalorificValue? ncv = ncvs.TryGetValue(key, out var found) ? found.Value : null;
        return name is null || biogenic is null || factor is null
            ? null
            : new FuelFactor(key, name, factor, biogenic.Value, ncv, factor.Standing) { AlsoCalled = also, OtherReadings = others };
    }

    private static MaterialFactor? Material(FactorTable table, ObjectReader row, string key)
    {
        var also = AlsoCalled(row);
        return table.Value<MassEmissionFactor>(row, key, MassEmissionFactor.TryParse) is { } factor ? new MaterialFactor(key, factor) { AlsoCalled = also } : null;
    }

    private static IReadOnlyList<string> AlsoCalled(ObjectReader row)
    {
        var names = row.OptionalList("alsoCalled");
        foreach (var other in names.Where(n => n.Kind != LocatedKind.String || n.Value!.Trim().Length == 0))
        {
            row.Problems.Error("wrong-type", other.Place, $"Found {other.Describe()}.", "a name in double quotes");
        }

        return names.Count == 0 ? [] : [.. names.Select(n => n.Value ?? "")];
    }

    private List<GridFactor> Grid(FactorTable table)
    {
        var grid = new List<GridFactor>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in table.Rows)
        {
            var row = new ObjectReader(node, problems);
            var year = row.Value<ComplianceYear>("year", ComplianceYear.TryParse);
            var series = row.Text("series");
            var version = row.Text("version");
            var dated = row.OptionalText("dated");
            var key = $"{year}.{series}.{version}";
            var factor = table.Value<ElectricityEmissionFactor>(row, key, ElectricityEmissionFactor.TryParse);
            row.Done();
            if (year is null || series is null || version is null || factor is null)
            {
                continue;
            }

            if (!seen.Add(key))
            {
                problems.Error("duplicate-id", node.Place, $"The series \"{ShownText.Short(series)}\" of {year} occurs twice for edition {ShownText.Short(version)}.", "each once", "Delete one of the two.");
            }

            grid.Add(new GridFactor(year.Value.ToString(), series, version, dated, factor));
        }

        return grid;
    }

    private void CheckKeys(FactorTable? table, FactorTable? fuels)
    {
        var listed = new HashSet<string>((fuels?.Rows ?? []).Select(r => r.Member("key")?.Value ?? ""), StringComparer.Ordinal);
        foreach (var row in (fuels is null ? null : table?.Rows) ?? [])
        {
            if (row.Member("key") is { Value: { } key } node && !listed.Contains(key))
            {
                problems.Error("dangling-key", node.Place, $"No fuel \"{ShownText.Short(key)}\" is listed.", "a key from \"fuels\"", problems.Nearest(key, listed));
            }
        }
    }

    private static Dictionary<string, T> None<T>() => new(StringComparer.Ordinal);
}
