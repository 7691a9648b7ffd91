using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Reads the text of a journal line by line. A damaged, missing, doubled or moved line is refused with its place; so is an entry of a
/// version this library does not know. It reads lines of every earlier version.
/// </summary>
/// <remarks>Not thread-safe. After an exception the reader is where it was before the bad line.</remarks>
public sealed class JournalReader
{
    private readonly string? _file;
    private readonly Dictionary<UnitLot, UnitLot> _lots = [];

    /// <summary>Begins before the header.</summary>
    /// <param name="file">The file's name for messages, or null.</param>
    public JournalReader(string? file = null) => _file = file;

    /// <summary>Starts after a line of a journal whose earlier lines are not available; later lines are checked against it.</summary>
    /// <param name="line">A header or an entry; its own hash is trusted.</param>
    /// <param name="file">The file's name for messages, or null.</param>
    /// <exception cref="CctsDataException">It is no line of a journal.</exception>
    public static JournalReader At(string line, string? file = null)
    {
        var reader = new JournalReader(file);
        if (!string.Equals(line, JournalChain.HeaderLine, StringComparison.Ordinal) && JournalChain.TrySplit(Require.NotNull(line), out var body, out var hash))
        {
            var entry = reader.Parse(body, 0);
            (reader.Head, reader.Line, reader.Position, reader.LastAt) = (hash, (int)Math.Min(int.MaxValue - 1, entry.Position + 1), entry.Position, entry.At);
            return reader;
        }

        reader.Next(line);
        return reader;
    }

    /// <summary>The hash of the last line read.</summary>
    public string Head { get; private set; } = JournalChain.Start;

    /// <summary>How many lines were read.</summary>
    public int Line { get; private set; }

    /// <summary>The position of the last entry read.</summary>
    public long Position { get; private set; }

    /// <summary>The time of the last entry read; the default before the first.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>The registry intents of the last entry read.</summary>
    public IReadOnlyList<RegistryIntent> Intents { get; private set; } = [];

    /// <summary>Every entry of a whole journal, header first. Lines after a bad one are not read.</summary>
    /// <exception cref="CctsDataException">A line is not as it was written; raised while enumerating.</exception>
    public static IEnumerable<JournalEntry> Read(IEnumerable<string> lines, string? file = null) =>
        new JournalReader(file).ReadAll(Require.NotNull(lines));

    /// <summary>Every entry of the lines that follow.</summary>
    /// <exception cref="CctsDataException">A line is not as it was written, or there is no header; raised while enumerating.</exception>
    public IEnumerable<JournalEntry> ReadAll(IEnumerable<string> lines)
    {
        foreach (var line in Require.Each(lines))
        {
            if (Next(line) is { } entry)
            {
                yield return entry;
            }
        }

        if (Line == 0)
        {
            throw Bad("journal-header", "The journal is empty.", 1, "a header line with \"format\":\"" + JournalChain.Format + "\"");
        }
    }

    /// <summary>Reads the next line: null for the header, else its entry.</summary>
    /// <exception cref="CctsDataException">The line is not as it was written.</exception>
    public JournalEntry? Next(string line)
    {
        var at = Line + 1;
        if (!JournalChain.TrySplit(Require.NotNull(line).TrimEnd('\r'), out var body, out var hash))
        {
            throw Bad("journal-line", "The line is cut off or is not a journal's.", at, "a JSON object that ends with its hash", "The lines before it are a valid ledger; recover the rest from a copy.");
        }

        var problems = new ProblemList();
        var root = LocatedJson.Read(JournalChain.Json(body), _file, problems);
        var from = root is null || at == 1 ? null : new EventReader(root, problems, _lots);
        var entry = from?.Read();
        var chained = string.Equals(JournalChain.Next(Head, body), hash, StringComparison.Ordinal);
        if (at > 1 && entry is not null && entry.Position != Position + 1)
        {
            throw Bad("journal-order", $"Entry {entry.Position} is where entry {Position + 1} belongs.", at, "entries in the order they were written", "A line was moved, left out or doubled.");
        }

        if (!chained)
        {
            throw Bad("journal-damaged", "The line's text and its hash do not match.", at, "the text exactly as it was written", "This line, or an earlier one, was changed.");
        }

        if (at == 1)
        {
            CheckHeader(root!, problems);
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList().Select(p => p with { Place = p.Place with { Line = at } }).ToList());
        }

        (Head, Line, Position, LastAt, Intents) = (hash, at, entry?.Position ?? Position, entry?.At ?? LastAt, from?.Intents ?? []);
        return entry;
    }

    private JournalEntry Parse(string body, int line)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(JournalChain.Json(body), _file, problems);
        var entry = root is null ? null : new EventReader(root, problems, _lots).Read();
        return entry ?? throw new CctsDataException(problems.ToList().Select(p => p with { Place = p.Place with { Line = line } }).ToList());
    }

    private static void CheckHeader(LocatedNode root, ProblemList problems)
    {
        var header = new ObjectReader(root, problems);
        var format = header.Text("format");
        var version = header.Integer("v");
        if (format is not null && format != JournalChain.Format)
        {
            problems.Error("journal-header", root.Place, $"This is \"{ShownText.Short(format)}\", not a ledger's journal.", JournalChain.Format);
        }

        if (version > EventWriter.Version)
        {
            problems.Error("journal-newer", root.Place, $"The journal has version {version}.", $"at most {EventWriter.Version}", "Read it with a newer version of this library.");
        }
    }

    private CctsDataException Bad(string code, string message, int line, string expected, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(_file, line, 1, "")) { Expected = expected, Hint = hint }]);
}
