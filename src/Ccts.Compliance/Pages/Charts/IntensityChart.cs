using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Pages.Charts;

/// <summary>Baseline, target and achieved intensity as bars from zero, so that their lengths may be compared.</summary>
internal static class IntensityChart
{
    private const decimal Left = 138m;
    private const decimal Room = 154m;
    private const int Row = 34;

    /// <summary>The part of a page: over the years where they are known, else of this year; and how far the intensity lies from its target.</summary>
    internal static void Part(HtmlWriter page, PageWords words, Assessment assessment, Trajectory? trajectory)
    {
        var (intensity, isDeemed) = (assessment.Intensity, assessment.IsDeemed());
        if (trajectory is null && intensity.Target is null && intensity.Baseline is null)
        {
            return;
        }

        page.Element("h2", trajectory is null ? words["Intensity against target"] : words["Intensity against target over the years"]);
        if (trajectory is null)
        {
            Write(page, words, intensity, isDeemed);
        }
        else
        {
            TrajectoryChart.Write(page, words, trajectory);
        }

        if (!isDeemed && words.Gap(intensity) is { } gap)
        {
            page.Element("p", gap);
        }
    }

    private static void Write(HtmlWriter page, PageWords words, IntensityResult intensity, bool isDeemed)
    {
        var bars = new List<(string Title, EmissionIntensity Value, string Colour)>();
        if (intensity.Baseline is { } baseline)
        {
            bars.Add((words["Baseline"], baseline, "s4"));
        }

        if (intensity.Target is { } target)
        {
            bars.Add((words["Target"], target, "s3"));
        }

        bars.Add((words[isDeemed ? "Deemed intensity" : "Achieved intensity"], intensity.Achieved, "s1"));
        var longest = bars.Max(b => b.Value.TonnesPerUnit);
        if (longest <= 0m)
        {
            return;
        }

        page.Element("svg", () =>
        {
            for (var i = 0; i < bars.Count; i++)
            {
                var (title, value, colour) = bars[i];
                var width = value.TonnesPerUnit > 0m ? value.TonnesPerUnit / longest * Room : 0m;
                page.Element("text", title, ("x", "0"), ("y", SourceBar.Place((i * Row) + 20m)));
                page.Element("rect", "", ("x", SourceBar.Place(Left)), ("y", SourceBar.Place((i * Row) + 4m)), ("width", SourceBar.Place(width)), ("height", "24"), ("class", colour));
                page.Element("text", value.ToString(), ("x", SourceBar.Place(Left + Room + 10m)), ("y", SourceBar.Place((i * Row) + 20m)));
            }

            if (intensity.Target is { } line && line.TonnesPerUnit > 0m)
            {
                var x = SourceBar.Place(Left + (line.TonnesPerUnit / longest * Room));
                page.Element("line", "", ("x1", x), ("x2", x), ("y1", "0"), ("y2", SourceBar.Place(bars.Count * Row)), ("class", "mark"));
            }
        }, ("viewBox", $"0 0 420 {SourceBar.Place(bars.Count * Row)}"), ("class", "small"), ("role", "img"), ("aria-label", words["Intensity against target"] + ": " + string.Join(", ", bars.Select(b => $"{b.Title} {b.Value}"))));
        page.Line();
    }
}
