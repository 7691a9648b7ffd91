using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads one format file strictly; every fault with its place.</summary>
internal static class ExportFormatReader
{
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
        var recognise = FormatTexts.Of(root.List("recognise"), root.Problems);
        var columns = Columns(root);
        var state = root.Object("state");
        var conversion = root.OptionalObject("conversion");
        var format = id is null || registry is null || state is null ? null : new ExportFormat(id, registry)
        {
            Source = source ?? "",
            Recognise = recognise,
            Forbidden = FormatTexts.Of(root.OptionalList("forbid"), root.Problems),
            Columns = columns,
            Optional = Optional(root),
            Ignored = FormatTexts.Of(root.OptionalList("ignore"), root.Problems),
            Layouts = Layouts(root),
            Dates = Dates(root),
            State = StateRuleReader.Read(state),
            Parts = root.OptionalList("parts").Select(p => PartReader.Read(new ObjectReader(p, root.Problems))).Where(p => p is not null).ToArray()!,
            Aside = FormatTexts.Of(root.OptionalList("aside"), root.Problems),
            ConversionColumn = conversion?.Text("column"),
            Conversions = Words(conversion),
            IsKilograms = root.Choice("unit", s_units, required: false) ?? false,
        };
        ExportFormatCheck.Check(root, id, recognise, columns, state);
        conversion?.Done();
        if (format is not null)
        {
            root.Done();
        }

        return format;
    }

    private static string[] Dates(ObjectReader root) => Known(root, root.List("dates"), ExportDates.Forms, "a date form");

    private static string[] Optional(ObjectReader root) => Known(root, root.OptionalList("optional"), ColumnRoles.Deciding, "a column that may be lacking");

    private static string[] Known(ObjectReader root, IReadOnlyList<LocatedNode> nodes, string[] words, string what)
    {
        var texts = FormatTexts.Of(nodes, root.Problems);
        for (var i = 0; i < texts.Length; i++)
        {
            if (nodes[i].Kind == LocatedKind.String && !words.Contains(texts[i], StringComparer.Ordinal))
            {
                root.Problems.Error("unknown-word", nodes[i].Place, $"\"{texts[i]}\" is not {what}.", string.Join(", ", words), root.Problems.Nearest(texts[i], words));
            }
        }

        return texts;
    }

    private static Dictionary<string, string[]> Columns(ObjectReader root)
    {
        var columns = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var column in FormatTexts.Members(root.Object("columns")))
        {
            if (Array.IndexOf(ColumnRoles.All, column.Key) < 0)
            {
                root.Problems.Error("unknown-key", column.Place, $"\"{column.Key}\" is not a role of a column.", string.Join(", ", ColumnRoles.All), root.Problems.Nearest(column.Key!, ColumnRoles.All));
            }

            columns[column.Key!] = FormatTexts.Of(column.Kind == LocatedKind.Array ? column.Children : [column], root.Problems);
        }

        return columns;
    }

    private static ExportLayout[] Layouts(ObjectReader root) =>
        FormatTexts.Members(root.OptionalObject("layouts")).Select(l => new ExportLayout(l.Key!, FormatTexts.Of(l.Kind == LocatedKind.Array ? l.Children : [l], root.Problems))).ToArray();

    private static Dictionary<string, string> Words(ObjectReader? conversion)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in FormatTexts.Members(conversion?.Object("values")))
        {
            words[word.Key!] = FormatTexts.Of([word], conversion!.Problems)[0];
        }

        return words;
    }
}
