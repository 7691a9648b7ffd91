using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>The streams that the report of a mapping has, and what may still be brought into them.</summary>
internal sealed class ReportStreams
{
    private readonly Dictionary<string, (string List, LocatedNode Node)> _streams = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    internal ReportStreams(LocatedNode report, ProblemList problems)
    {
        _problems = problems;
        foreach (var list in Measure.Lists)
        {
            foreach (var stream in report.Member(list)?.Children ?? [])
            {
                if (stream.Kind == LocatedKind.Object && stream.Member("id") is { Kind: LocatedKind.String } id && !_streams.ContainsKey(id.Value!))
                {
                    _streams.Add(id.Value!, (list, stream));
                }
            }
        }
    }

    /// <summary>The list that a stream stands in; null, and a problem reported, when there is no such stream or what would be brought in stands there already.</summary>
    internal string? ListOf(LocatedNode at, string stream, string member)
    {
        if (!_streams.TryGetValue(stream, out var found))
        {
            _problems.Error("unknown-stream", at.Place, $"The report of this mapping has no stream \"{ShownText.Short(stream)}\" that amounts can be brought into.", string.Join(", ", _streams.Keys), _problems.Nearest(stream, _streams.Keys) ?? "Put the stream into \"report\", without its amounts.");
            return null;
        }

        var stated = member == "amounts" ? found.Node.Member("amounts") ?? found.Node.Member("amount") : found.Node.Member(member);
        if (stated is not null)
        {
            _problems.Error("stated-already", stated.Place, $"The stream \"{ShownText.Short(stream)}\" states its {member} here, and a source brings it in.", "one of the two", "Take it out here, or take the source out.");
            return null;
        }

        return found.List;
    }
}
