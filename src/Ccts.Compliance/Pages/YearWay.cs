using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Years;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>The path of one year through the machine: the stages passed with their days, the current stage, and dashed the stages that can follow.</summary>
internal static class YearWay
{
    internal static void Write(HtmlWriter page, PageWords words, YearState year) => page.Element("ol", () =>
    {
        var passed = Passed(year).ToList();
        foreach (var (stage, since) in passed.Take(passed.Count - 1))
        {
            page.Element("li", () => Stage(page, words, stage, since));
        }

        page.Element("li", () => Stage(page, words, year.Stage, passed[passed.Count - 1].Since), ("class", "now"), ("aria-current", "step"));
        foreach (var next in year.Next.Where(t => t.From == year.Stage).Select(t => t.To ?? year.BeforeCheck ?? year.Stage).Where(s => s != year.Stage).Distinct())
        {
            page.Element("li", words.Of(next), ("class", "next"));
        }
    }, ("class", "way"), ("aria-label", words["The way so far, and what can follow"])).Line();

    private static void Stage(HtmlWriter page, PageWords words, YearStage stage, string? since)
    {
        page.Text(words.Of(stage));
        if (since is not null)
        {
            page.Text(" ").Element("small", since, ("class", "date"));
        }
    }

    // Each stage with the day on which the year reached it; a step that does not change the stage adds none.
    private static IEnumerable<(YearStage Stage, string? Since)> Passed(YearState year)
    {
        var at = YearState.Begin(year.Entity, year.Year);
        yield return (at.Stage, null);
        foreach (var step in year.Events)
        {
            var before = at.Stage;
            at = at.Apply(step);
            if (at.Stage != before)
            {
                yield return (at.Stage, LocalDatePattern.Iso.Format(step.On));
            }
        }
    }
}
