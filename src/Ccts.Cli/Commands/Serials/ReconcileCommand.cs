using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>ccts reconcile</c>: a ledger against a registry, tonne by tonne. Exit code 1 when there are differences.</summary>
internal static class ReconcileCommand
{
    internal static Command Create()
    {
        var ledger = new Option<string[]>("--ledger") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "The own ledger: CSV or .xlsx with serial, quantity, state, as_of, or what ccts ledger export writes. Any other known export with --ledger-format." };
        var registry = new Option<string[]>("--registry") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "The registry's exports: CSV, .xlsx, JSON, gz or zip. Several are one statement." };
        var format = new Option<string?>("--format") { Description = "The registry, or one of its formats, e.g. verra or gold-standard-retirements, or a format file of your own (.json); found out by headers otherwise." };
        var ledgerFormat = new Option<string?>("--ledger-format") { Description = "The same for the own side. Without it, the own side is read as a ledger and never taken for a registry's export because of its columns." };
        var ignored = StatementFiles.IgnoredColumns();
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var all = new Option<bool>("--all") { Description = "Print every difference and every problem." };
        var html = new OutputFile("--html", "Also write a page with a map of where each range stands on both sides.");
        var csv = new OutputFile("--csv", "Also write every finding as CSV.");
        var command = new Command("reconcile", "Compare a ledger with a registry: what matches, what is missing where, what exists twice, to the tonne.") { ledger, registry, format, ledgerFormat, ignored, asOf, json, all, html, csv };
        var layouts = new HostLayouts();
        layouts.AddTo(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (reader, chosen) = layouts.Read(parsed, parsed.GetValue(format), parsed.GetValue(ledgerFormat));
            var files = new StatementFiles(reader);
            FoundFiles.CheckAll([.. parsed.GetValue(ledger)!, .. parsed.GetValue(registry)!]);
            var reconciler = AsOfOption.Reconciler(parsed.GetValue(asOf));
            var progress = new Progress(Console.Error, Console.IsErrorRedirected);
            foreach (var entry in parsed.GetValue(ledger)!.SelectMany(f => files.Read(StatementSide.Local, f, chosen[1], progress.Tell)))
            {
                reconciler.Add(StatementSide.Local, entry);
            }

            foreach (var entry in parsed.GetValue(registry)!.SelectMany(f => files.Read(StatementSide.Registry, f, chosen[0], progress.Tell)))
            {
                reconciler.Add(StatementSide.Registry, entry);
            }

            progress.Done();
            var report = new ReconciliationReport(reconciler, files, parsed.GetValue(ignored)!);
            Save(parsed.GetValue(html), writer => ReconciliationPage.Write(report, writer));
            Save(parsed.GetValue(csv), writer => ReconciliationCsv.Write(report, writer));
            if (parsed.GetValue(json))
            {
                JsonOutput.To(output => ReconciliationJson.Write(report, output));
            }
            else
            {
                ReconciliationSummary.Print(report, Terminal.Out, parsed.GetValue(all));
            }

            return report.Agrees ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static void Save(string? path, Action<TextWriter> write)
    {
        if (path is not null)
        {
            OutputFile.Save(path, file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
                write(writer);
            });
        }
    }
}
