using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Publishing.Html;
using Ccts.Rules.Publishing.Wording;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Publishing.Gazette;

/// <summary>
/// The schedule of targets as it goes to print. What is read back by <see cref="GazetteReader"/> is the text that is
/// printed in each cell; the attribute <c>data-read</c> only says which cell is which.
/// </summary>
internal static class GazettePage
{
    internal const string Dash = "–";

    private static readonly (string Read, Phrase Title, bool IsNumber)[] Columns =
    [
        ("number", GazettePhrases.SerialNumber, true),
        ("registration", GazettePhrases.Registration, false),
        ("entity", GazettePhrases.Entity, false),
        ("sub-sector", GazettePhrases.SubSector, false),
        ("state", GazettePhrases.State, false),
        ("baseline-year", GazettePhrases.BaselineYear, false),
        ("baseline-output", GazettePhrases.BaselineOutput, true),
        ("baseline-gei", GazettePhrases.BaselineIntensity, true),
        ("target-gei", GazettePhrases.Target, true),
        ("note", GazettePhrases.Note, true),
    ];

    /// <summary>The rows that are printed: those in force, sector after sector in the order of the ruleset.</summary>
    internal static IReadOnlyList<EntityTarget> Rows(Ruleset ruleset)
    {
        var sectors = ruleset.Assessment.Sectors.Keys.ToList();
        return ruleset.Schedule.Select(r => r.Entity).Where(e => e.Standing.Force == Force.InForce).OrderBy(e => sectors.IndexOf(e.Sector)).ToList();
    }

    internal static string Write(Ruleset ruleset, Language language)
    {
        var rows = Rows(ruleset);
        var notes = rows.Select(r => r.Standing).Distinct().ToList();
        return KitPageFrame.Write(language, "gazette", GazettePhrases.Title.In(language, ruleset.Year), ruleset, page =>
        {
            page.Element("p", () => page.Text(GazettePhrases.Lead.In(language)), ("class", "lead"));
            page.Element("p", () => page.Text(GazettePhrases.Year.In(language) + " ").Element("strong", ruleset.Year.ToString(), ("data-read", "year")));
            foreach (var sector in rows.GroupBy(r => r.Sector, StringComparer.Ordinal))
            {
                Sector(page, language, sector.Key, [.. sector], notes);
            }

            if (rows.Count == 0)
            {
                page.Element("p", GazettePhrases.NoRows.In(language));
            }

            Notes(page, language, notes);
        });
    }

    private static void Sector(HtmlWriter page, Language language, string sector, IReadOnlyList<EntityTarget> rows, List<Standing> notes)
    {
        // A unit that no target shows is shown by the baseline; a row in force always has one of the two.
        var unit = UnitOf(rows[0]);
        var places = rows.SelectMany(r => new[] { r.BaselineIntensity, r.Target }).OfType<EmissionIntensity>().Select(i => ExactDecimal.Scale(i.TonnesPerUnit)).Append(0).Max();
        page.Element("section", () =>
        {
            page.Element("h2", () => page.Element("span", sector, ("data-read", "sector"), ("lang", "en")));
            page.Element("p", () => page.Text(GazettePhrases.Unit.In(language) + " ").Element("span", unit, ("data-read", "unit")));
            Tables.Scroll(page, sector, () => page.Element("table", () =>
            {
                page.Element("caption", GazettePhrases.Caption.In(language, rows.Count));
                page.Element("thead", () => page.Element("tr", () => Headings(page, language)));
                page.Element("tbody", () =>
                {
                    for (var i = 0; i < rows.Count; i++)
                    {
                        Row(page, i + 1, rows[i], notes.IndexOf(rows[i].Standing) + 1, places);
                    }
                });
            }));
        });
    }

    private static void Headings(HtmlWriter page, Language language)
    {
        foreach (var column in Columns)
        {
            page.Element("th", column.Title.In(language), ("scope", "col"), ("class", column.IsNumber ? "number" : null));
        }
    }

    private static void Row(HtmlWriter page, int number, EntityTarget row, int note, int places)
    {
        string[] texts =
        [
            number.ToString(CultureInfo.InvariantCulture),
            row.Key,
            row.Entity,
            row.SubSector ?? "",
            row.State ?? "",
            row.BaselineYear.ToString(),
            row.BaselineOutput is { } output ? QuantityText.Format(output.Value) : "",
            row.BaselineIntensity is { } baseline ? Intensity(baseline, places) : "",
            row.Target is { } target ? Intensity(target, places) : Dash,
            note.ToString(CultureInfo.InvariantCulture),
        ];
        page.Element("tr", () =>
        {
            for (var i = 0; i < Columns.Length; i++)
            {
                page.Element(i == 1 ? "th" : "td", texts[i], ("scope", i == 1 ? "row" : null), ("class", Columns[i].IsNumber ? "number" : null), ("data-read", Columns[i].Read));
            }
        }).Line();
    }

    // Gazettes print the intensities of a schedule with as many decimals as the finest of them has.
    private static string Intensity(EmissionIntensity intensity, int places) => intensity.TonnesPerUnit.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void Notes(HtmlWriter page, Language language, List<Standing> notes) => page.Element("section", () =>
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

    private static string UnitOf(EntityTarget row)
    {
        var text = (row.Target ?? row.BaselineIntensity ?? default).ToString();
        return text.Substring(text.IndexOf(' ') + 1);
    }
}
