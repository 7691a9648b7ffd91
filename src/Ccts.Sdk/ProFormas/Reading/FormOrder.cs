using System.Collections.Generic;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Looks for circular formulas, and for chains so long that computing them would exhaust the stack.</summary>
internal sealed class FormOrder(IReadOnlyList<ProFormaField> fields, FormulaNode?[] formulas, IEnumerable<CellFormula> others, ProblemList problems)
{
    private const int Tallest = 1500;
    private readonly Dictionary<int, List<FormulaNode>> _others = Group(others);
    private readonly int[] _heights = new int[formulas.Length];
    private readonly bool[] _open = new bool[formulas.Length];
    private bool _found;

    internal void Check(FieldTable table)
    {
        for (var field = 0; field < fields.Count && !_found; field++)
        {
            for (var column = 0; column < ProForma.CellCount && !_found; column++)
            {
                if (Visit(field, (ProFormaColumn)column, 0) > Tallest && !_found)
                {
                    Report(table, field, "too-deep", $"\"{fields[field].Key}\" depends on too long a chain of formulas.", "shorter chains");
                }
            }
        }

        if (_found && _circle is { } at)
        {
            Report(table, at, "circular-formula", $"\"{fields[at].Key}\" is needed to compute itself.", "formulas that lead back to what the plant states");
        }
    }

    private int? _circle;

    private int Visit(int field, ProFormaColumn column, int depth)
    {
        var at = (field * ProForma.CellCount) + (int)column;
        if (_open[at] || depth > Tallest)
        {
            (_found, _circle) = (true, field);
            return 0;
        }

        if (_heights[at] > 0 || _found)
        {
            return _heights[at];
        }

        _open[at] = true;
        var (tallest, own) = (0, 1);
        foreach (var node in NodesOf(field, column, at))
        {
            own = System.Math.Max(own, node.Height);
            node.Reads(column, (read, of) => tallest = System.Math.Max(tallest, Visit(read, of, depth + 1)));
        }

        if (fields[field].Kind != ProFormaFieldKind.Computed && column == ProFormaColumn.Baseline)
        {
            for (var year = ProFormaColumn.Year1; year <= ProFormaColumn.Year3; year++)
            {
                tallest = System.Math.Max(tallest, Visit(field, year, depth + 1));
            }
        }

        _open[at] = false;
        return _heights[at] = own + tallest;
    }

    private IEnumerable<FormulaNode> NodesOf(int field, ProFormaColumn column, int at)
    {
        if (formulas[at] is { } formula)
        {
            yield return formula;
        }

        foreach (var other in _others.TryGetValue(at, out var nodes) ? nodes : [])
        {
            yield return other;
        }
    }

    private void Report(FieldTable table, int field, string code, string message, string expected)
    {
        _found = true;
        problems.Error(code, table.Rows[field].PlaceOf("formula"), message, expected);
    }

    private static Dictionary<int, List<FormulaNode>> Group(IEnumerable<CellFormula> cells)
    {
        var groups = new Dictionary<int, List<FormulaNode>>();
        foreach (var cell in cells)
        {
            var at = (cell.Field * ProForma.CellCount) + (int)cell.Column;
            if (!groups.TryGetValue(at, out var nodes))
            {
                groups[at] = nodes = [];
            }

            nodes.Add(cell.Node);
        }

        return groups;
    }
}
