using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Publishing.Html;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>Prints the rows of a sector as a table; for draft rows each heading says so, because it is repeated on every sheet.</summary>
internal sealed class GazetteTableWriter(HtmlWriter page, Language language, IReadOnlyList<Standing> notes, Ruleset ruleset)
{
    private static readonly GazetteColumn[] InForce = Columns(GazettePhrases.Registration, GazettePhrases.Target);
    private static readonly GazetteColumn[] Draft = Columns(GazettePhrases.DraftKey, GazettePhrases.DraftTarget);

    private readonly Dictionary<Standing, int> _numbers = notes.Select((standing, i) => (standing, i)).ToDictionary(n => n.standing, n => n.i + 1);

    // The text as typed: a parsed number does not distinguish 2.0000 from 2.
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _typed = ruleset.Overlays.Prepend(ruleset.Files)
        .SelectMany(f => CsvEntries.Typed(f.Find("targets.csv")).Concat(CsvEntries.Typed(f.Find("targets.on-request.csv"))))
        .GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    internal void Sector(Sector sector, IReadOnlyList<ScheduleRow> rows, bool isDraft)
    {
        var columns = isDraft ? Draft : InForce;
        var places = rows.SelectMany(r => new[] { Typed(r.Entity, "baseline_gei"), Typed(r.Entity, "target_gei") }).Max(t => t.IndexOf('.') is var point and >= 0 ? t.Length - point - 1 : 0);
        var zero = EmissionIntensity.Of(0m, sector.Basis).ToString();
        page.Element("section", () =>
        {
            page.Element(isDraft ? "h3" : "h2", () => page.Element("span", sector.Name, ("data-read", "sector"), ("lang", "en")));
            page.Element("p", () => page.Text(GazettePhrases.Unit.In(language) + " ").Element("span", zero.Substring(zero.IndexOf(' ') + 1), ("data-read", "unit")));
            Tables.Scroll(page, sector.Name, () => page.Element("table", () =>
            {
                page.Element("caption", (isDraft ? GazettePhrases.DraftCaption : GazettePhrases.Caption).In(language, rows.Count));
                page.Element("thead", () => page.Element("tr", () => Headings(columns)));
                page.Element("tbody", () =>
                {
                    for (var i = 0; i < rows.Count; i++)
                    {
                        Row(columns, i + 1, rows[i], places);
                    }
                });
            }));
        });
    }

    private void Headings(GazetteColumn[] columns)
    {
        foreach (var column in columns)
        {
            page.Element("th", column.Title.In(language), ("scope", "col"), ("class", column.Class));
        }
    }

    private void Row(GazetteColumn[] columns, int number, ScheduleRow row, int places)
    {
        var entity = row.Entity;
        string[] texts =
        [
            number.ToString(CultureInfo.InvariantCulture),
            entity.Key,
            entity.Entity,
            entity.SubSector ?? "",
            entity.State ?? "",
            entity.BaselineYear.ToString(),
            entity.BaselineOutput is { } output ? Output(entity, output.Value) : GazettePage.NotRead,
            entity.BaselineIntensity is { } baseline ? Intensity(baseline, places) : GazettePage.NotRead,
            row.Status == TargetStatus.None ? GazettePage.Dash : entity.Target is { } target ? Intensity(target, places) : GazettePage.NotRead,
            _numbers[entity.Standing].ToString(CultureInfo.InvariantCulture),
        ];
        page.Element("tr", () =>
        {
            for (var i = 0; i < columns.Length; i++)
            {
                page.Element(i == 1 ? "th" : "td", texts[i], ("scope", i == 1 ? "row" : null), ("class", columns[i].Class), ("data-read", columns[i].Read));
            }
        }).Line();
    }

    private string Typed(EntityTarget row, string column) => _typed.TryGetValue(row.Key, out var cells) && cells.TryGetValue(column, out var typed) ? typed.Trim() : "";

    private string Output(EntityTarget row, decimal figure) => Typed(row, "baseline_output") is var typed && Scalars.TryDecimal(typed, out var number, out _) && number == figure ? typed : QuantityText.Format(figure);

    // Gazettes print the intensities of a schedule with as many decimals as the finest of them has.
    private static string Intensity(EmissionIntensity intensity, int places) => intensity.TonnesPerUnit.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static GazetteColumn[] Columns(Phrase key, Phrase target) =>
    [
        new("number", GazettePhrases.SerialNumber, true),
        new("registration", key, false),
        new("entity", GazettePhrases.Entity, false),
        new("sub-sector", GazettePhrases.SubSector, false),
        new("state", GazettePhrases.State, false),
        new("baseline-year", GazettePhrases.BaselineYear, false),
        new("baseline-output", GazettePhrases.BaselineOutput, true),
        new("baseline-gei", GazettePhrases.BaselineIntensity, true),
        new("target-gei", target, true),
        new("note", GazettePhrases.Note, true),
    ];

    private sealed record GazetteColumn(string Read, Phrase Title, bool IsNumber)
    {
        internal string? Class => IsNumber ? "number" : null;
    }
}
