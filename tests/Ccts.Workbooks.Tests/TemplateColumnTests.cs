using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Reports;

namespace Ccts.Workbooks.Tests;

/// <summary>Each column of the template: written, filled in and read back, what stands there changes the result, a finding or the steps; none is taken and forgotten.</summary>
public sealed class TemplateColumnTests
{
    private static readonly Workbook Template = Written();
    private static readonly Dictionary<string, int> Headers = Template.Find("Streams")!.Cells.Where(c => c.Row == 1).ToDictionary(c => c.Text, c => c.Column);

    public static TheoryData<string> Columns => [.. Headers.Keys.Where(c => !char.IsDigit(c[0]) && c != "whole year")];

    public static TheoryData<string> Months => [.. Headers.Keys.Where(c => char.IsDigit(c[0]))];

    [Theory]
    [MemberData(nameof(Columns))]
    public void What_stands_in_a_column_counts_or_is_told(string column)
    {
        var (lines, value) = TemplateColumns.Of(column);
        var filled = Filled(lines, column, value);
        Assert.True(ReportWorkbook.TryRead(filled, out _, out var problems), string.Join("\n", problems));
        var (with, without) = (Answer(filled), Answer(Filled(lines, column, TemplateColumns.Instead(column))));
        Assert.NotEqual(without, with);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public void An_amount_counts_in_its_month(string month)
    {
        Assert.True(ReportWorkbook.TryRead(Filled(TemplateColumns.Lines("coal"), month, "7 t"), out var report, out var problems), string.Join("\n", problems));
        Assert.Contains($"\"{month}\":\"7 t\"", MonitoringReportWriter.ToJson(report).ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>What a report can say in rows, a workbook can say: every column but those of a period, which months replace.</summary>
    [Fact]
    public void The_template_offers_every_column_of_streams()
    {
        var columns = typeof(StreamCsvReader).Assembly.GetType("Ccts.Sdk.Monitoring.Reading.StreamCsvColumns")!.GetField("All", BindingFlags.Static | BindingFlags.NonPublic)!;
        var all = (IEnumerable<string>)columns.GetValue(null)!;
        Assert.DoesNotContain(all.Except(Headers.Keys), c => c is not ("period" or "amount") && !c.StartsWith("evidence.", StringComparison.Ordinal));
    }

    /// <summary>Figures, findings and steps with the documents behind them, as text; errors first.</summary>
    private static string Answer(Workbook workbook)
    {
        if (!ReportWorkbook.TryRead(workbook, out var report, out var problems))
        {
            return Told(problems);
        }

        var answer = new StringBuilder();
        if (Assessor.TryAssess(report, Cement.Ruleset.Assessment, new AssessmentOptions { Steps = true }, out var assessment, out problems))
        {
            answer.AppendLine(string.Join(' ', assessment.Emissions, assessment.Output, assessment.Intensity.Achieved));
            foreach (var step in assessment.Steps)
            {
                answer.AppendLine(step.ToString()).AppendJoin(' ', step.Operands.SelectMany(o => o.Evidence ?? []).Select(d => d.Document)).AppendLine();
            }
        }

        return Told(problems) + answer;
    }

    private static string Told(IReadOnlyList<Problem> problems) => string.Concat(problems.OrderByDescending(p => p.Severity).Select(p => $"{p.Severity} {p.Code} {p.Message}\n".ToLowerInvariant() + p.Place.Pointer + "\n"));

    private static Workbook Filled(IReadOnlyList<Dictionary<string, string>> lines, string column, string value)
    {
        var sheets = new Sheets();
        foreach (var name in new[] { "Report", "Streams" })
        {
            foreach (var cell in Template.Find(name)!.Cells)
            {
                sheets.Set(name, cell.Row, cell.Column, "'" + cell.Text);
            }
        }

        sheets.Set("Report", 3, 3, "'Plant A");
        for (var i = 0; i < lines.Count; i++)
        {
            // The column is tried in the first line; the others stay as they are.
            foreach (var (name, text) in lines[i].Where(c => i > 0 || c.Key != column))
            {
                sheets.Set("Streams", i + 2, Headers[name], "'" + text);
            }
        }

        if (value.Length > 0)
        {
            sheets.Set("Streams", 2, Headers[column], "'" + value);
        }

        return sheets.ToWorkbook();
    }

    private static Workbook Written()
    {
        using var stream = new MemoryStream();
        ReportTemplate.Write(stream, "Cement", ComplianceYear.Parse("2025-26"));
        return Sheets.Read(stream.ToArray());
    }
}
