using System;
using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>The monitoring report that a form's mapping makes comes to what the form comes to: fuels, calcination, clinker, power and products each as a stream.</summary>
public sealed class ReportTests
{
    public static TheoryData<string> Plants => [.. Cement.Files("Vectors")];

    [Theory]
    [MemberData(nameof(Plants))]
    public void The_report_of_a_filing_comes_to_what_the_form_comes_to(string name)
    {
        var form = Cement.Assess(Cement.Vector(name));
        var report = ProFormaReport.Make(form);
        var written = MonitoringReportWriter.ToJson(report).ToJsonString();
        Assert.Equal(written, MonitoringReportWriter.ToJson(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(written), null)).ToJsonString());
        Assert.True(Assessor.TryAssess(report, Cement.Ruleset.Assessment, new AssessmentOptions { Validate = false }, out var assessment, out var problems), string.Join('\n', problems));

        // Streams are rounded to nine decimals of a tonne; a figure has 20 digits.
        Assert.InRange(assessment.Emissions.Total.Tonnes - form.Current.Total.Tonnes, -0.000001m, 0.000001m);
        Assert.InRange(assessment.Output.Value - form.Current.Product.Value, -0.000001m, 0.000001m);
        Assert.InRange(assessment.Emissions.Combustion.Tonnes + (form.Current.Process.Tonnes - form.Current.Direct.Tonnes), -0.000001m, 0.000001m);
    }

    [Fact]
    public void The_lines_of_Form_E2_are_fields_of_the_form()
    {
        Assert.Equal(18, Cement.Form.FormE2.Count);
        var figures = Cement.ByKey(Cement.Assess(Cement.Vector("01-minimal-type1-grid-ppc")));
        Assert.All(Cement.Form.FormE2, line => Assert.True(figures.ContainsKey(line.Field.Key) && line.Field.Key.StartsWith("E2." + line.Number, StringComparison.Ordinal), line.Number));
        Assert.Equal(["B3(i)", "B3(ii)"], Cement.Form.FormE2.Select(l => l.Number).Where(n => n.StartsWith("B3", StringComparison.Ordinal)));
    }
}
