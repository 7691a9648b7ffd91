using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>
/// Reads <c>tests/*.json</c>. A file is about one purpose and has facts that all its cases share; a case adds, changes or
/// leaves out facts.
/// </summary>
internal sealed class CaseReader(Ruleset ruleset, ProblemList problems)
{
    internal const int MaxCases = 10_000;

    private static readonly IReadOnlyDictionary<string, Outcome> Outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal)
    {
        ["permit"] = Outcome.Permit,
        ["deny"] = Outcome.Deny,
        ["refer"] = Outcome.Refer,
    };

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private FactVocabulary Vocabulary => ruleset.Rules.Vocabulary;

    internal IReadOnlyList<RuleCase> Read(LocatedNode root)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var purpose = file.Choice("purpose", PurposeWords.All);
        var date = file.Date("date");
        var given = file.Optional("given") is { } facts ? FactReader.Read(facts, Vocabulary, problems) : [];
        var items = file.List("cases");
        file.Done();
        if (items.Count is 0 or > MaxCases)
        {
            problems.Error("bad-list", root.Place, $"The file has {items.Count} cases.", $"1 to {MaxCases}");
            return [];
        }

        return items.Select(i => ReadOne(i, purpose, date, given)).OfType<RuleCase>().ToList();
    }

    private RuleCase? ReadOne(LocatedNode node, Purpose? purpose, LocalDate? date, Dictionary<string, FactValue> given)
    {
        var reader = new ObjectReader(node, problems);
        var name = reader.Text("name");
        reader.OptionalText("clause");
        var ownDate = reader.OptionalDate("date");
        var own = reader.Optional("facts") is { } factsNode ? FactReader.Read(factsNode, Vocabulary, problems) : [];
        var without = Words(reader, "without", given.Keys, "a fact that \"given\" states");
        var expected = reader.Object("expect") is { } expect ? ReadExpectation(expect) : null;
        reader.Done();
        if (name is not null && !_names.Add(name))
        {
            problems.Error("duplicate-id", reader.Node.Member("name")!.Place, $"Another case is called \"{ShownText.Short(name)}\".", "a name of its own for each case");
        }

        if (name is null || purpose is null || (ownDate ?? date) is not { } day || expected is null)
        {
            return null;
        }

        var facts = given.Where(g => !without.Contains(g.Key, StringComparer.Ordinal)).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        foreach (var fact in own)
        {
            facts[fact.Key] = fact.Value;
        }

        return new RuleCase(name, new DecisionRequest(name, purpose.Value, ruleset.Year, day, new FactSet(facts)), expected, node.Place);
    }

    private CaseExpectation? ReadExpectation(ObjectReader reader)
    {
        var outcome = reader.Choice("outcome", Outcomes);
        var rules = ruleset.Rules.Rules.Select(r => r.Id).ToList();
        var fires = Words(reader, "fires", rules, "the id of a rule");
        var cannotSay = Words(reader, "cannotSay", rules, "the id of a rule");
        var missing = reader.Optional("missing") is null ? null : Words(reader, "missing", null, "a fact or a parameter");
        reader.Done();
        return outcome is null ? null : new CaseExpectation(outcome.Value, fires, cannotSay, missing);
    }

    private List<string> Words(ObjectReader reader, string key, IEnumerable<string>? known, string expected)
    {
        var words = new List<string>();
        foreach (var item in reader.OptionalList(key))
        {
            if (item.Kind != LocatedKind.String)
            {
                problems.Error("wrong-type", item.Place, $"Found {item.Describe()}.", expected);
            }
            else if (known is not null && !known.Contains(item.Value!, StringComparer.Ordinal))
            {
                problems.Error("dangling-reference", item.Place, $"\"{ShownText.Short(item.Value!)}\" is not {expected}.", expected, problems.Nearest(item.Value!, known));
            }
            else
            {
                words.Add(item.Value!);
            }
        }

        return words;
    }
}
