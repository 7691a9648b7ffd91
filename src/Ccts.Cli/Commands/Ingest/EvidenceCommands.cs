using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Verification.Planning;
using Ccts.Ingestion.Evidence;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ingest;

/// <summary><c>ccts evidence</c>: the verifier's package of a report, made and compared with the files.</summary>
internal static class EvidenceCommands
{
    private const int MostBytes = 256 * 1024 * 1024;

    internal static Command Create() => new("evidence", "Trace each amount of a report back to the rows of its files.") { Pack(), Check() };

    private static Command Pack()
    {
        var report = new Argument<string>("report") { Description = "Monitoring report (JSON)." };
        var files = Files();
        var mapping = new Option<string>("--mapping") { Description = "The mapping that the report was made with.", Required = true };
        var previous = new Option<string?>("--previous") { Description = "The version of the report before it; the pack then says what changed." };
        var output = new OutputFile("--out", "Write the pack here.", isRequired: true);
        var json = Json();
        var command = new Command("pack", "Make the verifier's package: report, mapping, digests of the files, rows behind each amount, findings, changes, sampling plan, comparisons of laboratories.") { report, files, mapping, previous, output, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var before = parsed.GetValue(previous) is { } path ? Report(path) : null;
            var read = Report(parsed.GetValue(report)!);
            var sections = VerifierSections.Of(read, rulesets.ChooseCompliance(parsed, read.Year).Assessment);
            var pack = EvidencePack.Make(read, Inputs.Read(parsed.GetValue(mapping)!, LocatedJson.DefaultMaxBytes), FilesOf(parsed.GetValue(files)!), before, sections);
            JsonOutput.Write(pack, parsed.GetValue(output));
            var (values, stated) = (pack["values"]!.AsArray().Count, pack["stated"]!.AsArray().Count);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["digest"] = pack["digest"]!.DeepClone(), ["values"] = values, ["stated"] = pack["stated"]!.DeepClone(), ["verification"] = sections.DeepClone() });
            }
            else
            {
                Terminal.Out.Line($"{values} amounts are traced to {pack["files"]!.AsArray().Count} files; {stated} amounts of the report are stated without a file. {pack["digest"]}");
                foreach (var amount in pack["stated"]!.AsArray())
                {
                    Terminal.Out.Line(Spectre.Console.Markup.Escape($"stated without a file: {amount}"));
                }

                EvidenceText.Print(sections, Terminal.Out);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static Command Check()
    {
        var pack = new Argument<string>("pack") { Description = "A package made by \"ccts evidence pack\"." };
        var files = Files();
        var previous = new Option<string?>("--previous") { Description = "The version of the report before: the changes that the package states are compared with it." };
        var json = Json();
        var command = new Command("check", "Compare a package with its files: digests, each amount computed again, what changed, what to sample, by how much laboratories differ. Exit code 1 when something does not hold.") { pack, files, previous, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(pack)!;
            var before = parsed.GetValue(previous) is { } older ? Report(older) : null;
            var archive = new ReceiptRulesets(rulesets.Catalog(parsed), rulesets.Overlays(parsed));
            var problems = EvidenceCheck.Of(Inputs.Read(path, MostBytes), Inputs.NameOf(path), FilesOf(parsed.GetValue(files)!), before, (of, recorded) => Identity(recorded) is { } identity && archive.Find(identity) is { } ruleset ? VerifierSections.Of(of, ruleset.Assessment) : null);
            var holds = problems.All(p => p.Severity != Severity.Error);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["holds"] = holds, ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]) });
            }
            else
            {
                Terminal.Problems(problems);
                Terminal.Out.Line(holds ? "The package holds: every file is the one it rests on, and every amount comes out the same." : "The package does not hold.");
            }

            return holds ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static RulesetIdentity? Identity(JsonObject recorded) =>
        recorded["ruleset"] is JsonObject named && named["id"] is JsonValue id && named["revision"] is JsonValue revision && revision.TryGetValue<int>(out var number) && named["digest"] is JsonValue digest
            ? new RulesetIdentity(id.ToString(), number, digest.ToString())
            : null;

    private static Argument<string[]> Files() => new("file") { Description = "The files that the report was made from.", Arity = ArgumentArity.OneOrMore };

    private static Option<bool> Json() => new("--json") { Description = "Print the answer as JSON." };

    private static List<IngestionFile> FilesOf(string[] paths) => PlantFile.All(paths);

    private static MonitoringReport Report(string path) => MonitoringReportReader.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
}
