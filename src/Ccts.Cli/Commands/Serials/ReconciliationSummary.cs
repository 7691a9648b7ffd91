using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Reconciliation;
using Spectre.Console;

namespace Ccts.Cli.Commands.Serials;

/// <summary>A reconciliation for people: whether both sides agree, tonnes by class, the first differences, the format of each file.</summary>
internal static class ReconciliationSummary
{
    private const int Shown = 8;
    private static readonly string[] Columns = ["Tonnes", "ledger", "registry"];

    internal static void Print(ReconciliationReport report, IAnsiConsole console, bool all)
    {
        var account = new Account(console);
        account.Sentence(report.Verdict, report.HasDifferences ? "bold yellow" : "bold");
        if (report.Totals.HasDifferences)
        {
            account.Sentence($"{NotAgreed(report, StatementSide.Local)} t of the ledger and {NotAgreed(report, StatementSide.Registry)} t of the registry are not in agreement.");
        }

        foreach (var caveat in report.Caveats())
        {
            account.Sentence(caveat, "yellow");
        }

        account.Blank();
        account.Figures(Totals(report), i => i == 0);
        Differences(account, report, all ? int.MaxValue - 1 : Shown);
        account.Blank();
        RecognisedFiles.Print(report.Files, account, hasSides: true);
        account.Sentence($"{report.Rows} rows read, {report.LaterRows} dated later left out, {report.RowsWithProblems} with problems.");
        Terminal.Problems(all ? report.Problems : report.Problems.Take(Shown));
        if (!all && report.Problems.Count > Shown)
        {
            account.Sentence($"{report.Problems.Count - Shown} more problems of rows: --all.");
        }
    }

    /// <summary>The classes with tonnes, and the sum of each side.</summary>
    private static List<string[]> Totals(ReconciliationReport report)
    {
        var rows = new List<string[]> { Columns };
        rows.AddRange(ReconciliationTotals.Classes
            .Select(kind => new[] { ReconciliationReport.Word(kind), Grouped(report.Totals[kind, StatementSide.Local]), Grouped(report.Totals[kind, StatementSide.Registry]) })
            .Where(row => row[1] != "0" || row[2] != "0"));
        rows.Add(["all", Grouped(report.Totals.Of(StatementSide.Local)), Grouped(report.Totals.Of(StatementSide.Registry))]);
        return rows;
    }

    private static string NotAgreed(ReconciliationReport report, StatementSide side) => Grouped(ReconciliationTotals.Classes
        .Where(c => c is not (ReconciliationClass.Matched or ReconciliationClass.Contained)).Sum(c => report.Totals[c, side]));

    private static void Differences(Account account, ReconciliationReport report, int shown)
    {
        var differences = report.Findings.Where(f => f.Class is not (ReconciliationClass.Matched or ReconciliationClass.Contained)).Take(shown + 1).ToArray();
        if (differences.Length == 0)
        {
            return;
        }

        account.Heading(differences.Length > shown ? $"The first {shown} differences" : "The differences");
        foreach (var finding in differences.Take(shown))
        {
            var tonnes = Grouped(Math.Max(finding.LocalTonnes, finding.RegistryTonnes));
            account.Sentence(
                $"{ReconciliationReport.Word(finding.Class)}: {finding.Registry} {finding.Scope}{(finding.Range is { } range ? " " + range : "")}, {tonnes} t"
                + Row("; ledger ", finding.Local ?? (finding.LocalTonnes > 0 ? finding.Within : null))
                + Row("; registry ", finding.AtRegistry ?? (finding.RegistryTonnes > 0 ? finding.Within : null)),
                indent: 2,
                hanging: 2);
        }

        if (differences.Length > shown)
        {
            account.Sentence("There are more: --all.", indent: 2);
        }
    }

    private static string Row(string side, EntryPlace? place) => place is { } row ? $"{side}{row} {row.State}" : "";

    // Grouped for the eye; --json has the plain number.
    internal static string Grouped(decimal tonnes) => tonnes.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
