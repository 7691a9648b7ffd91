using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Assessments;

/// <summary>Fills the plain records for the calculators from a ruleset's data. It names parameters and contains no value of the law.</summary>
internal static class AssessmentRulesBuilder
{
    private const string FurtherGases = "gases.global-warming-potential";
    private const string NeverExcluded = "coprocessing.never-excluded";

    /// <summary>The paths of all parameters that calculators read.</summary>
    internal static IReadOnlyCollection<string> Reads(IReadOnlyDictionary<string, Parameter> parameters, ComplianceYear year, FactorLibrary factors)
    {
        var binding = new ParameterBinding(parameters, year, default, new ProblemList());
        Emissions(binding, factors);
        Monitoring(binding);
        Certificates(binding);
        return binding.Asked;
    }

    internal static EmissionRules Emissions(ParameterBinding parameters, FactorLibrary factors) => new()
    {
        Fuels = factors.Fuels,
        Materials = factors.Materials,
        GlobalWarmingPotentials = Gases(parameters, factors),
        FrozenGridFactor = Electricity(parameters, "electricity.grid.frozen-factor"),
        GridFactorReading = Electricity(parameters, "electricity.grid.factor-reading"),
        OtherGridFactorReadings = parameters.Table<ElectricityEmissionFactor>("electricity.grid.other-readings", ElectricityFactor).Select(r => r.Value).ToList(),
        PpaDefaultFactor = Electricity(parameters, "electricity.ppa.default-factor"),
        ExportFallbackFactor = Electricity(parameters, "electricity.export.fallback-factor"),
        NetOverGrossSolidLiquid = parameters.Number("calorific.net-over-gross.solid-liquid", ParameterUnit.Ratio),
        NetOverGrossGaseous = parameters.Number("calorific.net-over-gross.gaseous", ParameterUnit.Ratio),
        DefaultOxidationFactor = parameters.Number("combustion.oxidation.default", ParameterUnit.Ratio),
        CarbonToCo2 = parameters.Value<CarbonToCo2>("carbon.to-co2", CarbonRatio),
        OtherCarbonToCo2 = parameters.Value<CarbonToCo2>("carbon.to-co2.other", CarbonRatio),
        StreamDecimals = parameters.Whole("emissions.stream-decimals", ParameterUnit.Decimals),
        RenewableZeroRating = parameters.Statement("electricity.renewable.zero-rated-with-undertaking"),
        CertificatesDoNotCount = parameters.Statement("electricity.renewable-certificates.do-not-count"),
        CoalDeviation = parameters.Optional<NetCalorificValue>("monitoring.laboratory-deviation.coal", NetCalorificValue.TryParse),
        MaterialDeviation = parameters.Optional<decimal>("monitoring.laboratory-deviation.material", ParameterBinding.In<decimal>(ParameterUnit.Ratio, Scalars.TryDecimal)),
        CoProcessing = CoProcessing(parameters),
    };

    /// <summary>The gases that count: those of the factors, and those that a ruleset or an overlay adds as parameters; a potential of the factors takes precedence.</summary>
    private static Dictionary<string, LegalValue<decimal>> Gases(ParameterBinding parameters, FactorLibrary factors)
    {
        var gases = factors.GlobalWarmingPotentials.ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        foreach (var added in parameters.OptionalRows<decimal>(FurtherGases, ParameterBinding.In<decimal>(ParameterUnit.Multiple, Scalars.TryDecimal)).Where(g => !gases.ContainsKey(g.Key) && g.Value.IsKnown))
        {
            gases.Add(added.Key, added.Value);
        }

        return gases;
    }

    private static CoProcessingRules? CoProcessing(ParameterBinding parameters)
    {
        var fuels = parameters.OptionalTable<bool>(NeverExcluded, ParameterBinding.In<bool>(ParameterUnit.Statement, Yes));
        return parameters.StandingOf(NeverExcluded) is { } standing ? new CoProcessingRules([.. fuels.Keys], standing) : null;
    }

