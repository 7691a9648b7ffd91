using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>
/// Points at rows that look misprinted. Real schedules carry misprints, such as the textile row TXTOE127MH with a digit in
/// the wrong place; none of these checks changes a value.
/// </summary>
internal sealed class ScheduleSuspicions(ProblemList problems)
{
    /// <summary>The minimum number of other rows to know what is usual.</summary>
    internal const int FewestOthers = 4;

    /// <summary>How many times the usual spread a cut must be away from the median of the sector's others.</summary>
    internal const decimal Spreads = 5m;

    /// <summary>A cut nearer than this share to the median of the others is never suspicious.</summary>
    internal const decimal LeastDistance = 0.05m;

    /// <summary>A cut of more than this share from one year to the next is a digit in the wrong place, whatever others have.</summary>
    internal const decimal DeepestCut = 0.5m;

    /// <param name="entries">The schedule.</param>
    /// <param name="ruleset">The ruleset of its year.</param>
    /// <param name="others">Rulesets of other years, for the columns of those years.</param>
    internal void Check(IReadOnlyList<ScheduleEntry> entries, Ruleset ruleset, IReadOnlyList<Ruleset> others)
    {
        var year = ruleset.Year;
        foreach (var entry in entries)
        {
            CheckDash(entry, year);
            CheckAgainstBaseline(entry);
            CheckAgainstEarlier(entry);
            CheckBaselineEmissions(entry);
        }

        new KnownRows(ruleset.Assessment.Targets, year, problems).Check(entries);
        foreach (var other in others.Where(o => o.Year != year && entries.Any(e => e.Targets.ContainsKey(o.Year))))
        {
            new KnownRows(other.Assessment.Targets, other.Year, problems).CheckTargets(entries);
        }

        CheckSizes(entries, ruleset);
        foreach (var sector in entries.GroupBy(e => e.Sector.Name, StringComparer.Ordinal))
        {
            var years = sector.First().Targets.Keys.OrderBy(y => y).ToList();
            foreach (var target in years)
            {
                CheckCuts(sector.ToList(), target, years.Where(y => y < target).ToList());
            }
        }
    }

    // A plant's own row is left out, because it is compared separately, with name and baseline year.
    private void CheckSizes(IReadOnlyList<ScheduleEntry> entries, Ruleset ruleset)
    {
        var own = entries.Select(e => (Entry: e, Row: new PlantRow(e.Registration, e.Entity, e.Sector.Name, e.SubSector, e.State, e.BaselineYear, e.Sector.Basis, e.Baseline.Value, e.Output.Value * (e.Complexity?.Value ?? 1m)))).ToList();
        var imported = new HashSet<string>(entries.Select(e => e.Registration), StringComparer.Ordinal);
        var others = ruleset.Schedule.Where(r => !imported.Contains(r.Entity.Key)).Select(PlantRow.Of).ToList();
        var sectors = new RowsOfSector([.. own.Select(o => o.Row), .. others], others, ruleset);
        CheckSectors([.. own], others, ruleset.Assessment.Monitoring.Plausibility);
        foreach (var (entry, odd) in own.SelectMany(o => sectors.Look(o.Row).Select(odd => (o.Entry, odd))).Where(o => o.odd.ColumnName is not ("baseline_year" or "registration_no") || !ruleset.Assessment.Targets.ContainsKey(o.Entry.Registration)))
        {
            problems.Warn(odd.Code, entry.Record.PlaceOf(odd.ColumnName), odd.Message, odd.Expected, "Compare with the printed schedule.");
        }
    }

    // A whole column with its point in another place: no row is far from the others, but all are from the law's.
    private void CheckSectors(List<(ScheduleEntry Entry, PlantRow Row)> own, List<PlantRow> law, PlausibilityRules? known)
    {
        if (known?.Ranges.TryGetValue("schedule-median", out var range) != true || range is not { UnusualAbove: { } most, UnusualBelow: { } least })
        {
            return;
        }

        foreach (var sector in own.GroupBy(o => (o.Row.Sector, o.Row.SubSector)))
        {
            var rows = law.Where(r => r.Sector == sector.Key.Sector && r.SubSector == sector.Key.SubSector).ToList();
            if (RowsOfSector.Median(rows.Select(r => r.Intensity)) is { } was && RowsOfSector.Median(sector.Select(o => o.Row.Intensity)) is { } median && (median > most * was || median < least * was))
            {
                problems.Warn("far-from-sector", sector.First().Entry.Record.PlaceOf("baseline_gei"), $"The {sector.Count()} intensities of {sector.Key.Sector} are {Show(median)} in the middle; those of {rows.Count} other plants in the ruleset are {Show(was)}.", "figures of the size that the law has", "Look for a point in the wrong place in the whole column; compare with the printed schedule.");
            }
        }
    }

