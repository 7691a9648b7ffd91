using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Targets;

/// <summary><c>ccts targets import</c>: turns a gazette schedule into <c>targets.csv</c>, and reports rows that look misprinted.</summary>
internal static class TargetsImportCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("schedule") { Description = "The schedule as CSV or .xlsx, or - for standard input. Its columns are in docs/rulesets.md." };
        var output = new OutputFile("--out", "Write targets.csv here; without it, it goes to standard output.");
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var year = new Option<string?>("--year") { Description = "Compliance year of the targets; without it, the first year there is a ruleset for." };
        var instrument = new Option<string?>("--instrument") { Description = "Id of the instrument that prints the schedule; without it, that of each row's sector. Rows of a draft come out for targets.on-request.csv." };
        var clause = new Option<string?>("--clause") { Description = "The schedule within the instrument, e.g. \"First Schedule\"." };
        var verbatim = new Option<bool>("--verbatim") { Description = "The rows were read in the gazette itself, not in somebody's transcript of it." };
        var command = new Command("import", "Turn a gazette schedule into targets.csv. Exit code 1 when rows look misprinted.") { file, output, json, year, instrument, clause, verbatim };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var ruleset = rulesets.Choose(parsed, YearOf(parsed.GetValue(year), rulesets.Catalog(parsed)));
            if (ruleset.Kind != RulesetKind.ComplianceYear)
            {
                throw Bad($"{ruleset.Identity.Id} is a baseline year and has no targets.", "the ruleset of a compliance year");
            }

            var options = new ScheduleImportOptions
            {
                Instrument = parsed.GetValue(instrument),
                Clause = parsed.GetValue(clause),
                Evidence = parsed.GetValue(verbatim) ? Evidence.Verbatim : Evidence.Transcribed,
                OtherYears = [.. rulesets.Catalog(parsed).Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear && r.Force == Force.InForce && r.Year != ruleset.Year).GroupBy(r => r.Year).Select(g => g.OrderBy(r => r.Published).ThenBy(r => r.Identity.Revision).Last())],
            };
            if (!ScheduleImport.TryImport(Inputs.Table(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), ruleset, options, out var schedule, out var problems))
            {
                throw new CctsDataException(problems);
            }

            Give(schedule, ruleset, parsed.GetValue(output), parsed.GetValue(json));
            return schedule.Count == 0 || schedule.Remarks.Any(r => r.Severity == Severity.Warning) ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static void Give(ImportedSchedule schedule, Ruleset ruleset, string? output, bool json)
    {
        if (output is not null)
        {
            OutputFile.Save(output, file => file.Write(Encoding.UTF8.GetBytes(schedule.TargetsCsv)));
        }

        if (json)
        {
            JsonOutput.Write(TargetsImportJson.Write(schedule, ruleset, withText: output is null));
            return;
        }

        if (output is null)
        {
            Console.Out.Write(schedule.TargetsCsv);
        }

        Terminal.Problems(schedule.Remarks);
        var suspicious = schedule.Remarks.Count(r => r.Severity == Severity.Warning);
        Console.Error.WriteLine($"{schedule.Year}: {schedule.Count} rows for {schedule.FileName}, {schedule.WithTarget} with a target, {schedule.Count - schedule.WithTarget} without, {suspicious} remarks about likely misprints.");
    }

    private static ComplianceYear YearOf(string? text, RulesetCatalog catalog)
    {
        if (text is null)
        {
            var first = catalog.Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear).OrderBy(r => r.Year).FirstOrDefault();
            return first?.Year ?? throw Bad("There is no ruleset of a compliance year.", "--year");
        }

        return ComplianceYear.TryParse(text, out var year, out var reason) ? year : throw Bad($"\"{text}\" is not a compliance year.", reason);
    }
}
