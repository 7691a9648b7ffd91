using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>
/// Reports made after public bug reports: factors wrong by a unit, and spellings of units. Each is refused, or withheld with its slip named; a spelling
/// that is right is counted right. The plant burns too little for a cement works, so that every one is withheld at least for that.
/// </summary>
public sealed class ReportedSlipTests
{
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;

    [Theory]
    [InlineData("ncv_8030_GJt", "unusual-calorific-value", "8030 kcal/kg = 33.62 GJ/t")]
    [InlineData("ncv_prev", "unusual-calorific-value", "8030 kcal/kg = 33.62 GJ/t")]
    [InlineData("ncv_8_03", "unusual-calorific-value", "8.03 Gcal/t = 33.62 GJ/t")]
    [InlineData("ncv_0_03362", "unusual-calorific-value", "looks like TJ/t")]
    [InlineData("gas_38_GJSm3", "unusual-calorific-value", "38 MJ/Sm3 = 0.038 GJ/Sm3")]
    [InlineData("diesel_43_per_kl", "unusual-calorific-value", "43 GJ/t = 36.12 GJ/kl")]
    [InlineData("ef_0_0968", "unusual-emission-factor", "looks like tCO2/GJ")]
    [InlineData("ef_26_4_carbon", "unusual-emission-factor", "26.4 tC/TJ = 96.8 tCO2/TJ")]
    [InlineData("grid_727", "unusual-electricity-factor", "727 kgCO2/MWh = 0.727 tCO2/MWh")]
    [InlineData("grid_kWh_as_MWh", "unusual-intensity", "136200360 looks like kWh")]
    [InlineData("clinker_865", "unusual-process-factor", "865 kgCO2/t = 0.865 tCO2/t")]
    [InlineData("caco3_type2_44", "unusual-process-factor", "44 looks like")]
    public void A_factor_in_another_unit_is_named_and_withholds(string file, string code, string said)
    {
        var assessment = Assess(Read("factors", file));

        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ncv_33620_GJt", "implausible-factor", "33620 kJ/kg = 33.62 GJ/t")]
    [InlineData("ef_96800", "implausible-factor", "96800 kgCO2/TJ = 96.8 tCO2/TJ")]
    [InlineData("ncv_above_gcv", "ncv-above-gcv", "swapped")]
    public void A_factor_that_no_fuel_has_is_refused(string file, string code, string said)
    {
        Assert.False(Assessor.TryAssess(Read("factors", file), Rules, null, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Hint!.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("gas_ok")]
    public void A_factor_that_is_right_raises_nothing(string file) =>
        Assert.DoesNotContain(Assess(Read("factors", file)).Findings, f => f.Code is "unusual-calorific-value" or "unusual-emission-factor" or "net-value-looks-gross");

    /// <summary>MT, tonnes, ton, TPA, lakh: the refusal says which unit may be meant, and never offers a million tonnes for tonnes.</summary>
    [Theory]
    [InlineData("mass_00", "a tonne is \"t\", and \"Mt\" is a million of them")]
    [InlineData("mass_01", "a tonne is \"t\", and \"Mt\" is a million of them")]
    [InlineData("mass_03", "a tonne is \"t\"")]
    [InlineData("mass_04", "a tonne is \"t\"")]
    [InlineData("mass_05", "a short ton is 0.90718474 t")]
    [InlineData("mass_06", "a short ton is 0.90718474 t")]
    [InlineData("mass_07", "write \"t\"")]
    [InlineData("mass_08", "a short ton is 0.90718474 t")]
    [InlineData("mass_09", "a pound is 0.45359237 kg")]
    [InlineData("mass_10", "a tonne is \"t\"")]
    [InlineData("mass_11", "a million tonnes is \"Mt\"")]
    [InlineData("mass_12", "write \"kt\"")]
    [InlineData("mass_13", "a lakh is 100,000")]
    [InlineData("mass_14", "a lakh of tonnes is 100 kt")]
    [InlineData("mass_15", "a quintal is 100 kg")]
    [InlineData("mass_16", "a mass (t, kt, Mt, kg, g)")]
    [InlineData("gas_09", "a volume of gas (Sm3")]
    public void A_spelling_that_is_no_unit_is_refused_with_the_unit_that_is(string file, string said)
    {
        Assert.False(MonitoringReportReader.TryRead(Bytes("units", file), file, out _, out var problems));
        Assert.Contains(problems, p => p.Place.Pointer == "/fuels/0/amount" && p.ToString().Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Millions_of_tonnes_for_tonnes_are_withheld_and_named() =>
        Assert.Contains(Assess(Read("units", "mass_02")).Findings, f => f.NeedsReason && f.Message.Contains("t written as Mt", StringComparison.Ordinal));

    /// <summary>A million cubic metres at 9,000 kcal and 56.1 t/TJ: 1,000,000 x 9,000 x 4.1868 / 10^9 x 56.1 = 2,113.91532 t, however the unit is written.</summary>
    [Theory]
    [InlineData("gas_00")]
    [InlineData("gas_01")]
    [InlineData("gas_02")]
    [InlineData("gas_07")]
    public void The_units_in_which_gas_is_billed_are_read(string file) =>
        Assert.Equal("2113.91532 t", Assess(Read("units", file)).Emissions.Total.ToString());

    [Theory]
    [InlineData("gas_03", "fuel-unit")]
    [InlineData("gas_04", "calorific-value-unit")]
    [InlineData("gas_05", "missing-key")]
    [InlineData("gas_06", "missing-key")]
    [InlineData("gas_08", "calorific-value-unit")]
    public void Units_that_do_not_fit_each_other_are_refused(string file, string code)
    {
        IReadOnlyList<Problem> problems;
        var isRefused = !MonitoringReportReader.TryRead(Bytes("units", file), file, out var report, out problems) || !Assessor.TryAssess(report!, Rules, null, out _, out problems);
        Assert.True(isRefused);
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error);
    }

    [Fact]
    public void Every_file_is_looked_at() =>
        Assert.Equal(44, Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Reported"), "*.json", SearchOption.AllDirectories).Length);

    private static Assessment Assess(MonitoringReport report) => Assessor.Assess(report, Rules);

    private static MonitoringReport Read(string folder, string file) => MonitoringReportReader.Read(Bytes(folder, file), file);

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Reported", folder, file + ".json"));
}
