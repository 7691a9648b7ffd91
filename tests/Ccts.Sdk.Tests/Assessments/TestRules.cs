using System.Collections.Generic;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>Rules for tests of the arithmetic: the facts' values, without reading a ruleset.</summary>
internal static class TestRules
{
    private static readonly Standing Settled = new(new LegalSource("BEE-DPCM", "test"), Force.InForce, Evidence.Verbatim);
    private static readonly Standing Assumed = new(new LegalSource("POLICY", "test"), Force.None, Evidence.Assumption);
    private static readonly Standing Gazette = new(new LegalSource("GEI-2025", "First Schedule"), Force.InForce, Evidence.Transcribed);

    internal static readonly EmissionRules Emissions = new()
    {
        Fuels = new Dictionary<string, FuelFactor>
        {
            ["petroleum-coke"] = Fuel("petroleum-coke", "97.50 tCO2/TJ"),
            ["residual-fuel-oil"] = Fuel("residual-fuel-oil", "77.40 tCO2/TJ"),
            ["natural-gas"] = Fuel("natural-gas", "56.10 tCO2/TJ"),
            ["charcoal"] = Fuel("charcoal", "112.00 tCO2/TJ", biogenic: true),
        },
        Materials = new Dictionary<string, MaterialFactor>
        {
            ["CaCO3"] = new("CaCO3", LegalValue.Known("materials/CaCO3", MassEmissionFactor.Parse("0.440 tCO2/t"), Settled)),
        },
        GlobalWarmingPotentials = new Dictionary<string, LegalValue<decimal>>
        {
            ["CF4"] = LegalValue.Known("gwp/CF4", 6630m, Settled),
            ["C2F6"] = LegalValue.Known("gwp/C2F6", 11100m, Settled),
            ["C4F10"] = LegalValue.Known("gwp/C4F10", 9200m, Settled),
            ["C6F14"] = LegalValue.Known("gwp/C6F14", 7910m, Settled),
        },
        FrozenGridFactor = LegalValue.Unknown<ElectricityEmissionFactor>("electricity/frozen", new Standing(new LegalSource("BEE-DPCM", "s.5(7)(vi)"), Force.InForce, Evidence.Unknown), "not published", "BEE"),
        GridFactorReading = LegalValue.Known("electricity/reading", ElectricityEmissionFactor.Parse("0.727 tCO2/MWh"), Assumed),
        OtherGridFactorReadings = [LegalValue.Known("electricity/other", ElectricityEmissionFactor.Parse("0.716 tCO2/MWh"), Assumed)],
        PpaDefaultFactor = LegalValue.Known("electricity/ppa", ElectricityEmissionFactor.Parse("1.19 tCO2/MWh"), Settled),
        ExportFallbackFactor = LegalValue.Known("electricity/export", ElectricityEmissionFactor.Parse("0.727 tCO2/MWh"), Assumed),
        NetOverGrossSolidLiquid = LegalValue.Known("fuel/net-over-gross", 0.95m, Settled),
        NetOverGrossGaseous = LegalValue.Known("fuel/net-over-gross-gas", 0.90m, Settled),
        DefaultOxidationFactor = LegalValue.Known("fuel/oxidation", 1m, Settled),
        CarbonToCo2 = LegalValue.Known("carbon", new CarbonToCo2(44m, 12m), Assumed),
        OtherCarbonToCo2 = LegalValue.Known("carbon-other", new CarbonToCo2(3.664m, 1m), Assumed),
        StreamDecimals = LegalValue.Known("rounding/stream", 9, Assumed),
        RenewableZeroRating = new Standing(new LegalSource("BEE-DPCM", "s.5(17)"), Force.InForce, Evidence.Verbatim),
        CertificatesDoNotCount = new Standing(new LegalSource("BEE-DPCM", "s.5(17)"), Force.InForce, Evidence.Verbatim),
    };

