using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Reads the facts of a case from a JSON object of names and values, strictly against the vocabulary.</summary>
public static class FactReader
{
    /// <summary>Reads facts by name; mistakes are reported.</summary>
    /// <param name="node">The facts as an object.</param>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Dictionary<string, FactValue> Read(LocatedNode node, FactVocabulary vocabulary, ProblemList problems)
    {
        Require.NotNull(node);
        Require.NotNull(vocabulary);
        Require.NotNull(problems);
        var values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        if (node.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "an object { … } of facts");
        }

        foreach (var member in node.Children.Where(m => m.Key is not null))
        {
            if (vocabulary.Find(member.Key!) is not { } fact)
            {
                problems.Error("unknown-fact", member.Place, $"\"{ShownText.Short(member.Key!)}\" is not a fact of the vocabulary.", "a name from facts.json", problems.Nearest(member.Key!, vocabulary.Names));
            }
            else if (!IsBlank(member, fact.Type, vocabulary) && ReadFact(member, fact.Type, vocabulary, problems) is { } value)
            {
                values[fact.Name] = value;
            }
        }

        return values;
    }

    private static bool IsBlank(LocatedNode node, FactType type, FactVocabulary vocabulary) =>
        node.Kind == LocatedKind.Null || (node.Kind == LocatedKind.String && vocabulary.IsBlank(type, node.Value!));

    // Blank words of a list are ignored; a list of blank words states nothing.
    private static FactValue? ReadFact(LocatedNode node, FactType type, FactVocabulary vocabulary, ProblemList problems)
    {
        if (type.Kind != FactKind.Set || node.Kind != LocatedKind.Array || node.Children.Count == 0)
        {
            return ReadValue(node, type, problems);
        }

        var stated = node.Children.Where(c => !IsBlank(c, type, vocabulary)).ToList();
        return stated.Count == 0 ? null : ReadSet(node, stated, type, problems);
    }

    /// <summary>A value in a file: of a fact, or one that a rule compares facts with.</summary>
    internal static FactValue? ReadValue(LocatedNode node, FactType type, ProblemList problems)
    {
        if (type.Kind == FactKind.Set)
        {
            return ReadSet(node, node.Children, type, problems);
        }

        if (type.Kind == FactKind.Flag && node.Kind is LocatedKind.True or LocatedKind.False)
        {
            return FactValue.OfFlag(node.Kind == LocatedKind.True);
        }

        if (node.Kind != LocatedKind.String || type.Kind == FactKind.Flag)
        {
            var hint = node.Kind == LocatedKind.Number ? "Numbers are written as text, so that no reader turns them into a rounded binary number." : null;
            problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", type.ToString(), hint);
            return null;
        }

        if (FactText.TryParse(node.Value!, type, out var value, out var reason))
        {
            return value;
        }

        problems.Error("bad-value", node.Place, $"\"{ShownText.Short(node.Value!)}\" cannot be read.", reason, type.Words is { } words ? problems.Nearest(node.Value!, words) : null);
        return null;
    }

    private static FactValue? ReadSet(LocatedNode node, IReadOnlyList<LocatedNode> words, FactType type, ProblemList problems)
    {
        if (node.Kind != LocatedKind.Array || node.Children.Count > VocabularyLimits.MaxWords)
        {
            problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", $"a list [ … ] of at most {VocabularyLimits.MaxWords} words");
            return null;
        }

        var wrong = words.FirstOrDefault(c => c.Kind != LocatedKind.String || c.Value!.Length > FactText.MaxTextLength || (type.Words is { } of && !of.Holds(c.Value)));
        if (wrong is null)
        {
            return FactValue.OfSet(words.Select(c => VisibleText.Of(c.Value!)));
        }

        problems.Error("bad-value", wrong.Place, $"{(wrong.Kind == LocatedKind.String ? $"\"{ShownText.Short(wrong.Value!)}\"" : wrong.Describe())} cannot be a member.", type.ToString());
        return null;
    }
}
