using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>The ways in which a single test can give the demanded result, each as a narrower case.</summary>
internal sealed class TestDemands(OpenLaw law)
{
    internal IEnumerable<PossibleCase> Ways(Condition test, Demand demand, PossibleCase sought)
    {
        var begun = Dated(test, sought);
        if (begun is null)
        {
            return [];
        }

        return demand switch
        {
            Demand.Pass => Said(test, true, begun),
            Demand.Fail => Said(test, false, begun),
            Demand.NotFail => Said(test, true, begun).Concat(Unsaid(test, begun)),
            _ => Said(test, false, begun).Concat(Unsaid(test, begun)),
        };
    }

    // The day of the request is in the current span.
    private PossibleCase? Dated(Condition test, PossibleCase sought)
    {
        var day = Rules.RuleConditions.Operands(test).OfType<FactOperand>().FirstOrDefault(f => f.Fact.Name == FactVocabulary.Date);
        return day is null ? sought : sought.With(day, r =>
        {
            var since = law.IsFirst && AsksForTheYear(test) ? r with { Known = true } : (r with { Known = true }).AtLeast(new Bound(FactValue.OfDate(law.From), true));
            return law.To is { } to ? since.AtMost(new Bound(FactValue.OfDate(to), true)) : since;
        });
    }

    // Comparing the day with the first day of the request's own year asks whether it is too early.
    private static bool AsksForTheYear(Condition test) =>
        Rules.RuleConditions.Operands(test).OfType<YearStep>().Any(s => s.Of is FactOperand { Fact.Name: FactVocabulary.Year });

    private IEnumerable<PossibleCase> Said(Condition test, bool holds, PossibleCase sought) => test switch
    {
        Comparison comparison => One(Said(comparison, holds ? comparison.Kind : Opposite(comparison.Kind), sought)),
        Membership membership => One(Said(membership.Subject, membership.Values, holds != membership.Negated, sought)),
        Listing listing => One(Said(listing, holds != listing.Negated, sought)),
        Containment containment => One(Said(containment, holds != containment.Negated, sought)),
        Existence existence => One(Stated(existence.Subject, holds == existence.Expected, sought)),
        _ => [sought],
    };

    private IEnumerable<PossibleCase> Unsaid(Condition test, PossibleCase sought) => test switch
    {
        Comparison comparison => Unsaid(comparison.Left, sought).Concat(Unsaid(comparison.Right, sought)),
        Membership membership => Unsaid(membership.Subject, sought),
        Listing listing => law.KeysOf(listing.Table).Count() < law.InEffect(listing.Table).Rows.Count ? [sought] : Unsaid(listing.Subject, sought),
        Containment containment => Unsaid(containment.Set, sought).Concat(Unsaid(containment.Word, sought)),
        _ => [],
    };

    private IEnumerable<PossibleCase> Unsaid(Operand operand, PossibleCase sought)
    {
        if (law.Settled(operand) is not null)
        {
            return [];
        }

        return operand is FactOperand ? One(Stated(operand, false, sought)) : [sought];
    }

    private PossibleCase? Said(Comparison comparison, ComparisonKind kind, PossibleCase sought)
    {
        if (Known(comparison.Left, sought) is not { } one || Known(comparison.Right, one) is not { } both)
        {
            return null;
        }

        return (law.Settled(comparison.Left), law.Settled(comparison.Right)) switch
        {
            ({ } left, { } right) => Holds(left, kind, right) ? both : null,
            (null, { } right) => both.With(comparison.Left, r => r.Compared(kind, right)),
            ({ } left, null) => both.With(comparison.Right, r => r.Compared(Swapped(kind), left)),
            _ => both.With(comparison.Left, kind, comparison.Right),
        };
    }

    private PossibleCase? Said(Operand subject, IReadOnlyList<FactValue> values, bool isIn, PossibleCase sought)
    {
        if (Known(subject, sought) is not { } known)
        {
            return null;
        }

        return law.Settled(subject) is { } value
            ? values.Contains(value) == isIn ? known : null
            : known.With(subject, r => isIn ? r.OnlyIn(values) : r.Without(values));
    }

    private PossibleCase? Said(Listing listing, bool isListed, PossibleCase sought)
    {
        // "Not listed" is a word without a row; "listed" is a word whose row has a value.
        var keys = isListed ? law.KeysOf(listing.Table) : law.InEffect(listing.Table).Rows.Select(r => r.Key);
        return Said(listing.Subject, keys.Select(k => FactValue.OfText(FactKind.Text, k)).ToList(), isListed, sought);
    }

    private PossibleCase? Said(Containment containment, bool holds, PossibleCase sought)
    {
        if (Known(containment.Set, sought) is not { } one || Known(containment.Word, one) is not { } both || law.Settled(containment.Word) is not { } word)
        {
            return Known(containment.Set, sought) is { } set ? Known(containment.Word, set) : null;
        }

        return both.With(containment.Set, r => holds ? r with { Holds = [.. r.Holds, word.Shown] } : r with { Lacks = [.. r.Lacks, word.Shown] });
    }

    private PossibleCase? Stated(Operand subject, bool stated, PossibleCase sought)
    {
        if (law.Settled(subject) is not null)
        {
            return stated ? sought : null;
        }

        if (law.IsSilent(subject))
        {
            return stated ? null : sought;
        }

        return subject is FactOperand ? sought.With(subject, r => r with { Known = stated }) : sought;
    }

    // A computed value is known only when the facts in it are.
    private PossibleCase? Known(Operand operand, PossibleCase sought) => law.Settled(operand) is not null ? sought
        : law.IsSilent(operand) ? null
        : operand switch
        {
            FactOperand => sought.With(operand, r => r with { Known = true }),
            Arithmetic arithmetic => Known(arithmetic.Left, sought) is { } left ? Known(arithmetic.Right, left) : null,
            YearStep step => Known(step.Of, sought),
            ParameterOperand { Key: { } key } => Known(key, sought),
            _ => sought,
        };

    private static IEnumerable<PossibleCase> One(PossibleCase? way) => way is null ? [] : [way];

    private static bool Holds(FactValue left, ComparisonKind kind, FactValue right) => kind switch
    {
        ComparisonKind.Is => left.Equals(right),
        ComparisonKind.IsNot => !left.Equals(right),
        ComparisonKind.LessThan => left.OrderAgainst(right) < 0,
        ComparisonKind.AtMost => left.OrderAgainst(right) <= 0,
        ComparisonKind.MoreThan => left.OrderAgainst(right) > 0,
        _ => left.OrderAgainst(right) >= 0,
    };

    private static ComparisonKind Opposite(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => ComparisonKind.IsNot,
        ComparisonKind.IsNot => ComparisonKind.Is,
        ComparisonKind.LessThan => ComparisonKind.AtLeast,
        ComparisonKind.AtLeast => ComparisonKind.LessThan,
        ComparisonKind.MoreThan => ComparisonKind.AtMost,
        _ => ComparisonKind.MoreThan,
    };

    private static ComparisonKind Swapped(ComparisonKind kind) => kind switch
    {
        ComparisonKind.LessThan => ComparisonKind.MoreThan,
        ComparisonKind.AtMost => ComparisonKind.AtLeast,
        ComparisonKind.MoreThan => ComparisonKind.LessThan,
        ComparisonKind.AtLeast => ComparisonKind.AtMost,
        _ => kind,
    };
}
