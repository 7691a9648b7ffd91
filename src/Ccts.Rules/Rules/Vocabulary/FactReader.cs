using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Reads the facts of a case from a JSON object of names and values, strictly against the vocabulary.</summary>
internal static class FactReader
{
    internal static Dictionary<string, FactValue> Read(LocatedNode node, FactVocabulary vocabulary, ProblemList problems)
    {
        var values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        if (node.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", node.Place, $"Here stands {node.Describe()}.", "an object { … } of facts");
        }

        foreach (var member in node.Children.Where(m => m.Key is not null))
        {
            if (vocabulary.Find(member.Key!) is not { } fact)
            {
                problems.Error("unknown-fact", member.Place, $"\"{ShownText.Short(member.Key!)}\" is not a fact of the vocabulary.", "a name from facts.json", problems.Nearest(member.Key!, vocabulary.Names));
            }
            else if (ReadValue(member, fact.Type, problems) is { } value)
            {
                values[fact.Name] = value;
            }
        }

        return values;
    }

    internal static FactValue? ReadValue(LocatedNode node, FactType type, ProblemList problems)
    {
        if (type.Kind == FactKind.Set)
        {
            return ReadSet(node, type, problems);
        }

        if (type.Kind == FactKind.Flag && node.Kind is LocatedKind.True or LocatedKind.False)
        {
            return FactValue.OfFlag(node.Kind == LocatedKind.True);
        }

        if (node.Kind != LocatedKind.String || type.Kind == FactKind.Flag)
        {
            var hint = node.Kind == LocatedKind.Number ? "Numbers are written as text, so that no reader turns them into a rounded binary number." : null;
            problems.Error("wrong-type", node.Place, $"Here stands {node.Describe()}.", type.ToString(), hint);
            return null;
        }

        if (FactText.TryParse(node.Value!, type, out var value, out var reason))
        {
            return value;
        }

        problems.Error("bad-value", node.Place, $"\"{ShownText.Short(node.Value!)}\" cannot be read.", reason, type.Words is { } words ? problems.Nearest(node.Value!, words) : null);
        return null;
    }

    private static FactValue? ReadSet(LocatedNode node, FactType type, ProblemList problems)
    {
        if (node.Kind != LocatedKind.Array || node.Children.Count > VocabularyLimits.MaxWords)
        {
            problems.Error("wrong-type", node.Place, $"Here stands {node.Describe()}.", $"a list [ … ] of at most {VocabularyLimits.MaxWords} words");
            return null;
        }

        var wrong = node.Children.FirstOrDefault(c => c.Kind != LocatedKind.String || c.Value!.Length > FactText.MaxTextLength || (type.Words is { } words && !words.Holds(c.Value)));
        if (wrong is null)
        {
            return FactValue.OfSet(node.Children.Select(c => c.Value!));
        }

        problems.Error("bad-value", wrong.Place, $"{(wrong.Kind == LocatedKind.String ? $"\"{ShownText.Short(wrong.Value!)}\"" : wrong.Describe())} cannot be a member.", type.ToString());
        return null;
    }
}
