using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Table;

/// <summary>A test of computed values: sums that need decimals, shifted days, rows of tables, values with a substitute.</summary>
internal sealed class TableComputed(CompiledTest test) : TableTest
{
    internal override Verdict Say(FactColumns facts) => test switch
    {
        ComputedComparison comparison => Say(comparison, facts),
        ComputedMembership membership => Find(membership.Subject, facts) is { Known: true } subject ? Three.Of(IsAmong(subject, membership) != membership.Negated) : Verdict.CannotSay,
        ComputedListing listing => Say(listing, facts),
        ComputedContainment containment => Find(containment.Set, facts) is { Known: true } set && Find(containment.Word, facts) is { Known: true } word
            ? Three.Of(WordSet.Holds(set.Set!, word.Text!) != containment.Negated)
            : Verdict.CannotSay,
        ComputedExistence existence => Three.Of(Find(existence.Subject, facts).Known == existence.Expected),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private static Verdict Say(ComputedComparison comparison, FactColumns facts)
    {
        var (left, right) = (Find(comparison.Left, facts), Find(comparison.Right, facts));
        return left.Known && right.Known ? Three.Of(Holds(Order(left, right, comparison.Left.Family), comparison.Kind)) : Verdict.CannotSay;
    }

    private static Verdict Say(ComputedListing listing, FactColumns facts)
    {
        var subject = Find(listing.Subject, facts);
        return !subject.Known ? Verdict.CannotSay
            : !listing.Rows.TryGetValue(subject.Text!, out var known) ? Three.Of(listing.Negated)
            : known ? Three.Of(!listing.Negated)
            : Verdict.CannotSay;
    }

    private static bool IsAmong(in Datum subject, ComputedMembership membership)
    {
        for (var i = 0; i < membership.Values.Count; i++)
        {
            if (Order(subject, Constant(membership.Values[i]), membership.Subject.Family) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Order(in Datum left, in Datum right, ValueFamily family) => family switch
    {
        ValueFamily.Amount => left.Amount.CompareTo(right.Amount),
        ValueFamily.Code => left.Code.CompareTo(right.Code),
        _ => string.CompareOrdinal(left.Text, right.Text),
    };

    private static Datum Find(Computed value, FactColumns facts) => value switch
    {
        ConstantValue constant => Constant(constant),
        SlotValue slot => facts.Known[slot.Slot] == 0 ? default : Slot(slot, facts),
        EitherValue either => Find(either.First, facts) is { Known: true } first ? first : Find(either.Second, facts),
        ArithmeticValue step => Find(step.Left, facts) is { Known: true } left && Find(step.Right, facts) is { Known: true } right && ExactAmounts.TryCompute(left.Amount, step.Kind, right.Amount, out var result)
            ? Datum.OfAmount(result)
            : default,
        MovedValue moved => Find(moved.Day, facts) is { Known: true } day && Find(moved.By, facts) is { Known: true } by && CalendarSteps.TryMove(day.Code, moved.Back ? -by.Amount : by.Amount, moved.InMonths, out var result)
            ? Datum.OfCode(result)
            : default,
        DaysValue days => Find(days.Later, facts) is { Known: true } later && Find(days.Earlier, facts) is { Known: true } earlier ? Datum.OfAmount(CalendarSteps.Days(later.Code, earlier.Code)) : default,
        YearStepValue step => Find(step.Of, facts) is { Known: true } of && CalendarSteps.TryStep(step.Kind, of.Code, out var result) ? Datum.OfCode(result) : default,
        RowValue row => Find(row.Key, facts) is { Known: true } key && row.Rows.TryGetValue(key.Text!, out var found) ? Constant(found) : default,
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static Datum Slot(SlotValue slot, FactColumns facts) => slot.Family switch
    {
        ValueFamily.Amount => Datum.OfAmount(facts.Amounts[slot.Slot]),
        ValueFamily.Code => Datum.OfCode(facts.Codes[slot.Slot]),
        ValueFamily.Text => Datum.OfText(facts.Texts[slot.Slot]!),
        _ => Datum.OfSet(facts.Sets[slot.Slot]!),
    };

    private static Datum Constant(ConstantValue constant) => constant.Value is null ? default : constant.Family switch
    {
        ValueFamily.Amount => Datum.OfAmount(constant.Amount),
        ValueFamily.Code => Datum.OfCode(constant.Code),
        ValueFamily.Text => Datum.OfText(constant.Text),
        _ => Datum.OfSet(constant.Words),
    };

    /// <summary>A value found in a case; default is unknown.</summary>
    private readonly record struct Datum(bool Known, decimal Amount, long Code, string? Text, string[]? Set)
    {
        internal static Datum OfAmount(decimal amount) => new(true, amount, 0, null, null);

        internal static Datum OfCode(long code) => new(true, 0m, code, null, null);

        internal static Datum OfText(string text) => new(true, 0m, 0, text, null);

        internal static Datum OfSet(string[] set) => new(true, 0m, 0, null, set);
    }
}
