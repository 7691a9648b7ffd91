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

    /// <summary>Where a stream has flows of carbon.</summary>
    private static readonly string[] s_flows = ["unburnt", "inputs", "outputs"];

    /// <summary>A step of a path, as evidence names values.</summary>
    internal static string Escaped(string step) => step.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The path of a flow of carbon inside a stream, such as <c>unburnt/bottom-ash</c>; null, with a problem reported, when there is none or what would be brought in stands there already.</summary>
    internal string? FlowOf(LocatedNode at, string stream, string material, string member)
    {
        var node = _streams[stream].Node;
        var flows = s_flows.SelectMany(list => (node.Member(list)?.Children ?? []).Select(f => (List: list, Node: f))).Where(f => f.Node.Kind == LocatedKind.Object).ToList();
        var found = flows.Where(f => f.Node.Member("material")?.Value == material).ToList();
        if (found.Count != 1)
        {
            _problems.Error("unknown-flow", at.Place, $"The stream \"{ShownText.Short(stream)}\" has {(found.Count == 0 ? "no" : "more than one")} flow of \"{ShownText.Short(material)}\".", flows.Count == 0 ? "\"unburnt\" of a fuel, \"inputs\" or \"outputs\" of a mass balance, each with its \"material\"" : string.Join(", ", flows.Select(f => f.Node.Member("material")?.Value)));
            return null;
        }

        if (found[0].Node.Member(member) is { } stated)
        {
            TellStated(stated, $"flow \"{ShownText.Short(material)}\"", member);
            return null;
        }

        return found[0].List + "/" + Escaped(material);
    }

    /// <summary>Whether a stream states the basis of its analyses.</summary>
    internal bool HasBasis(string? stream) => stream is not null && _streams.TryGetValue(stream, out var found) && found.Node.Member("basis") is not null;

    /// <summary>Reports when the stream already has the value.</summary>
    internal void TellStated(string stream, string member)
    {
        var node = _streams[stream].Node;
        if ((member == "amounts" ? node.Member("amounts") ?? node.Member("amount") : member.Split('.').Aggregate((LocatedNode?)node, (at, step) => at?.Member(step))) is { } stated)
        {
            TellStated(stated, $"stream \"{ShownText.Short(stream)}\"", member);
        }
    }

    /// <summary>The list that a stream stands in; null, with a problem reported, when there is no such stream.</summary>
    internal string? ListOf(LocatedNode at, string stream)
    {
        if (_streams.TryGetValue(stream, out var found))
        {
            return found.List;
        }

        _problems.Error("unknown-stream", at.Place, $"The report of this mapping has no stream \"{ShownText.Short(stream)}\" that amounts can be brought into.", string.Join(", ", _streams.Keys), _problems.Nearest(stream, _streams.Keys) ?? "Put the stream into \"report\", without its amounts.");
        return null;
    }

    private void TellStated(LocatedNode stated, string what, string member) =>
        _problems.Error("stated-already", stated.Place, $"The {what} states its {member} here, and a source brings it in.", "one of the two", "Take it out here, or take the source out.");
}
