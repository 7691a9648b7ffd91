using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A function of the arguments in its brackets.</summary>
internal abstract class FunctionNode(FormulaNode[] arguments) : FormulaNode
{
    /// <summary>The functions by name, with the least and the most arguments they take.</summary>
    internal static readonly IReadOnlyDictionary<string, (int Least, int Most, Func<FormulaNode[], FormulaNode> Make)> All =
        new Dictionary<string, (int, int, Func<FormulaNode[], FormulaNode>)>(StringComparer.Ordinal)
        {
            ["if"] = (3, 3, parts => new IfNode(parts)),
            ["iferror"] = (2, 2, parts => new IfErrorNode(parts)),
            ["and"] = (2, 16, parts => new AllNode(parts)),
            ["or"] = (2, 16, parts => new AnyNode(parts)),
            ["abs"] = (1, 1, parts => new AbsoluteNode(parts)),
            ["sum"] = (1, 64, parts => new SumNode(parts)),
            ["average"] = (1, 64, parts => new AverageNode(parts)),
            ["min"] = (2, 16, parts => new ExtremeNode(parts, -1)),
            ["max"] = (2, 16, parts => new ExtremeNode(parts, 1)),
        };

    internal override int Height { get; } = 1 + arguments.Max(a => a.Height);

    protected FormulaNode[] Arguments => arguments;

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
        foreach (var argument in arguments)
        {
            argument.Reads(column, tell);
        }
    }
}

/// <summary><c>if(condition, then, else)</c>: the part that is not taken is not computed.</summary>
internal sealed class IfNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var condition = Arguments[0].Evaluate(cells, column);
        return condition.IsError ? condition : Arguments[condition.IsTrue ? 1 : 2].Evaluate(cells, column);
    }
}

/// <summary><c>iferror(value, otherwise)</c>: the second argument where the first cannot be computed.</summary>
internal sealed class IfErrorNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var value = Arguments[0].Evaluate(cells, column);
        return value.IsError ? Arguments[1].Evaluate(cells, column) : value;
    }
}

/// <summary><c>and(…)</c>: whether all hold.</summary>
internal sealed class AllNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        foreach (var argument in Arguments)
        {
            var value = argument.Evaluate(cells, column);
            if (value.IsError || !value.IsTrue)
            {
                return value.IsError ? value : CellValue.Of(false);
            }
        }

        return CellValue.Of(true);
    }
}

/// <summary><c>or(…)</c>: whether one holds.</summary>
internal sealed class AnyNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        foreach (var argument in Arguments)
        {
            var value = argument.Evaluate(cells, column);
            if (value.IsError || value.IsTrue)
            {
                return value.IsError ? value : CellValue.Of(true);
            }
        }

        return CellValue.Of(false);
    }
}

/// <summary><c>sum(…)</c>: text arguments are left out, and an error becomes the result.</summary>
internal sealed class SumNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var sum = Exact.Zero;
        foreach (var argument in Arguments)
        {
            var value = argument.Evaluate(cells, column);
            if (value.IsError)
            {
                return value;
            }

            sum += value.Number;
        }

        // A workbook's sum compensates for the rounding of each addition, so only the total is rounded.
        return CellValue.Of(cells.Keep(sum));
    }
}

/// <summary><c>average(…)</c> of the numeric arguments; blanks and text do not count.</summary>
internal sealed class AverageNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var (sum, count) = (Exact.Zero, 0);
        foreach (var argument in Arguments)
        {
            var value = argument.Evaluate(cells, column);
            if (value.IsError)
            {
                return value;
            }

            if (value.Kind == CellKind.Number)
            {
                (sum, count) = (sum + value.Number, count + 1);
            }
        }

        return count == 0 ? CellValue.DivisionByZero : CellValue.Of(cells.Divide(cells.Keep(sum), Exact.Of(count)));
    }
}

/// <summary><c>abs(value)</c>: how far a number is from zero.</summary>
internal sealed class AbsoluteNode(FormulaNode[] arguments) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var value = Arguments[0].Evaluate(cells, column);
        return value.IsError ? value : CellValue.Of(value.Number.Sign < 0 ? -value.Number : value.Number);
    }
}

/// <summary><c>min(…)</c> and <c>max(…)</c>.</summary>
internal sealed class ExtremeNode(FormulaNode[] arguments, int sign) : FunctionNode(arguments)
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var found = Arguments[0].Evaluate(cells, column);
        for (var i = 1; i < Arguments.Length && !found.IsError; i++)
        {
            var value = Arguments[i].Evaluate(cells, column);
            found = value.IsError || value.Number.CompareTo(found.Number) * sign > 0 ? value : found;
        }

        return found.IsError ? found : CellValue.Of(found.Number);
    }
}
