using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Charts;

/// <summary>The entities whose certificates change most: to the left fewer or more owed, to the right more.</summary>
internal static class MoversChart
{
    private const int Most = 15;
    private const decimal Width = 720m;
    private const decimal Names = 250m;
    private const decimal Figures = 96m;
    private const decimal RowHeight = 26m;

    internal static void Draw(HtmlWriter page, Language language, IReadOnlyList<EntityImpact> movers)
    {
        var shown = movers.Take(Most).ToList();
        var changes = shown.Select(m => (decimal)m.Change!.Value).ToList();
        var (low, high) = (Math.Min(0m, changes.Min()), Math.Max(0m, changes.Max()));
        var room = Width - Names - (2m * Figures);
        decimal X(decimal value) => Names + Figures + (room * (value - low) / (high - low));
        Svg.Drawing(page, ChartPhrases.Movers.In(language), ChartPhrases.MoversNote.In(language), Width, (shown.Count * RowHeight) + 12m, () =>
        {
            for (var i = 0; i < shown.Count; i++)
            {
                var y = (i * RowHeight) + 6m;
                var (from, to) = (X(Math.Min(0m, changes[i])), X(Math.Max(0m, changes[i])));
                Svg.Label(page, 0m, y + 15m, Svg.Cut(shown[i].Name, 34), language: "en");
                Svg.Bar(page, from, y + 3m, Math.Max(1m, to - from), RowHeight - 8m, changes[i] < 0m ? "bad" : "good", $"{shown[i].Entity.Key}: {IndianNumber.Change(changes[i])} t");
                Svg.Label(page, changes[i] < 0m ? from - 6m : to + 6m, y + 15m, IndianNumber.Change(changes[i]), changes[i] < 0m ? "end" : "start");
            }

            Svg.Line(page, X(0m), 0m, X(0m), (shown.Count * RowHeight) + 8m);
        });
    }
}