    private static bool Yes(string text, out bool value, out string? reason)
    {
        value = text == ParameterUnit.Yes;
        reason = value ? null : ParameterUnit.Yes;
        return value;
    }


    internal static MonitoringRules Monitoring(ParameterBinding parameters) => new()
    {
        Materiality = parameters.Number("verification.materiality", ParameterUnit.Ratio),
        LeastSiteVisits = parameters.Optional<int>("verification.least-site-visits", ParameterBinding.In<int>(ParameterUnit.Count, Scalars.TryWhole)),
        SmallSourceShare = parameters.Number("monitoring.small-source-share", ParameterUnit.Ratio),
        SolidFuelPerSample = parameters.Value<Mass>("monitoring.sampling.solid-fuel.mass-per-sample", Mass.TryParse),
        CarbonatePerSample = parameters.Value<Mass>("monitoring.sampling.carbonate.mass-per-sample", Mass.TryParse),
        ConversionMaterialPerSample = parameters.Value<Mass>("monitoring.sampling.conversion-material.mass-per-sample", Mass.TryParse),
        SolidFuelSamplesPerYear = parameters.Whole("monitoring.sampling.solid-fuel.samples-per-year", ParameterUnit.Samples),
        CarbonateSamplesPerYear = parameters.Whole("monitoring.sampling.carbonate.samples-per-year", ParameterUnit.Samples),
        ConversionMaterialSamplesPerYear = parameters.Whole("monitoring.sampling.conversion-material.samples-per-year", ParameterUnit.Samples),
        GasSamplesPerYear = parameters.Whole("monitoring.sampling.gas.samples-per-year", ParameterUnit.Samples),
        OwnLaboratoryAccreditation = parameters.Optional<int>("monitoring.laboratory-accreditation.own", ParameterBinding.In<int>(ParameterUnit.Months, Scalars.TryWhole)),
        YearOnYearChange = parameters.Number("monitoring.year-on-year-change", ParameterUnit.Ratio),
        StockTolerance = parameters.Number("monitoring.stock-tolerance", ParameterUnit.Ratio),
        Plausibility = PlausibilityBuilder.Build(parameters),
    };

