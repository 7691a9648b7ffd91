using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Reads one rule's conditions, from a closed vocabulary, and reports every mistake with its place.</summary>
internal sealed class ConditionReader(OperandReader operands, ProblemList problems)
{
    private static readonly IReadOnlyDictionary<string, CombinationKind> Combinations = new Dictionary<string, CombinationKind>(StringComparer.Ordinal)
    {
        ["all"] = CombinationKind.All,
        ["any"] = CombinationKind.Any,
        ["none"] = CombinationKind.None,
    };

    private static readonly IReadOnlyDictionary<string, ComparisonKind> Comparisons = new Dictionary<string, ComparisonKind>(StringComparer.Ordinal)
    {
        ["is"] = ComparisonKind.Is,
        ["isNot"] = ComparisonKind.IsNot,
        ["lessThan"] = ComparisonKind.LessThan,
        ["atMost"] = ComparisonKind.AtMost,
        ["moreThan"] = ComparisonKind.MoreThan,
        ["atLeast"] = ComparisonKind.AtLeast,
        ["before"] = ComparisonKind.LessThan,
        ["onOrBefore"] = ComparisonKind.AtMost,
        ["after"] = ComparisonKind.MoreThan,
        ["onOrAfter"] = ComparisonKind.AtLeast,
    };

    private static readonly string[] CombinationWords = [.. Combinations.Keys];
    private static readonly string[] TimeWords = ["before", "onOrBefore", "after", "onOrAfter"];
    private static readonly string[] AmountWords = ["lessThan", "atMost", "moreThan", "atLeast"];
    private static readonly string[] Tests = [.. Comparisons.Keys, "between", "in", "notIn", "listedIn", "notListedIn", "contains", "lacks", "exists"];
    private int _count;

    internal Condition? Read(LocatedNode node, int depth = 0)
    {
        if (depth >= ConditionLimits.MaxDepth || ++_count > ConditionLimits.MaxConditions)
        {
            problems.Error("too-many-conditions", node.Place, "The conditions of this rule are too many or too deep.", $"at most {ConditionLimits.MaxConditions}, {ConditionLimits.MaxDepth} deep", "Split the rule.");
            return null;
        }

        var reader = new ObjectReader(node, problems);
        if (node.Kind != LocatedKind.Object)
        {
            return null;
        }

        var combination = Array.Find(CombinationWords, k => node.Member(k) is not null);
        var condition = combination is null ? ReadTest(reader) : ReadCombination(reader, combination, depth);
        reader.Done();
        return condition;
    }

