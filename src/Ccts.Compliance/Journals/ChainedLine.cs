using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Compliance.Journals;

/// <summary>A line of a journal: a JSON object whose last member is the SHA-256 of the hash before it and of its own text, as the ledger's journal has it.</summary>
internal static class ChainedLine
{
    private const string Before = ",\"hash\":\"";
    private const string After = "\"}";
    private const string DigestPrefix = "sha256:";
    private const int HashLength = 64;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static (string Line, string Hash) Write(string previous, Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        // Without its closing brace: the hash follows.
        var body = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length - 1);
        var hash = Next(previous, body);
        return (body + Before + hash + After, hash);
    }

    /// <summary>Takes a line apart; false when it does not end as every line does.</summary>
    internal static bool TrySplit(string line, out string body, out string hash)
    {
        (body, hash) = ("", "");
        var at = line.Length - Before.Length - HashLength - After.Length;
        if (at <= 0 || !line.EndsWith(After, StringComparison.Ordinal) || string.CompareOrdinal(line, at, Before, 0, Before.Length) != 0)
        {
            return false;
        }

        (body, hash) = (line.Substring(0, at), line.Substring(at + Before.Length, HashLength));
        return true;
    }

    internal static string Next(string previous, string body) => Sha256.Of(Encoding.UTF8.GetBytes(previous + body)).Substring(DigestPrefix.Length);
}
