using System;
using System.Text;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>How the lines of a journal are chained.</summary>
internal static class JournalChain
{
    internal const string Format = "ccts-ledger-journal";

    /// <summary>The value used as the hash before the first line.</summary>
    internal const string Start = "";

    private const string Before = ",\"hash\":\"";
    private const string After = "\"}";
    private const int SuffixLength = 9 + 64 + 2;
    private const string DigestPrefix = "sha256:";

    internal static string HeaderLine { get; } = new JournalWriter().Header;

    /// <param name="previous">The hash of the line before.</param>
    /// <param name="body">What of this line stands before its own hash.</param>
    internal static string Next(string previous, string body)
    {
        var bytes = new byte[previous.Length + Encoding.UTF8.GetByteCount(body)];
        Encoding.ASCII.GetBytes(previous, 0, previous.Length, bytes, 0);
        Encoding.UTF8.GetBytes(body, 0, body.Length, bytes, previous.Length);
        return Sha256.Of(bytes).Substring(DigestPrefix.Length);
    }

    /// <summary>A line's body as the JSON that it was before the hash was added.</summary>
    internal static byte[] Json(string body)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(body) + 1];
        bytes[Encoding.UTF8.GetBytes(body, 0, body.Length, bytes, 0)] = (byte)'}';
        return bytes;
    }

    internal static string Suffix(string hash) => Before + hash + After;

    /// <summary>Splits a line; false if it does not end as every line does.</summary>
    internal static bool TrySplit(string line, out string body, out string hash)
    {
        (body, hash) = ("", "");
        if (line.Length <= SuffixLength || !line.EndsWith(After, StringComparison.Ordinal)
            || string.CompareOrdinal(line, line.Length - SuffixLength, Before, 0, Before.Length) != 0)
        {
            return false;
        }

        body = line.Substring(0, line.Length - SuffixLength);
        hash = line.Substring(line.Length - 64 - After.Length, 64);
        return true;
    }
}
