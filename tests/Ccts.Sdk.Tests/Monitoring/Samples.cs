using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>The reports shipped under <c>samples/data</c>, and rules with the factors they use.</summary>
internal static class Samples
{
    internal const string Broken = "broken-report.json";

    internal const string Inconsistent = "inconsistent-report.json";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "data");

    private static readonly Standing Annexure = new(new LegalSource("BEE-DPCM", "Annexure IV"), Force.InForce, Evidence.Verbatim);

    internal static TheoryData<string> Good => new(Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Where(f => f is not Broken and not Inconsistent && !f.Contains("-form-", StringComparison.Ordinal) && !f.Contains(".header.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    internal static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    internal static MonitoringReport Read(string name) => MonitoringReportReader.Read(Bytes(name), name);

    /// <summary>The rules of a year with the gazetted rows of the sample entities.</summary>
    internal static AssessmentRules Rules(string year) => TestRules.Of(
        year,
        TestRules.Target("CMTOE085RJ", year, "0.8086", Pick(year, "0.8032", "0.7891"), 3_666_138m),
        TestRules.Target("CMTOE019MP", year, "0.5923", Pick(year, "0.5885", "0.5788"), 5_390_695m),
        TestRules.Target("CMTOE001KA", year, "0.4455", Pick(year, "0.4440", "0.4402"), 3_532_948m),
        TestRules.Target("CGUOE005UP", year, "0.0128", Pick(year, null, "0.0125"), 2_787_464m)) with
    {
        Emissions = TestRules.Emissions with
        {
            Fuels = new Dictionary<string, FuelFactor>(StringComparer.Ordinal)
            {
                ["petroleum-coke"] = Fuel("petroleum-coke", 97.5m),
                ["other-bituminous-coal"] = Fuel("other-bituminous-coal", 96.1m),
                ["gas-diesel-oil"] = Fuel("gas-diesel-oil", 74.1m),
                ["residual-fuel-oil"] = Fuel("residual-fuel-oil", 77.4m),
                ["natural-gas"] = Fuel("natural-gas", 56.1m),
                ["other-primary-solid-biomass"] = Fuel("other-primary-solid-biomass", 100m, biogenic: true),
            },
            Materials = new Dictionary<string, MaterialFactor>(StringComparer.Ordinal)
            {
                ["CaCO3"] = new("CaCO3", LegalValue.Known("materials/CaCO3", MassEmissionFactor.FromTonnesPerTonne(0.440m), Annexure)),
                ["MgCO3"] = new("MgCO3", LegalValue.Known("materials/MgCO3", MassEmissionFactor.FromTonnesPerTonne(0.522m), Annexure)),
            },
        },
        Sectors = new Dictionary<string, Sector>(StringComparer.Ordinal)
        {
            ["Cement"] = new("Cement", OutputBasis.Tonne, 186, Annexure),
            ["Aluminium"] = new("Aluminium", OutputBasis.Tonne, 13, Annexure),
        },
        TargetsOnRequest = new Dictionary<string, EntityTarget>(StringComparer.Ordinal)
        {
            ["draft-2025-04-hindalco-hirakud"] = TestRules.Target("draft-2025-04-hindalco-hirakud", year, "19.2759", "18.7315", 178_830m) with { Sector = "Aluminium" },
        },
    };

    private static string? Pick(string year, string? first, string? second) => string.Equals(year, "2025-26", StringComparison.Ordinal) ? first : second;

    private static FuelFactor Fuel(string key, decimal factor, bool biogenic = false) =>
        new(key, key, LegalValue.Known("fuels/" + key, EnergyEmissionFactor.FromTonnesPerTerajoule(factor), Annexure), biogenic, null, Annexure);
}
