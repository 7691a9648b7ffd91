using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>A cell of an external template with the value that a form puts into it.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Cell">The cell's address, e.g. <c>L65</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="IsFigure">Whether it is a number.</param>
public sealed record FormCell(string Sheet, string Cell, string Value, bool IsFigure);

/// <summary>
/// Places a form's fields in a template, by a map from whoever has the template: CSV with the columns <c>field,sheet,cell</c>. A template that is unknown here, such as a monitoring plan, a verification
/// report or CBAM's definitive period, therefore needs no new version of this software.
/// </summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class FormCells
{
    private const int MaxBytes = 1024 * 1024;
    private const int LongestSheet = 31;
    private const int LastRow = 1_048_576;
    private static readonly char[] NotInSheets = [':', '\\', '/', '?', '*', '[', ']'];
    private static readonly string[] Columns = ["field", "sheet", "cell"];

    /// <summary>The cells of the fields that are filled, in the order of the template's map; an empty field has none.</summary>
    /// <param name="form">The form.</param>
    /// <param name="map">UTF-8 CSV; a field is named by its number, that of the year before with <c>.previous</c>.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">A row cannot be read, names no field of the form, or a cell occurs twice.</exception>
    public static IReadOnlyList<FormCell> Of(FormDocument form, byte[] map, string? file = null)
    {
        var fields = new Dictionary<string, (string? Value, string? Unit)>(StringComparer.Ordinal);
        foreach (var field in Require.NotNull(form).Fields)
        {
            fields[field.Number] = (field.Value, field.Unit);
        }

        foreach (var field in form.Parts.Where(p => p.HasPrevious).SelectMany(p => p.Fields))
        {
            fields[field.Number + PreviousColumn.Suffix] = (field.Previous, field.Unit);
        }

        var (problems, cells, taken) = (new ProblemList(), new List<FormCell>(), new HashSet<(string, string)>());
        if (CsvTable.OpenFound(Require.NotNull(map), file, problems, MaxBytes, Columns, []) is { } table)
        {
            while (table.ReadRecord() is { } row)
            {
                if (row.Text("field") is not { } number || row.Text("sheet") is not { } sheet || row.Text("cell")?.ToUpperInvariant() is not { } cell)
                {
                    continue;
                }

                if (!fields.TryGetValue(number, out var found))
                {
                    problems.Error("unknown-field", row.PlaceOf("field"), $"The form has no field \"{ShownText.Short(number)}\".", "the number of one of its fields, as --json shows them", problems.Nearest(number, fields.Keys));
                }
                else if (sheet.Length > LongestSheet || sheet.Any(c => Array.IndexOf(NotInSheets, c) >= 0))
                {
                    problems.Error("bad-value", row.PlaceOf("sheet"), $"\"{ShownText.Short(sheet)}\" is no name of a sheet.", "at most 31 characters, none of : \\ / ? * [ ]");
                }
                else if (!IsAddress(cell))
                {
                    problems.Error("bad-value", row.PlaceOf("cell"), $"\"{ShownText.Short(cell)}\" is no cell.", "an address such as L65");
                }
                else if (!taken.Add((sheet, cell)))
                {
                    problems.Error("duplicate-id", row.PlaceOf("cell"), $"{ShownText.Short(sheet)}!{cell} occurs twice.", "each cell once");
                }
                else if (found.Value is { } value)
                {
                    cells.Add(new FormCell(sheet, cell, value, found.Unit is not null && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)));
                }
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : cells;
    }

    private static bool IsAddress(string cell)
    {
        var letters = cell.TakeWhile(c => c is >= 'A' and <= 'Z').Count();
        return letters is > 0 and <= 3 && (letters < 3 || string.CompareOrdinal(cell.Substring(0, letters), "XFD") <= 0)
            && int.TryParse(cell.Substring(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= LastRow;
    }
}
