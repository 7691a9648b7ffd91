using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Pages;

/// <summary>Tables of a page.</summary>
internal static class PageTable
{
    /// <summary>A table that a narrow screen scrolls and a keyboard reaches.</summary>
    internal static void Write(HtmlWriter page, string caption, IReadOnlyList<string> columns, Action rows, params int[] numbers) => Write(page, caption, null, columns, rows, numbers);

    /// <summary>A table of words: on a phone the cells of a row are stacked, and need no column names.</summary>
    internal static void Lines(HtmlWriter page, string caption, IReadOnlyList<string> columns, Action rows) => Write(page, caption, "lines", columns, rows, []);

    private static void Write(HtmlWriter page, string caption, string? look, IReadOnlyList<string> columns, Action rows, int[] numbers) => page.Element("div", () => page.Element("table", () =>
    {
        Head(page, columns, numbers);
        page.Element("tbody", rows);
    }, ("class", look)), ("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")).Line();

    /// <summary>A table of more columns than a phone has room for: there its rows are stacked, each cell under its column's name.</summary>
    internal static void Stacked(HtmlWriter page, string caption, IReadOnlyList<string> columns, IEnumerable<(string? Colour, IReadOnlyList<string> Cells, bool IsTotal)> rows, params int[] numbers) => page.Element("div", () => page.Element("table", () =>
    {
        Head(page, columns, numbers);
        page.Element("tbody", () =>
        {
            foreach (var (colour, cells, isTotal) in rows)
            {
                Row(page, colour, cells, isTotal, columns, numbers);
            }
        });
    }, ("class", "stack")), ("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")).Line();

    /// <summary>A row: its first cell is its heading; those that are named are figures.</summary>
    internal static void Row(HtmlWriter page, IReadOnlyList<string> cells, bool isTotal, params int[] numbers) => Row(page, null, cells, isTotal, numbers);

    /// <summary>The same, with the colour that it has in the drawing above.</summary>
    internal static void Row(HtmlWriter page, string? colour, IReadOnlyList<string> cells, bool isTotal, params int[] numbers) => Row(page, colour, cells, isTotal, null, numbers);

    private static void Row(HtmlWriter page, string? colour, IReadOnlyList<string> cells, bool isTotal, IReadOnlyList<string>? labels, int[] numbers) => page.Element("tr", () =>
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var at = i;
            page.Element(i == 0 ? "th" : "td", () => Cell(page, at == 0 ? colour : null, cells[at]), ("scope", i == 0 ? "row" : null), ("class", numbers.Contains(i) ? "number" : null), ("data-label", i == 0 ? null : labels?[i]));
        }
    }, ("class", isTotal ? "total" : null)).Line();

    private static void Head(HtmlWriter page, IReadOnlyList<string> columns, int[] numbers) => page.Element("thead", () => page.Element("tr", () =>
    {
        for (var i = 0; i < columns.Count; i++)
        {
            page.Element("th", columns[i], ("scope", "col"), ("class", numbers.Contains(i) ? "number" : null));
        }
    }));

    internal static void Cell(HtmlWriter page, string? colour, string text)
    {
        if (colour is not null)
        {
            page.Element("svg", () => page.Element("rect", "", ("width", "12"), ("height", "12"), ("class", colour)), ("class", "key"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
        }

        page.Text(text);
    }
}
