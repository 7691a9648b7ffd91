using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Claims;

/// <summary>The claims of a registry's export: rows of numbered tonnes. Units that are only issued have no holder yet, and claim nothing.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
/// <param name="Claims">The claims, in the order of the rows.</param>
/// <param name="Problems">Rows that could not be used, each with its place. While there are any, no unit is certain to be unclaimed.</param>
public sealed record ClaimImport(IReadOnlyList<Claim> Claims, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads the rows of an export.</summary>
    /// <param name="rows">The rows, as <see cref="ExportReader"/> reads them.</param>
    /// <param name="source">Who claims, for messages.</param>
    public static ClaimImport Of(IEnumerable<ExportRow> rows, string source)
    {
        var (claims, problems) = (new List<Claim>(), new List<Problem>());
        foreach (var row in Require.Each(rows))
        {
            problems.AddRange(row.Problem is { } problem ? [problem] : []);
            if (row.Entry is not { } entry)
            {
                continue;
            }

            if (Why(entry) is { } why)
            {
                problems.Add(new Problem("claim-import", Severity.Error, why, new SourcePlace(entry.File, entry.Line, 0, "")) { Expected = "a row of numbered tonnes whose state is known" });
            }
            else if (entry.State != UnitState.Issued)
            {
                var isHeld = entry.State is UnitState.Held or UnitState.Buffer;
                claims.Add(new Claim(source, isHeld ? ClaimKind.Holding : ClaimKind.Ended, entry.Block!.Value, $"{entry.File}:{entry.Line}") { End = isHeld ? null : entry.State, EndedOn = isHeld ? null : entry.Date });
            }
        }

        return new ClaimImport(claims, problems);
    }

    // A row without numbers, such as the details of an issuance, claims no units.
    private static string? Why(StatementEntry entry) =>
        entry.Block is null ? entry.State == UnitState.Issued ? null : "The row numbers no units that could be read, so nothing is known of what it claims."
        : entry.Unit != UnitOfAccount.TonneCo2e ? $"The units are {entry.Unit}, not tonnes."
        : entry.State == UnitState.Unknown ? "The state of the units is not known." : null;
}
