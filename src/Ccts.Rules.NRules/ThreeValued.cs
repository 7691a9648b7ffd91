using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using NodaTime;

namespace Ccts.Rules.NRules;

/// <summary>The tests of conditions as methods for expressions: without a value the result is unknown.</summary>
internal static class ThreeValued
{
    internal static Verdict Is(FactValue? left, FactValue? right) => Of(left, right, (l, r) => l.Equals(r));

    internal static Verdict IsNot(FactValue? left, FactValue? right) => Of(left, right, (l, r) => !l.Equals(r));

    internal static Verdict IsName(FactValue? left, FactValue? right) => left?.IsLike(right) == true ? Verdict.CannotSay : Is(left, right);

    internal static Verdict IsNotName(FactValue? left, FactValue? right) => left?.IsLike(right) == true ? Verdict.CannotSay : IsNot(left, right);

    internal static Verdict LessThan(FactValue? left, FactValue? right) => Of(left, right, (l, r) => l.OrderAgainst(r) < 0);

    internal static Verdict AtMost(FactValue? left, FactValue? right) => Of(left, right, (l, r) => l.OrderAgainst(r) <= 0);

    internal static Verdict MoreThan(FactValue? left, FactValue? right) => Of(left, right, (l, r) => l.OrderAgainst(r) > 0);

    internal static Verdict AtLeast(FactValue? left, FactValue? right) => Of(left, right, (l, r) => l.OrderAgainst(r) >= 0);

    internal static Verdict Among(FactValue? subject, HashSet<FactValue> values, bool negated) =>
        subject is null ? Verdict.CannotSay : Of(values.Contains(subject) != negated);

    internal static Verdict Holds(FactValue? set, FactValue? word, bool negated) =>
        Of(set, word, (s, w) => s.Words.Contains(w.Shown, StringComparer.Ordinal) != negated);

    internal static Verdict Listed(FactValue? word, ParameterTable table, LocalDate day, bool negated)
    {
        if (word is null)
        {
            return Verdict.CannotSay;
        }

        // The word has a row; whether the row has a value on this day is a separate question.
        return !table.HasRow(word.Shown) ? Of(negated)
            : table.On(word, day) is null ? Verdict.CannotSay
            : Of(!negated);
    }

    internal static Verdict Known(FactValue? subject, bool expected) => Of(subject is not null == expected);

    private static Verdict Of(bool holds) => holds ? Verdict.Pass : Verdict.Fail;

    private static Verdict Of(FactValue? left, FactValue? right, Func<FactValue, FactValue, bool> holds) =>
        left is null || right is null ? Verdict.CannotSay : Of(holds(left, right));
}
