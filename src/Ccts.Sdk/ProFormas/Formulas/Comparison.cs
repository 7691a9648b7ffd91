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

/// <summary>Compares two numbers, or two texts for equality. True is 1, false is 0.</summary>
internal sealed class ComparisonNode(ComparisonOperator how, FormulaNode left, FormulaNode right) : PairNode(left, right)
{
    private protected override CellValue Compute(ICells cells, CellValue a, CellValue b)
    {
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
}
