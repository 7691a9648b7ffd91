using System.Collections.Generic;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Law;

/// <summary>Reads source, force, evidence and note of a value, and checks them against the ruleset's list of instruments.</summary>
public sealed class StandingReader(IReadOnlyDictionary<string, Instrument> instruments, bool instrumentsAreWhole, ProblemList problems)
{
    // Most rows of a table have the same standing; they share one object, by the texts of the five columns.
    private (string? Instrument, string? Clause, string? Force, string? Evidence, string? Note) _textsAbove;
    private Standing? _above;

    /// <summary>A standing written out in full.</summary>
    internal Standing? Read(ObjectReader value)
    {
        var source = ReadSource(value.Object("source"));
        var force = value.Choice("force", LawWords.Forces);
        var evidence = value.Choice("evidence", LawWords.Evidences);
        var note = value.OptionalText("note");
        return Make(source, force, evidence, note, value.Node);
    }

    /// <summary>A row's standing: its own members, the rest from its table.</summary>
    internal Standing? ReadRow(ObjectReader row, Standing? table)
    {
        var ownSource = row.OptionalObject("source");
        var source = ownSource is null ? table?.Source : ReadSource(ownSource);
        var force = row.Choice("force", LawWords.Forces, required: false) ?? table?.Force;
        var evidence = row.Choice("evidence", LawWords.Evidences, required: false) ?? table?.Evidence;
        var note = row.OptionalText("note") ?? table?.Note;
        if (table is not null && source == table.Source && force == table.Force && evidence == table.Evidence && note == table.Note && !ContradictsInstrument(table))
        {
            return table;
        }

        return Make(source, force, evidence, note, row.Node);
    }

    /// <summary>The columns <c>instrument, clause, force, evidence, note</c> of a CSV row.</summary>
    internal Standing? Read(CsvRecord row)
    {
        var texts = (row.OptionalText("instrument"), row.OptionalText("clause"), row.OptionalText("force"), row.OptionalText("evidence"), row.OptionalText("note"));
        if (_above is { } above && texts == _textsAbove)
        {
            return above;
        }

        var instrument = row.Text("instrument");
        var isDangling = instrument is not null && IsDangling(instrument);
        if (isDangling)
        {
            Dangling(instrument!, row.PlaceOf("instrument"));
        }

        var (force, evidence, note) = (row.Choice("force", LawWords.Forces), row.Choice("evidence", LawWords.Evidences), row.OptionalText("note"));
        if (instrument is null || force is null || evidence is null)
        {
            return null;
        }

        var standing = new Standing(new LegalSource(instrument, row.OptionalText("clause")), force.Value, evidence.Value, note);
        var isContradiction = ContradictsInstrument(standing);
        if (isContradiction)
        {
            Contradiction(standing, row.PlaceOf("force"));
        }

        (_above, _textsAbove) = (isDangling || isContradiction ? null : standing, texts);
        return standing;
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
        problems.Error("dangling-instrument", place, $"No instrument \"{ShownText.Short(instrument)}\" is listed.", "an id from \"instruments\" in ruleset.json, or in overlay.json of an overlay", problems.Nearest(instrument, instruments.Keys) ?? "List the instrument there.");

    private bool ContradictsInstrument(Standing standing) =>
        standing.Force == Force.InForce && instruments.TryGetValue(standing.Source.Instrument, out var instrument) && instrument.Status != Force.InForce;

    private void Contradiction(Standing standing, SourcePlace place)
    {
        var instrument = instruments[standing.Source.Instrument];
        problems.Error("force-contradicts-instrument", place, $"The value is \"in-force\", its instrument {instrument.Id} is \"{LawWords.Of(instrument.Status)}\".", $"\"{LawWords.Of(instrument.Status)}\", or an instrument in force");
    }

    private Standing? Make(LegalSource? source, Force? force, Evidence? evidence, string? note, LocatedNode node)
    {
        if (source is null || force is null || evidence is null)
        {
            return null;
        }

        var standing = new Standing(source, force.Value, evidence.Value, note);
        if (ContradictsInstrument(standing))
        {
            Contradiction(standing, node.Member("force")?.Place ?? node.Place);
        }

        return standing;
    }
}
