using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Publishing.Charts;
using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>Whom the draft affects: sums by sector, the largest changes, and who changes side.</summary>
internal static class EffectSection
{
    internal static void Write(SectionWriter section) => section.Section("effect", PaperPhrases.Effect, () =>
    {
        var impact = section.Content.Impact;
        section.Paragraph(section.Content.HasOwnEntities ? PaperPhrases.OnEntities : PaperPhrases.OnBaseline, IndianNumber.Of(impact.Entities));
        section.Paragraph(PaperPhrases.UnknownIsNotZero);
        if (impact.Unreached.Count > 0)
        {
            section.Paragraph(PaperPhrases.NotInFigures);
            section.Page.Element("ul", () =>
            {
                foreach (var part in impact.Unreached.GroupBy(FurtherSection.PartOf))
                {
                    section.Page.Element("li", $"{section.Say(part.Key)}: {IndianNumber.Of(part.Count())}");
                }
            });
        }

        if (impact.Sectors.Count == 0)
        {
            return;
        }

        SectorChart.Draw(section.Page, section.Language, impact.Sectors);
        section.Table(
            PaperPhrases.EffectCaption,
            [section.Said(PaperPhrases.Sector), section.Number(PaperPhrases.Entities), section.Number(PaperPhrases.ShortWas), section.Number(PaperPhrases.ShortIs), section.Number(PaperPhrases.LongWas), section.Number(PaperPhrases.LongIs), section.Number(PaperPhrases.ChangeSide), section.Number(PaperPhrases.WithoutTarget), section.Number(PaperPhrases.UnknownTarget)],
            [.. impact.Sectors.Select(s => Row(section, s))]);
        if (impact.Movers.Count > 0)
        {
            MoversChart.Draw(section.Page, section.Language, impact.Movers);
            section.Heading(PaperPhrases.Movers);
            Entities(section, PaperPhrases.MoversCaption, impact.Movers);
        }

        if (impact.SideChanges.Count > 0)
        {
            section.Heading(PaperPhrases.Sides);
            Entities(section, PaperPhrases.SidesCaption, impact.SideChanges);
        }
    });

    private static string[] Row(SectionWriter section, SectorImpact sector) =>
    [
        sector.Sector == ImpactStudy.OtherSector ? section.Say(PaperPhrases.OtherSector) : sector.Sector,
        IndianNumber.Of(sector.Entities),
        IndianNumber.Of(sector.Old.TonnesShort),
        IndianNumber.Of(sector.New.TonnesShort),
        IndianNumber.Of(sector.Old.TonnesLong),
        IndianNumber.Of(sector.New.TonnesLong),
        IndianNumber.Of(sector.ChangedSidesOfBoth),
        IndianNumber.Of(sector.Old.NoTarget) + " → " + IndianNumber.Of(sector.New.NoTarget),
        IndianNumber.Of(sector.Old.Unknown) + " → " + IndianNumber.Of(sector.New.Unknown),
    ];

    private static void Entities(SectionWriter section, Phrase caption, IReadOnlyList<EntityImpact> entities) => section.Table(
        caption,
        [section.Said(PaperPhrases.Entity), section.Text(PaperPhrases.Registration), section.Said(PaperPhrases.Sector), section.Number(PaperPhrases.CertificatesWere), section.Number(PaperPhrases.CertificatesAre), section.Number(PaperPhrases.ChangeInTonnes)],
        [.. entities.Select(e => (IReadOnlyList<string>)[e.Name, e.Entity.Key, e.Sector, Outcome(section, e.Old), Outcome(section, e.New), e.Change is { } change ? IndianNumber.Change(change) : ""])]);

    private static string Outcome(SectionWriter section, EntityOutcome outcome) => section.Say(outcome.Side switch
    {
        EntitySide.Long => PaperPhrases.Issued,
        EntitySide.Short => PaperPhrases.Surrendered,
        EntitySide.Even => PaperPhrases.Even,
        EntitySide.NoTarget => PaperPhrases.NoTarget,
        _ => PaperPhrases.Unknown,
    }, outcome.Certificates is { } count ? IndianNumber.Of(System.Math.Abs(count)) : "");
}
