using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Calculations;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>The certificates under the other readings of unsettled points of law: what the unknowns cost.</summary>
internal static class Readings
{
    internal static (IReadOnlyList<OtherReading> Readings, CertificateRange Together) Of(MonitoringReport report, AssessmentRules rules, EntityTarget row, EmissionTotals emissions, Output output, CertificateResult used, IReadOnlyList<ILegalValue> leanedOn)
    {
        var readings = OfCertificates(rules.Certificates, row, used);
        var together = new CertificateExtremes(row, rules.Certificates);
        together.Consider(used);
        if (!report.DocumentsSubmitted)
        {
            return (readings, together.Range);
        }

        var target = row.Target!.Value;
        AddUnroundedComparison(readings, emissions, output, target, rules.Certificates, used);
        var grid = AddGridFactors(readings, report, rules, emissions, output, target, leanedOn);
        var carbon = AddCarbonRatio(readings, report, rules, emissions, output, target, leanedOn);
        var (least, most) = FuelReadings.Add(readings, report, rules, emissions, output, target, leanedOn);
        foreach (var electricity in grid)
        {
            foreach (var fuels in new[] { default, least, most })
            {
                together.Consider(carbon with { Electricity = electricity, Combustion = carbon.Combustion + fuels }, output, target);
                together.Consider(emissions with { Electricity = electricity, Combustion = emissions.Combustion + fuels }, output, target);
            }
        }

        return (readings, together.Range);
    }

    /// <summary>The readings that need nothing of a report: months of output and rounding.</summary>
    internal static List<OtherReading> OfCertificates(CertificateRules rules, EntityTarget row, CertificateResult used)
    {
        var readings = new List<OtherReading>();
        AddOutputMonths(readings, rules, row, used);
        AddRounding(readings, rules, used);
        return readings;
    }

    private static void AddOutputMonths(List<OtherReading> readings, CertificateRules rules, EntityTarget row, CertificateResult used)
    {
        if (!rules.OtherOutputMonths.TryGetValue(row.Schedule, out var months) || !months.IsKnown || rules.OutputMonths.Value == 0 || months.Value == rules.OutputMonths.Value || used.Unrounded is not { } tonnes)
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
    private static void AddUnroundedComparison(List<OtherReading> readings, EmissionTotals emissions, Output output, EmissionIntensity target, CertificateRules rules, CertificateResult used)
    {
        if (used.Kind == CertificateKind.Nil && used.Unrounded!.Value.Tonnes != 0m)
        {
            Add(readings, emissions, output, target, CertificateExtremes.Unrounded(rules), rules.IntensityDecimals.Path, rules.IntensityDecimals.Text + " decimals", "not rounded");
        }
    }

    /// <summary>The emissions of electricity under each reading, the one used first.</summary>
    private static List<Co2e> AddGridFactors(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EmissionIntensity target, IReadOnlyList<ILegalValue> leanedOn)
    {
        var used = rules.Emissions.GridFactorReading;
        var electricities = new List<Co2e> { emissions.Electricity };
        if (!leanedOn.Contains(used))
        {
            return electricities;
        }

        foreach (var other in rules.Emissions.OtherGridFactorReadings.Where(r => r.IsKnown))
        {
            var read = rules.Emissions with { GridFactorReading = other };
            var electricity = Co2e.FromTonnes(GhgInventory.Electricity(report, read, new Workings(keepSteps: false)).Tonnes);
            electricities.Add(electricity);
            Add(readings, emissions with { Electricity = electricity }, output, target, rules.Certificates, used.Path, used.Text, other.Text);
        }

        return electricities;
    }

    /// <summary>The emissions under the other ratio; where there is none, as they are.</summary>
    private static EmissionTotals AddCarbonRatio(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EmissionIntensity target, IReadOnlyList<ILegalValue> leanedOn)
    {
        var (used, other) = (rules.Emissions.CarbonToCo2, rules.Emissions.OtherCarbonToCo2);
        if (!leanedOn.Contains(used) || !other.IsKnown)
        {
            return emissions;
        }

        var read = rules.Emissions with { CarbonToCo2 = other };
        var workings = new Workings(keepSteps: false);
        var memo = new Subtotal(workings);
        var combustion = Co2e.FromTonnes(GhgInventory.Fuels(report, read, workings, ref memo).Tonnes);
        var process = Co2e.FromTonnes(GhgInventory.Process(report, read, workings).Tonnes);
        var reread = emissions with { Combustion = combustion, Process = process };
        Add(readings, reread, output, target, rules.Certificates, used.Path, used.Text, other.Text);
        return reread;
    }

    internal static void Add(List<OtherReading> readings, EmissionTotals emissions, Output output, EmissionIntensity target, CertificateRules rules, string path, string used, string reading) =>
        readings.Add(new OtherReading(path, used, reading, CertificateCalculator.Calculate(emissions.Total, output, target, rules, new Workings(keepSteps: false))));

    private static string Months(int months) => months.ToString(CultureInfo.InvariantCulture) + " months of output";
}
