using System;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Decisions;

/// <summary>Sums, differences and products that a decimal holds exactly; false if it would round or overflow.</summary>
public static class ExactAmounts
{
    /// <summary>The exact result; false if it has too many digits.</summary>
    public static bool TryCompute(decimal left, ArithmeticKind kind, decimal right, out decimal result) => kind switch
    {
        ArithmeticKind.Times => ExactDecimal.TryMultiply(left, right, out result),
        ArithmeticKind.Plus => TryAdd(left, right, out result),
        _ => TryAdd(left, -right, out result),
    };

    private static bool TryAdd(decimal left, decimal right, out decimal sum)
    {
        try
        {
            sum = left + right;
        }
        catch (OverflowException)
        {
            sum = 0m;
            return false;
        }

        // A decimal keeps the longer of the two fractions unless it has to round.
        return ExactDecimal.Scale(sum) >= Math.Max(ExactDecimal.Scale(left), ExactDecimal.Scale(right));
    }
}
