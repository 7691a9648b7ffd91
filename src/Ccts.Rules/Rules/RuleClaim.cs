using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules;

/// <summary>
/// What a rule says about which facts, for finding contradictions. Two rules contradict when they have the same condition
/// and different effects, or when one allows and the other refuses over a common fact and both can hold at once.
/// Rules about different facts are separate requirements and do not contradict. The day, the year, the segment and the
/// kind of unit are in every case and are no common ground.
/// </summary>
internal sealed class RuleClaim
{
    private string? _words;
    private HashSet<string>? _facts;
    private List<Necessity>? _necessary;
    private int? _weight;

    internal RuleClaim(Rule rule) => Rule = rule;

    internal Rule Rule { get; }

    private int Weight => _weight ??= Necessary.Sum(n => n.Condition is Membership list ? 1 + list.Values.Count : 1);

    // Most pairs of rules have the same effect and need no further check.
    private string Words => _words ??= ConditionWords.Of(Rule.When);

    private HashSet<string> Facts => _facts ??= new HashSet<string>(RuleConditions.Operands(Rule.When).OfType<FactOperand>().Select(f => f.Fact.Name).Where(f => f is not (FactVocabulary.Segment or FactVocabulary.UnitKind or FactVocabulary.Date or FactVocabulary.Year)), StringComparer.Ordinal);

    private List<Necessity> Necessary => _necessary ??= RuleConditions.Necessary(Rule.When).Select(c => new Necessity(c)).ToList();

    /// <summary>The maximum number of comparisons for checking two rules against each other: the required conditions of one times those of the other, with the values of lists.</summary>
    internal long EffortAgainst(RuleClaim other) => IsAsked(other) ? (long)Weight * other.Weight : 0;

    /// <summary>Why the two contradict, or null.</summary>
    internal string? Contradicts(RuleClaim other)
    {
        if (string.Equals(Words, other.Words, StringComparison.Ordinal))
        {
            return "both hold when " + Words;
        }

        if (!IsAsked(other) || Necessary.Any(mine => other.Necessary.Any(theirs => Exclude(mine, theirs))))
        {
            return null;
        }

        return "both look at " + string.Join(", ", Facts.Where(other.Facts.Contains).OrderBy(f => f, StringComparer.Ordinal)) + " and can hold at once";
    }

    // An allow and another kind of rule, over a common fact.
    private bool IsAsked(RuleClaim other) => (Rule.Effect == RuleEffect.Allow) != (other.Rule.Effect == RuleEffect.Allow) && Facts.Overlaps(other.Facts);

    private static bool Exclude(Necessity one, Necessity other) =>
        one.Subject is not null && string.Equals(one.Subject, other.Subject, StringComparison.Ordinal)
        && (one.Condition, other.Condition) switch
        {
            (Existence a, Existence b) => a.Expected != b.Expected,
            (Existence { Expected: false }, Comparison) or (Comparison, Existence { Expected: false }) => true,
            (Listing a, Listing b) => a.Table.Path == b.Table.Path && a.Negated != b.Negated,
            (Comparison a, Comparison b) => ExcludeEachOther(a, b, string.Equals(one.Against, other.Against, StringComparison.Ordinal)),
            (Membership a, Membership b) => ExcludeEachOther(a, b),
            (Comparison a, Membership b) => AsMembership(a) is { } same && ExcludeEachOther(same, b),
            (Membership a, Comparison b) => AsMembership(b) is { } same && ExcludeEachOther(a, same),
            _ => false,
        };

    private static bool ExcludeEachOther(Comparison a, Comparison b, bool areHeldAgainstTheSame)
    {
        if (a.Right is Literal x && b.Right is Literal y && a.Kind == ComparisonKind.Is && b.Kind == ComparisonKind.Is)
        {
            return !x.Value.Equals(y.Value);
        }

        return areHeldAgainstTheSame && (Opposite(a.Kind) == b.Kind || (a.Kind, b.Kind) is (ComparisonKind.LessThan, ComparisonKind.MoreThan) or (ComparisonKind.MoreThan, ComparisonKind.LessThan));
    }

    private static bool ExcludeEachOther(Membership a, Membership b) => (a.Negated, b.Negated) switch
    {
        (false, false) => !a.Values.Intersect(b.Values).Any(),
        (false, true) => a.Values.All(b.Values.Contains),
        (true, false) => b.Values.All(a.Values.Contains),
        _ => false,
    };

    private static Membership? AsMembership(Comparison comparison) => comparison is { Right: Literal literal, Kind: ComparisonKind.Is or ComparisonKind.IsNot }
        ? new Membership(comparison.Left, [literal.Value], comparison.Kind == ComparisonKind.IsNot, comparison.Place)
        : null;

    private static ComparisonKind Opposite(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => ComparisonKind.IsNot,
        ComparisonKind.IsNot => ComparisonKind.Is,
        ComparisonKind.LessThan => ComparisonKind.AtLeast,
        ComparisonKind.AtLeast => ComparisonKind.LessThan,
        ComparisonKind.MoreThan => ComparisonKind.AtMost,
        _ => ComparisonKind.MoreThan,
    };

    /// <summary>A condition that must hold, with its two sides in words; put into words once, because every pair of rules needs them.</summary>
    private sealed class Necessity(Condition condition)
    {
        internal Condition Condition { get; } = condition;

        internal string? Subject { get; } = condition switch
        {
            Existence existence => ConditionWords.Of(existence.Subject),
            Listing listing => ConditionWords.Of(listing.Subject),
            Comparison comparison => ConditionWords.Of(comparison.Left),
            Membership membership => ConditionWords.Of(membership.Subject),
            _ => null,
        };

        internal string? Against { get; } = condition is Comparison held ? ConditionWords.Of(held.Right) : null;
    }
}
