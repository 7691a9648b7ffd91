using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>The names that formulas of one form may use.</summary>
internal sealed class FormulaScope
{
    private readonly Dictionary<string, SortedDictionary<int, int>> _rows = new(StringComparer.Ordinal);

    internal Dictionary<string, Exact> Constants { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, IReadOnlyDictionary<string, Exact>> Tables { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Choices { get; } = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => Constants.Keys.Concat(Tables.Keys).Concat(Choices).Concat(FunctionNode.All.Keys);

    /// <summary>Adds a field by its sheet and row; false when another field is there already.</summary>
    internal bool TryAdd(string sheet, int row, int field)
    {
        if (!_rows.TryGetValue(sheet, out var rows))
        {
            _rows[sheet] = rows = [];
        }

        var isNew = !rows.ContainsKey(row);
        rows[row] = field;
        return isNew;
    }

    internal bool TryFind(string sheet, int row, out int field)
    {
        field = -1;
        return _rows.TryGetValue(sheet, out var rows) && rows.TryGetValue(row, out field);
    }

    /// <summary>The fields of a sheet from one row to another, both included.</summary>
    internal IEnumerable<int> Between(string sheet, int first, int last) =>
        _rows.TryGetValue(sheet, out var rows) ? rows.Where(r => r.Key >= first && r.Key <= last).Select(r => r.Value) : [];
}
