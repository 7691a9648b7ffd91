using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments;

/// <summary>The certificates under the other readings of unsettled points of law: what the unknowns cost.</summary>
internal static class Readings
{
    private static readonly AssessmentOptions Bare = new() { OtherReadings = false, Validate = false };

    internal static IReadOnlyList<OtherReading> Of(MonitoringReport report, AssessmentRules rules, EntityTarget row, CertificateResult used, IReadOnlyList<ILegalValue> leanedOn)
    {
        var readings = new List<OtherReading>();
        AddOutputMonths(readings, rules.Certificates, row, used);
        AddRounding(readings, rules.Certificates, used);
        AddUnroundedComparison(readings, report, rules, used);
        if (report.DocumentsSubmitted)
        {
            AddGridFactors(readings, report, rules, leanedOn);
            AddCarbonRatio(readings, report, rules, leanedOn);
        }

        return readings;
    }

    private static void AddOutputMonths(List<OtherReading> readings, CertificateRules rules, EntityTarget row, CertificateResult used)
    {
        if (!rules.OtherOutputMonths.TryGetValue(row.Standing.Source.Instrument, out var months) || !months.IsKnown || used.Unrounded is not { } tonnes)
        {
            return;
        }

        var share = tonnes.Tonnes * months.Value / rules.OutputMonths.Value;
        readings.Add(new OtherReading(rules.OutputMonths.Path, Months(rules.OutputMonths.Value), Months(months.Value), CertificateCalculator.Whole(used.Kind, share, rules.Rounding.Value)));
    }

    private static void AddRounding(List<OtherReading> readings, CertificateRules rules, CertificateResult used)
    {
        var other = rules.Rounding.Value == CertificateRounding.Nearest ? CertificateRounding.TowardZero : CertificateRounding.Nearest;
        var result = CertificateCalculator.Whole(used.Kind, used.Unrounded!.Value.Tonnes, other);
        if (used.Kind != CertificateKind.Nil && result.Quantity != used.Quantity)
        {
            readings.Add(new OtherReading(rules.Rounding.Path, rules.Rounding.Value.ToString(), other.ToString(), result));
        }
    }

    /// <summary>Rounding the intensity can call a year even that is not even to the last tonne.</summary>
    private static void AddUnroundedComparison(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, CertificateResult used)
    {
        const int allDigits = 28;
        var path = rules.Certificates.IntensityDecimals.Path;
        var exact = LegalValue.Known(path, allDigits, rules.Certificates.IntensityDecimals.Standing);
        if (used.Kind == CertificateKind.Nil && used.Unrounded!.Value.Tonnes != 0m)
        {
            Add(readings, report, rules with { Certificates = rules.Certificates with { IntensityDecimals = exact } }, path, rules.Certificates.IntensityDecimals.Text + " decimals", "not rounded");
        }
    }

    private static void AddGridFactors(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, IReadOnlyList<ILegalValue> leanedOn)
    {
        var used = rules.Emissions.GridFactorReading;
        if (!leanedOn.Contains(used))
        {
            return;
        }

        foreach (var other in rules.Emissions.OtherGridFactorReadings.Where(r => r.IsKnown))
        {
            Add(readings, report, rules with { Emissions = rules.Emissions with { GridFactorReading = other } }, used.Path, used.Text, other.Text);
        }
    }

    private static void AddCarbonRatio(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, IReadOnlyList<ILegalValue> leanedOn)
    {
        var (used, other) = (rules.Emissions.CarbonToCo2, rules.Emissions.OtherCarbonToCo2);
        if (leanedOn.Contains(used) && other.IsKnown)
        {
            Add(readings, report, rules with { Emissions = rules.Emissions with { CarbonToCo2 = other } }, used.Path, used.Text, other.Text);
        }
    }

    private static void Add(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, string path, string used, string reading)
    {
        if (Assessor.TryAssess(report, rules, Bare, out var other, out _))
        {
            readings.Add(new OtherReading(path, used, reading, other!.Certificates));
        }
    }

    private static string Months(int months) => months.ToString(CultureInfo.InvariantCulture) + " months of output";
}
