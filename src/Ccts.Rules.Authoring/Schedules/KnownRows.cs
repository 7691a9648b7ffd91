using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>
/// Compares a schedule with the ruleset's rows of the same plants. Names, sectors and baselines are gazetted once, and so is the target of a
/// year. A difference is a typing mistake, a shifted row, or a correction, and somebody has to say which.
/// </summary>
internal sealed class KnownRows(IReadOnlyDictionary<string, EntityTarget> known, ComplianceYear year, ProblemList problems)
{
    /// <summary>If this many targets all differ, the ruleset's rows are from another schedule, and one remark says so.</summary>
    private const int FewestOfAnother = 5;

    private const int Shown = 5;
    private const string Hint = "Compare with the printed schedule; where a notification corrected it, the ruleset's row is the old one.";

    internal void Check(IReadOnlyList<ScheduleEntry> entries)
    {
        foreach (var (entry, row) in Pairs(entries))
        {
            CheckPlant(entry, row);
            CheckBaseline(entry, row);
        }

        CheckTargets(entries);
    }

    /// <summary>Only the targets, for the year of the rows: the column of another year shows whether columns were shifted.</summary>
    internal void CheckTargets(IReadOnlyList<ScheduleEntry> entries)
    {
        var pairs = Pairs(entries);
        CheckTargets([.. pairs.Where(p => p.Row.Year == year && TargetOf(p.Entry) != p.Row.Target?.TonnesPerUnit)], pairs.Count);
    }

    private List<(ScheduleEntry Entry, EntityTarget Row)> Pairs(IReadOnlyList<ScheduleEntry> entries) =>
        [.. entries.Where(e => known.ContainsKey(e.Registration)).Select(e => (e, known[e.Registration]))];

    private void CheckPlant(ScheduleEntry entry, EntityTarget row)
    {
        if (!PlainName.Same(entry.Entity, row.Entity))
        {
            Warn("name-differs", entry, "entity", $"the entity \"{ShownText.Short(entry.Entity)}\" is \"{row.Entity}\"", row.Entity, "Did a row slip? " + Hint);
        }

        if (entry.Sector.Name != row.Sector)
        {
            Warn("sector-differs", entry, "sector", $"the sector {entry.Sector.Name} is {row.Sector}", row.Sector);
        }
    }

    private void CheckBaseline(ScheduleEntry entry, EntityTarget row)
    {
        if (!row.BaselineYear.Equals(entry.BaselineYear))
        {
            Warn("baseline-year-differs", entry, "baseline_year", $"the baseline year {entry.BaselineYear} is {row.BaselineYear}", row.BaselineYear.ToString());
            return;
        }

        if (row.BaselineIntensity is { } intensity && intensity.Basis == entry.Sector.Basis && intensity.TonnesPerUnit != entry.Baseline.Value)
        {
            Warn("baseline-differs", entry, "baseline_gei", $"the baseline {entry.Baseline.Text} of {entry.BaselineYear} is {intensity}", Show(intensity.TonnesPerUnit));
        }

        if (entry.Complexity is null && row.BaselineOutput is { } output && output.Basis == entry.Sector.Basis && output.Value != entry.Output.Value)
        {
            Warn("baseline-differs", entry, "baseline_output", $"the output {entry.Output.Text} of {entry.BaselineYear} is {output}", Show(output.Value));
        }
    }

    // A folder copied for a new year still has last year's rows: all of them differ, and are reported together.
    private void CheckTargets(IReadOnlyList<(ScheduleEntry Entry, EntityTarget Row)> others, int compared)
    {
        if (others.Count == compared && compared >= FewestOfAnother)
        {
            var first = others[0].Entry;
            problems.Warn("target-differs", first.Record.PlaceOf(ScheduleReader.ColumnOf(year)), $"All {compared} targets that the ruleset has for {year} are others: {string.Join(", ", others.Take(Shown).Select(o => o.Entry.Registration))}{(compared > Shown ? ", …" : "")}.", $"the targets of {year}", "Were its rows left as they stood in the year before? Then these take their place. If not, compare with the printed schedule.");
            return;
        }

        foreach (var (entry, row) in others)
        {
            Warn("target-differs", entry, ScheduleReader.ColumnOf(year), $"the target {entry.Targets[year]?.Text ?? TargetReader.Dash} for {year} is {row.Target?.ToString() ?? TargetReader.Dash}", row.Target is { } target ? Show(target.TonnesPerUnit) : TargetReader.Dash);
        }
    }

    private decimal? TargetOf(ScheduleEntry entry) => entry.Targets[year]?.Value;

    private void Warn(string code, ScheduleEntry entry, string column, string what, string expected, string? hint = null) =>
        problems.Warn(code, entry.Record.PlaceOf(column), $"{entry.Registration}: {what} in the ruleset.", expected, hint ?? Hint);

    private static string Show(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
