using System.Collections.Generic;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>A question about a case with the answers pass, fail and cannot say: the closed list of such questions.</summary>
internal abstract class Condition(SourcePlace place)
{
    /// <summary>Where it is written.</summary>
    internal SourcePlace Place { get; } = place;
}

/// <summary>All, any or none of several conditions.</summary>
internal sealed class Combination(CombinationKind kind, IReadOnlyList<Condition> parts, SourcePlace place) : Condition(place)
{
    internal CombinationKind Kind { get; } = kind;

    internal IReadOnlyList<Condition> Parts { get; } = parts;
}

internal enum CombinationKind
{
    All,
    Any,
    None,
}

/// <summary>Two values held against each other.</summary>
internal sealed class Comparison(Operand left, ComparisonKind kind, Operand right, SourcePlace place) : Condition(place)
{
    internal Operand Left { get; } = left;

    internal ComparisonKind Kind { get; } = kind;

    internal Operand Right { get; } = right;
}

internal enum ComparisonKind
{
    Is,
    IsNot,
    LessThan,
    AtMost,
    MoreThan,
    AtLeast,
}

/// <summary>Whether a value is one of a list.</summary>
internal sealed class Membership(Operand subject, IReadOnlyList<FactValue> values, bool negated, SourcePlace place) : Condition(place)
{
    internal Operand Subject { get; } = subject;

    internal IReadOnlyList<FactValue> Values { get; } = values;

    internal bool Negated { get; } = negated;
}

/// <summary>Whether a word is the key of a row, in effect on the day, of a table of the ruleset.</summary>
internal sealed class Listing(Operand subject, Parameter table, bool negated, SourcePlace place) : Condition(place)
{
    internal Operand Subject { get; } = subject;

    internal Parameter Table { get; } = table;

    internal bool Negated { get; } = negated;
}

/// <summary>Whether a set holds a word.</summary>
internal sealed class Containment(Operand set, Operand word, bool negated, SourcePlace place) : Condition(place)
{
    internal Operand Set { get; } = set;

    internal Operand Word { get; } = word;

    internal bool Negated { get; } = negated;
}

/// <summary>Whether a fact is known, or a parameter has a value on the day. This alone can always be said.</summary>
internal sealed class Existence(Operand subject, bool expected, SourcePlace place) : Condition(place)
{
    internal Operand Subject { get; } = subject;

    internal bool Expected { get; } = expected;
}
