using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads how a form maps to the monitoring report and to Form E2.</summary>
internal sealed class FormMapping(IReadOnlyList<ProFormaField> fields, FormFormulas formulas, ProFormaKeys keys, ProblemList problems)
{
    private static readonly string[] Lists = ["fuels", "processMaterials", "importedIntermediates", "electricity", "exportedPower", "importedHeat", "exportedHeat", "capturedCo2", "memo", "gases", "products"];

    /// <summary>Streams: <c>{ "list": "fuels", "id": …, "when": formula, "members": { member: text or { "formula": …, "unit": … } } }</c>.</summary>
    internal List<FormStream> Report(IReadOnlyList<LocatedNode> entries, string? sheet)
    {
        var streams = new List<FormStream>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var stream = new ObjectReader(entry, problems);
            var (list, id, when, members) = (stream.Text("list"), stream.Text("id"), stream.Text("when"), stream.Object("members"));
            stream.Done();
            if (list is not null && !Lists.Contains(list, StringComparer.Ordinal))
            {
                problems.Error("unknown-list", entry.Member("list")!.Place, $"\"{ShownText.Short(list)}\" is no list of a monitoring report that a form fills.", string.Join(", ", Lists), problems.Nearest(list, Lists));
            }
            else if (id is not null && !ids.Add(id))
            {
                problems.Error("duplicate-id", entry.Member("id")!.Place, $"The stream \"{ShownText.Short(id)}\" occurs twice.", "each id once");
            }
            else if (list is not null && id is not null && when is not null && members is not null && sheet is not null && formulas.Parse(when, sheet, entry.Member("when")!.Place) is { } node)
            {
                streams.Add(new FormStream(list, id, node, [.. members.Node.Children.Select(m => Member(m, sheet)).OfType<FormMember>()]));
            }
        }

        return streams;
    }

    /// <summary>Lines: <c>{ "line": "B2(i)", "field": key }</c>.</summary>
    internal List<FormE2Line> FormE2(IReadOnlyList<LocatedNode> entries)
    {
        var lines = new List<FormE2Line>();
        foreach (var entry in entries)
        {
            var line = new ObjectReader(entry, problems);
            var (number, field) = (line.Text("line"), keys.Field(line, "field"));
            line.Done();
            if (number is not null && lines.Exists(l => l.Number == number))
            {
                problems.Error("duplicate-id", entry.Member("line")!.Place, $"The line {ShownText.Short(number)} is filled twice.", "each line once");
            }
            else if (field is { } heading && fields[heading].Kind == ProFormaFieldKind.Heading)
            {
                problems.Error("not-a-figure", entry.Member("field")!.Place, $"\"{fields[heading].Key}\" is a heading.", "a field with a figure");
            }
            else if (number is not null && field is { } index)
            {
                lines.Add(new FormE2Line(number, fields[index]));
            }
        }

        return lines;
    }

    private FormMember? Member(LocatedNode node, string sheet)
    {
        if (node.Kind == LocatedKind.String)
        {
            return new FormMember(node.Key!, node.Value, null, "");
        }

        var figure = new ObjectReader(node, problems);
        var (formula, unit) = (figure.Text("formula"), figure.OptionalText("unit"));
        figure.Done();
        return formula is not null && formulas.Parse(formula, sheet, node.Member("formula")!.Place) is { } parsed ? new FormMember(node.Key!, null, parsed, unit ?? "") : null;
    }
}
