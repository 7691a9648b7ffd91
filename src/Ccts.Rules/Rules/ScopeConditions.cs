using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules;

/// <summary>
/// Segment and kind of unit in a rule's scope are facts like any other: if the case does not state them, it cannot be
/// said whether the rule applies. So they are turned into conditions.
/// </summary>
internal static class ScopeConditions
{
    internal static Condition Join(RuleScope scope, Condition when, FactVocabulary vocabulary, SourcePlace place)
    {
        var conditions = new List<Condition>();
        Add(conditions, scope.UnitKinds, vocabulary.Find(FactVocabulary.UnitKind), place);
        Add(conditions, scope.Segments, vocabulary.Find(FactVocabulary.Segment), place);
        if (conditions.Count == 0)
        {
            return when;
        }

        conditions.Add(when);
        return new Combination(CombinationKind.All, conditions, place);
    }

    private static void Add(List<Condition> conditions, IReadOnlyList<string>? words, Fact? fact, SourcePlace place)
    {
        if (words is not null && fact is not null)
        {
            conditions.Add(new Membership(new FactOperand(fact), words.Select(w => FactValue.OfText(FactKind.Choice, w)).ToList(), negated: false, place));
        }
    }
}
