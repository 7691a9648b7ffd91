using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Publishing.Content;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>A page with its language and content, for the sections that write on it.</summary>
internal sealed record SectionWriter(HtmlWriter Page, Language Language, KitContent Content)
{
    /// <summary>Rows beyond this are counted but not shown, so that the page stays readable.</summary>
    internal const int MostRows = 1_000;

    internal string Say(Phrase phrase, params object[] values) => phrase.In(Language, values);

    internal void Section(string id, Phrase title, Action inside) => Page.Element("section", () =>
    {
        Page.Element("h2", Say(title));
        inside();
    }, ("id", id)).Line();

    internal void Heading(Phrase title) => Page.Element("h3", Say(title));

    internal void Paragraph(Phrase phrase, params object[] values) => Page.Element("p", Say(phrase, values));

    internal Column Text(Phrase title) => new(Say(title));

    internal Column Number(Phrase title) => new(Say(title), IsNumber: true);

    /// <summary>A column of the ruleset's own words.</summary>
    internal Column Said(Phrase title) => new(Say(title), OfRuleset: true);

    /// <summary>A parameter by its title and path; a row of a table, such as <c>a.path[key]</c>, by the title of the table.</summary>
    internal string Parameter(string path)
    {
        if (path.StartsWith("targets.", StringComparison.Ordinal))
        {
            return Content.Draft.Schedule.Where(r => path.EndsWith("." + r.Entity.Key, StringComparison.Ordinal)).Select(r => $"{Say(PaperPhrases.TargetOf, r.Entity.Entity)} ({r.Entity.Key})").FirstOrDefault() ?? path;
        }

        if (path.StartsWith("retention.", StringComparison.Ordinal))
        {
            return Content.Draft.Retention.Claims.Where(c => path == "retention." + c.Id).Select(c => $"{Say(PaperPhrases.YearsOf)}: {c.Title}").FirstOrDefault() ?? path;
        }

        if (FactorValue.Of(Content.Draft.Factors).Concat(FactorValue.Of(Content.Against.Factors)).FirstOrDefault(f => f.Path == path) is { } factor)
        {
            return factor.Title == path ? path : $"{factor.Title} ({path})";
        }

        var name = path.Split('[')[0];
        return Content.Draft.Parameters.TryGetValue(name, out var parameter) || Content.Against.Parameters.TryGetValue(name, out parameter)
            ? $"{RulesetWords.Title(Language, parameter.Title, parameter.HindiTitle)} ({path})"
            : path;
    }

    internal void Table(Phrase caption, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Tables.Table(Page, Say(caption), columns, rows.Take(MostRows));
        if (rows.Count > MostRows)
        {
            Paragraph(PaperPhrases.FurtherRows, IndianNumber.Of(rows.Count - MostRows));
        }
    }

    /// <summary>A list of the ruleset's own words, or a sentence if it is empty.</summary>
    internal void List(IReadOnlyList<string> items, Phrase nothing)
    {
        if (items.Count == 0)
        {
            Paragraph(nothing);
            return;
        }

        Page.Element("ul", () =>
        {
            foreach (var item in items.Take(MostRows))
            {
                Page.Element("li", item, ("lang", "en"));
            }
        });
        if (items.Count > MostRows)
        {
            Paragraph(PaperPhrases.FurtherRows, IndianNumber.Of(items.Count - MostRows));
        }
    }
}
