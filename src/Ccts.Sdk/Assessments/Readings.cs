using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>The certificates under the other readings of unsettled points of law.</summary>
public static class Readings
{
    internal static (IReadOnlyList<OtherReading> Readings, CertificateRange Together) Of(MonitoringReport report, AssessmentRules rules, EntityTarget row, EmissionTotals emissions, Output output, CertificateResult used, Workings workings)
    {
        var (target, assumptions) = (row.Target!.Value, workings.Assumptions);
        var readings = OfCertificates(rules.Certificates, row, used, workings.Edition);
        var together = new CertificateExtremes(row, rules.Certificates);
        together.Consider(used);
        if (!report.DocumentsSubmitted)
        {
            return (readings, together.Range);
        }

        AddUnroundedComparison(readings, emissions, output, target, rules.Certificates, used);
        var grid = GridReadings.Add(readings, report, rules, emissions, output, target, workings);
        var carbon = AddCarbonRatio(readings, report, rules, emissions, output, target, workings);
        var (least, most) = FuelReadings.Add(readings, report, rules, emissions, output, target, assumptions);
        foreach (var power in grid)
        {
            foreach (var fuels in new[] { default, least, most })
            {
                together.Consider(power.In(carbon with { Combustion = carbon.Combustion + fuels }), output, target);
                together.Consider(power.In(emissions with { Combustion = emissions.Combustion + fuels }), output, target);
            }
        }

        return (readings, together.Range);
    }

    /// <summary>The readings that do not depend on the report: months of output and rounding.</summary>
    /// <param name="rules">Rounding policy and months of output, with their open points.</param>
    /// <param name="row">The entity's row of the schedule.</param>
    /// <param name="used">The certificates as computed.</param>
    public static IReadOnlyList<OtherReading> OfCertificates(CertificateRules rules, EntityTarget row, CertificateResult used) =>
        OfCertificates(Require.NotNull(rules), Require.NotNull(row), Require.NotNull(used), Edition.Second);

    private static List<OtherReading> OfCertificates(CertificateRules rules, EntityTarget row, CertificateResult used, Edition edition)
    {
        var readings = new List<OtherReading>();
        AddOutputMonths(readings, rules, row, used, edition);
        AddRounding(readings, rules, used, edition);
        return readings;
    }

    /// <summary>The other way to whole certificates; null if the law settles it.</summary>
    internal static CertificateRounding? OtherRounding(CertificateRules rules, CertificateKind side) => rules.RoundingOf(side) switch
    {
        { Standing.IsSettled: true } => null,
        { Value: CertificateRounding.Nearest } => CertificateRounding.TowardZero,
        _ => CertificateRounding.Nearest,
    };

    internal static void Add(List<OtherReading> readings, EmissionTotals emissions, Output output, EmissionIntensity target, CertificateRules rules, string path, string used, string reading) =>
        readings.Add(new OtherReading(path, used, reading, CertificateCalculator.Calculate(emissions.Total, output, target, rules, new Workings(keepSteps: false))));

    private static void AddOutputMonths(List<OtherReading> readings, CertificateRules rules, EntityTarget row, CertificateResult used, Edition edition)
    {
        if (!rules.OtherOutputMonths.TryGetValue(row.Schedule, out var months) || !months.IsKnown || rules.OutputMonths.Value == 0 || months.Value == rules.OutputMonths.Value || used.Unrounded is null)
        {
            return;
        }

        var share = CertificateCalculator.Share(used, months.Value, rules.OutputMonths.Value, rules.RoundingOf(used.Side).Value);
        share = edition == Edition.First ? AsFirst(share) : share;
        readings.Add(new OtherReading(rules.OutputMonths.Path, Months(rules.OutputMonths.Value), Months(months.Value), share));
    }

    /// <summary>The first edition also rounded the tonnes of a nil result, and kept them as its quantity.</summary>
    private static CertificateResult AsFirst(CertificateResult share) => share.Kind == CertificateKind.Nil
        ? share with { Quantity = (long)System.Math.Round(System.Math.Abs(share.Unrounded!.Value.Tonnes), 0, System.MidpointRounding.AwayFromZero) }
        : share;

    private static void AddRounding(List<OtherReading> readings, CertificateRules rules, CertificateResult used, Edition edition)
    {
        if (used.Side == CertificateKind.Nil || (edition == Edition.First && used.Kind == CertificateKind.Nil) || OtherRounding(rules, used.Side) is not { } other)
        {
            return;
        }

        var rounding = rules.RoundingOf(used.Side);
        var result = CertificateCalculator.Whole(used.Side, System.Math.Abs(used.Unrounded!.Value.Tonnes), other);
        if (result.Quantity != used.Quantity)
        {
            readings.Add(new OtherReading(rounding.Path, rounding.Value.ToString(), other.ToString(), result));
        }
    }

    /// <summary>Through rounding of the intensity a year can count as even although it is not exactly.</summary>
    private static void AddUnroundedComparison(List<OtherReading> readings, EmissionTotals emissions, Output output, EmissionIntensity target, CertificateRules rules, CertificateResult used)
    {
        if (used.Kind == CertificateKind.Nil && used.Unrounded!.Value.Tonnes != 0m)
        {
            Add(readings, emissions, output, target, CertificateExtremes.Unrounded(rules), rules.IntensityDecimals.Path, rules.IntensityDecimals.Text + " decimals", "not rounded");
        }
    }

    /// <summary>The emissions under the other ratio; unchanged if there is none.</summary>
    private static EmissionTotals AddCarbonRatio(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EmissionIntensity target, Workings of)
    {
        var (used, other) = (rules.Emissions.CarbonToCo2, rules.Emissions.OtherCarbonToCo2);
        if (!of.Assumptions.Contains(used) || !other.IsKnown)
        {
            return emissions;
        }

        var read = rules.Emissions with { CarbonToCo2 = other };
        var workings = of.Beside();
        var memo = new Subtotal(workings);
        var combustion = Co2e.FromTonnes(GhgInventory.Fuels(report, read, workings, ref memo).Tonnes);
        var process = Co2e.FromTonnes(GhgInventory.Process(report, read, workings, ref memo).Tonnes);
        var reread = emissions with { Combustion = combustion, Process = process };
        Add(readings, reread, output, target, rules.Certificates, used.Path, used.Text, other.Text);
        return reread;
    }

    private static string Months(int months) => months.ToString(CultureInfo.InvariantCulture) + " months of output";
}
