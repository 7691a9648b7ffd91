using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Publishing.Charts;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The targets: by sector, how far below the baseline, and entity by entity if they differ.</summary>
internal static class TargetSection
{
    internal static void Write(SectionWriter section) => section.Section("targets", PaperPhrases.Targets, () =>
    {
        var content = section.Content;
        var entities = ScheduledEntity.Of(content.Against, content.Draft);
        BySector(section);
        var cuts = content.Draft.Assessment.Sectors.Keys.Union(content.Against.Assessment.Sectors.Keys, StringComparer.Ordinal)
            .Select(s => new SectorCuts(s, Cuts(entities.Select(e => e.Old), s), Cuts(entities.Select(e => e.New), s)))
            .Where(s => s.Old.Count + s.New.Count > 0)
            .ToList();
        if (cuts.Count > 0)
        {
            DistributionChart.Draw(section.Page, section.Language, cuts);
        }

        ByEntity(section, [.. entities.Where(e => e.IsAdded || e.IsRemoved || e.IsChanged)]);
        Drafted(section);
    });

    // Draft targets are separate from those in force, because they bind nobody yet.
    private static void Drafted(SectionWriter section)
    {
        var rows = section.Content.DraftRows;
        if (rows.Count == 0)
        {
            return;
        }

        section.Heading(PaperPhrases.DraftRows);
        section.Table(
            PaperPhrases.DraftRowsCaption,
            [section.Said(PaperPhrases.Entity), section.Text(PaperPhrases.DraftKey), section.Said(PaperPhrases.Sector), section.Text(PaperPhrases.Baseline), section.Text(PaperPhrases.DraftTarget), section.Number(PaperPhrases.Cut)],
            [.. rows.Select(r => (IReadOnlyList<string>)[r.Entity.Entity, r.Entity.Key, r.Entity.Sector, r.Entity.BaselineIntensity?.ToString() ?? section.Say(PaperPhrases.FigureNotRead), Target(section, r), Improvement.Of(r.Entity.BaselineIntensity, r.Entity.Target) is { } cut ? IndianNumber.Percent(cut) : ""])]);
    }

    private static void BySector(SectionWriter section)
    {
        if (section.Content.Diff.Targets.Count == 0)
        {
            section.Paragraph(PaperPhrases.NoTargets);
            return;
        }

        section.Table(
            section.Content.Draft.Force == Force.Draft ? PaperPhrases.TargetsOfDraftCaption : PaperPhrases.TargetsCaption,
            [section.Said(PaperPhrases.Sector), section.Number(PaperPhrases.CountAdded), section.Number(PaperPhrases.CountRemoved), section.Number(PaperPhrases.CountChanged), section.Number(PaperPhrases.TonnesAtBaseline)],
            [.. section.Content.Diff.Targets.Select(t => (IReadOnlyList<string>)[t.Sector, IndianNumber.Of(t.Added), IndianNumber.Of(t.Removed), IndianNumber.Of(t.Changed), IndianNumber.Change(t.Tonnes.Tonnes)])]);
    }

    private static void ByEntity(SectionWriter section, IReadOnlyList<ScheduledEntity> different)
    {
        if (different.Count == 0)
        {
            return;
        }

        section.Table(
            PaperPhrases.EntitiesCaption,
            [section.Said(PaperPhrases.Entity), section.Text(PaperPhrases.Registration), section.Said(PaperPhrases.Sector), section.Text(PaperPhrases.Baseline), section.Text(PaperPhrases.Was), section.Text(PaperPhrases.Is), section.Number(PaperPhrases.Change), section.Number(PaperPhrases.Cut)],
            [.. different.Select(e => Row(section, e))]);
    }

    private static string[] Row(SectionWriter section, ScheduledEntity scheduled)
    {
        var (entity, was, isNow) = (scheduled.Entity, scheduled.Old?.Entity.Target, scheduled.New?.Entity.Target);
        return
        [
            entity.Entity,
            entity.Key,
            entity.Sector,
            entity.BaselineIntensity?.ToString() ?? "",
            Target(section, scheduled.Old),
            Target(section, scheduled.New),
            Improvement.Of(was, isNow) is { } change ? IndianNumber.Change(Math.Round(-change * 100m, 2, MidpointRounding.AwayFromZero)) + " %" : "",
            Improvement.Of(entity.BaselineIntensity, isNow) is { } cut ? IndianNumber.Percent(cut) : "",
        ];
    }

    private static string Target(SectionWriter section, ScheduleRow? row) => row switch
    {
        null => section.Say(PaperPhrases.None),
        { Status: TargetStatus.NotRead } => section.Say(PaperPhrases.FigureNotRead),
        _ => row.Entity.Target?.ToString() ?? section.Say(PaperPhrases.NoTarget),
    };

    private static List<decimal> Cuts(IEnumerable<ScheduleRow?> rows, string sector) =>
        rows.OfType<ScheduleRow>().Select(r => r.Entity).Where(e => e.Sector == sector).Select(e => Improvement.Of(e.BaselineIntensity, e.Target)).OfType<decimal>().ToList();
}
