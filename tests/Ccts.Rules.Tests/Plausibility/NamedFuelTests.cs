using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>What a stream is called, what it is entered as, and what such a fuel can have.</summary>
public sealed class NamedFuelTests
{
    /// <summary>A stream that is called by a fossil fuel, and entered as biomass, leaves its CO2 out: 18.5 % of a steel plant was issued without a word.</summary>
    [Theory]
    [InlineData("afbc-coal", "wood-wood-waste", true)]
    [InlineData("RLNG", "landfill-gas", true)]
    [InlineData("boiler-fo", "biogasoline", true)]
    [InlineData("pet coke", "charcoal", true)]
    [InlineData("fcc-coke", "charcoal", true)]
    [InlineData("charcoal", "charcoal", false)]
    [InlineData("biomass-in-coal-boiler", "other-primary-solid-biomass", false)]
    [InlineData("afbc", "other-primary-solid-biomass", false)]
    [InlineData("cbg-in-ng-line", "other-biogas", false)]
    public void A_fossil_name_is_no_biomass(string id, string fuel, bool told)
    {
        var findings = Fuel($$"""{ "id": "{{id}}", "fuel": "{{fuel}}", "state": "{{(fuel.Contains("gas", StringComparison.Ordinal) && fuel != "biogasoline" ? "gas" : fuel == "biogasoline" ? "liquid" : "solid")}}", "amount": "{{(fuel is "landfill-gas" or "other-biogas" ? "1000 Sm3" : "1000 t")}}", "ncv": "{{(fuel is "landfill-gas" or "other-biogas" ? "20 MJ/Sm3" : fuel is "charcoal" ? "29 GJ/t" : fuel is "biogasoline" ? "27 GJ/t" : "15 GJ/t")}}", "factor": { "tier": "type-i", "whyTypeI": "small" } }""");
        Assert.Equal(told, findings.Any(f => f is { Code: "fossil-left-out", NeedsReason: true } && f.Message.Contains("is called by", StringComparison.Ordinal)));
    }

    /// <summary>Coke of a cracker is no fuel of the procedure's list, and of crude oil all the same.</summary>
    [Theory]
    [InlineData("\"biogenicShare\": \"100 %\", \"biogenicShareSource\": \"lab\"")]
    [InlineData("\"coProcessing\": \"letter 7\"")]
    public void Catalytic_coke_is_fossil(string claim) =>
        Assert.Contains(Fuel($$"""{ "id": "fcc", "fuel": "catalytic-coke", "state": "solid", "amount": "9000 t", "carbonContent": "93 %", "factor": { "tier": "type-ii", "source": "lab" }, {{claim}} }"""), f => f is { Code: "fossil-left-out", NeedsReason: true });

    /// <summary>A factor a fifth too low earns up to a fifth of a plant, and no such fuel has it.</summary>
    [Theory]
    [InlineData("other-bituminous-coal", "solid", "t", "22 GJ/t", "76", true)]
    [InlineData("other-bituminous-coal", "solid", "t", "22 GJ/t", "97.5", false)]
    [InlineData("natural-gas", "gas", "Sm3", "35.6 MJ/Sm3", "45", true)]
    [InlineData("natural-gas", "gas", "Sm3", "35.6 MJ/Sm3", "56.4", false)]
    [InlineData("residual-fuel-oil", "liquid", "t", "40.2 GJ/t", "62", true)]
    public void A_factor_that_no_such_fuel_has_is_told(string fuel, string state, string unit, string ncv, string factor, bool told) =>
        Assert.Equal(told, Fuel($$"""{ "id": "f", "fuel": "{{fuel}}", "state": "{{state}}", "amount": "1000 {{unit}}", "ncv": "{{ncv}}", "factor": { "tier": "type-ii", "value": "{{factor}} tCO2/TJ", "source": "lab" } }""").Any(f => f.Code == "unusual-emission-factor"));

    [Theory]
    [InlineData("28.2 MJ/Sm3", true)]
    [InlineData("35.2 MJ/Sm3", false)]
    [InlineData("8500 kcal/SCM", false)]
    public void A_calorific_value_that_no_natural_gas_has_is_told(string ncv, bool told) =>
        Assert.Equal(told, Fuel($$"""{ "id": "f", "fuel": "natural-gas", "state": "gas", "amount": "1000 Sm3", "ncv": "{{ncv}}", "factor": { "tier": "type-ii", "value": "56.1 tCO2/TJ", "source": "lab" } }""").Any(f => f.Code == "unusual-calorific-value"));

    /// <summary>Refuse is partly of plastics: under the name of its biomass all its CO2 would be left out.</summary>
    [Theory]
    [InlineData("RDF", "biogenicShare", "Write")]
    [InlineData("refuse derived fuel", "biogenicShare", "Write")]
    [InlineData("plastic waste", "industrial-waste", "wood")]
    [InlineData("rice husk", "Write \"other-primary-solid-biomass\"", "fossil")]
    public void Waste_is_not_offered_as_biomass(string fuel, string offered, string never)
    {
        var told = Fuel($$"""{ "id": "kiln waste", "fuel": "{{fuel}}", "state": "solid", "amount": "9000 t", "ncv": "14 GJ/t", "factor": { "tier": "type-ii", "value": "90 tCO2/TJ", "source": "lab" }, "samples": 12 }""").Single(f => f.Code == "fuel-not-listed");
        Assert.Contains(offered, told.Hint!, StringComparison.Ordinal);
        Assert.DoesNotContain(never, told.Hint!, StringComparison.Ordinal);
    }

