using System;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>A test of computed values, which have their own columns.</summary>
internal sealed class ComputedColumn : ColumnTest
{
    private readonly CompiledTest _test;
    private readonly int _first;
    private readonly int _second = -1;

    internal ComputedColumn(CompiledTest test, ValueColumns values)
    {
        _test = test;
        switch (test)
        {
            case ComputedComparison comparison:
                (_first, _second) = (values.Add(comparison.Left), values.Add(comparison.Right));
                break;
            case ComputedContainment containment:
                (_first, _second) = (values.Add(containment.Set), values.Add(containment.Word));
                break;
            case ComputedMembership membership:
                _first = values.Add(membership.Subject);
                break;
            case ComputedListing listing:
                _first = values.Add(listing.Subject);
                break;
            case ComputedExistence existence:
                _first = values.Add(existence.Subject);
                break;
            default:
                throw new NotSupportedException(test.GetType().Name);
        }
    }

    internal override void Fill(in RowSpan rows, long[] pass, long[] open)
    {
        var first = rows.Scratch.Values[_first];
        var second = rows.Scratch.Values[_second < 0 ? _first : _second];
        for (var i = 0; i < rows.Count; i++)
        {
            var verdict = _test is ComputedExistence existence ? Three.Of(first.Known[i] == existence.Expected)
                : first.Known[i] && second.Known[i] ? Say(first, second, i)
                : Verdict.CannotSay;
            (pass[i], open[i]) = (Mask(verdict == Verdict.Pass), Mask(verdict == Verdict.CannotSay));
        }
    }

    private Verdict Say(ValueColumn first, ValueColumn second, int row) => _test switch
    {
        ComputedComparison comparison => Three.Of(Holds(comparison.Left.Family switch
        {
            ValueFamily.Amount => first.Amounts[row].CompareTo(second.Amounts[row]),
            ValueFamily.Code => first.Codes[row].CompareTo(second.Codes[row]),
            _ => string.CompareOrdinal(first.Texts[row], second.Texts[row]),
        }, comparison.Kind)),
        ComputedContainment containment => Three.Of(WordSet.Holds(first.Sets[row], second.Texts[row]) != containment.Negated),
        ComputedMembership membership => Three.Of(IsAmong(membership, first, row) != membership.Negated),
        ComputedListing listing => !listing.Rows.TryGetValue(first.Texts[row], out var known) ? Three.Of(listing.Negated) : known ? Three.Of(!listing.Negated) : Verdict.CannotSay,
        _ => throw new NotSupportedException(_test.GetType().Name),
    };

    private static bool IsAmong(ComputedMembership membership, ValueColumn subject, int row)
    {
        var family = membership.Subject.Family;
        for (var i = 0; i < membership.Values.Count; i++)
        {
            var value = membership.Values[i];
            if (family switch { ValueFamily.Amount => subject.Amounts[row] == value.Amount, ValueFamily.Code => subject.Codes[row] == value.Code, _ => string.Equals(subject.Texts[row], value.Text, StringComparison.Ordinal) })
            {
                return true;
            }
        }

        return false;
    }
}
