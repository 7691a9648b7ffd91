using System;
using System.Collections.Generic;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Html;

/// <summary>Tables that screen readers can follow and narrow screens can scroll.</summary>
internal static class Tables
{
    /// <summary>A frame that scrolls horizontally and is reachable by keyboard.</summary>
    internal static void Scroll(HtmlWriter page, string name, Action table) =>
        page.Element("div", table, ("class", "scroll"), ("role", "region"), ("aria-label", name), ("tabindex", "0")).Line();

    /// <summary>A table whose first column heads its rows.</summary>
    /// <param name="page">The page.</param>
    /// <param name="caption">What the table shows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, each with a text a column.</param>
    internal static void Table(HtmlWriter page, string caption, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows) => Scroll(page, caption, () => page.Element("table", () =>
    {
        // A phone shows each row as a block, in which every value has its heading before it.
        page.Element("caption", caption);
        page.Element("thead", () => page.Element("tr", () =>
        {
            foreach (var column in columns)
            {
                page.Element("th", column.Title, ("scope", "col"), ("class", column.Class));
            }
        }));
        page.Element("tbody", () =>
        {
            foreach (var row in rows)
            {
                page.Element("tr", () =>
                {
                    for (var i = 0; i < columns.Count; i++)
                    {
                        page.Element(i == 0 ? "th" : "td", row[i], ("scope", i == 0 ? "row" : null), ("class", columns[i].Class), ("data-title", i == 0 ? null : columns[i].Title), ("lang", columns[i].OfRuleset ? RulesetWords.LanguageOf(row[i]) : null));
                    }
                }).Line();
            }
        });
    }, ("class", "rows")));
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which are right-aligned.</param>
/// <param name="OfRuleset">Whether it holds words of the ruleset, which are English unless they are written in Devanagari.</param>
internal sealed record Column(string Title, bool IsNumber = false, bool OfRuleset = false)
{
    internal string? Class => IsNumber ? "number" : null;
}
