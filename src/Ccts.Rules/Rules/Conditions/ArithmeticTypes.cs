using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Which computations mean something, and what they give.</summary>
internal static class ArithmeticTypes
{
    internal const string Expected = "a date and months or days, two dates (their difference in days), two amounts of one unit, or an amount times a ratio or multiple";

    internal static FactType? ResultOf(FactType left, ArithmeticKind kind, FactType right) => kind switch
    {
        ArithmeticKind.Times => left.IsAmount && right.Kind == FactKind.Number && right.Unit is ParameterUnit.Ratio or ParameterUnit.Multiple ? left : null,
        _ when left.Kind == FactKind.Date && right.Kind == FactKind.Number => right.Unit is ParameterUnit.Months or ParameterUnit.Days ? left : null,
        ArithmeticKind.Minus when left.Kind == FactKind.Date && right.Kind == FactKind.Date => new FactType(FactKind.Number, ParameterUnit.Days),
        _ => left.IsAmount && left.ComparesWith(right) ? left : null,
    };
}
