using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Verification.Planning;
using Ccts.Ingestion;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Ingest;

/// <summary><c>ccts ingest</c>: makes a monitoring report from a plant's own files.</summary>
internal static class IngestCommand
{
    internal static Command Create()
    {
        var mapping = new Argument<string?>("mapping") { Description = "Mapping (JSON): which column of which file goes into which stream.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Argument<string[]>("file") { Description = "Files of meters, tickets, receipts, stock counts: CSV, JSON lines or .xlsx.", Arity = ArgumentArity.ZeroOrMore };
        var suggest = new Option<string?>("--suggest") { Description = "Look at the first rows of this file instead, and propose a mapping for it." };
        var year = new Option<string>("--year") { Description = "With --suggest: the compliance year.", DefaultValueFactory = _ => "2025-26" };
        var output = new OutputFile("--out", "Write the monitoring report here.");
        var json = new Option<bool>("--json") { Description = "Print values, files and findings as JSON." };
        var command = new Command("ingest", "Turn the files of a plant into its monitoring report, and report what is wrong in them. Exit code 1 when an amount is withheld.") { mapping, files, suggest, year, output, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            if (parsed.GetValue(suggest) is { } example)
            {
                return Suggest(example, YearOf(parsed.GetValue(year)!), rulesets, parsed, parsed.GetValue(json));
            }

            if (parsed.GetValue(mapping) is not { } path || parsed.GetValue(files) is not { Length: > 0 } given)
            {
                throw Bad("Nothing is given to take in.", "a mapping and at least one file, or --suggest FILE");
            }

            var read = IngestionMapping.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
            var progress = new Progress(System.Console.Error, System.Console.IsErrorRedirected);
            var result = Ingestor.Run(read, PlantFile.All(given), new RowsRead(progress));
            progress.Done();
            if (result.ReportJson is { } report && parsed.GetValue(output) is { } to)
            {
                JsonOutput.Write(report, to);
            }

            else if (parsed.GetValue(output) is { } old && File.Exists(old))
            {
                result = result with { Problems = [.. result.Problems, new Problem("report-older", Severity.Warning, $"{old} is of an earlier run, not of these files: there is no report now, and it was left as it is.", new SourcePlace(old, 0, 0, ""))] };
            }

            var samples = Samples(result, rulesets, parsed);
            if (parsed.GetValue(json))
            {
                var answer = IngestionJson.Write(result);
                answer["readiness"]!["samples"] = samples is null ? null : new JsonArray([.. samples.Select(s => (JsonNode)s.ToJson())]);
                JsonOutput.Write(answer);
            }
            else
            {
                Terminal.Problems(result.Problems);
                IngestionText.Print(result, samples, Terminal.Out);
            }

            return result.HasErrors ? ExitCode.BadInput : result.IsComplete ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    /// <summary>What was sampled against the rules of the year; null where there is no report, or no ruleset of its year.</summary>
    private static IReadOnlyList<SamplingAccount>? Samples(IngestionResult result, RulesetOptions rulesets, ParseResult parsed) =>
        result.Report is { } report && (rulesets.AreGiven(parsed) || rulesets.Catalog(parsed).Rulesets.Any(r => r.Year == report.Year && r.Kind == RulesetKind.ComplianceYear))
            ? SamplingAccount.Of(report, rulesets.ChooseCompliance(parsed, report.Year).Assessment.Monitoring)
            : null;

    /// <summary>The mapping goes to standard output, so that it can be saved; the guesses go to the error output.</summary>
    private static int Suggest(string path, ComplianceYear year, RulesetOptions rulesets, ParseResult parsed, bool json)
    {
        var known = rulesets.ChooseCompliance(parsed, year).Assessment.Emissions;
        var suggestion = MappingSuggestion.Of(PlantFile.Of(path), year.ToString(), [.. known.Fuels.Values], [.. known.Materials.Values]);
        if (json)
        {
            JsonOutput.Write(new JsonObject { ["mapping"] = suggestion.Mapping.DeepClone(), ["notes"] = new JsonArray([.. suggestion.Notes.Select(n => (JsonNode)n)]) });
            return ExitCode.Yes;
        }

        foreach (var note in suggestion.Notes)
        {
            Terminal.Error.Line(Spectre.Console.Markup.Escape(note));
        }

        JsonOutput.Write(suggestion.Mapping);
        return ExitCode.Yes;
    }

    private static ComplianceYear YearOf(string text) => ComplianceYear.TryParse(text, out var year, out var reason) ? year : throw Bad($"--year \"{text}\" is no compliance year.", reason!);

    private sealed class RowsRead(Progress progress) : System.IProgress<int>
    {
        public void Report(int value) => progress.Tell(value);
    }
}
