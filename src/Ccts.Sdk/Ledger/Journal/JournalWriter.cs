using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Writes entries as text, one JSON object a line, each line chained to the one before: its hash is the SHA-256 of the hash before it and
/// of the line's own text, so no line can be changed, left out or moved without every later hash being wrong.
/// </summary>
/// <remarks>Not thread-safe. Lines come without line ends.</remarks>
public sealed class JournalWriter
{
    // Text a person can read; the journal is never embedded in HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new journal; <see cref="Header"/> is its first line.</summary>
    public JournalWriter()
    {
        Header = Chain(Encode(json =>
        {
            json.WriteString("format", JournalChain.Format);
            json.WriteNumber("v", EventWriter.FirstVersion);
        }));
    }

    /// <summary>Continues a journal that was read.</summary>
    public JournalWriter(JournalReader read)
    {
        Head = Require.NotNull(read).Head;
        Header = JournalChain.HeaderLine;
    }

    /// <summary>The first line of every journal of this version.</summary>
    public string Header { get; }

    /// <summary>The hash of the last line. Keep it elsewhere to notice lines cut off the end.</summary>
    public string Head { get; private set; } = JournalChain.Start;

    /// <summary>The header and every entry.</summary>
    public static IEnumerable<string> Lines(IEnumerable<JournalEntry> entries)
    {
        var whole = Require.Each(entries);
        var writer = new JournalWriter();
        yield return writer.Header;
        foreach (var entry in whole)
        {
            yield return writer.Line(entry);
        }
    }

    /// <summary>The next line.</summary>
    public string Line(JournalEntry entry) => Line(entry, []);

    /// <summary>The next line, with the registry intents that belong to the entry.</summary>
    public string Line(JournalEntry entry, IReadOnlyList<RegistryIntent> intents)
    {
        Require.NotNull(entry);
        Require.All(intents);
        return Chain(Encode(json => EventWriter.Write(json, entry, intents)));
    }

    private string Chain(string body)
    {
        Head = JournalChain.Next(Head, body);
        return body + JournalChain.Suffix(Head);
    }

    // The object without its closing brace: the hash member follows.
    private static string Encode(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length - 1);
    }
}
