using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using Ccts.Rules.Law;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>Turns a gazette schedule, typed into CSV, into a ruleset's <c>targets.csv</c>; one of a draft into <c>targets.on-request.csv</c>.</summary>
/// <remarks>Thread-safe. The columns are described in docs/rulesets.md.</remarks>
public static class ScheduleImport
{
    /// <summary>Imports a schedule; false with every problem when a row cannot be read.</summary>
    /// <param name="csv">The schedule: UTF-8, commas, a header line.</param>
    /// <param name="file">What messages call it, or null.</param>
    /// <param name="ruleset">The ruleset of the compliance year, for its sectors and instruments.</param>
    /// <param name="options">Where the rows come from.</param>
    /// <param name="schedule">The rows and what looks wrong in them, or null when there is an error.</param>
    /// <param name="problems">Every error; empty when the import succeeds.</param>
    /// <exception cref="InvalidOperationException">The ruleset is of a baseline year.</exception>
    public static bool TryImport(byte[] csv, string? file, Ruleset ruleset, ScheduleImportOptions options, [NotNullWhen(true)] out ImportedSchedule? schedule, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(csv);
        Require.NotNull(options);
        var errors = new ProblemList();
        var year = Require.NotNull(ruleset).Assessment.Year;
        if (options.Instrument is { } named && !ruleset.Instruments.ContainsKey(named))
        {
            errors.Error("dangling-instrument", new SourcePlace(file, 0, 0, ""), $"The ruleset lists no instrument \"{named}\".", string.Join(", ", ruleset.Instruments.Keys));
        }

        var force = options.Instrument is { } own && ruleset.Instruments.TryGetValue(own, out var prints) ? prints.Status : Force.InForce;
        var entries = new ScheduleReader(ruleset.Assessment.Sectors, errors).Read(csv, file, year);
        var text = new StringBuilder(string.Join(",", force == Force.InForce ? TargetReader.InForceColumns : TargetReader.OnRequestColumns)).Append('\n');
        foreach (var entry in entries)
        {
            Write(entry, ruleset, options, force, text, errors);
        }

        problems = errors.ToList();
        schedule = null;
        if (errors.HasErrors)
        {
            return false;
        }

        var remarks = new ProblemList();
        new ScheduleSuspicions(remarks).Check(entries, ruleset, options.OtherYears);
        foreach (var sector in options.Instrument is { } stated ? entries.GroupBy(e => e.Sector).Where(g => g.Key.Standing.Source.Instrument != stated) : [])
        {
            remarks.Add(new Problem("other-instrument", Severity.Info, $"{sector.Key.Name} is of {sector.Key.Standing.Source.Instrument} in sectors.csv; {sector.Count()} rows say {options.Instrument}.", sector.First().Record.Row.Place));
        }

        schedule = new ImportedSchedule(year, entries.Count, entries.Count(e => e.Targets[year] is not null), text.ToString(), remarks.ToList()) { Force = force };
        return true;
    }

    private static void Write(ScheduleEntry entry, Ruleset ruleset, ScheduleImportOptions options, Force force, StringBuilder text, ProblemList errors)
    {
        var instrument = options.Instrument ?? entry.Sector.Standing.Source.Instrument;
        if (ruleset.Instruments.TryGetValue(instrument, out var listed) && listed.Status != force)
        {
            errors.Error("schedule-not-in-force", entry.Record.Row.Place, $"{entry.Registration} would rest on {instrument}, which is \"{LawWords.Of(listed.Status)}\".", "an instrument in force", "Name the instrument that prints the schedule; rows of a draft are then written for targets.on-request.csv, under keys of their own.");
            return;
        }

        if (force == Force.InForce && entry.Sector.Standing.Force != Force.InForce)
        {
            errors.Error("schedule-not-in-force", entry.Record.Row.Place, $"{entry.Sector.Name} is in sectors.csv as \"{LawWords.Of(entry.Sector.Standing.Force)}\", by {entry.Sector.Standing.Source.Instrument}; {entry.Registration} would have a target in force by {instrument}.", "a sector in force", "If a notification covers the sector by now, say so in sectors.csv first; name the draft with --instrument if not.");
            return;
        }

        var year = ruleset.Assessment.Year;
        string?[] fields =
        [
            force == Force.InForce ? entry.Registration : KeyOf(instrument, entry.Registration), entry.Entity, entry.Sector.Name, entry.SubSector, entry.State, entry.BaselineYear.ToString(),
            OutputOf(entry, errors), entry.Baseline.Text, entry.Targets[year]?.Text ?? TargetReader.Dash,
            EmissionIntensity.UnitOf(entry.Sector.Basis),
            instrument, options.Clause ?? (options.Instrument is null ? entry.Sector.Standing.Source.Clause : null),
            LawWords.Of(force), LawWords.Of(options.Evidence), NoteOf(entry),
        ];
        text.Append(string.Join(",", fields.Select(Quote))).Append('\n');
    }

    // Ends with the registration number, by which the plant's row in force is found.
    private static string KeyOf(string instrument, string registration) =>
        new string([.. instrument.ToLowerInvariant().Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-')]) + "-" + registration.ToLowerInvariant();

    private static string OutputOf(ScheduleEntry entry, ProblemList errors)
    {
        if (entry.Complexity is not { } complexity)
        {
            return entry.Output.Text;
        }

        if (ExactDecimal.TryMultiply(entry.Output.Value, complexity.Value, out var product))
        {
            return QuantityText.Format(product);
        }

        errors.Error("bad-value", entry.Record.PlaceOf("baseline_output"), $"{entry.Output.Text} x {complexity.Text} cannot be held exactly.", "fewer digits");
        return "";
    }

    private static string? NoteOf(ScheduleEntry entry) =>
        entry.Complexity is { } complexity ? $"output = {entry.Output.Text} MBBLS x NRGF {complexity.Text}" : null;

    private static string Quote(string? field)
    {
        var text = field ?? "";
        return text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
