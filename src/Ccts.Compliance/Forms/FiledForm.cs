using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>A form that was filed, as its JSON has it: its fields with the part in which each stands.</summary>
internal static class FiledForm
{
    internal static LocatedNode Root(byte[] utf8, string? file)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), file, problems);
        if (root is not null && (root.Member("format")?.Value != FormJson.Format || root.Member("form")?.Value is null))
        {
            problems.Error("bad-value", root.Place, "This is no form.", $"\"format\": \"{FormJson.Format}\" and its \"form\", as \"ccts form … --json\" writes it");
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : root!;
    }

    internal static Dictionary<string, (LocatedNode Node, int Part)> Fields(LocatedNode root)
    {
        var (fields, problems) = (new Dictionary<string, (LocatedNode Node, int Part)>(StringComparer.Ordinal), new ProblemList());
        foreach (var (field, part) in (root.Member("parts")?.Children ?? []).SelectMany((p, i) => (p.Member("fields")?.Children ?? []).Select(f => (f, i))))
        {
            if (field.Member("number")?.Value is not { } number)
            {
                problems.Error("missing-key", field.Place, "A field has no number.", "\"number\"");
            }
            else if (fields.ContainsKey(number))
            {
                problems.Error("duplicate-key", field.Place, $"The field {ShownText.Short(number)} occurs twice.", "each field once");
            }
            else
            {
                fields[number] = (field, part);
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : fields;
    }

    internal static string? Text(LocatedNode? node) => node is null || node.Kind == LocatedKind.Null ? null : node.Value ?? node.Kind switch { LocatedKind.True => "true", LocatedKind.False => "false", _ => node.Describe() };

    // A human reader sees the text next to an entry even where a program ignores it.
    internal static IEnumerable<FormDifference> Others(string number, LocatedNode node, string[] known) =>
        node.Children.Where(c => c.Key is null || Array.IndexOf(known, c.Key) < 0).Select(c => new FormDifference(number + ShownText.Short(c.Key ?? "[]"), Text(c), null, c.Place));
}
