using System;
using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Law;

/// <summary>Reads the list of instruments in <c>ruleset.json</c>.</summary>
internal static class InstrumentReader
{
    internal static IReadOnlyDictionary<string, Instrument> Read(IReadOnlyList<LocatedNode> items, ProblemList problems)
    {
        var instruments = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var instrument = ReadOne(new ObjectReader(item, problems));
            if (instrument is null)
            {
                continue;
            }

            if (instruments.ContainsKey(instrument.Id))
            {
                problems.Error("duplicate-id", item.Member("id")!.Place, $"The instrument \"{instrument.Id}\" is listed twice.", "each id once", "Delete one of the two.");
                continue;
            }

            instruments.Add(instrument.Id, instrument);
        }

        return instruments;
    }

    private static Instrument? ReadOne(ObjectReader item)
    {
        var id = item.Text("id");
        var title = item.Text("title");
        var issuer = item.Text("issuer");
        var reference = item.OptionalText("reference");
        var date = item.Text("date");
        var status = item.Choice("status", LawWords.Forces);
        var evidence = item.Choice("evidence", LawWords.Evidences);
        var note = item.OptionalText("note");
        var location = item.OptionalText("location");
        item.Done();
        return id is null || title is null || issuer is null || date is null || status is null || evidence is null
            ? null
            : new Instrument(id, title, issuer, reference, date, status.Value, evidence.Value, note, location);
    }
}
