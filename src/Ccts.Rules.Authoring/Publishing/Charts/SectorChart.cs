using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Charts;

/// <summary>Tonnes short (left) and long (right) by sector, before and in the draft.</summary>
internal static class SectorChart
{
    private const decimal Width = 720m;
    private const decimal Names = 170m;
    private const decimal Figures = 104m;
    private const decimal RowHeight = 54m;

    internal static void Draw(HtmlWriter page, Language language, IReadOnlyList<SectorImpact> sectors)
    {
        var most = sectors.SelectMany(s => new[] { s.Old.TonnesLong, s.Old.TonnesShort, s.New.TonnesLong, s.New.TonnesShort }).Max();
        if (most == 0m)
        {
            return;
        }

        var hasLong = sectors.Any(s => s.Old.TonnesLong + s.New.TonnesLong > 0m);
        var room = Width - Names - (Figures * (hasLong ? 2m : 1m));
        var zero = Names + Figures + (hasLong ? room / 2m : room);
        var scale = (hasLong ? room / 2m : room) / most;
        Svg.Drawing(page, ChartPhrases.Sectors.In(language), ChartPhrases.SectorsNote.In(language), Width, (sectors.Count * RowHeight) + 12m, () =>
        {
            for (var i = 0; i < sectors.Count; i++)
            {
                var y = (i * RowHeight) + 8m;
                Svg.Label(page, 0m, y + 23m, Svg.Cut(sectors[i].Sector, 24), language: "en");
                Side(page, sectors[i].Old, y, "old", ChartPhrases.Before.In(language));
                Side(page, sectors[i].New, y + 20m, "new", ChartPhrases.Draft.In(language));
            }

            Svg.Line(page, zero, 0m, zero, (sectors.Count * RowHeight) + 8m);
        });

        void Side(HtmlWriter to, SectorSide side, decimal y, string style, string when)
        {
            if (side.TonnesShort > 0m)
            {
                var width = Math.Max(1m, side.TonnesShort * scale);
                Svg.Bar(to, zero - width, y, width, 17m, style, $"{when}: {IndianNumber.Change(-side.TonnesShort)} t");
                Svg.Label(to, zero - width - 6m, y + 13m, IndianNumber.Change(-side.TonnesShort), "end");
            }

            if (side.TonnesLong > 0m)
            {
                var width = Math.Max(1m, side.TonnesLong * scale);
                Svg.Bar(to, zero, y, width, 17m, style, $"{when}: {IndianNumber.Change(side.TonnesLong)} t");
                Svg.Label(to, zero + width + 6m, y + 13m, IndianNumber.Change(side.TonnesLong));
            }
        }
    }
}
