using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>The GHG emission report of a year (DPCM s.5(22)): each source with what it comes to and by which method, data and factor.</summary>
/// <remarks>Pure and thread-safe. Every figure is the assessment's own, so that report and assessment cannot differ. No official template was found.</remarks>
public static class EmissionReport
{
    /// <summary>Fills the report.</summary>
    /// <param name="report">The monitoring report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <param name="stated">Fields by number that no report knows, e.g. <c>plant-head</c>.</param>
    /// <param name="plans">The versions of the monitoring plan that were followed in the year; none where no plan is at hand.</param>
    /// <exception cref="CctsDataException">The certificates are withheld, the baseline is deemed achieved, the assessment or the plan is of another entity or year, or a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, IReadOnlyDictionary<string, string> stated, params MonitoringPlan[] plans)
    {
        Require.NotNull(report);
        Require.NotNull(assessment);
        if (report.Entity != assessment.Entity || report.Year != assessment.Year)
        {
            throw Other($"The assessment is of {assessment.Entity.Name}, {assessment.Year}.", report);
        }

        DeemedYear.Refuse(assessment);
        if (Require.All(plans).Length > 0 && PlanCheck.Deviations(plans, report).FirstOrDefault(g => g.Part is null) is { } other)
        {
            throw Other(other.Message, report);
        }

        var versions = plans.OrderBy(p => p.Version).ToList();
        var form = new FormBuilder(Require.NotNull(stated)).Part("Head")
            .Computed("registration", "Registration number", report.Entity.Registration?.ToString())
            .Computed("entity", "Obligated entity", report.Entity.Name)
            .Stated("plant-head", "Head of the plant")
            .Stated("energy-manager", "Energy manager")
            .Computed("year", "Reporting year", report.Year.ToString())
            .Computed("plan", "Version of the monitoring plan", Each(versions, p => p.Version.ToString(CultureInfo.InvariantCulture)))
            .Computed("plan.effective", "Followed from", Each(versions, p => LocalDatePattern.Iso.Format(p.Effective)))
            .Stated("changes", "Operational changes in the year")
            .Stated("process", "Details of the process");
        foreach (var source in SourceTonnes.Of(assessment).Where(s => s.Part != SourcePart.Memo))
        {
            Source(form.Part("Source " + source.Id), source, ReportStreams.Of(report).First(s => s.Id == source.Id), assessment, versions);
        }

        EmissionWorkings.Memo(form, assessment);
        form.Part("Totals")
            .Computed("total", "Total GHG emission", assessment.Emissions.Total.Tonnes, "tCO2e")
            .Computed("product", "Equivalent product", assessment.Output.Value, ComplianceForms.OutputUnit(assessment))
            .Computed("intensity", "GHG emission intensity", assessment.Intensity.Achieved.TonnesPerUnit, ComplianceForms.UnitOf(assessment))
            .Part("Quality")
            .Computed("sampling", "Sampling plan", versions.LastOrDefault()?.Sampling)
            .Computed("control", "Control of data", versions.LastOrDefault()?.DataFlow)
            .Stated("measures", "Measures taken")
            .Part("Signature").Stated("signatory", "Name of the signatory").Stated("designation", "Designation").Stated("date", "Date");
        var made = ComplianceForms.Make("ghg", "GHG emission report", "DPCM s.5(22)", FormBasis.Of(assessment), form);
        return versions.Count > 0 && PlanDeviations.Uncovered(versions) is { } days ? made with { Notices = [.. made.Notices, new FormNotice(days)] } : made;
    }

    private static void Source(FormBuilder form, SourceTonnes source, MonitoredStream stream, Assessment assessment, List<MonitoringPlan> versions)
    {
        form.Computed(source.Id, source.Part == SourcePart.Deducted ? "Deducted" : "Emission", source.Tonnes, "tCO2e", PartOf(source.Part));
        var planned = versions.SelectMany(v => v.Sources).LastOrDefault(s => s.Id == source.Id);
        form.Computed(source.Id + ".methodology", "Methodology", planned?.Methodology);
        form.Computed(source.Id + ".tier", "Type of factor", Tier(stream));
        EmissionWorkings.Of(form, source.Id, assessment);
        form.Computed(source.Id + ".samples", "Samples analysed", Samples(stream)?.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Each(List<MonitoringPlan> versions, Func<MonitoringPlan, string> said) => versions.Count == 0 ? null : string.Join(", ", versions.Select(said));

    internal static string? Tier(MonitoredStream stream)
    {
        FactorTier? tier = stream switch
        {
            FuelStream { CarbonContent: not null } => FactorTier.TypeII,
            FuelStream f => f.Factor.Tier,
            ProcessMaterialStream m => m.Factor.Tier,
            _ => null,
        };
        return tier switch { FactorTier.TypeI => "I", FactorTier.TypeII => "II", _ => null };
    }

    private static int? Samples(MonitoredStream stream) => stream switch { FuelStream f => f.Samples, ProcessMaterialStream m => m.Samples, _ => null };

    private static string PartOf(SourcePart part) => part switch
    {
        SourcePart.Combustion => "direct, energy",
        SourcePart.Process => "direct, process",
        SourcePart.Electricity or SourcePart.Heat => "indirect, energy",
        _ => "taken off the total",
    };

    private static CctsDataException Other(string message, MonitoringReport report) =>
        new([new Problem("other-report", Severity.Error, message, report.Place) { Expected = $"of {report.Entity.Name}, {report.Year}" }]);
}
