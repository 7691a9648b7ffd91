using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads <c>fields.csv</c>: the lines of a form in their order. Their formulas stay text until all names are known.</summary>
internal sealed class FieldTable(ProblemList problems)
{
    internal const int MostFields = 5000;
    internal const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Written instead of a formula where nothing is computed.</summary>
    internal const string Nothing = "-";

    private static readonly string[] Columns = ["key", "section", "label", "basis", "unit", "kind", "formula", "baseline", "current"];

    private static readonly IReadOnlyDictionary<string, ProFormaFieldKind> Kinds = new Dictionary<string, ProFormaFieldKind>(StringComparer.Ordinal)
    {
        ["input"] = ProFormaFieldKind.Input,
        ["default"] = ProFormaFieldKind.Default,
        ["computed"] = ProFormaFieldKind.Computed,
        ["answer"] = ProFormaFieldKind.Answer,
        ["heading"] = ProFormaFieldKind.Heading,
    };

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    internal List<ProFormaField> Fields { get; } = [];

    /// <summary>The place of each field in the file, in the same order.</summary>
    internal List<CsvRecord> Rows { get; } = [];

    internal void Read(byte[] utf8, string? file)
    {
        var csv = LocatedCsv.Open(utf8, file, problems, MaxBytes);
        var table = csv is null ? null : CsvTable.Open(csv, file, problems, Columns, []);
        while (table?.ReadRecord() is { } record)
        {
            if (Fields.Count == MostFields)
            {
                problems.Error("too-many-rows", record.Row.Place, $"The form has more than {MostFields} lines.", $"at most {MostFields}");
                return;
            }

            if (record.Row.Fields.Length == Columns.Length)
            {
                Add(record);
            }
        }
    }

    private void Add(CsvRecord row)
    {
        var (key, kind) = (row.Text("key"), row.Choice("kind", Kinds));
        if (key is null || kind is not { } known)
        {
            return;
        }

        if (!_keys.Add(key))
        {
            problems.Error("duplicate-key", row.PlaceOf("key"), $"The key \"{ShownText.Short(key)}\" occurs twice.", "each key once");
            return;
        }

        var unit = row.OptionalText("unit") ?? "";
        var field = new ProFormaField
        {
            Key = key,
            Sheet = SheetOf(key),
            Row = RowOf(key),
            Section = row.OptionalText("section") ?? "",
            Label = row.OptionalText("label") ?? "",
            Basis = row.OptionalText("basis") ?? "",
            Unit = unit,
            Kind = known,
            Formula = row.OptionalText("formula"),
            BaselineFormula = row.OptionalText("baseline"),
            CurrentFormula = row.OptionalText("current"),
            Answers = known == ProFormaFieldKind.Answer ? [.. unit.Split('/').Select(w => w.Trim())] : [],
        };
        CheckFormulas(field, row);
        Fields.Add(field);
        Rows.Add(row);
    }

    private void CheckFormulas(ProFormaField field, CsvRecord row)
    {
        var isComputed = field.Kind is ProFormaFieldKind.Computed or ProFormaFieldKind.Default;
        if (isComputed && field.Formula is null or Nothing)
        {
            problems.Error("missing-formula", row.PlaceOf("formula"), $"\"{field.Key}\" is computed and has no formula.", "a formula");
        }

        foreach (var (column, formula) in new[] { ("formula", field.Formula), ("baseline", field.BaselineFormula), ("current", field.CurrentFormula) })
        {
            if (!isComputed && formula is not null)
            {
                problems.Error("stray-formula", row.PlaceOf(column), $"\"{field.Key}\" is not computed, and has a formula.", "no formula, or another kind");
            }
        }
    }

    private static string SheetOf(string key) => key.IndexOf('.') is > 0 and var point ? key.Substring(0, point) : "";

    private static int RowOf(string key) =>
        key.LastIndexOf('@') is >= 0 and var at && int.TryParse(key.Substring(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
