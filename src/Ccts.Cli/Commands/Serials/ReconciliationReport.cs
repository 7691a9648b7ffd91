using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Cli.Commands.Serials;

/// <summary>What a reconciliation found, for all its ways of being told.</summary>
internal sealed class ReconciliationReport(Reconciler reconciler, StatementFiles files, IReadOnlyCollection<string> ignored)
{

    internal ReconciliationTotals Totals { get; } = reconciler.Totals();

    internal IEnumerable<ReconciliationFinding> Findings => reconciler.Findings();

    internal IReadOnlyList<Problem> Problems => field ??= [.. files.Problems, .. reconciler.Refused, .. Unread];

    private List<Problem> Unread => field ??= files.Unread(ignored);

    internal int Untold => files.Untold + (reconciler.RefusedRows - reconciler.Refused.Count);

    internal int Rows => files.Rows;

    internal StatementFiles Files => files;

    /// <summary>One sentence: whether both sides agree, and whether everything could be read.</summary>
    internal string Verdict => Totals.HasDifferences ? "There are differences."
        : Problems.Count(p => p.Severity == Severity.Error) + Untold > Unread.Count ? "What could be read matches, but not every row could be read."
        : IsNothing ? "There is nothing to compare: neither side states a tonne."
        : Unread.Count > 0 ? "Everything matches by the columns that were read, but columns that the registry's format does not know have content and were not read."
        : "Everything matches.";

    /// <summary>Whether both sides were compared, and agree: where neither states a tonne, nothing was.</summary>
    internal bool Agrees => !HasDifferences && !IsNothing;

    private bool IsNothing => Totals.Of(StatementSide.Local) + Totals.Of(StatementSide.Registry) == 0;

    /// <summary>Units reported as missing may exist after all, if their side could not be read completely.</summary>
    internal IEnumerable<string> Caveats()
    {
        if (Totals[ReconciliationClass.Unparsable, StatementSide.Registry] > 0 && Totals[ReconciliationClass.MissingAtRegistry, StatementSide.Local] > 0)
        {
            yield return $"{ReconciliationJson.Plain(Totals[ReconciliationClass.Unparsable, StatementSide.Registry])} t at the registry could not be read; what is missing there may be among them.";
        }

        if (Totals[ReconciliationClass.Unparsable, StatementSide.Local] > 0 && Totals[ReconciliationClass.MissingLocally, StatementSide.Registry] > 0)
        {
            yield return $"{ReconciliationJson.Plain(Totals[ReconciliationClass.Unparsable, StatementSide.Local])} t in the ledger could not be read; what is missing there may be among them.";
        }
    }

    internal int RowsWithProblems => files.RowsWithProblems + reconciler.RefusedRows;

    internal int LaterRows => reconciler.LaterRows;

    /// <summary>Differences, or rows that could not be used: an unread row is not an agreement.</summary>
    internal bool HasDifferences => Totals.HasDifferences || Problems.Any(p => p.Severity == Severity.Error) || Untold > 0;

    /// <summary><c>missing-at-registry</c> for <c>MissingAtRegistry</c>.</summary>
    internal static string Word(ReconciliationClass kind) =>
        string.Concat(kind.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
