using System;
using System.Collections.Generic;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>The constraints so far on a case in a search: ranges of values, and relations between values. Immutable.</summary>
internal sealed class PossibleCase
{
    private const int Less = 1;
    private const int Equal = 2;
    private const int More = 4;

    private readonly Dictionary<string, ValueRange> _ranges;
    private readonly Dictionary<string, int> _relations;

    internal PossibleCase()
        : this(new Dictionary<string, ValueRange>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal))
    {
    }

    private PossibleCase(Dictionary<string, ValueRange> ranges, Dictionary<string, int> relations)
    {
        _ranges = ranges;
        _relations = relations;
    }

    /// <summary>With another range for a value, or null if none is left.</summary>
    internal PossibleCase? With(Operand subject, Func<ValueRange, ValueRange> narrow)
    {
        var name = ConditionWords.Of(subject);
        var before = _ranges.TryGetValue(name, out var range) ? range : ValueRange.Of(subject.Type);
        var after = narrow(before);
        if ((before.Known is { } was && after.Known != was) || !after.IsPossible())
        {
            return null;
        }

        return new PossibleCase(new Dictionary<string, ValueRange>(_ranges, StringComparer.Ordinal) { [name] = after }, _relations);
    }

    /// <summary>With a relation between two values, or null if it contradicts an earlier one.</summary>
    internal PossibleCase? With(Operand left, ComparisonKind kind, Operand right)
    {
        var (one, other) = (ConditionWords.Of(left), ConditionWords.Of(right));
        var swapped = string.CompareOrdinal(one, other) > 0;
        var key = swapped ? other + "\n" + one : one + "\n" + other;
        var relation = swapped ? Swapped(Mask(kind)) : Mask(kind);
        if (one == other)
        {
            return (relation & Equal) != 0 ? this : null;
        }

        var still = _relations.TryGetValue(key, out var before) ? before & relation : relation;
        return still == 0 ? null : new PossibleCase(_ranges, new Dictionary<string, int>(_relations, StringComparer.Ordinal) { [key] = still });
    }

    private static int Mask(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => Equal,
        ComparisonKind.IsNot => Less | More,
        ComparisonKind.LessThan => Less,
        ComparisonKind.AtMost => Less | Equal,
        ComparisonKind.MoreThan => More,
        _ => More | Equal,
    };

    private static int Swapped(int mask) => (mask & Equal) | ((mask & Less) != 0 ? More : 0) | ((mask & More) != 0 ? Less : 0);
}
