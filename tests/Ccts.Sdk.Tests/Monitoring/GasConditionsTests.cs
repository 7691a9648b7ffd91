using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Gas whose volume and calorific value are at stated temperatures and pressures.</summary>
public sealed class GasConditionsTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26");

    // 1,000,000 m3 x 0.0376812 GJ x 56.1 t/TJ = 2,113.91532 t, times T'/T x P/P'.
    [Theory]
    [InlineData("15 C, 101.325 kPa", "15 C, 101.325 kPa", "2113.91532")]
    [InlineData("15 C, 101.325 kPa", "288.15 K, 1 atm", "2113.91532")]
    [InlineData("0 C, 100 kPa", "273.15 C, 100 kPa", "4227.83064", true)]
    [InlineData("0 C, 50 kPa", "0 C, 100 kPa", "1056.95766", true)]
    [InlineData("273.15 K, 1.01325 bar", "0 °C,1013.25 mbar", "2113.91532")]
    [InlineData("0 C, 98.0665 kPa", "0 C, 1 kg/cm2", "2113.91532")]
    [InlineData("0 C, 100000 Pa", "0 C, 100 kPa", "2113.91532")]
    [InlineData("15 C, 101.325 kPa", "0 C, 101.325 kPa", "2003.872877522")]
    [InlineData("0 C, 101.325 kPa", "15 C, 101.325 kPa", "2230.000730214")]
    [InlineData("0 C, 101.325 kPa", "0 C, 100 kPa", "2141.92469799")]
    public void The_volume_is_reduced_to_the_conditions_of_the_calorific_value(string amounts, string calorific, string tonnes, bool isOutOfRange = false)
    {
        var report = Read(Gas("1000000 Sm3", "9000 kcal/Sm3", Conditions(amounts, calorific)));
        var calculated = Combustion.Calculate(report.Fuels[0], Rules.Emissions);
        Assert.Equal(decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture), calculated.Value.Tonnes);
        Assert.All(calculated.Steps, s => Assert.Equal(s.Result, s.Recompute()));
        Assert.Equal(isOutOfRange, Codes(report).Contains("implausible-conditions"));
    }

    [Theory]
    [InlineData("1000000 Nm3", "9000 kcal/Sm3")]
    [InlineData("1 MMSCM", "9000 kcal/Nm3")]
    public void Once_both_are_stated_the_units_may_differ(string amount, string ncv)
    {
        var report = Read(Gas(amount, ncv, Conditions("15 C, 101.325 kPa", "0 C, 101.325 kPa")));
        Assert.Equal(2003.872877522m, Combustion.Calculate(report.Fuels[0], Rules.Emissions).Value.Tonnes);
        Assert.DoesNotContain(Codes(report), c => c is "calorific-value-unit" or "input-not-used");
    }

    [Fact]
    public void Analyses_are_at_the_conditions_of_the_calorific_value()
    {
        const string analyses = "\"analyses\": [{ \"period\": \"2025-26\", \"ncv\": \"9000 kcal/Nm3\", \"samples\": 52, \"source\": \"laboratory\" }]";
        var report = Read(Gas("1 MMSCM", null, Conditions("15 C, 101.325 kPa", "0 C, 101.325 kPa") + ", " + analyses));
        Assert.Equal(2003.872877522m, Combustion.Calculate(report.Fuels[0], Rules.Emissions).Value.Tonnes);
    }

    /// <summary>Splitting a volume, and stating it the other way round and back, change nothing.</summary>
    [Fact]
    public void Splits_change_nothing()
    {
        var whole = Read(Gas("1000000 Sm3", "9000 kcal/Sm3", Conditions("15 C, 101.325 kPa", "0 C, 100 kPa")));
        var split = Read(Gas("1000000 Sm3", "9000 kcal/Sm3", Conditions("15 C, 101.325 kPa", "0 C, 100 kPa")).Replace("\"amount\": \"1000000 Sm3\"", "\"amounts\": { \"2025-04\": \"333333 Sm3\", \"2025-05\": \"666667 Sm3\" }", StringComparison.Ordinal));
        Assert.Equal(Combustion.Calculate(whole.Fuels[0], Rules.Emissions).Value, Combustion.Calculate(split.Fuels[0], Rules.Emissions).Value);
    }

    [Theory]
    [InlineData("\"conditions\": { \"amounts\": \"15 C, 101.325 kPa\", \"source\": \"contract\" }", "input-not-used")]
    [InlineData("\"conditions\": { \"amounts\": \"15 C, 101.325 kPa\", \"calorificValue\": \"0 C, 4 bar\", \"source\": \"contract\" }", "implausible-conditions")]
    [InlineData("\"conditions\": { \"amounts\": \"288.15 C, 101.325 kPa\", \"calorificValue\": \"0 C, 1 atm\", \"source\": \"contract\" }", "implausible-conditions")]
    public void What_is_stated_counts_or_is_told(string conditions, string code) => Assert.Contains(code, Codes(Read(Gas("1000000 Sm3", "9000 kcal/Sm3", conditions))));

    [Theory]
    [InlineData("{ \"amounts\": \"15 C\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"15, 101.325 kPa\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"15 C, 101.325\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"59 F, 101.325 kPa\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"-273.15 C, 101.325 kPa\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"15 C, 0 kPa\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"15 C, 101.325 kPa, dry\", \"source\": \"contract\" }")]
    [InlineData("{ \"calorificValue\": \"15 C, 101.325 kPa\", \"source\": \"contract\" }")]
    [InlineData("{ \"amounts\": \"15 C, 101.325 kPa\" }")]
    [InlineData("{ \"amount\": \"15 C, 101.325 kPa\", \"source\": \"contract\" }")]
    public void Conditions_that_say_nothing_are_errors(string conditions) => Assert.False(TryRead(Gas("1 Sm3", "9000 kcal/Sm3", "\"conditions\": " + conditions), out _, out _));

    [Fact]
    public void A_composition_takes_the_molar_volume_of_an_ideal_gas()
    {
        // 8.31446261815324 x 273.15 / 101.325 = 22.41396954501413773501110288675 m3/kmol; 1,000,000 / that x 44.0095 / 1,000.
        var report = Read(Composed("\"conditions\": { \"amounts\": \"0 C, 101.325 kPa\", \"source\": \"flow computer\" }"));
        var calculated = Combustion.Calculate(report.Fuels[0], Rules.Emissions);
        Assert.Equal(1963.485312658m, calculated.Value.Tonnes);
        Assert.All(calculated.Steps, s => Assert.Equal(s.Result, s.Recompute()));
        Assert.DoesNotContain(Codes(report), c => c is "input-not-used" or "incomplete-composition");
    }

    [Theory]
    [InlineData("\"molarVolume\": \"22.4 m3/kmol\", \"conditions\": { \"amounts\": \"0 C, 101.325 kPa\", \"source\": \"flow computer\" }", "input-not-used")]
    [InlineData("\"molarVolume\": \"23.645 m3/kmol\", \"conditions\": { \"amounts\": \"0 C, 101.325 kPa\", \"source\": \"flow computer\" }", "conditions-contradict")]
    [InlineData("\"molarVolume\": \"-79228162514264337593543950335 m3/kmol\", \"conditions\": { \"amounts\": \"0 C, 101.325 kPa\", \"source\": \"flow computer\" }", "conditions-contradict")]
    [InlineData("\"molarVolume\": \"22.4 m3/kmol\", \"conditions\": { \"amounts\": \"0 C, 0.0000000000000000000000000001 kPa\", \"source\": \"flow computer\" }", "implausible-conditions")]
    [InlineData("\"conditions\": { \"amounts\": \"0 C, 101.325 kPa\", \"calorificValue\": \"15 C, 101.325 kPa\", \"source\": \"flow computer\" }", "input-not-used")]
    public void Conditions_beside_a_composition_count_or_are_told(string members, string code) => Assert.Contains(code, Codes(Read(Composed(members))));

    [Fact]
    public void A_composition_without_either_is_told() => Assert.False(TryRead(Composed("\"samples\": 52"), out _, out _));

    /// <summary>A program can state what no file can: another unit without its conditions, a composition without its volume.</summary>
    [Fact]
    public void A_program_is_held_to_the_same()
    {
        var report = Read(Gas("1000000 Sm3", "9000 kcal/Sm3", "\"samples\": 52"));
        var other = report with { Fuels = [report.Fuels[0] with { Measured = (MeteredGas)report.Fuels[0].Measured with { CalorificConditions = GasConditions.Normal } }] };
        Assert.Contains("calorific-value-unit", Codes(other));
        var bare = report.Fuels[0] with { Composition = new GasComposition([new ComponentShare("CO2", 1m)], null, "works") };
        Assert.Equal("incomplete-composition", Assert.Single(Assert.Throws<CctsDataException>(() => Combustion.Calculate(bare, Rules.Emissions)).Problems).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReferenceConditions.Of(-273.15m, 100m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReferenceConditions.Of(0m, 0m));
    }

    private static List<string> Codes(MonitoringReport report) => [.. ReportValidator.Validate(report, Rules).Select(p => p.Code)];

    private static string Conditions(string amounts, string calorific) => $"\"conditions\": {{ \"amounts\": \"{amounts}\", \"calorificValue\": \"{calorific}\", \"source\": \"contract and laboratory\" }}";

    private static string Gas(string amount, string? ncv, string members) =>
        $"{{ \"id\": \"gas\", \"fuel\": \"natural-gas\", \"state\": \"gas\", \"amount\": \"{amount}\", {(ncv is null ? "" : $"\"ncv\": \"{ncv}\", ")}\"factor\": {{ \"tier\": \"type-ii\", \"value\": \"56.1 tCO2/TJ\", \"source\": \"chromatograph\" }}, {members} }}";

    private static string Composed(string members) =>
        $"{{ \"id\": \"gas\", \"fuel\": \"works-gas\", \"state\": \"gas\", \"amount\": \"1000000 Nm3\", \"composition\": [{{ \"component\": \"CO2\", \"share\": \"100 %\" }}], \"analysisSource\": \"works laboratory\", {members} }}";

    private static MonitoringReport Read(string fuel)
    {
        Assert.True(TryRead(fuel, out var report, out var problems), string.Join(Environment.NewLine, problems));
        return report!;
    }

    private static bool TryRead(string fuel, out MonitoringReport? report, out IReadOnlyList<Problem> problems)
    {
        var text = $"{{ \"format\": \"ccts-monitoring-report/1\", \"entity\": {{ \"name\": \"Works\", \"sector\": \"Cement\" }}, \"complianceYear\": \"2025-26\", \"fuels\": [{fuel}], \"products\": [{{ \"id\": \"p\", \"product\": \"p\", \"amount\": \"1000 t\" }}] }}";
        return MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(text), "report.json", out report, out problems);
    }
}