    /// <summary>A power plant makes its power from the fuels that are named for it, where the others go into kilns.</summary>
    [Fact]
    public void A_power_plants_own_coal_at_a_tenth_withholds()
    {
        var report = Plant("cement-waste-derived");
        var coal = report["fuels"]!.AsArray().Single(f => (string)f!["id"]! == "cpp-coal")!;
        coal.AsObject().Remove("stock");
        foreach (var month in coal["amounts"]!.AsObject().ToList())
        {
            var parts = ((string)month.Value!).Split(' ');
            coal["amounts"]![month.Key] = FormattableString.Invariant($"{decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / 10m} {parts[1]}");
        }

        Assert.Contains(Assess(report).Findings, f => f is { Code: "too-much-power", NeedsReason: true } && f.Message.Contains("named for a power plant", StringComparison.Ordinal));
    }

    /// <summary>One fuel in tonnes and again in kilolitres, and by a second meter, is paid for twice.</summary>
    [Theory]
    [InlineData("kl", 0.95)]
    [InlineData("t", 1.02)]
    public void A_fuel_stated_twice_is_told(string unit, double per)
    {
        var report = Plant("cement-waste-derived");
        var oil = JsonNode.Parse("""{ "id": "tank", "fuel": "residual-fuel-oil", "state": "liquid", "ncv": "40 GJ/t", "factor": { "tier": "type-ii", "value": "77 tCO2/TJ", "source": "lab" }, "amounts": {} }""")!;
        var again = oil.DeepClone();
        (again["id"], again["ncv"]) = ("burner meter", unit == "kl" ? "38 GJ/kl" : "40 GJ/t");
        var tonnes = 700m;
        foreach (var month in report["products"]![0]!["amounts"]!.AsObject().Select(a => a.Key))
        {
            tonnes = tonnes == 700m ? 950m : tonnes == 950m ? 820m : 700m;
            oil["amounts"]![month] = FormattableString.Invariant($"{tonnes} t");
            again["amounts"]![month] = FormattableString.Invariant($"{Math.Round(tonnes / (decimal)per, 1)} {unit}");
        }

        report["fuels"]!.AsArray().Add(oil);
        report["fuels"]!.AsArray().Add(again);
        Assert.Contains(Assess(report).Findings, f => f is { Code: "entered-twice", NeedsReason: false } && f.Message.Contains("tank", StringComparison.Ordinal));
    }

    /// <summary>A fuel called "N/A" is none.</summary>
    [Theory]
    [InlineData("fuels", "fuel")]
    [InlineData("products", "product")]
    [InlineData("processMaterials", "material")]
    public void A_name_that_states_nothing_is_refused(string list, string member)
    {
        var report = Plant("cement-waste-derived");
        report[list]![0]![member] = "N/A";
        var refused = Assert.Throws<CctsDataException>(() => Assess(report));
        Assert.Contains(refused.Problems, p => p.Code == "name-states-nothing" && p.Place.Pointer == $"/{list}/0/{member}");
    }

    /// <summary>The enthalpy against that of steam at its pressure and temperature by IAPWS-IF97: 2,943 kJ/kg at 10 bar and 250 C.</summary>
    [Theory]
    [InlineData("10 bar(a), 250 C", "2943 kJ/kg", null, false)]
    [InlineData("10 bar, 250 C", "2940 kJ/kg", null, false)]
    [InlineData("400 °C and 42 kg/cm2(g)", "3211 kJ/kg", null, false)]
    [InlineData("10 bar(a), 250 C", "703 kJ/kg", "unusual-enthalpy", true)]
    [InlineData("10 bar(a), 250 C", "2750 kJ/kg", "unusual-enthalpy", false)]
    [InlineData("10 bar(a), 150 C", "2750 kJ/kg", "steam-state-not-read", false)]
    [InlineData("saturated", "2750 kJ/kg", "steam-state-not-read", false)]
    public void Steam_is_held_against_its_state(string state, string enthalpy, string? code, bool withholds)
    {
        var report = Plant("cement-waste-derived");
        report["importedHeat"] = JsonNode.Parse($$"""[{ "id": "steam", "amount": "12000 t", "carrier": "steam", "steamState": "{{state}}", "enthalpy": "{{enthalpy}}", "enthalpySource": "IAPWS-IF97", "factor": "70 kgCO2/GJ", "source": "supplier" }]""");
        var told = Assess(report).Findings.Where(f => f.Code is "unusual-enthalpy" or "steam-state-not-read").ToList();
        Assert.Equal(code, told.SingleOrDefault()?.Code);
        Assert.Equal(withholds, told.Exists(f => f.NeedsReason && f.Message.Contains("kcal/kg written as kJ/kg", StringComparison.Ordinal)));
    }

    private static System.Collections.Generic.List<Problem> Fuel(string fuel)
    {
        var report = Plant("cement-waste-derived");
        report["fuels"]!.AsArray().Add(JsonNode.Parse(fuel));
        return Assess(report).Findings.Where(f => f.Place.Pointer.StartsWith($"/fuels/{report["fuels"]!.AsArray().Count - 1}", StringComparison.Ordinal)).ToList();
    }

    private static JsonNode Plant(string plant) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants", plant + ".json")))!;

    private static Assessment Assess(JsonNode json)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "plant");
        return Assessor.Assess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment);
    }
}
