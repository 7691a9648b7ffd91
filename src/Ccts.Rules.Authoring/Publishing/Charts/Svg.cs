using System;
using System.Globalization;
using Ccts.Rules.Authoring.Publishing.Html;

namespace Ccts.Rules.Authoring.Publishing.Charts;

/// <summary>The shapes that the charts use. Coordinates are exact decimals with at most two places, so that the bytes are the same everywhere.</summary>
internal static class Svg
{
    /// <summary>A drawing whose title a screen reader announces.</summary>
    internal static void Drawing(HtmlWriter page, string title, string note, decimal width, decimal height, Action inside) => page.Element("figure", () =>
    {
        page.Element("figcaption", () => page.Element("strong", title).Text(" " + note));
        page.Element("div", () => page.Element("svg", inside, ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("role", "img"), ("aria-label", title)), ("class", "chart"));
    }).Line();

    internal static void Bar(HtmlWriter page, decimal x, decimal y, decimal width, decimal height, string style, string tip) => page.Element(
        "rect",
        () => page.Element("title", tip),
        ("x", Number(x)),
        ("y", Number(y)),
        ("width", Number(width)),
        ("height", Number(height)),
        ("class", style));

    internal static void Line(HtmlWriter page, decimal x1, decimal y1, decimal x2, decimal y2) =>
        page.Element("line", "", ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("class", "axis"));

    internal static void Label(HtmlWriter page, decimal x, decimal y, string text, string anchor = "start", string? style = null, string? language = null) =>
        page.Element("text", text, ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor), ("class", style), ("lang", language));

    internal static string Number(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A text cut to what a chart has room for.</summary>
    internal static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length - 1) + "…";

    /// <summary>A round step, so that at most a number of steps reach the end: 1, 2 or 5 times a power of ten.</summary>
    internal static decimal Step(decimal end, int most)
    {
        var step = 0.0001m;
        while (end / step > most)
        {
            step *= Leading(step) == 2 ? 2.5m : 2m;
        }

        return step;
    }

    private static int Leading(decimal step)
    {
        while (step < 1m)
        {
            step *= 10m;
        }

        while (step >= 10m)
        {
            step /= 10m;
        }

        return (int)step;
    }
}
