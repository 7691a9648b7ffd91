using System.Linq;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>Clauses that contradict each other or that no rule covers, and unused instruments.</summary>
internal static class ClauseSection
{
    internal static void Write(SectionWriter section) => section.Section("clauses", PaperPhrases.Clauses, () =>
    {
        var cover = section.Content.Clauses;
        section.Paragraph(PaperPhrases.ClausesLead, IndianNumber.Of(cover.Carrying));
        section.Heading(PaperPhrases.Apart);
        section.List(cover.Apart, PaperPhrases.NothingApart);
        section.Heading(PaperPhrases.WithoutCase);
        section.List(cover.WithoutCase, PaperPhrases.AllWithCase);
        section.Heading(PaperPhrases.WithoutValue);
        section.List(cover.WithoutValue, PaperPhrases.AllWithValue);
        section.Heading(PaperPhrases.UnusedInstruments);
        section.List([.. cover.UnusedInstruments.Select(i => i + ": " + section.Content.Draft.Instruments[i].Title)], PaperPhrases.AllInstrumentsUsed);
    });
}
