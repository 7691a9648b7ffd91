using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>Reads a request from JSON: <c>{ "purpose", "year", "date", "facts": { … } }</c>, strictly against a vocabulary.</summary>
/// <remarks>Thread-safe. The form is described in docs/rules.md and stable.</remarks>
public static class DecisionRequestReader
{
    /// <summary>The most bytes of one request: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads one request; false with every problem when it has an error.</summary>
    /// <param name="utf8">The JSON, at most 1 MiB.</param>
    /// <param name="name">What messages call the input, or null.</param>
    /// <param name="vocabulary">The facts that may be stated.</param>
    /// <param name="request">The request, or null.</param>
    /// <param name="problems">Every problem.</param>
    public static bool TryRead(byte[] utf8, string? name, FactVocabulary vocabulary, [NotNullWhen(true)] out DecisionRequest? request, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(vocabulary);
        var found = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), name, found, MaxBytes);
        var read = root is null ? null : Read(root, vocabulary, found);
        problems = found.ToList();
        request = found.HasErrors ? null : read;
        return request is not null;
    }

    /// <summary>Reads a request; null, with problems reported, if it is not valid.</summary>
    /// <param name="node">The request as an object.</param>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="given">Facts in addition to those that the request states.</param>
    public static DecisionRequest? Read(LocatedNode node, FactVocabulary vocabulary, ProblemList problems, IReadOnlyDictionary<string, FactValue>? given = null)
    {
        Require.NotNull(node);
        Require.NotNull(vocabulary);
        Require.NotNull(problems);
        var reader = new ObjectReader(node, problems);
        var id = reader.OptionalText("id");
        var purpose = reader.Choice("purpose", PurposeWords.All);
        var year = reader.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        var date = reader.Date("date");
        var factsNode = reader.Required("facts");
        reader.Done();
        var facts = factsNode is null ? null : FactReader.Read(factsNode, vocabulary, problems);
        foreach (var member in factsNode?.Children.Where(m => m.Key is FactVocabulary.Date or FactVocabulary.Year) ?? [])
        {
            problems.Error("unknown-fact", member.Place, $"\"{member.Key}\" is taken from the request itself.", "\"date\" and \"year\" beside \"facts\"");
        }

        if (purpose is null || year is null || date is null || facts is null)
        {
            return null;
        }

        List<string> silent = [.. factsNode!.Children.Select(m => m.Key).OfType<string>().Where(name => !facts.ContainsKey(name))];
        foreach (var fact in given?.Where(g => !facts.ContainsKey(g.Key)) ?? [])
        {
            facts.Add(fact.Key, fact.Value);
        }

        return new DecisionRequest(id, purpose.Value, year.Value, date.Value, new FactSet(facts)) { Silent = silent };
    }
}
