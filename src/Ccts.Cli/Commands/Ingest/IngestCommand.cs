using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Ingestion;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ingest;

/// <summary><c>ccts ingest</c>: from the files that a plant has to its monitoring report.</summary>
internal static class IngestCommand
{
    internal static Command Create()
    {
        var mapping = new Argument<string>("mapping") { Description = "Mapping (JSON): which column of which file goes into which stream." };
        var files = new Argument<string[]>("file") { Description = "Files of meters, tickets, receipts, stock counts: CSV or JSON lines.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Write the monitoring report here." };
        var json = new Option<bool>("--json") { Description = "Print values, files and findings as JSON." };
        var command = new Command("ingest", "Take the files of a plant into its monitoring report, and tell what is wrong in them. Exit code 1 when an amount is withheld.") { mapping, files, output, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(mapping)!;
            var read = IngestionMapping.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
            var progress = new Progress(System.Console.Error, System.Console.IsErrorRedirected);
            var result = Ingestor.Run(read, [.. parsed.GetValue(files)!.Select(FileOf)], new RowsRead(progress));
            progress.Done();
            if (result.ReportJson is { } report && parsed.GetValue(output) is { } to)
            {
                WriteReport(to, report);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(IngestionJson.Write(result));
            }
            else
            {
                Terminal.Problems(result.Problems);
                IngestionText.Print(result, Terminal.Out);
            }

            return result.HasErrors ? ExitCode.BadInput : result.IsComplete ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    internal static IngestionFile FileOf(string path) => new(Path.GetFileName(path), () => Inputs.OpenStream(path));

    internal static void WriteReport(string path, System.Text.Json.Nodes.JsonNode json)
    {
        using var stream = File.Create(path);
        JsonOutput.Write(json, stream);
    }

    private sealed class RowsRead(Progress progress) : System.IProgress<int>
    {
        public void Report(int value) => progress.Tell(value);
    }
}
