using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>A value in a condition; this is the closed list of values. Typed when it is read.</summary>
public abstract class Operand(FactType type)
{
    /// <summary>The type of its value.</summary>
    public FactType Type { get; } = Require.NotNull(type);
}

/// <summary>A value written in the rule itself.</summary>
public sealed class Literal(FactType type, FactValue value) : Operand(type)
{
    /// <summary>The value.</summary>
    public FactValue Value { get; } = Require.NotNull(value);
}

/// <summary>A fact of the case.</summary>
public sealed class FactOperand(Fact fact) : Operand(Require.NotNull(fact).Type)
{
    /// <summary>The fact.</summary>
    public Fact Fact { get; } = Require.NotNull(fact);
}

/// <summary>A parameter of the ruleset as it applies on the day of the request; of a table, the row of a key.</summary>
public sealed class ParameterOperand(Parameter parameter, FactType type, Operand? key) : Operand(type)
{
    /// <summary>The parameter.</summary>
    public Parameter Parameter { get; } = Require.NotNull(parameter);

    /// <summary>The key of its table, or null for a single value.</summary>
    public Operand? Key { get; } = key;
}

/// <summary>The first value if known, otherwise the second: for a number that the law leaves open and the case supplies.</summary>
public sealed class Fallback(Operand first, Operand second) : Operand(Require.NotNull(first).Type)
{
    /// <summary>What is taken where it has a value.</summary>
    public Operand First { get; } = Require.NotNull(first);

    /// <summary>What is taken otherwise.</summary>
    public Operand Second { get; } = Require.NotNull(second);
}

/// <summary>A sum, a difference or a product: exact, or it cannot be said.</summary>
public sealed class Arithmetic(FactType type, Operand left, ArithmeticKind kind, Operand right) : Operand(type)
{
    /// <summary>The left side.</summary>
    public Operand Left { get; } = Require.NotNull(left);

    /// <summary>What is done.</summary>
    public ArithmeticKind Kind { get; } = kind;

    /// <summary>The right side.</summary>
    public Operand Right { get; } = Require.NotNull(right);
}

/// <summary>What is done with two amounts.</summary>
public enum ArithmeticKind
{
    /// <summary>Added.</summary>
    Plus,
    /// <summary>Subtracted.</summary>
    Minus,
    /// <summary>Multiplied.</summary>
    Times,
}

/// <summary>The first or the last day of a compliance year, the compliance year of a day, or the first day of its quarter.</summary>
public sealed class YearStep(FactType type, YearStepKind kind, Operand of) : Operand(type)
{
    /// <summary>What is taken.</summary>
    public YearStepKind Kind { get; } = kind;

    /// <summary>Of what.</summary>
    public Operand Of { get; } = Require.NotNull(of);
}

/// <summary>Conversions between a compliance year, its quarters and a day.</summary>
public enum YearStepKind
{
    /// <summary>The first day of a year.</summary>
    FirstDay,
    /// <summary>The last day of a year.</summary>
    LastDay,
    /// <summary>The year in which a day lies.</summary>
    YearOf,
    /// <summary>The first day of the quarter in which a day lies; quarters of the calendar are those of a compliance year.</summary>
    FirstDayOfQuarter,
}
