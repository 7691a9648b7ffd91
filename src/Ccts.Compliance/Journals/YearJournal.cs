using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime.Text;

namespace Ccts.Compliance.Journals;

/// <summary>
/// A compliance year as text: a header and one JSON object for each event, each line chained to the one before, so that none can be
/// changed, left out or moved unseen. Lines are only ever added.
/// </summary>
/// <remarks>Not thread-safe. Lines come without line ends.</remarks>
public sealed class YearJournal
{
    private const string Format = "ccts-year-journal";
    private const int Version = 1;
    private readonly string? _file;

    private YearJournal(YearState state, string? file) => (State, _file) = (state, file);

    /// <summary>The year after the last line.</summary>
    public YearState State { get; private set; }

    /// <summary>The hash of the last line: whoever keeps it elsewhere can tell that nothing was cut off.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Begins a journal.</summary>
    /// <param name="entity">The entity, by its registration number or name.</param>
    /// <param name="year">The year.</param>
    /// <param name="header">The first line.</param>
    public static YearJournal Begin(string entity, ComplianceYear year, out string header)
    {
        var journal = new YearJournal(YearState.Begin(entity, year), null);
        (header, journal.Head) = ChainedLine.Write("", json =>
        {
            json.WriteString("format", Format);
            json.WriteNumber("v", Version);
            json.WriteString("entity", entity);
            json.WriteString("year", year.ToString());
        });
        return journal;
    }

    /// <summary>Reads a journal, and plays every event again.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">A line is not as it was written, or what it says could not happen.</exception>
    public static YearJournal Read(IEnumerable<string> lines, string? file = null)
    {
        YearJournal? journal = null;
        var number = 0;
        foreach (var line in Require.NotNull(lines))
        {
            number++;
            if (journal is null)
            {
                journal = ReadHeader(line, file);
            }
            else
            {
                journal.ReadEvent(line, number);
            }
        }

        return journal ?? throw Bad(file, 1, "journal-header", "The journal is empty.", $"a header line with \"format\":\"{Format}\"");
    }

    /// <summary>Adds an event and gives its line.</summary>
    /// <exception cref="InvalidOperationException">The event does not fit; ask first.</exception>
    public string Append(YearEvent next)
    {
        State = State.Apply(next);
        var (line, hash) = ChainedLine.Write(Head, json =>
        {
            json.WriteNumber("n", State.Events.Count);
            json.WriteString("on", LocalDatePattern.Iso.Format(next.On));
            json.WriteString("move", YearWords.Of(next.Move));
            json.WriteString("role", YearWords.Of(next.Actor.Role));
            json.WriteString("person", next.Actor.Person);
            json.WriteString("organisation", next.Actor.Organisation);
            if (next.Document is { } document)
            {
                json.WriteString("document", document);
            }

            if (next.Note is { } note)
            {
                json.WriteString("note", note);
            }
        });
        Head = hash;
        return line;
    }

    private static YearJournal ReadHeader(string line, string? file)
    {
        var (node, hash) = Open(line, "", file, 1);
        var problems = new ProblemList();
        var header = new ObjectReader(node, problems);
        var (format, version, entity) = (header.Text("format"), header.Integer("v"), header.Text("entity"));
        var year = header.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        header.Done();
        if (format is not null && format != Format)
        {
            throw Bad(file, 1, "journal-header", $"This is \"{ShownText.Short(format)}\", not the journal of a compliance year.", Format);
        }

        if (version is { } v && v != Version)
        {
            throw Bad(file, 1, "journal-newer", $"The journal has version {v.ToString(CultureInfo.InvariantCulture)}.", $"version {Version.ToString(CultureInfo.InvariantCulture)}");
        }

        Throw(problems, 1);
        return string.IsNullOrWhiteSpace(entity)
            ? throw Bad(file, 1, "journal-header", "The header names no entity.", "a registration number or a name")
            : new YearJournal(YearState.Begin(entity!, year!.Value), file) { Head = hash };
    }

    private void ReadEvent(string line, int number)
    {
        var (node, hash) = Open(line, Head, _file, number);
        var problems = new ProblemList();
        var read = new ObjectReader(node, problems);
        var n = read.Integer("n");
        var on = read.Date("on");
        var move = read.Choice("move", YearWords.Moves);
        var role = read.Choice("role", YearWords.Roles);
        var (person, organisation, document, note) = (read.Text("person"), read.Text("organisation"), read.OptionalText("document"), read.OptionalText("note"));
        read.Done();
        Throw(problems, number);
        if (n != number - 1)
        {
            throw Bad(_file, number, "journal-order", $"Event {n} stands where event {number - 1} belongs.", "events in the order they were written");
        }

        var next = new YearEvent(on!.Value, move!.Value, new YearActor(role!.Value, person!, organisation!), document, note);
        if (State.Misfit(next) is { } no)
        {
            throw new CctsDataException([new Problem(no.Code, Severity.Error, no.Message, new SourcePlace(_file, number, 1, "")) { Hint = "The lines before it are a valid year.", Clause = no.Clause }]);
        }

        (State, Head) = (State.Apply(next), hash);
    }

    private static (LocatedNode Node, string Hash) Open(string line, string previous, string? file, int number)
    {
        if (!ChainedLine.TrySplit(Require.NotNull(line).TrimEnd('\r'), out var body, out var hash))
        {
            throw Bad(file, number, "journal-line", "The line is cut off or is not a journal's.", "a JSON object that ends with its hash");
        }

        if (!string.Equals(ChainedLine.Next(previous, body), hash, StringComparison.Ordinal))
        {
            throw Bad(file, number, "journal-damaged", "The line's text and its hash do not match.", "the text exactly as it was written", "This line, or an earlier one, was changed, moved or left out.");
        }

        var problems = new ProblemList();
        var node = LocatedJson.Read(Encoding.UTF8.GetBytes(body + "}"), file, problems);
        Throw(problems, number);
        return (node!, hash);
    }

    private static void Throw(ProblemList problems, int line)
    {
        if (problems.HasErrors)
        {
            var all = new List<Problem>();
            foreach (var problem in problems.ToList())
            {
                all.Add(problem with { Place = problem.Place with { Line = line } });
            }

            throw new CctsDataException(all);
        }
    }

    private static CctsDataException Bad(string? file, int line, string code, string message, string? expected, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(file, line, 1, "")) { Expected = expected, Hint = hint }]);
}
