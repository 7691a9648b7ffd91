using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A reference to a field in a formula. Without a column, it refers to the column being computed.</summary>
internal readonly record struct FieldPlace(string Sheet, int Row, ProFormaColumn? Column);

/// <summary>The range between two fields: rows of one column, or columns of one row.</summary>
internal static class FormulaRange
{
    internal static IEnumerable<FormulaNode> Of(FormulaScope scope, FieldPlace from, FieldPlace to)
    {
        if (from.Sheet != to.Sheet)
        {
            return [];
        }

        if (from.Row == to.Row && from.Column is { } first && to.Column is { } last && scope.TryFind(from.Sheet, from.Row, out var field))
        {
            return Enumerable.Range((int)first, (int)last - (int)first + 1 is > 0 and var count ? count : 0).Select(c => (FormulaNode)new ReferenceNode(field, (ProFormaColumn)c));
        }

        return from.Column == to.Column ? scope.Between(from.Sheet, from.Row, to.Row).Select(f => (FormulaNode)new ReferenceNode(f, from.Column)) : [];
    }
}
