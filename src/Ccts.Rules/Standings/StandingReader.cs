using System;
using System.Collections.Generic;
using Ccts.Rules.Instruments;
using Ccts.Sdk.Csv;
using Ccts.Sdk.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Standings;

/// <summary>Reads source, force, evidence and note of a value, and holds them against the ruleset's list of instruments.</summary>
internal sealed class StandingReader(IReadOnlyDictionary<string, Instrument> instruments, bool instrumentsAreWhole, ProblemList problems)
{
    // Rows of a table mostly stand alike; they share one standing.
    private Standing? _above;

    /// <summary>A standing written out in full.</summary>
    internal Standing? Read(ObjectReader value)
    {
        var source = ReadSource(value.Object("source"));
        var force = value.Choice("force", Words.Force);
        var evidence = value.Choice("evidence", Words.Evidence);
        var note = value.OptionalText("note");
        return Make(source, force, evidence, note, () => value.Node.Member("force")?.Place ?? value.Node.Place);
    }

    /// <summary>A row's standing: what it writes itself, the rest as its table says.</summary>
    internal Standing? ReadRow(ObjectReader row, Standing? table)
    {
        var ownSource = row.OptionalObject("source");
        var source = ownSource is null ? table?.Source : ReadSource(ownSource);
        var force = row.Choice("force", Words.Force, required: false) ?? table?.Force;
        var evidence = row.Choice("evidence", Words.Evidence, required: false) ?? table?.Evidence;
        var note = row.OptionalText("note") ?? table?.Note;
        return Make(source, force, evidence, note, () => row.Node.Member("force")?.Place ?? row.Node.Place);
    }

    /// <summary>The columns <c>instrument, clause, force, evidence, note</c> of a CSV row.</summary>
    internal Standing? Read(CsvRecord row)
    {
        var instrument = row.Text("instrument");
        var clause = row.OptionalText("clause");
        if (instrument is not null && IsDangling(instrument))
        {
            Dangling(instrument, row.PlaceOf("instrument"));
        }

        var (force, evidence, note) = (row.Choice("force", Words.Force), row.Choice("evidence", Words.Evidence), row.OptionalText("note"));
        if (_above is { } above && !ContradictsInstrument(above.Source, force) && above.Source.Instrument == instrument && above.Source.Clause == clause && above.Force == force && above.Evidence == evidence && above.Note == note)
        {
            return above;
        }

        return _above = Make(instrument is null ? null : new LegalSource(instrument, clause), force, evidence, note, () => row.PlaceOf("force"));
    }

    private LegalSource? ReadSource(ObjectReader? source)
    {
        if (source is null)
        {
            return null;
        }

        var instrument = source.Text("instrument");
        var clause = source.OptionalText("clause");
        var location = source.OptionalText("location");
        source.Done();
        if (instrument is null)
        {
            return null;
        }

        if (IsDangling(instrument))
        {
            Dangling(instrument, source.Node.Member("instrument")!.Place);
        }

        return new LegalSource(instrument, clause, location);
    }

    private bool IsDangling(string instrument) => instrumentsAreWhole && !instruments.ContainsKey(instrument);

    private void Dangling(string instrument, SourcePlace place) =>
        problems.Error("dangling-instrument", place, $"No instrument \"{ObjectReader.Shorten(instrument)}\" is listed.", "an id from \"instruments\" in ruleset.json", Nearest.Hint(instrument, instruments.Keys) ?? "List the instrument in ruleset.json.");

    private bool ContradictsInstrument(LegalSource source, Force? force) =>
        force == Force.InForce && instruments.TryGetValue(source.Instrument, out var instrument) && instrument.Status != Force.InForce;

    private Standing? Make(LegalSource? source, Force? force, Evidence? evidence, string? note, Func<SourcePlace> place)
    {
        if (source is null || force is null || evidence is null)
        {
            return null;
        }

        if (ContradictsInstrument(source, force))
        {
            var instrument = instruments[source.Instrument];
            problems.Error("force-contradicts-instrument", place(), $"The value is \"in-force\", its instrument {instrument.Id} is \"{Words.Of(instrument.Status)}\".", $"\"{Words.Of(instrument.Status)}\", or an instrument in force");
        }

        return new Standing(source, force.Value, evidence.Value, note);
    }
}
