using System;
using System.Collections.Generic;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
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
    private YearJournal(YearState state) => State = state;

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
        var journal = new YearJournal(YearState.Begin(entity, year));
        (header, journal.Head) = ChainedLine.Write("", json =>
        {
            json.WriteString("format", YearLine.Format);
            json.WriteNumber("v", YearLine.Version);
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
        foreach (var line in Require.Each(lines))
        {
            number++;
            if (journal is null)
            {
                var (entity, year, head) = YearLine.Header(line, file);
                journal = new YearJournal(YearState.Begin(entity, year)) { Head = head };
            }
            else
            {
                journal.Take(YearLine.Event(line, journal.Head, file, number), file, number);
            }
        }

        return journal ?? throw YearLine.Bad(file, 1, "journal-header", "The journal is empty.", $"a header line with \"format\":\"{YearLine.Format}\"");
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

    private void Take((YearEvent Event, string Hash) read, string? file, int line)
    {
        if (State.Misfit(read.Event) is { } no)
        {
            throw new CctsDataException([new Problem(no.Code, Severity.Error, no.Message, new SourcePlace(file, line, 1, "")) { Hint = "The lines before it are a valid year.", Clause = no.Clause }]);
        }

        (State, Head) = (State.Apply(read.Event), read.Hash);
    }
}
