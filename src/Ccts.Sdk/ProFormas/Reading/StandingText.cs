using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads the source, legal force and evidence of a value. The enclosing ruleset checks that the instrument is listed.</summary>
internal static class StandingText
{
    internal static Standing? Read(ObjectReader of)
    {
        LegalSource? source = null;
        if (of.Object("source") is { } from)
        {
            var (instrument, clause, location) = (from.Text("instrument"), from.OptionalText("clause"), from.OptionalText("location"));
            from.Done();
            source = instrument is null ? null : new LegalSource(instrument, clause, location);
        }

        var (force, evidence, note) = (of.Choice("force", LawWords.Forces), of.Choice("evidence", LawWords.Evidences), of.OptionalText("note"));
        return source is null || force is null || evidence is null ? null : new Standing(source, force.Value, evidence.Value, note);
    }
}
