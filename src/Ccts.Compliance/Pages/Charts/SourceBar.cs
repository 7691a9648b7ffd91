using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Pages.Wording;

namespace Ccts.Compliance.Pages.Charts;

/// <summary>One bar, split by source. The table beside it says the same in words.</summary>
internal static class SourceBar
{
    private const decimal Width = 800m;

    internal static void Write(HtmlWriter page, string title, IReadOnlyList<(string Title, decimal Tonnes, string Colour)> sources)
    {
        var total = sources.Sum(s => s.Tonnes);
        page.Element("svg", () =>
        {
            var x = 0m;
            foreach (var (name, tonnes, colour) in sources)
            {
                var width = tonnes / total * Width;
                page.Element("rect", () => page.Element("title", $"{name}: {IndianFigures.Number(tonnes)} tCO2e"), ("x", Place(x)), ("y", "0"), ("width", Place(width)), ("height", "34"), ("class", colour));
                x += width;
            }
        }, ("viewBox", "0 0 800 40"), ("role", "img"), ("aria-label", title + ": " + string.Join(", ", sources.Select(s => $"{s.Title} {IndianFigures.Number(s.Tonnes / total * 100m, "N1")} %"))));
        page.Line();
    }

    internal static string Place(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
