using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Years;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>The drawing in the docs is the machine's own, arrow by arrow, and the page of a year draws the way that the year has gone.</summary>
public sealed class YearDiagramTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "compliance-year.md")).ReplaceLineEndings("\n");

    private static string Drawn => Regex.Match(Page, "```mermaid\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;

    [Fact]
    public void The_page_has_the_diagram_that_the_machine_makes() => Assert.Equal(YearDiagram.Mermaid(), Drawn);

    // Read back by itself: whoever follows the arrows, each box with several stages standing for each of them, finds the table and no more.
    [Fact]
    public void Every_arrow_is_a_step_and_every_step_an_arrow()
    {
        var labels = Regex.Matches(Drawn, "state \"(.*?)\" as (\\w+)", RegexOptions.None, TimeSpan.FromSeconds(5)).ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);
        var arrows = from m in Regex.Matches(Drawn, "(\\w+) --> (\\w+) : ([a-z-]+) \\(([a-z-]+)\\)", RegexOptions.None, TimeSpan.FromSeconds(5))
                     from source in labels[m.Groups[1].Value].Split(", ")
                     select $"{source} {m.Groups[3].Value} {m.Groups[4].Value} {(m.Groups[2].Value == "Before" ? "before" : labels[m.Groups[2].Value])}";
        var steps = YearMachine.Transitions.Select(t => $"{YearWords.Of(t.From)} {YearWords.Of(t.Move)} {YearWords.Of(t.Role)} {(t.To is { } to ? YearWords.Of(to) : "before")}");
        Assert.Equal(steps.Order(StringComparer.Ordinal), arrows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_years_page_draws_what_it_passed_where_it_stands_and_what_can_follow()
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-20"), (ReturnPlan, "2025-06-25"), (SubmitPlan, "2025-06-28"), (ApprovePlan, "2025-07-15"), (SubmitReport, "2026-05-04"), (BeginVerification, "2026-05-11"));
        var page = YearPage.Write(year, [], Years.Day("2026-06-01"), "0");
        var way = Regex.Match(page, "<ol class=\"way\".*?</ol>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
        var items = Regex.Matches(way, "<li.*?</li>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(m => Regex.Replace(m.Value, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5)).Trim()).ToList();
        Assert.Equal(
            ["no monitoring plan yet", "monitoring plan with BEE 2025-06-20", "no monitoring plan yet 2025-06-25", "monitoring plan with BEE 2025-06-28", "data being collected 2025-07-15", "report with the verifier 2026-05-04", "under verification 2026-05-11", "scope of the verification limited", "positive opinion under technical review", "adverse opinion under technical review", "baseline deemed achieved"],
            items);
        Assert.Equal(1, Regex.Count(way, "aria-current=\"step\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(4, Regex.Count(way, "class=\"next\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }
}
