using System.Collections.Generic;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>A question about a case with the answers pass, fail and cannot say; this is the closed list of questions.</summary>
public abstract class Condition(SourcePlace place)
{
    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; } = place;
}

/// <summary>All, any or none of several conditions.</summary>
public sealed class Combination(CombinationKind kind, IReadOnlyList<Condition> parts, SourcePlace place) : Condition(place)
{
    /// <summary>How its parts are joined.</summary>
    public CombinationKind Kind { get; } = kind;

    /// <summary>The conditions inside.</summary>
    public IReadOnlyList<Condition> Parts { get; } = Require.NotNull(parts);
}

/// <summary>How conditions are joined.</summary>
public enum CombinationKind
{
    /// <summary>Every one must hold.</summary>
    All,
    /// <summary>One must hold.</summary>
    Any,
    /// <summary>None may hold.</summary>
    None,
}

/// <summary>Two values compared with each other.</summary>
public sealed class Comparison(Operand left, ComparisonKind kind, Operand right, SourcePlace place) : Condition(place)
{
    /// <summary>What is compared.</summary>
    public Operand Left { get; } = Require.NotNull(left);

    /// <summary>How.</summary>
    public ComparisonKind Kind { get; } = kind;

    /// <summary>With what.</summary>
    public Operand Right { get; } = Require.NotNull(right);

    /// <summary>Whether it compares two text facts, so that two spellings of one name cannot be decided (<see cref="Vocabulary.FactValue.IsLike"/>).</summary>
    public bool IsOfNames => Left is FactOperand && Right is FactOperand && Left.Type.IsText && Kind is ComparisonKind.Is or ComparisonKind.IsNot;
}

/// <summary>How two values are compared.</summary>
public enum ComparisonKind
{
    /// <summary>Equal.</summary>
    Is,
    /// <summary>Not equal.</summary>
    IsNot,
    /// <summary>Below.</summary>
    LessThan,
    /// <summary>Not above.</summary>
    AtMost,
    /// <summary>Above.</summary>
    MoreThan,
    /// <summary>Not below.</summary>
    AtLeast,
}

/// <summary>Whether a value is one of a list.</summary>
public sealed class Membership(Operand subject, IReadOnlyList<FactValue> values, bool negated, SourcePlace place) : Condition(place)
{
    /// <summary>What is looked for.</summary>
    public Operand Subject { get; } = Require.NotNull(subject);

    /// <summary>Where.</summary>
    public IReadOnlyList<FactValue> Values { get; } = Require.NotNull(values);

    /// <summary>Whether it must be none of them.</summary>
    public bool Negated { get; } = negated;
}

/// <summary>Whether a word is the key of a row, in effect on the day, of a table of the ruleset.</summary>
public sealed class Listing(Operand subject, Parameter table, bool negated, SourcePlace place) : Condition(place)
{
    /// <summary>The key that is looked for.</summary>
    public Operand Subject { get; } = Require.NotNull(subject);

    /// <summary>The table of the ruleset.</summary>
    public Parameter Table { get; } = Require.NotNull(table);

    /// <summary>Whether the table must lack it.</summary>
    public bool Negated { get; } = negated;
}

/// <summary>Whether a set holds a word.</summary>
public sealed class Containment(Operand set, Operand word, bool negated, SourcePlace place) : Condition(place)
{
    /// <summary>The list of words.</summary>
    public Operand Set { get; } = Require.NotNull(set);

    /// <summary>The word that is looked for.</summary>
    public Operand Word { get; } = Require.NotNull(word);

    /// <summary>Whether the list must lack it.</summary>
    public bool Negated { get; } = negated;
}

/// <summary>Whether a fact is known, or a parameter has a value on the day. This can always be decided.</summary>
public sealed class Existence(Operand subject, bool expected, SourcePlace place) : Condition(place)
{
    /// <summary>What must be stated, or must not.</summary>
    public Operand Subject { get; } = Require.NotNull(subject);

    /// <summary>Whether it must be stated.</summary>
    public bool Expected { get; } = expected;
}