    internal static readonly CertificateRules Certificates = new()
    {
        IntensityDecimals = LegalValue.Known("rounding/intensity", 4, Assumed),
        Rounding = LegalValue.Known("rounding/certificates", CertificateRounding.Nearest, Assumed),
        OutputMonths = LegalValue.Known("pro-rata/months", 12, Assumed),
        OtherOutputMonths = new Dictionary<string, LegalValue<int>> { ["GEI-2025"] = LegalValue.Known("pro-rata/months", 7, Assumed) },
        DeemedBaseline = new Standing(new LegalSource("GEI-2025", "r.4(5)"), Force.InForce, Evidence.Transcribed),
        Issue = new Standing(new LegalSource("GEI-2025", "r.5(2)"), Force.InForce, Evidence.Transcribed),
        Surrender = new Standing(new LegalSource("GEI-2025", "r.5(3)"), Force.InForce, Evidence.Transcribed),
        CompensationMultiple = LegalValue.Known("compensation/multiple", 2m, Settled),
        CompensationDays = LegalValue.Known("compensation/days", 90, Settled),
        ValidityMonths = LegalValue.Unknown<int>("certificates/validity", Settled, "no text read sets one", "BEE"),
    };

    internal static readonly MonitoringRules Monitoring = new()
    {
        Materiality = LegalValue.Known("materiality", 0.02m, Settled),
        SmallSourceShare = LegalValue.Known("small-source", 0.10m, Settled),
        SolidFuelPerSample = LegalValue.Known("sampling/solid", Mass.FromTonnes(20000m), Settled),
        CarbonatePerSample = LegalValue.Known("sampling/carbonate", Mass.FromTonnes(50000m), Settled),
        ConversionMaterialPerSample = LegalValue.Known("sampling/conversion", Mass.FromTonnes(50000m), Settled),
        SolidFuelSamplesPerYear = LegalValue.Known("sampling/solid-year", 12, Settled),
        CarbonateSamplesPerYear = LegalValue.Known("sampling/carbonate-year", 12, Settled),
        ConversionMaterialSamplesPerYear = LegalValue.Known("sampling/conversion-year", 4, Settled),
        GasSamplesPerYear = LegalValue.Known("sampling/gas-year", 52, Settled),
        YearOnYearChange = LegalValue.Known("year-on-year", 0.25m, Assumed),
        StockTolerance = LegalValue.Known("stock-tolerance", 0.001m, Assumed),
    };

    internal static AssessmentRules Of(string year, params EntityTarget[] targets)
    {
        var rows = new Dictionary<string, EntityTarget>();
        foreach (var target in targets)
        {
            rows[target.Key] = target;
        }

        return new AssessmentRules
        {
            Ruleset = new RulesetIdentity("test/" + year, 1, "sha256:" + new string('0', 64)),
            Year = ComplianceYear.Parse(year),
            Emissions = Emissions,
            Monitoring = Monitoring,
            Certificates = Certificates,
            Sectors = new Dictionary<string, Sector> { ["Cement"] = new("Cement", OutputBasis.Tonne, 186, Gazette) },
            Targets = rows,
            TargetsOnRequest = new Dictionary<string, EntityTarget>(),
            Deadlines = [new Deadline("Form A", "within 4 months of compliance year end", "Form A", null, Settled)],
        };
    }

    internal static EntityTarget Target(string key, string year, string baseline, string? target, decimal output) => new()
    {
        Key = key,
        Entity = key,
        Sector = "Cement",
        BaselineYear = ComplianceYear.Parse("2023-24"),
        BaselineOutput = Output.Of(output, OutputBasis.Tonne),
        BaselineIntensity = EmissionIntensity.Parse(baseline + " tCO2e/t"),
        Year = ComplianceYear.Parse(year),
        Target = target is null ? null : EmissionIntensity.Parse(target + " tCO2e/t"),
        Standing = Gazette,
    };

    private static FuelFactor Fuel(string key, string factor, bool biogenic = false) =>
        new(key, key, LegalValue.Known("fuels/" + key, EnergyEmissionFactor.Parse(factor), Settled), biogenic, null, Settled);
}
