using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>What changes, in plain words: values and rules.</summary>
internal static class ChangeSection
{
    internal static void Write(SectionWriter section) => section.Section("changes", PaperPhrases.Changes, () =>
    {
        var diff = section.Content.Diff;
        section.Heading(PaperPhrases.Values);
        if (diff.Values.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoValues);
        }
        else
        {
            section.Table(
                PaperPhrases.ValuesCaption,
                [section.Said(PaperPhrases.Value), section.Text(PaperPhrases.Was), section.Text(PaperPhrases.Is), section.Number(PaperPhrases.Change), section.Said(PaperPhrases.Source)],
                [.. diff.Values.Select(v => Row(section, v))]);
        }

        section.Heading(PaperPhrases.Rules);
        if (diff.Rules.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoRules);
        }

        foreach (var change in diff.Rules)
        {
            Rule(section, change);
        }

        FurtherSection.Write(section);
    });

    private static string[] Row(SectionWriter section, ValueChange change)
    {
        var standing = change.NewStanding ?? change.OldStanding;
        return
        [
            section.Parameter(change.Path),
            Value(section, change.Old),
            Value(section, change.New),
            change.Percent is { } percent ? IndianNumber.Change(percent) + " %" : "",
            standing is null ? "" : $"{standing.Source} ({LawWords.Of(standing.Force)}, {LawWords.Of(standing.Evidence)})",
        ];
    }

    private static string Value(SectionWriter section, string? value) => value switch
    {
        null => section.Say(PaperPhrases.None),
        "unknown" => section.Say(PaperPhrases.Unknown),
        _ => UnitPhrases.Of(section.Language, value),
    };

    private static void Rule(SectionWriter section, RuleChange change)
    {
        var page = section.Page;
        var rule = section.Content.Draft.Rules.Find(change.Rule);
        var title = RulesetWords.Title(section.Language, change.Title, (rule ?? section.Content.Against.Rules.Find(change.Rule))?.HindiTitle);
        page.Element("div", () =>
        {
            page.Element("h3", () => page.Element("span", title, ("lang", RulesetWords.LanguageOf(title))).Text(" — " + section.Say(Kind(change.Kind))));
            page.Element("p", () => page.Element("code", change.Rule));
            if (change.Changes.Count > 0)
            {
                section.List([.. change.Changes.Select(c => c + ".")], PaperPhrases.NoRules);
            }

            if (rule is not null)
            {
                page.Element("blockquote", section.Language == Language.Hindi ? rule.Message.Hindi : rule.Message.English);
                page.Element("p", $"{rule.Standing.Source} ({LawWords.Of(rule.Standing.Force)}, {LawWords.Of(rule.Standing.Evidence)})", ("lang", "en"));
            }
        }, ("class", "change")).Line();
    }

    private static Phrase Kind(RuleChangeKind kind) => kind switch
    {
        RuleChangeKind.Added => PaperPhrases.Added,
        RuleChangeKind.Removed => PaperPhrases.Removed,
        _ => PaperPhrases.Changed,
    };
}
