using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Serials;

/// <summary>What a reconciliation found, for all its ways of being told.</summary>
internal sealed class ReconciliationReport(Reconciler reconciler, StatementFiles files)
{
    internal ReconciliationTotals Totals { get; } = reconciler.Totals();

    internal IEnumerable<ReconciliationFinding> Findings => reconciler.Findings();

    internal IReadOnlyList<Problem> Problems { get; } = [.. files.Problems, .. reconciler.Refused];

    internal int Untold => files.Untold + (reconciler.RefusedRows - reconciler.Refused.Count);

    /// <summary>As which format each file was read.</summary>
    internal IReadOnlyList<ExportRecognition> Recognised => files.Recognised;

    internal int Rows => files.Rows;

    internal int LaterRows => reconciler.LaterRows;

    /// <summary>Differences, or rows that could not be used: nobody should read silence as agreement.</summary>
    internal bool HasDifferences => Totals.HasDifferences || Problems.Any(p => p.Severity == Severity.Error) || Untold > 0;

    /// <summary><c>missing-at-registry</c> for <c>MissingAtRegistry</c>.</summary>
    internal static string Word(ReconciliationClass kind) =>
        string.Concat(kind.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