    private void CheckDash(ScheduleEntry entry, ComplianceYear year)
    {
        if (entry.Targets[year] is null)
        {
            problems.Add(new Problem("no-target", Severity.Info, $"{entry.Registration} prints a dash: no target in {year}, which is not a target of zero.", entry.Record.PlaceOf(ScheduleReader.ColumnOf(year))));
        }
    }

    private void CheckAgainstBaseline(ScheduleEntry entry)
    {
        foreach (var target in entry.Targets.Where(t => t.Value is { } number && number.Value > entry.Baseline.Value).OrderBy(t => t.Key))
        {
            problems.Warn("target-above-baseline", entry.Record.PlaceOf(ScheduleReader.ColumnOf(target.Key)), $"{entry.Registration}: the target {target.Value!.Value.Text} for {target.Key} is above the baseline {entry.Baseline.Text}.", $"at most {entry.Baseline.Text}", "Compare with the printed schedule.");
        }
    }

    private void CheckAgainstEarlier(ScheduleEntry entry)
    {
        PrintedNumber? before = null;
        foreach (var (year, target) in entry.Targets.OrderBy(t => t.Key).Where(t => t.Value is not null).Select(t => (t.Key, t.Value!.Value)))
        {
            if (before is { } earlier && target.Value > earlier.Value)
            {
                problems.Warn("target-rises", entry.Record.PlaceOf(ScheduleReader.ColumnOf(year)), $"{entry.Registration}: the target {target.Text} for {year} is above that of the year before, {earlier.Text}.", $"at most {earlier.Text}", "Compare with the printed schedule.");
            }

            before = target;
        }
    }

    private void CheckBaselineEmissions(ScheduleEntry entry)
    {
        if (entry.BaselineEmissions is not { } stated)
        {
            return;
        }

        PrintedNumber[] factors = entry.Complexity is { } complexity ? [entry.Output, complexity, entry.Baseline] : [entry.Output, entry.Baseline];
        if (!PrintedNumber.CanBeProduct(stated, factors))
        {
            var product = factors.Aggregate(1m, (all, f) => all * f.Value);
            problems.Warn("baseline-emissions-differ", entry.Record.PlaceOf("baseline_emissions"), $"{entry.Registration}: {string.Join(" x ", factors.Select(f => f.Text))} = {Show(product)}, the schedule states {stated.Text}, and rounding does not explain it.", $"about {Show(product)}", "One of the numbers is misprinted; compare with the printed schedule.");
        }
    }

    // The cut from the last target before, or from the baseline; the first row of a pair without target is left out.
    private void CheckCuts(List<ScheduleEntry> sector, ComplianceYear year, List<ComplianceYear> earlier)
    {
        var cuts = sector
            .Where(e => e.Targets[year] is not null)
            .Select(e => (Entry: e, From: earlier.Select(y => e.Targets[y]).LastOrDefault(t => t is not null) ?? e.Baseline))
            .Select(c => (c.Entry, c.From, Cut: (c.From.Value - c.Entry.Targets[year]!.Value.Value) / c.From.Value))
            .ToList();
        foreach (var (entry, from, cut) in cuts)
        {
            var others = cuts.Where(c => !ReferenceEquals(c.Entry, entry)).Select(c => c.Cut).ToList();
            if (others.Count < FewestOthers)
            {
                if (cut > DeepestCut)
                {
                    problems.Warn("cut-too-deep", entry.Record.PlaceOf(ScheduleReader.ColumnOf(year)), $"{entry.Registration}: {entry.Targets[year]!.Value.Text} for {year} is a cut of {Percent(cut)} from {from.Text}.", $"a cut of at most {Percent(DeepestCut)}", "Look for a digit in the wrong place; compare with the printed schedule.");
                }

                continue;
            }

            var median = Median(others);
            var spread = Median(others.Select(c => Math.Abs(c - median)).ToList());
            var distance = Math.Abs(cut - median);
            if (distance > LeastDistance && distance > Spreads * spread)
            {
                problems.Warn("cut-far-from-sector", entry.Record.PlaceOf(ScheduleReader.ColumnOf(year)), $"{entry.Registration}: {entry.Targets[year]!.Value.Text} for {year} is a cut of {Percent(cut)} from {from.Text}; the others of {entry.Sector.Name} are cut by {Percent(median)} in the middle.", $"a cut like the others', about {Show(from.Value * (1m - median))}", "Compare with the printed schedule.");
            }
        }
    }

    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2m;
    }

    private static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Show(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
