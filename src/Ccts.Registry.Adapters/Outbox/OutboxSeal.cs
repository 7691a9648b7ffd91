using System.Buffers;
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
        var open = row.State.Length - 1;
        return row with { State = row.State.Substring(0, open) + Begin + SumOf(row, open) + End };
    }

    /// <summary>Whether the row matches its checksum; false where it has none.</summary>
    internal static bool Holds(OutboxRow row)
    {
        var open = row.State.Length - Length;
        return open > 0 && string.CompareOrdinal(row.State, open, Begin + SumOf(row, open) + End, 0, Length) == 0;
    }

    // An owner checks a hundred thousand rows before it sends anything: the columns go into the digest without texts in between.
    private static string SumOf(OutboxRow row, int open)
    {
        var (place, version) = (row.Place.ToString(), row.Version.ToString(CultureInfo.InvariantCulture));
        var bytes = ArrayPool<byte>.Shared.Rent(3 * (place.Length + row.Key.Length + row.Registry.Length + row.Payload.Length + open + 200));
        try
        {
            var count = 0;
            foreach (var part in new[] { place, version, row.IsOpen ? "open" : "closed", row.Key, row.Registry, row.Payload })
            {
                count = Put(part, part.Length, bytes, count);
            }

            return Sha256Hex.Of(bytes, Put(row.State, open, bytes, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // With its length, so that no character can move from one column to the next.
    private static int Put(string text, int length, byte[] bytes, int at)
    {
        var head = length.ToString(CultureInfo.InvariantCulture) + ":";
        at += Encoding.ASCII.GetBytes(head, 0, head.Length, bytes, at);
        at += Encoding.UTF8.GetBytes(text, 0, length, bytes, at);
        bytes[at] = (byte)'\n';
        return at + 1;
    }
}
