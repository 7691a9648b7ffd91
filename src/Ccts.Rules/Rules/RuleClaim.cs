using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Conditions;
using Ccts.Rules.Vocabulary;

namespace Ccts.Rules.Rules;

/// <summary>
/// What a rule says of which facts, for finding contradictions. Two rules contradict when they have the same condition
/// and different effects, or when one allows and the other refuses over a common fact and both can hold at once.
/// Rules about different facts are separate requirements and do not contradict. The day, the year, the segment and the
/// kind of unit are in every case and are no common ground.
/// </summary>
internal sealed class RuleClaim
{
    private string? _words;
    private HashSet<string>? _facts;
    private List<Condition>? _necessary;

    internal RuleClaim(Rule rule) => Rule = rule;

    internal Rule Rule { get; }

    // Most pairs of rules have one effect and are asked none of these.
    private string Words => _words ??= ConditionWords.Of(Rule.When);

    private HashSet<string> Facts => _facts ??= new HashSet<string>(RuleConditions.Operands(Rule.When).OfType<FactOperand>().Select(f => f.Fact.Name).Where(f => f is not (FactVocabulary.Segment or FactVocabulary.UnitKind or FactVocabulary.Date or FactVocabulary.Year)), StringComparer.Ordinal);

    private List<Condition> Necessary => _necessary ??= RuleConditions.Necessary(Rule.When).ToList();

    /// <summary>Why the two contradict, or null.</summary>
    internal string? Contradicts(RuleClaim other)
    {
        if (string.Equals(Words, other.Words, StringComparison.Ordinal))
        {
            return "both hold when " + Words;
        }

        var oneAllows = (Rule.Effect == RuleEffect.Allow) != (other.Rule.Effect == RuleEffect.Allow);
        if (!oneAllows || !Facts.Overlaps(other.Facts) || Necessary.Any(mine => other.Necessary.Any(theirs => Exclude(mine, theirs))))
        {
            return null;
        }

        return "both look at " + string.Join(", ", Facts.Where(other.Facts.Contains).OrderBy(f => f, StringComparer.Ordinal)) + " and can hold at once";
    }

    private static bool Exclude(Condition one, Condition other) => (one, other) switch
    {
        (Existence a, Existence b) => Same(a.Subject, b.Subject) && a.Expected != b.Expected,
        (Existence { Expected: false } absent, _) => other is Comparison c && Same(absent.Subject, c.Left),
        (_, Existence { Expected: false }) => Exclude(other, one),
        (Listing a, Listing b) => Same(a.Subject, b.Subject) && a.Table.Path == b.Table.Path && a.Negated != b.Negated,
        (Comparison a, Comparison b) => Same(a.Left, b.Left) && ExcludeEachOther(a, b),
        (Membership a, Membership b) => Same(a.Subject, b.Subject) && ExcludeEachOther(a, b),
        (Comparison a, Membership b) => AsMembership(a) is { } same && Exclude(same, b),
        (Membership, Comparison) => Exclude(other, one),
        _ => false,
    };

    private static bool ExcludeEachOther(Comparison a, Comparison b)
    {
        if (a.Right is Literal x && b.Right is Literal y && a.Kind == ComparisonKind.Is && b.Kind == ComparisonKind.Is)
        {
            return !x.Value.Equals(y.Value);
        }

        return Same(a.Right, b.Right) && (Opposite(a.Kind) == b.Kind || (a.Kind, b.Kind) is (ComparisonKind.LessThan, ComparisonKind.MoreThan) or (ComparisonKind.MoreThan, ComparisonKind.LessThan));
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

    private static bool Same(Operand a, Operand b) => string.Equals(ConditionWords.Of(a), ConditionWords.Of(b), StringComparison.Ordinal);
}
