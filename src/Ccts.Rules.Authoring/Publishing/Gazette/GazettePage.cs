using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>
/// The schedule of targets as it goes to print. <see cref="GazetteReader"/> reads back the text that is
/// printed in each cell; the attribute <c>data-read</c> only says which cell is which.
/// </summary>
internal static class GazettePage
{
    /// <summary>No target in this year, which is not zero.</summary>
    internal const string Dash = "–";

    /// <summary>A figure of a draft that was not read, which is neither a dash nor zero.</summary>
    internal const string NotRead = "?";

    internal static string Write(Ruleset ruleset, Language language)
    {
        var rows = GazetteRows.Of(ruleset);
        var notes = rows.Standings();
        var title = ruleset.Force == Force.Draft ? GazettePhrases.DraftTitle : GazettePhrases.Title;
        return KitPageFrame.Write(language, "gazette", title.In(language, ruleset.Year), ruleset, page =>
        {
            page.Element("p", () => page.Text(GazettePhrases.Lead.In(language)), ("class", "lead"));
            page.Element("p", () => page.Text(GazettePhrases.Year.In(language) + " ").Element("strong", ruleset.Year.ToString(), ("data-read", "year")));
            var tables = new GazetteTableWriter(page, language, notes, ruleset);
            Sectors(tables, ruleset, rows.InForce, isDraft: false);
            if (rows.InForce.Count == 0)
            {
                page.Element("p", GazettePhrases.NoRows.In(language));
            }

            if (rows.Draft.Count > 0)
            {
                page.Element("section", () =>
                {
                    page.Element("h2", GazettePhrases.Draft.In(language));
                    page.Element("p", GazettePhrases.DraftLead.In(language), ("class", "notice"));
                    Sectors(tables, ruleset, rows.Draft, isDraft: true);
                }, ("class", "draft")).Line();
            }

            if (rows.Superseded + rows.WithoutForce > 0)
            {
                page.Element("p", GazettePhrases.LeftOut.In(language, rows.Superseded, rows.WithoutForce));
            }

            Notes(page, language, notes);
        });
    }

    private static void Sectors(GazetteTableWriter tables, Ruleset ruleset, IReadOnlyList<ScheduleRow> rows, bool isDraft)
    {
        foreach (var sector in rows.GroupBy(r => r.Entity.Sector, StringComparer.Ordinal))
        {
            tables.Sector(ruleset.Assessment.Sectors[sector.Key], [.. sector], isDraft);
        }
    }

    private static void Notes(HtmlWriter page, Language language, IReadOnlyList<Standing> notes) => page.Element("section", () =>
    {
        page.Element("h2", GazettePhrases.Notes.In(language));
        Tables.Scroll(page, GazettePhrases.Notes.In(language), () => page.Element("table", () =>
        {
            page.Element("caption", GazettePhrases.NotesCaption.In(language));
            page.Element("thead", () => page.Element("tr", () =>
            {
                foreach (var heading in new[] { GazettePhrases.Note, GazettePhrases.Instrument, GazettePhrases.Clause, GazettePhrases.Force, GazettePhrases.Evidence, GazettePhrases.Remark })
                {
                    page.Element("th", heading.In(language), ("scope", "col"));
                }
            }));
            page.Element("tbody", () =>
            {
                for (var i = 0; i < notes.Count; i++)
                {
                    Note(page, i + 1, notes[i]);
                }
            });
        }));
    });

    private static void Note(HtmlWriter page, int number, Standing standing) => page.Element("tr", () =>
    {
        page.Element("th", number.ToString(CultureInfo.InvariantCulture), ("scope", "row"), ("data-read", "note-number"));
        page.Element("td", standing.Source.Instrument, ("data-read", "instrument"), ("lang", "en"));
        page.Element("td", standing.Source.Clause ?? "", ("data-read", "clause"), ("lang", "en"));
        page.Element("td", LawWords.Of(standing.Force), ("data-read", "force"), ("lang", "en"));
        page.Element("td", LawWords.Of(standing.Evidence), ("data-read", "evidence"), ("lang", "en"));
        page.Element("td", standing.Note ?? "", ("data-read", "remark"), ("lang", "en"));
    }).Line();
}
