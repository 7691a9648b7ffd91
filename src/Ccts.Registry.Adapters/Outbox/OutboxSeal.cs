using System;
using System.Globalization;
using System.Text;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// The checksum of a row, last in the text of its state. It covers that text and every other column, so that a change after the row was written is
/// detected. It guards against disk faults, tools and manual edits, not against somebody who recomputes it; the ledger's hash chain guards against that.
/// </summary>
internal static class OutboxSeal
{
    private const string Begin = ",\"sum\":\"";
    private const string End = "\"}";
    private const int Digits = 64;
    private const int Length = 8 + Digits + 2;

    /// <summary>The row with its checksum.</summary>
    /// <param name="row">Its state is a JSON object with at least one member.</param>
    internal static OutboxRow Of(OutboxRow row)
    {
        var open = row.State.Substring(0, row.State.Length - 1);
        return row with { State = open + Begin + SumOf(row, open) + End };
    }

    /// <summary>Whether the row matches its checksum; false where it has none.</summary>
    internal static bool Holds(OutboxRow row) =>
        row.State.Length > Length && row.State.Substring(0, row.State.Length - Length) is var open
        && row.State.EndsWith(Begin + SumOf(row, open) + End, StringComparison.Ordinal);

    private static string SumOf(OutboxRow row, string open)
    {
        var text = new StringBuilder(open.Length + row.Payload.Length + 200);
        foreach (var part in new[] { row.Place.ToString(), row.Version.ToString(CultureInfo.InvariantCulture), row.IsOpen ? "open" : "closed", row.Key, row.Registry, row.Payload, open })
        {
            // With its length, so that no character can move from one column to the next.
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('\n');
        }

        return Sha256Hex.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
