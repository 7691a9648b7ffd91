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
        var recognise = root.List("recognise").Select(n => n.Value ?? "").ToArray();
        var dates = root.List("dates").Select(n => n.Value ?? "").ToArray();
        foreach (var date in dates.Where(d => !ExportValues.DateForms.Contains(d, StringComparer.Ordinal)))
        {
            root.Problems.Error("unknown-word", root.Node.Place, $"\"{date}\" is not a date form.", string.Join(", ", ExportValues.DateForms));
        }

        var unit = root.Choice("unit", s_units, required: false);
        var columns = Columns(root);
        var state = root.Object("state");
        var conversion = root.OptionalObject("conversion");
        var format = id is null || registry is null || state is null ? null : new ExportFormat(id, registry)
        {
            Source = source ?? "",
            Recognise = recognise,
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
        state?.Done();
        conversion?.Done();
        root.Done();
        return format;
    }

    private static Dictionary<string, string[]> Columns(ObjectReader root)
    {
        var columns = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var column in root.Object("columns")?.Node.Children ?? [])
        {
            if (Array.IndexOf(Roles, column.Key) < 0)
            {
                root.Problems.Error("unknown-key", column.Place, $"\"{column.Key}\" is not a role of a column.", string.Join(", ", Roles), root.Problems.Nearest(column.Key!, Roles));
            }

            columns[column.Key!] = column.Kind == LocatedKind.Array ? column.Children.Select(c => c.Value ?? "").ToArray() : [column.Value ?? ""];
        }

        return columns;
    }

    private static Dictionary<string, UnitState> States(ObjectReader state)
    {
        var states = new Dictionary<string, UnitState>(StringComparer.OrdinalIgnoreCase);
        if (state.OptionalObject("values") is { } values)
        {
            foreach (var word in values.Node.Children)
            {
                if (values.Choice(word.Key!, s_states) is { } meaning)
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
        foreach (var word in conversion?.Object("values")?.Node.Children ?? [])
        {
            words[word.Key!] = word.Value ?? "";
        }

        return words;
    }
}
