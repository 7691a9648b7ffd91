using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Something in a condition that has a value: the closed list of such things. Typed when it is read.</summary>
internal abstract class Operand(FactType type)
{
    internal FactType Type { get; } = type;
}

/// <summary>A value written in the rule itself.</summary>
internal sealed class Literal(FactType type, FactValue value) : Operand(type)
{
    internal FactValue Value { get; } = value;
}

/// <summary>A fact of the case.</summary>
internal sealed class FactOperand(Fact fact) : Operand(fact.Type)
{
    internal Fact Fact { get; } = fact;
}

/// <summary>A parameter of the ruleset as it applies on the day of the request; of a table, the row of a key.</summary>
internal sealed class ParameterOperand(Parameter parameter, FactType type, Operand? key) : Operand(type)
{
    internal Parameter Parameter { get; } = parameter;

    internal Operand? Key { get; } = key;
}

/// <summary>The first value where it is known, otherwise the second: a number the law leaves open and the case supplies.</summary>
internal sealed class Fallback(Operand first, Operand second) : Operand(first.Type)
{
    internal Operand First { get; } = first;

    internal Operand Second { get; } = second;
}

/// <summary>A sum, a difference or a share: exact, or it cannot be said.</summary>
internal sealed class Arithmetic(FactType type, Operand left, ArithmeticKind kind, Operand right) : Operand(type)
{
    internal Operand Left { get; } = left;

    internal ArithmeticKind Kind { get; } = kind;

    internal Operand Right { get; } = right;
}

internal enum ArithmeticKind
{
    Plus,
    Minus,
    Times,
}

/// <summary>The first or the last day of a compliance year, or the compliance year of a day.</summary>
internal sealed class YearStep(FactType type, YearStepKind kind, Operand of) : Operand(type)
{
    internal YearStepKind Kind { get; } = kind;

    internal Operand Of { get; } = of;
}

internal enum YearStepKind
{
    FirstDay,
    LastDay,
    YearOf,
}
