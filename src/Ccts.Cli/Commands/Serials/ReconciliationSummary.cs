using System.Linq;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Reconciliation;
using Spectre.Console;

namespace Ccts.Cli.Commands.Serials;

/// <summary>A reconciliation for people: tonnes by class, then the differences, the first of them.</summary>
internal static class ReconciliationSummary
{
    private const int Shown = 50;

    internal static void Print(ReconciliationReport report, IAnsiConsole console)
    {
        console.WriteLine(report.Verdict);
        RecognisedFiles.Print(report.Files, console, hasSides: true);
        var totals = Terminal.Table("class", "tonnes in the ledger", "tonnes at the registry");
        foreach (var kind in ReconciliationTotals.Classes)
        {
            totals.AddRow(ReconciliationReport.Word(kind), Tonnes(report, kind, StatementSide.Local), Tonnes(report, kind, StatementSide.Registry));
        }

        totals.AddRow("all", ReconciliationJson.Plain(report.Totals.Of(StatementSide.Local)), ReconciliationJson.Plain(report.Totals.Of(StatementSide.Registry)));
        console.Write(totals);
        var differences = report.Findings.Where(f => f.Class is not (ReconciliationClass.Matched or ReconciliationClass.Contained)).Take(Shown + 1).ToArray();
        if (differences.Length > 0)
        {
            Print(differences, console);
        }

        foreach (var caveat in report.Caveats())
        {
            console.WriteLine(caveat);
        }

        console.WriteLine($"{report.Rows} rows read, {report.LaterRows} dated later left out, {report.RowsWithProblems} with problems.");
        Terminal.Problems(report.Problems.Take(Shown));
    }

    private static void Print(ReconciliationFinding[] differences, IAnsiConsole console)
    {
        var table = Terminal.Table("class", "scope", "numbers", "tonnes", "ledger", "registry");
        foreach (var finding in differences.Take(Shown))
        {
            table.AddRow(
                ReconciliationReport.Word(finding.Class),
                Markup.Escape(finding.Registry + " " + finding.Scope),
                finding.Range?.ToString() ?? "-",
                ReconciliationJson.Plain(System.Math.Max(finding.LocalTonnes, finding.RegistryTonnes)),
                Row(finding.Local ?? (finding.LocalTonnes > 0 ? finding.Within : null)),
                Row(finding.AtRegistry ?? (finding.RegistryTonnes > 0 ? finding.Within : null)));
        }

        console.Write(table);
        if (differences.Length > Shown)
        {
            console.WriteLine("… and more; --json and --html have them all.");
        }
    }

    private static string Row(EntryPlace? place) => place is { } row ? Markup.Escape($"{row} {row.State}") : "-";

    private static string Tonnes(ReconciliationReport report, ReconciliationClass kind, StatementSide side) => ReconciliationJson.Plain(report.Totals[kind, side]);
}
