using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Publishing.Content;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>
/// Every entry that differs and is not listed as a value, a rule or a target: a factor, a due day, a sector, a baseline, a title in Hindi. The same change
/// in many places is one line. Cases have their own section, and references to schemas are not listed.
/// </summary>
internal static class FurtherSection
{
    private static readonly (string File, Phrase Part)[] Parts =
    [
        ("factors.json", PaperPhrases.FactorsPart), ("calendar.csv", PaperPhrases.CalendarPart), ("sectors.csv", PaperPhrases.SectorsPart), ("retention.json", PaperPhrases.RetentionPart),
        ("ruleset.json", PaperPhrases.InstrumentsPart), ("overlay.json", PaperPhrases.InstrumentsPart), ("parameters.json", PaperPhrases.Values), ("rules.json", PaperPhrases.Rules), ("facts.json", PaperPhrases.FactsPart),
        ("targets.csv", PaperPhrases.RowsPart), ("targets.on-request.csv", PaperPhrases.RowsPart),
    ];

    /// <summary>The head of the page: the draft's identity.</summary>
    private static readonly string[] Head = ["id", "revision", "year", "title", "title, en", "title, hi", "title, hiReviewed", "published", "effective", "force"];

    internal static void Write(SectionWriter section)
    {
        section.Heading(PaperPhrases.Further);
        var lines = Lines(section.Content);
        if (lines.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoFurther);
            return;
        }

        section.Table(
            PaperPhrases.FurtherCaption,
            [section.Text(PaperPhrases.Part), section.Said(PaperPhrases.Entry), section.Said(PaperPhrases.Was), section.Said(PaperPhrases.Is)],
            [.. lines.Select(l => (IReadOnlyList<string>)[section.Say(l.Part), l.Places.Count > 1 ? $"{l.Places[0]} ({section.Say(PaperPhrases.Times, IndianNumber.Of(l.Places.Count))})" : l.Places[0], l.Old ?? section.Say(PaperPhrases.None), l.New ?? section.Say(PaperPhrases.None)])]);
    }

    /// <summary>How many entries these are.</summary>
    internal static int Count(KitContent content) => Lines(content).Sum(l => l.Places.Count);

    private static List<(Phrase Part, IReadOnlyList<string> Places, string? Old, string? New)> Lines(KitContent content) => content.Diff.Entries
        .Where(e => !IsToldElsewhere(e))
        .GroupBy(e => (Part: PartOf(e), Step: e.Entry.Substring(e.Entry.LastIndexOf(", ", StringComparison.Ordinal) + 1), e.Old, e.New))
        .Select(g => (g.Key.Part, (IReadOnlyList<string>)[.. g.Select(e => e.Entry)], g.Key.Old, g.Key.New))
        .ToList();

    private static bool IsToldElsewhere(EntryChange entry) => NameOf(entry) switch
    {
        _ when entry.File.StartsWith("tests/", StringComparison.Ordinal) || entry.File.Contains("/tests/") || entry.Entry == "$schema" => true,
        "ruleset.json" or "overlay.json" => Head.Contains(entry.Entry, StringComparer.Ordinal),
        "factors.json" => entry.Old is not null && entry.New is not null && entry.Entry.IndexOf("otherReadings", StringComparison.Ordinal) < 0 && !entry.Entry.StartsWith("ipccNetCalorificValues", StringComparison.Ordinal)
            && (entry.Entry.EndsWith(", value", StringComparison.Ordinal) || entry.Entry.EndsWith(", biogenic", StringComparison.Ordinal)),
        "targets.csv" => entry.Entry.EndsWith(", target_gei", StringComparison.Ordinal),
        _ => false,
    };

    internal static Phrase PartOf(EntryChange entry) => Parts.Where(p => p.File == NameOf(entry)).Select(p => p.Part).FirstOrDefault()
        ?? (entry.File.Contains("proformas/") ? PaperPhrases.FormsPart : PaperPhrases.OtherPart);

    private static string NameOf(EntryChange entry) => entry.File.Substring(entry.File.LastIndexOf('/') + 1);
}
