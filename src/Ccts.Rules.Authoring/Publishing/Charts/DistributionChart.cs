using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Charts;

/// <summary>Shows how far targets are below the baseline: for each sector how many entities have which cut, before and in the draft.</summary>
internal static class DistributionChart
{
    private const decimal Width = 720m;
    private const decimal Left = 10m;
    private const decimal RowHeight = 104m;
    private const decimal BarsHeight = 56m;
    private const int MostBins = 24;

    internal static void Draw(HtmlWriter page, Language language, IReadOnlyList<SectorCuts> sectors)
    {
        var all = sectors.SelectMany(s => s.Old.Concat(s.New)).ToList();
        var (low, high) = (Math.Min(0m, all.Min()), Math.Max(0.01m, all.Max()));
        var step = Svg.Step(high - low, MostBins);
        var first = Math.Floor(low / step);
        var bins = (int)(Math.Floor(high / step) - first) + 1;
        var height = (sectors.Count * RowHeight) + 30m;
        Svg.Drawing(page, ChartPhrases.Distribution.In(language), ChartPhrases.DistributionNote.In(language, IndianNumber.Percent(step)), Width, height, () =>
        {
            for (var i = 0; i < sectors.Count; i++)
            {
                Row(page, language, sectors[i], (i * RowHeight) + 24m, first, step, bins);
            }

            var cell = (Width - (2m * Left)) / bins;
            for (var bin = 0; bin <= bins; bin += (bins + 7) / 8)
            {
                Svg.Label(page, Left + (bin * cell), height - 8m, IndianNumber.Percent((first + bin) * step), bin == 0 ? "start" : bin == bins ? "end" : "middle", "soft");
            }
        });
    }

    private static void Row(HtmlWriter page, Language language, SectorCuts sector, decimal top, decimal first, decimal step, int bins)
    {
        var (old, @new) = (Count(sector.Old, first, step, bins), Count(sector.New, first, step, bins));
        var most = Math.Max(1, old.Concat(@new).Max());
        var cell = (Width - (2m * Left)) / bins;
        var ground = top + BarsHeight + 10m;
        Svg.Label(page, Left, top - 8m, sector.Sector, language: "en");
        Svg.Label(page, Width - Left, top - 8m, ChartPhrases.Entities.In(language, sector.Old.Count, sector.New.Count), "end", "soft");
        for (var bin = 0; bin < bins; bin++)
        {
            var x = Left + (bin * cell);
            var range = IndianNumber.Percent((first + bin) * step) + " – " + IndianNumber.Percent((first + bin + 1) * step);
            Bar(page, x + (cell * 0.1m), ground, cell * 0.38m, old[bin], most, "old", ChartPhrases.Before.In(language) + ", " + range + ": " + old[bin]);
            Bar(page, x + (cell * 0.52m), ground, cell * 0.38m, @new[bin], most, "new", ChartPhrases.Draft.In(language) + ", " + range + ": " + @new[bin]);
        }

        Svg.Line(page, Left, ground, Width - Left, ground);
    }

    private static void Bar(HtmlWriter page, decimal x, decimal ground, decimal width, int count, int most, string style, string tip)
    {
        if (count > 0)
        {
            var height = BarsHeight * count / most;
            Svg.Bar(page, x, ground - height, width, height, style, tip);
        }
    }

    private static int[] Count(IReadOnlyList<decimal> cuts, decimal first, decimal step, int bins)
    {
        var counts = new int[bins];
        foreach (var cut in cuts)
        {
            counts[(int)(Math.Floor(cut / step) - first)]++;
        }

        return counts;
    }
}

/// <summary>The cuts of a sector's targets against their baselines, as shares.</summary>
internal sealed record SectorCuts(string Sector, IReadOnlyList<decimal> Old, IReadOnlyList<decimal> New);
