using System.Collections.Generic;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>How a value is held while it is computed.</summary>
internal enum ValueFamily
{
    /// <summary>A decimal.</summary>
    Amount,

    /// <summary>A number for days, years or flags.</summary>
    Code,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Words.</summary>
    Set,
}

/// <summary>A value of a condition with the parameters of an era inserted; this is the closed list of values.</summary>
internal abstract class Computed(FactType type)
{
    internal FactType Type { get; } = type;

    internal ValueFamily Family => FamilyOf(Type);

    internal static ValueFamily FamilyOf(FactType type) => type.IsAmount ? ValueFamily.Amount
        : type.IsText ? ValueFamily.Text
        : type.Kind == FactKind.Set ? ValueFamily.Set
        : ValueFamily.Code;
}

/// <summary>A value that is constant in the era; null if unknown.</summary>
internal sealed class ConstantValue(FactType type, FactValue? value) : Computed(type)
{
    internal FactValue? Value { get; } = value;

    internal decimal Amount { get; } = value?.Amount ?? 0m;

    /// <summary>For the family of codes.</summary>
    internal long Code { get; } = value is null ? 0 : value.Kind == FactKind.Flag ? (value.IsYes ? 1 : 0) : DateCode.Of(value.Date);

    internal string Text { get; } = value?.Shown ?? "";

    internal string[] Words { get; } = [.. value?.Words ?? []];
}

/// <summary>A fact.</summary>
internal sealed class SlotValue(FactType type, int slot) : Computed(type)
{
    internal int Slot { get; } = slot;
}

/// <summary>The first if known, otherwise the second.</summary>
internal sealed class EitherValue(Computed first, Computed second) : Computed(first.Type)
{
    internal Computed First { get; } = first;

    internal Computed Second { get; } = second;
}

/// <summary>A sum, difference or product of amounts.</summary>
internal sealed class ArithmeticValue(FactType type, Computed left, ArithmeticKind kind, Computed right) : Computed(type)
{
    internal Computed Left { get; } = left;

    internal ArithmeticKind Kind { get; } = kind;

    internal Computed Right { get; } = right;
}

/// <summary>A day some months or days later, or earlier.</summary>
internal sealed class MovedValue(Computed day, bool back, Computed by, bool inMonths) : Computed(FactType.Date)
{
    internal Computed Day { get; } = day;

    internal bool Back { get; } = back;

    internal Computed By { get; } = by;

    internal bool InMonths { get; } = inMonths;
}

/// <summary>The days from one day to another.</summary>
internal sealed class DaysValue(FactType type, Computed later, Computed earlier) : Computed(type)
{
    internal Computed Later { get; } = later;

    internal Computed Earlier { get; } = earlier;
}

/// <summary>The first or last day of a year, the year of a day, or the first day of its quarter.</summary>
internal sealed class YearStepValue(FactType type, YearStepKind kind, Computed of) : Computed(type)
{
    internal YearStepKind Kind { get; } = kind;

    internal Computed Of { get; } = of;
}

/// <summary>The row of a table whose key is a word of the case; rows without a value are left out.</summary>
internal sealed class RowValue(FactType type, Computed key, IReadOnlyDictionary<string, ConstantValue> rows) : Computed(type)
{
    internal Computed Key { get; } = key;

    internal IReadOnlyDictionary<string, ConstantValue> Rows { get; } = rows;
}
