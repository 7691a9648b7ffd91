using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The register of what the draft leaves open: why, who can settle it, and the effect if that is known.</summary>
internal static class UnknownSection
{
    internal static void Write(SectionWriter section) => section.Section("unknowns", PaperPhrases.Unknowns, () =>
    {
        var content = section.Content;
        var unknown = content.Unsettled.Where(u => u.Value is null).ToList();
        var readings = content.Impact.Readings;
        section.Paragraph(PaperPhrases.UnknownsLead);
        if (unknown.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoUnknowns);
        }
        else
        {
            section.Table(
                PaperPhrases.UnknownsCaption,
                [section.Said(PaperPhrases.Value), section.Said(PaperPhrases.Why), section.Said(PaperPhrases.SettledBy), section.Said(PaperPhrases.Source), section.Text(PaperPhrases.ComesTo)],
                [.. Joined(section, unknown).Select(u => (IReadOnlyList<string>)[u.Name, u.Value.Reason ?? "", u.Value.SettledBy ?? "", u.Value.Standing.Source.ToString(), ComesTo(section, u.Value.Path)])]);
        }

        if (readings.Count > 0)
        {
            section.Table(
                PaperPhrases.ReadingsCaption,
                [section.Said(PaperPhrases.Value), section.Said(PaperPhrases.ReadingUsed), section.Said(PaperPhrases.ReadingOther), section.Number(PaperPhrases.Entities), section.Number(PaperPhrases.TonnesDifferent)],
                [.. readings.Select(r => (IReadOnlyList<string>)[section.Parameter(r.Path), UnitPhrases.Of(section.Language, r.Used), UnitPhrases.Of(section.Language, r.Other), IndianNumber.Of(r.Entities), IndianNumber.Of(r.Tonnes)])]);
        }

        section.Heading(PaperPhrases.Standing);
        section.Table(
            PaperPhrases.StandingCaption,
            [section.Said(PaperPhrases.What), section.Said(PaperPhrases.Force), section.Said(PaperPhrases.Evidence), section.Number(PaperPhrases.Count)],
            [.. content.Lint.Evidence.Select(e => (IReadOnlyList<string>)[e.What, LawWords.Of(e.Force), LawWords.Of(e.Evidence), IndianNumber.Of(e.Count)])]);
    });

    // Rows of a table that are unknown for the same reason are one line.
    private static IEnumerable<(string Name, UnsettledValue Value)> Joined(SectionWriter section, IEnumerable<UnsettledValue> unknown) => unknown
        .GroupBy(u => (Path: u.Path.Split('[')[0], u.Reason, u.SettledBy, Source: u.Standing.Source.ToString()))
        .Select(g => (section.Parameter(g.Count() == 1 ? g.First().Path : g.Key.Path) + (g.Count() == 1 ? "" : " × " + IndianNumber.Of(g.Count())), g.First()));

    private static string ComesTo(SectionWriter section, string path)
    {
        var name = path.Split('[')[0];
        var reading = section.Content.Impact.Readings.FirstOrDefault(r => string.Equals(r.Path, name, StringComparison.Ordinal) || name.StartsWith(r.Path + ".", StringComparison.Ordinal));
        return reading is null ? section.Say(PaperPhrases.CannotBeSaid) : section.Say(PaperPhrases.Tonnes, IndianNumber.Of(reading.Tonnes));
    }
}