    private Combination? ReadCombination(ObjectReader reader, string key, int depth)
    {
        var items = reader.List(key);
        if (items.Count == 0)
        {
            problems.Error("empty-combination", reader.Node.Place, $"\"{key}\" holds no condition.", "at least one");
        }

        // Every part is read, so that all its mistakes are found.
        var parts = new List<Condition>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (Read(items[i], depth + 1) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 || parts.Count < items.Count ? null : new Combination(Combinations[key], parts, reader.Node.Place);
    }

    private Condition? ReadTest(ObjectReader reader)
    {
        var tests = reader.Present(Tests);
        var subject = operands.Read(reader);
        if (tests.Count != 1)
        {
            problems.Error("bad-condition", reader.Node.Place, tests.Count == 0 ? "This condition does not say what is tested." : $"{string.Join(" and ", tests)} are given together.", "one of " + string.Join(", ", Tests), tests.Count > 1 ? "Put them side by side in \"all\"." : null);
            return null;
        }

        return subject is null ? null : ReadTest(reader, subject, tests[0], reader.Node.Member(tests[0])!);
    }

    private Condition? ReadTest(ObjectReader reader, Operand subject, string test, LocatedNode against)
    {
        var place = reader.Node.Place;
        switch (test)
        {
            case "between":
                return ReadRange(subject, against, place);
            case "in" or "notIn":
                return ReadValues(subject, against) is { } values ? new Membership(subject, values, test == "notIn", place) : null;
            case "listedIn" or "notListedIn":
                return ReadTable(subject, against) is { } table ? new Listing(subject, table, test == "notListedIn", place) : null;
            case "contains" or "lacks":
                return ReadContainment(subject, against, test == "lacks", place);
            case "exists":
                return ReadExistence(subject, against, place);
            default:
                return ReadComparison(subject, test, against, place);
        }
    }

    private Comparison? ReadComparison(Operand subject, string test, LocatedNode against, SourcePlace place)
    {
        var isTime = subject.Type.Kind is FactKind.Date or FactKind.Year;
        var fits = TimeWords.Holds(test) ? isTime
            : AmountWords.Holds(test) ? subject.Type.IsAmount
            : subject.Type.Kind != FactKind.Set;
        if (!fits)
        {
            problems.Error("type-mismatch", against.Place, $"\"{test}\" is asked of {subject.Type}.", isTime ? "is, isNot, " + string.Join(", ", TimeWords) : subject.Type.IsAmount ? "is, isNot, " + string.Join(", ", AmountWords) : subject.Type.Kind == FactKind.Set ? "contains, lacks" : "is, isNot, in, notIn");
            return null;
        }

        return operands.ReadAgainst(against, subject.Type) is { } right && operands.Matches(subject.Type, right.Type, against)
            ? new Comparison(subject, Comparisons[test], right, place)
            : null;
    }

    private Combination? ReadRange(Operand subject, LocatedNode against, SourcePlace place)
    {
        if (!subject.Type.IsOrdered || against.Kind != LocatedKind.Array || against.Children.Count != 2)
        {
            problems.Error("bad-range", against.Place, subject.Type.IsOrdered ? "This is not a range." : $"A range is asked of {subject.Type}.", "[ lowest, highest ] of amounts, dates or years, both included");
            return null;
        }

        var bounds = against.Children.Select(c => operands.ReadAgainst(c, subject.Type) is { } bound && operands.Matches(subject.Type, bound.Type, c) ? bound : null).ToList();
        if (bounds[0] is not { } low || bounds[1] is not { } high)
        {
            return null;
        }

        if (low is Literal least && high is Literal most && least.Value.OrderAgainst(most.Value) > 0)
        {
            problems.Error("bad-range", against.Place, $"The range begins at {least.Value}, above its end {most.Value}.", "[ lowest, highest ]");
        }

        return new Combination(CombinationKind.All, [new Comparison(subject, ComparisonKind.AtLeast, low, place), new Comparison(subject, ComparisonKind.AtMost, high, place)], place);
    }

    private List<FactValue>? ReadValues(Operand subject, LocatedNode against)
    {
        if (subject.Type.Kind is FactKind.Set or FactKind.Flag || against.Kind != LocatedKind.Array || against.Children.Count is 0 or > ConditionLimits.MaxValues)
        {
            problems.Error("bad-list", against.Place, subject.Type.Kind is FactKind.Set or FactKind.Flag ? $"A list is asked of {subject.Type}." : "This is not a list of values.", $"a list [ … ] of 1 to {ConditionLimits.MaxValues} values");
            return null;
        }

        var values = against.Children.Select(c => FactReader.ReadValue(c, subject.Type, problems)).ToList();
        return values.Contains(null) ? null : values.Select(v => v!).ToList();
    }

    private Parameter? ReadTable(Operand subject, LocatedNode against)
    {
        if (against.Kind != LocatedKind.String)
        {
            problems.Error("wrong-type", against.Place, $"\"{against.Key}\" holds {against.Describe()}.", "the path of a table in double quotes");
            return null;
        }

        var table = operands.Find(against.Value!, against);
        if (table is null || (table.KeyName is not null && subject.Type.IsText))
        {
            return table;
        }

        problems.Error("values-or-table", against.Place, table.KeyName is null ? $"\"{table.Path}\" is a single value." : $"{subject.Type} is looked up in a table.", "a table, and a text or a choice that is looked up in it");
        return null;
    }

    private Containment? ReadContainment(Operand subject, LocatedNode against, bool negated, SourcePlace place)
    {
        if (subject.Type.Kind != FactKind.Set)
        {
            problems.Error("type-mismatch", against.Place, $"\"{against.Key}\" is asked of {subject.Type}.", "a set");
            return null;
        }

        var word = operands.ReadAgainst(against, subject.Type.Words is { } words ? new FactType(FactKind.Choice, null, words) : FactType.Text);
        return word is not null && operands.Matches(FactType.Text, word.Type, against) ? new Containment(subject, word, negated, place) : null;
    }

    private Existence? ReadExistence(Operand subject, LocatedNode against, SourcePlace place)
    {
        if (subject is FactOperand or ParameterOperand && against.Kind is LocatedKind.True or LocatedKind.False)
        {
            return new Existence(subject, against.Kind == LocatedKind.True, place);
        }

        problems.Error("wrong-type", against.Place, "\"exists\" is asked of a fact or a parameter, with true or false.", "true or false");
        return null;
    }
}
