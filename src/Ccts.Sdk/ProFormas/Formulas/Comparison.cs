using System;

namespace Ccts.Sdk.ProFormas.Formulas;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Compares two numbers, or two texts for being the same. True is 1, false is 0.</summary>
internal sealed class ComparisonNode(ComparisonOperator how, FormulaNode left, FormulaNode right) : FormulaNode
{
    internal override int Height { get; } = 1 + Math.Max(left.Height, right.Height);

    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var a = left.Evaluate(cells, column);
        if (a.IsError)
        {
            return a;
        }

        var b = right.Evaluate(cells, column);
        if (b.IsError)
        {
            return b;
        }

        if (how is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return CellValue.Of(a.Equals(b) == (how == ComparisonOperator.Equal));
        }

        if (a.Kind == CellKind.Text || b.Kind == CellKind.Text)
        {
            return CellValue.NotANumber;
        }

        var order = a.Number.CompareTo(b.Number);
        return CellValue.Of(how switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        });
    }

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
        left.Reads(column, tell);
        right.Reads(column, tell);
    }
}
