using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Pages.Charts;

/// <summary>Intensity against target over the years: bars from zero for what was achieved, a mark for each target, the baseline first.</summary>
internal static class TrajectoryChart
{
    private const decimal Left = 68m;
    private const decimal Room = 325m;
    private const int Row = 46;

    internal static void Write(HtmlWriter page, PageWords words, Trajectory trajectory)
    {
        var rows = new List<(string Year, decimal? Bar, decimal? Target, string Text)>();
        if (trajectory.Baseline is { } baseline)
        {
            rows.Add(($"{trajectory.BaselineYear}", baseline.TonnesPerUnit, null, $"{baseline} ({words["Baseline"]})"));
        }

        rows.AddRange(trajectory.Points.Select(p => ($"{p.Year}", p.Achieved?.TonnesPerUnit, p.Target?.TonnesPerUnit, $"{p.Achieved?.ToString() ?? words["not known"]} ({words["Target"]}: {p.Target?.ToString() ?? words["none"]})")));
        var longest = rows.SelectMany(r => new[] { r.Bar, r.Target }).Max() ?? 0m;
        if (longest <= 0m)
        {
            return;
        }

        page.Element("svg", () =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var (year, bar, target, text) = rows[i];
                page.Element("text", year, ("x", "0"), ("y", SourceBar.Place((i * Row) + 17m)));
                if (bar is > 0m)
                {
                    page.Element("rect", () => page.Element("title", $"{year}: {text}"), ("x", SourceBar.Place(Left)), ("y", SourceBar.Place((i * Row) + 4m)), ("width", SourceBar.Place(bar.Value / longest * Room)), ("height", "16"), ("class", i == 0 && trajectory.Baseline is not null ? "s4" : "s1"));
                }

                if (target is > 0m)
                {
                    var x = SourceBar.Place(Left + (target.Value / longest * Room));
                    page.Element("line", "", ("x1", x), ("x2", x), ("y1", SourceBar.Place(i * Row)), ("y2", SourceBar.Place((i * Row) + 24m)), ("class", "mark"));
                }

                page.Element("text", text, ("x", SourceBar.Place(Left)), ("y", SourceBar.Place((i * Row) + 37m)));
            }
        }, ("viewBox", $"0 0 400 {SourceBar.Place(rows.Count * Row)}"), ("class", "small"), ("role", "img"), ("aria-label", words["Intensity against target over the years"] + ": " + string.Join("; ", rows.Select(r => $"{r.Year} {r.Text}"))));
        page.Line();
    }
}
