using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads one format file strictly; every fault with its place.</summary>
internal static class ExportFormatReader
{
    internal static readonly string[] Roles =
        ["serial", "quantity", "date", "status", "project", "linkedProject", "vintage", "buffer", "from", "to"];

    private static readonly Dictionary<string, UnitState> s_states = new(StringComparer.Ordinal)
    {
        ["issued"] = UnitState.Issued,
        ["held"] = UnitState.Held,
        ["buffer"] = UnitState.Buffer,
        ["retired"] = UnitState.Retired,
        ["cancelled"] = UnitState.Cancelled,
        ["retired-or-cancelled"] = UnitState.RetiredOrCancelled,
        ["converted"] = UnitState.Converted,
    };

    private static readonly Dictionary<string, bool> s_units = new(StringComparer.Ordinal) { ["t"] = false, ["kg"] = true };

    internal static ExportFormat? Read(byte[] utf8, string? file, ProblemList problems)
    {
        var own = new ProblemList();
        var root = LocatedJson.Read(utf8, file, own);
        var format = root is null ? null : Read(new ObjectReader(root, own));
        foreach (var problem in own.ToList())
        {
            problems.Add(problem);
        }

        return own.HasErrors ? null : format;
    }

    private static ExportFormat? Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        root.OptionalText("note");
        var (id, registry, source) = (root.Text("format"), root.Text("registry"), root.Text("source"));
        var recognise = Texts(root.List("recognise"), root.Problems);
        var forbid = Texts(root.OptionalList("forbid"), root.Problems);
        var optional = Optional(root);
        var dates = Dates(root);
        var unit = root.Choice("unit", s_units, required: false);
        var columns = Columns(root);
        var state = root.Object("state");
        var conversion = root.OptionalObject("conversion");
        var parts = Parts(root);
        var format = id is null || registry is null || state is null ? null : new ExportFormat(id, registry)
        {
            Source = source ?? "",
            Recognise = recognise,
            Forbid = forbid,
            Optional = optional,
            Parts = parts,
            Columns = columns,
            Dates = dates,
            FixedState = state.Choice("is", s_states, required: false),
            DatedState = state.Choice("dated", s_states, required: false),
            UndatedState = state.Choice("undated", s_states, required: false),
            States = States(state),
            BlankState = state.Choice("blank", s_states, required: false),
            ConversionColumn = conversion?.Text("column"),
            Conversions = Words(conversion),
            IsKilograms = unit ?? false,
        };
        ExportFormatCheck.Check(root, id, recognise, columns, state);
        state?.Done();
        conversion?.Done();
        root.Done();
        return format;
    }

    private static string[] Dates(ObjectReader root)
    {
        var nodes = root.List("dates");
        var dates = Texts(nodes, root.Problems);
        for (var i = 0; i < dates.Length; i++)
        {
            if (nodes[i].Kind == LocatedKind.String && !ExportValues.DateForms.Contains(dates[i], StringComparer.Ordinal))
            {
                root.Problems.Error("unknown-word", nodes[i].Place, $"\"{dates[i]}\" is not a date form.", string.Join(", ", ExportValues.DateForms), root.Problems.Nearest(dates[i], ExportValues.DateForms));
            }
        }

        return dates;
    }

    private static string[] Optional(ObjectReader root)
    {
        var nodes = root.OptionalList("optional");
        foreach (var node in nodes.Where(n => n.Kind == LocatedKind.String && Array.IndexOf(Roles, n.Value) < 0))
        {
            root.Problems.Error("unknown-word", node.Place, $"\"{node.Value}\" is not a role of a column.", string.Join(", ", Roles), root.Problems.Nearest(node.Value!, Roles));
        }

        return Texts(nodes, root.Problems);
    }

    private static List<ExportPart> Parts(ObjectReader root)
    {
        var parts = new List<ExportPart>();
        foreach (var node in root.OptionalList("parts"))
        {
            var part = new ObjectReader(node, root.Problems);
            if (part.Text("column") is { } column && part.Choice("state", s_states) is { } state)
            {
                parts.Add(new ExportPart(column, state, part.OptionalText("convertedTo")));
            }

            part.Done();
        }

        return parts;
    }

    private static Dictionary<string, string[]> Columns(ObjectReader root)
    {
        var columns = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var column in Members(root.Object("columns")))
        {
            if (Array.IndexOf(Roles, column.Key) < 0)
            {
                root.Problems.Error("unknown-key", column.Place, $"\"{column.Key}\" is not a role of a column.", string.Join(", ", Roles), root.Problems.Nearest(column.Key!, Roles));
            }

            columns[column.Key!] = Texts(column.Kind == LocatedKind.Array ? column.Children : [column], root.Problems);
        }

        return columns;
    }

    private static Dictionary<string, UnitState> States(ObjectReader state)
    {
        var states = new Dictionary<string, UnitState>(StringComparer.OrdinalIgnoreCase);
        if (state.OptionalObject("values") is { } values)
        {
            foreach (var word in Members(values))
            {
                if (states.ContainsKey(word.Key!))
                {
                    state.Problems.Error("duplicate-word", word.Place, $"\"{word.Key}\" stands here twice but for its case, and case does not count.", "each word once");
                }
                else if (values.Choice(word.Key!, s_states) is { } meaning)
                {
                    states[word.Key!] = meaning;
                }
            }
        }

        return states;
    }

    private static Dictionary<string, string> Words(ObjectReader? conversion)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in Members(conversion?.Object("values")))
        {
            words[word.Key!] = Texts([word], conversion!.Problems)[0];
        }

        return words;
    }

    private static IReadOnlyList<LocatedNode> Members(ObjectReader? reader) => reader?.Node is { Kind: LocatedKind.Object } node ? node.Children : [];

    private static string[] Texts(IReadOnlyList<LocatedNode> nodes, ProblemList problems)
    {
        foreach (var node in nodes.Where(n => n.Kind != LocatedKind.String || n.Value!.Trim().Length == 0))
        {
            problems.Error("wrong-type", node.Place, $"Here stands {node.Describe()}.", "text in double quotes, not empty");
        }

        return nodes.Select(n => n.Value ?? "").ToArray();
    }
}
