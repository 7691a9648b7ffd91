using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Makes the current year's monitoring report from a filing, by the mapping in the form's data: each fuel, material, meter and product becomes a stream.</summary>
/// <remarks>Pure and thread-safe. Figures are written with 20 significant digits, so that the report gives the same result as the form.</remarks>
public static class ProFormaReport
{
    /// <summary>The report, or every reason why there is none.</summary>
    /// <param name="assessment">The form's assessment.</param>
    /// <param name="report">The report, or null.</param>
    /// <param name="problems">Every problem: the form maps nothing, or a figure of a stream cannot be computed or stated.</param>
    public static bool TryMake(ProFormaAssessment assessment, [NotNullWhen(true)] out MonitoringReport? report, out IReadOnlyList<Problem> problems)
    {
        var form = Require.NotNull(assessment).Form;
        return TryMake(assessment, new FormEvaluation(form, assessment.Filing, form.Points.Select(p => ProFormaAssessor.Reading(p, p.Taken.Value).Variant)), out report, out problems);
    }

    /// <summary>The same, from computed cells.</summary>
    internal static bool TryMake(ProFormaAssessment assessment, FormEvaluation cells, [NotNullWhen(true)] out MonitoringReport? report, out IReadOnlyList<Problem> problems)
    {
        var (form, filing) = (assessment.Form, assessment.Filing);
        var found = new ProblemList();
        report = null;
        if (form.Streams.Count == 0)
        {
            found.Error("no-report-mapping", filing.Place, $"The form {form.Form} does not say what of it goes into a monitoring report.", "a form with \"report\" in its proforma.json");
        }

        var root = Head(assessment);
        foreach (var stream in form.Streams.Where(s => s.When.Evaluate(cells, ProFormaColumn.Current) is { Kind: CellKind.Number, IsTrue: true }))
        {
            ((JsonArray)(root[stream.List] ??= new JsonArray())).Add((JsonNode)Stream(stream, cells, filing, found));
        }

        if (!found.HasErrors)
        {
            MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(root.ToJsonString()), filing.Place.File, out report, out var read);
            foreach (var problem in read)
            {
                found.Add(problem);
            }
        }

        problems = found.ToList();
        return report is not null;
    }

    /// <summary>The report.</summary>
    /// <exception cref="CctsDataException">There is none; every reason is listed.</exception>
    public static MonitoringReport Make(ProFormaAssessment assessment) =>
        TryMake(assessment, out var report, out var problems) ? report : throw new CctsDataException(problems);

    private static JsonObject Head(ProFormaAssessment assessment)
    {
        var filing = assessment.Filing;
        var entity = new JsonObject { ["name"] = filing.Entity?.Name ?? filing.Name, ["sector"] = filing.Entity?.Sector ?? assessment.Form.Sector };
        AddText(entity, "registration", filing.Entity?.Registration?.Text);
        AddText(entity, "subSector", filing.Entity?.SubSector);
        AddText(entity, "state", filing.Entity?.State);
        var root = new JsonObject { ["format"] = ReportReading.Format, ["complianceYear"] = assessment.Year.ToString(), ["entity"] = entity };
        AddText(root, "illustrative", filing.Illustrative);
        AddText(root, "targetRow", filing.TargetRow);
        if (filing.OwnTarget is { } own)
        {
            root["ownTarget"] = OwnTargetWriting.ToJson(own);
        }

        AddText(root, "whyUnusual", filing.WhyUnusual);
        return root;
    }

    private static JsonObject Stream(FormStream stream, FormEvaluation cells, ProFormaFiling filing, ProblemList problems)
    {
        var json = new JsonObject { ["id"] = stream.Id };
        foreach (var member in stream.Members)
        {
            var value = member.Figure?.Evaluate(cells, ProFormaColumn.Current) ?? CellValue.Of(member.Text!);
            if (value.IsError)
            {
                problems.Error("not-computed", filing.Place, $"\"{member.Path}\" of the stream \"{stream.Id}\" comes to {value.Text}.", "a figure", "Look at the figures of the form that it is made of: \"ccts proforma assess --explain\".");
                continue;
            }

            if (value.Write(ProFormaFigure.Significant) is not { Length: > 0 } written)
            {
                continue;
            }

            var steps = member.Path.Split('.');
            var of = json;
            foreach (var step in steps.Take(steps.Length - 1))
            {
                of = (JsonObject)(of[step] ??= new JsonObject());
            }

            of[steps[steps.Length - 1]] = written + (member.Unit.Length == 0 ? "" : " " + member.Unit);
        }

        return json;
    }

    private static void AddText(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }
}
