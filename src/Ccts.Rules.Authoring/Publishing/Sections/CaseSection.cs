using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Cases;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The draft's own cases, and cases of the earlier ruleset that it answers differently.</summary>
internal static class CaseSection
{
    internal static void Write(SectionWriter section) => section.Section("cases", PaperPhrases.Cases, () =>
    {
        var (tests, changes) = (section.Content.Tests, section.Content.Diff.Cases);
        section.Heading(PaperPhrases.CasesDiffer);
        if (changes.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoCasesDiffer);
        }
        else
        {
            section.Table(
                PaperPhrases.CasesDifferCaption,
                [section.Said(PaperPhrases.Case), section.Text(PaperPhrases.Was), section.Text(PaperPhrases.Is), section.Said(PaperPhrases.Reasons)],
                [.. changes.Select(c => (IReadOnlyList<string>)[c.Name, Answer(section, c.Old), Answer(section, c.New), string.Join("; ", c.Differences)])]);
        }

        section.Heading(PaperPhrases.OwnCases);
        section.Paragraph(PaperPhrases.CasesPass, IndianNumber.Of(tests.Results.Count + tests.Figures.Count), IndianNumber.Of(tests.Results.Count(r => r.Passed) + tests.Figures.Count(f => f.Passed)));
        if (tests.Results.Count + tests.Figures.Count > 0)
        {
            section.Table(
                PaperPhrases.CasesCaption,
                [section.Said(PaperPhrases.Case), section.Text(PaperPhrases.Answer), section.Said(PaperPhrases.Reasons), section.Text(PaperPhrases.AsExpected)],
                [
                    .. tests.Results.Select(r => (IReadOnlyList<string>)[r.Case.Name, Answer(section, r.Decision.Outcome), string.Join(", ", r.Decision.Findings.Select(f => f.Rule ?? f.Code)), Expected(section, r.Differences)]),
                    .. tests.Figures.Select(f => (IReadOnlyList<string>)[f.Case.Name, "", f.Case.Clause ?? "", Expected(section, f.Differences)]),
                ]);
        }
    });

    private static string Expected(SectionWriter section, IReadOnlyList<string> differences) =>
        differences.Count == 0 ? section.Say(PaperPhrases.Yes) : section.Say(PaperPhrases.No) + ": " + string.Join("; ", differences);

    private static string Answer(SectionWriter section, Outcome? outcome) => section.Say(outcome switch
    {
        Outcome.Permit => PaperPhrases.Permit,
        Outcome.Deny => PaperPhrases.Deny,
        Outcome.Refer => PaperPhrases.Refer,
        _ => PaperPhrases.CannotBeAsked,
    });
}
