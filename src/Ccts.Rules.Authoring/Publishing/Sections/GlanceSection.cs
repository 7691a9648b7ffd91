using System.Linq;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The draft at a glance: what it is compared with, how much changes, whom it affects.</summary>
internal static class GlanceSection
{
    internal static void Write(SectionWriter section)
    {
        var content = section.Content;
        var (diff, impact) = (content.Diff, content.Impact);
        section.Section("glance", PaperPhrases.Glance, () =>
        {
            section.Paragraph(PaperPhrases.Against, diff.Old.Id, diff.Old.Revision, diff.New.Id, diff.New.Revision);
            section.Page.Element("ul", () =>
            {
                Figure(section, IndianNumber.Of(diff.Values.Count), PaperPhrases.ValuesDiffer);
                Figure(section, IndianNumber.Of(diff.Rules.Count), PaperPhrases.RulesDiffer);
                Figure(section, IndianNumber.Of(diff.Targets.Sum(t => t.Added + t.Removed + t.Changed)), PaperPhrases.TargetsDiffer);
                Some(section, diff.Targets.Sum(t => t.HadNoTarget + t.HaveNoTarget), PaperPhrases.DashesDiffer);
                Some(section, content.DraftRows.Count, PaperPhrases.DraftRowsCount);
                Some(section, content.Sectors.Added.Count + content.Sectors.Removed.Count, PaperPhrases.SectorsDiffer);
                Figure(section, IndianNumber.Of(FurtherSection.Count(content)), PaperPhrases.EntriesDiffer);
                Figure(section, IndianNumber.Of(impact.ChangedSidesOfBoth), PaperPhrases.EntitiesChangeSide);
                Some(section, impact.OnlyInOne, PaperPhrases.OnlyInOne);
                Figure(section, IndianNumber.Of(impact.OldOfBoth.TonnesShort) + " → " + IndianNumber.Of(impact.NewOfBoth.TonnesShort), PaperPhrases.TonnesShort);
                Figure(section, IndianNumber.Of(impact.OldOfBoth.TonnesLong) + " → " + IndianNumber.Of(impact.NewOfBoth.TonnesLong), PaperPhrases.TonnesLong);
                Figure(section, IndianNumber.Of(content.Unsettled.Count(u => u.Value is null)), PaperPhrases.UnknownsCount);
            }, ("class", "figures"));
            if (impact.OnlyInOne > 0)
            {
                section.Paragraph(PaperPhrases.OnlyOfBoth);
            }

            section.Paragraph(content.HasOwnEntities ? PaperPhrases.OnEntities : PaperPhrases.OnBaseline, IndianNumber.Of(impact.Entities));
        });
    }

    private static void Some(SectionWriter section, int figure, Phrase what)
    {
        if (figure > 0)
        {
            Figure(section, IndianNumber.Of(figure), what);
        }
    }

    private static void Figure(SectionWriter section, string figure, Phrase what) => section.Page.Element("li", () =>
    {
        section.Page.Element("strong", figure);
        section.Page.Element("span", section.Say(what));
    });
}