    internal static CertificateRules Certificates(ParameterBinding parameters) => new()
    {
        IntensityDecimals = parameters.Whole("certificates.intensity-decimals", ParameterUnit.Decimals),
        Rounding = parameters.Value<CertificateRounding>("certificates.rounding", Rounding),
        SurrenderRounding = parameters.Optional<CertificateRounding>("certificates.rounding.surrender", Rounding),
        OutputMonths = parameters.Value<int>("certificates.output-months", Months),
        OtherOutputMonths = parameters.Table<int>("certificates.output-months.other-reading", Months).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal),
        DeemedBaseline = parameters.Statement("certificates.deemed-baseline"),
        Issue = parameters.Statement("certificates.issue"),
        Surrender = parameters.Statement("certificates.surrender"),
        CompensationMultiple = parameters.Number("compensation.multiple", ParameterUnit.Multiple),
        CompensationDays = parameters.Whole("compensation.payment-days", ParameterUnit.Days),
        ValidityMonths = parameters.Value<int>("certificates.validity", Lifetime),
    };

    internal static AssessmentRules Build(
        RulesetIdentity identity,
        ComplianceYear year,
        ParameterBinding parameters,
        FactorLibrary factors,
        IReadOnlyDictionary<string, Sector> sectors,
        IReadOnlyList<ScheduleRow> rows,
        IReadOnlyList<Deadline> deadlines) => new()
        {
            Ruleset = identity,
            Year = year,
            Emissions = Emissions(parameters, factors),
            Monitoring = Monitoring(parameters),
            Certificates = Certificates(parameters),
            Sectors = sectors,
            Targets = InForce(rows),
            TargetsOnRequest = OnRequest(rows),
            Deadlines = deadlines,
        };

    internal static IReadOnlyDictionary<string, EntityTarget> InForce(IReadOnlyList<ScheduleRow> rows) =>
        ByKey(rows.Where(r => r.Entity.Standing.Force == Force.InForce), rows.Count);

    internal static IReadOnlyDictionary<string, EntityTarget> OnRequest(IReadOnlyList<ScheduleRow> rows) =>
        ByKey(rows.Where(r => r.Entity.Standing.Force != Force.InForce && r.Status != TargetStatus.NotRead), 0);

    private static LegalValue<ElectricityEmissionFactor> Electricity(ParameterBinding parameters, string path) =>
        parameters.Value<ElectricityEmissionFactor>(path, ElectricityFactor);

    // Below zero, electricity bought would earn certificates.
    private static bool ElectricityFactor(string text, out ElectricityEmissionFactor value, out string? reason)
    {
        var read = ElectricityEmissionFactor.TryParse(text, out value, out reason) && value.TonnesPerMegawattHour >= 0m;
        reason = read ? null : reason ?? "a factor of zero or more";
        return read;
    }

    // Rows with a repeated key are already a problem; the first is kept so that reading can continue.
    private static Dictionary<string, EntityTarget> ByKey(IEnumerable<ScheduleRow> rows, int likely)
    {
        var targets = new Dictionary<string, EntityTarget>(likely, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!targets.ContainsKey(row.Entity.Key))
            {
                targets.Add(row.Entity.Key, row.Entity);
            }
        }

        return targets;
    }

    private static bool Months(string text, out int value, out string? reason)
    {
        var read = ParameterBinding.In<int>(ParameterUnit.Months, Scalars.TryWhole)(text, out value, out reason) && value is >= 1 and <= 12;
        reason = read ? null : reason ?? "1 to 12 months of a year";
        return read;
    }

    // A certificate that expires on its day of issue would be worthless.
    private static bool Lifetime(string text, out int value, out string? reason)
    {
        var read = ParameterBinding.In<int>(ParameterUnit.Months, Scalars.TryWhole)(text, out value, out reason) && value >= 1;
        reason = read ? null : reason ?? "1 month or more";
        return read;
    }

    private static bool CarbonRatio(string text, out CarbonToCo2 value, out string? reason) =>
        ParameterBinding.In<CarbonToCo2>(ParameterUnit.CarbonToCo2, Fraction)(text, out value, out reason);

    private static bool Fraction(string text, out CarbonToCo2 value, out string? reason)
    {
        var slash = text.IndexOf('/');
        var denominator = 1m;
        reason = null;
        var read = Scalars.TryDecimal(slash < 0 ? text : text.Substring(0, slash), out var numerator, out reason)
            && (slash < 0 || Scalars.TryDecimal(text.Substring(slash + 1), out denominator, out reason));
        value = read ? new CarbonToCo2(numerator, denominator) : default;
        return read;
    }

    private static bool Rounding(string text, out CertificateRounding value, out string? reason)
    {
        CertificateRounding? read = text switch
        {
            "nearest " + ParameterUnit.Word => CertificateRounding.Nearest,
            "toward-zero " + ParameterUnit.Word => CertificateRounding.TowardZero,
            "away-from-zero " + ParameterUnit.Word => CertificateRounding.AwayFromZero,
            _ => null,
        };
        value = read ?? CertificateRounding.Nearest;
        reason = read is null ? "\"nearest\", \"toward-zero\" or \"away-from-zero\", in the unit \"word\"" : null;
        return read is not null;
    }
}

/// <summary>The parameters for the ledger's limits, named here because this file has the names of all parameters that are read.</summary>
public static class LedgerParameters
{
    internal const string Surrender = "certificates.surrender";
    internal const string Validity = "certificates.validity";
    internal const string Breaches = "market.oversale.breaches";
    internal const string Bar = "market.oversale.bar";

    /// <summary>The parameters of a ledger's policy.</summary>
    public static IReadOnlyList<string> All { get; } = [Surrender, Validity, Breaches, Bar];
}
