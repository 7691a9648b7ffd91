using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Overlays;

/// <summary>The content of <c>overlay.json</c>; members that could not be read are null.</summary>
internal sealed class OverlayHeader
{
    private const int Format = 1;

    private OverlayHeader(ObjectReader file, ProblemList problems)
    {
        file.Optional("$schema");
        var format = file.Integer("format");
        Id = file.Text("id");
        Revision = file.Integer("revision");
        Force = file.Choice("force", LawWords.Forces);
        Title = LawTitle.Read(file, problems);
        Published = file.Date("published");
        Extends = file.List("extends");
        Instruments = InstrumentReader.Read(file.OptionalList("instruments"), problems);
        file.Done();
        if (format is not null and not Format)
        {
            problems.Error("unsupported-format", file.Node.Member("format")!.Place, $"The overlay is written in format {format}.", $"{Format}");
        }

        if (Revision < 1)
        {
            problems.Error("bad-revision", file.Node.Member("revision")!.Place, $"The revision is {Revision}.", "1 or more; it rises with every publication");
        }
    }

    internal string? Id { get; }

    internal int? Revision { get; }

    internal Force? Force { get; }

    internal LawTitle? Title { get; }

    internal LocalDate? Published { get; }

    internal IReadOnlyList<LocatedNode> Extends { get; }

    internal IReadOnlyDictionary<string, Instrument> Instruments { get; }

    internal static OverlayHeader Read(LocatedNode root, ProblemList problems) => new(new ObjectReader(root, problems), problems);

    internal void CheckExtends(string baseId, ProblemList problems, SourcePlace place)
    {
        if (Extends.Any(e => string.Equals(e.Value, baseId, StringComparison.Ordinal)))
        {
            return;
        }

        problems.Error("wrong-base", Extends.Count == 0 ? place : Extends[0].Place, $"The overlay is not made for \"{baseId}\".", "one of the rulesets that \"extends\" lists: " + string.Join(", ", Extends.Select(e => e.Value ?? e.Describe())));
    }
}
