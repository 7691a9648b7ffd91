using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules;

/// <summary>Reads the rules of <c>rules.json</c> one by one.</summary>
internal sealed class RuleReader(FactVocabulary vocabulary, IReadOnlyDictionary<string, Parameter> parameters, StandingReader standings, ProblemList problems)
{
    private static readonly IReadOnlyDictionary<string, RuleEffect> Effects = new Dictionary<string, RuleEffect>(StringComparer.Ordinal)
    {
        ["allow"] = RuleEffect.Allow,
        ["warn"] = RuleEffect.Warn,
        ["refer"] = RuleEffect.Refer,
        ["deny"] = RuleEffect.Deny,
    };

    internal IReadOnlyList<Rule> Read(LocatedNode root)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var items = file.List("rules");
        file.Done();
        if (items.Count > RuleLimits.MaxRules)
        {
            problems.Error("too-many-rules", root.Member("rules")!.Place, $"There are {items.Count} rules.", $"at most {RuleLimits.MaxRules}");
            return [];
        }

        return items.Select(ReadOne).OfType<Rule>().ToList();
    }

    private Rule? ReadOne(LocatedNode node)
    {
        var reader = new ObjectReader(node, problems);
        var id = Id(reader, "id");
        var title = LawTitle.Read(reader, problems);
        var scope = reader.Object("appliesTo") is { } applies ? ReadScope(applies) : null;
        var when = reader.Required("when") is { } condition
            ? new ConditionReader(new OperandReader(vocabulary, parameters, problems), problems).Read(condition)
            : null;
        var then = reader.Object("then") is { } effect ? ReadThen(effect) : null;
        var overrides = ReadOverrides(reader);
        var overridable = reader.OptionalFlag("overridable") ?? false;
        var standing = standings.Read(reader);
        reader.Done();
        if (id is null || title is null || scope is null || when is null || then is not { } consequence || standing is null)
        {
            return null;
        }

        return new Rule(ScopeConditions.Join(scope, when, vocabulary, node.Place), title, node.Place)
        {
            Id = id,
            Scope = scope,
            Effect = consequence.Effect,
            Code = consequence.Code,
            Message = consequence.Message,
            Standing = standing,
            Overrides = overrides,
            Overridable = overridable,
        };
    }

    private string? Id(ObjectReader reader, string key)
    {
        var id = reader.Text(key);
        if (id is not null && !ParameterReader.IsPath(id))
        {
            problems.Error("bad-id", reader.Node.Member(key)!.Place, $"\"{ShownText.Short(id)}\" is not an id.", "small letters, digits and hyphens, parted by dots, such as surrender.unit-held");
        }

        return id;
    }

    private RuleScope? ReadScope(ObjectReader reader)
    {
        var purposes = Words(reader, "purposes", reader.List("purposes"), PurposeWords.Names);
        var segments = ScopeWords(reader, "segments", FactVocabulary.Segment);
        var kinds = ScopeWords(reader, "unitKinds", FactVocabulary.UnitKind);
        reader.Done();
        return purposes is { Count: > 0 } ? new RuleScope(purposes.Select(p => PurposeWords.All[p]).ToList(), segments, kinds) : null;
    }

    private List<string>? ScopeWords(ObjectReader reader, string key, string fact)
    {
        if (reader.Optional(key) is null)
        {
            return null;
        }

        var words = vocabulary.Find(fact)?.Type.Words;
        if (words is null)
        {
            problems.Error("unknown-fact", reader.Node.Member(key)!.Place, $"\"{key}\" needs the choice \"{fact}\" in the vocabulary.", $"a fact \"{fact}\" of type choice in facts.json");
            return null;
        }

        return Words(reader, key, reader.OptionalList(key), words);
    }

    private List<string>? Words(ObjectReader reader, string key, IReadOnlyList<LocatedNode> items, IReadOnlyList<string> allowed)
    {
        if (reader.Node.Member(key) is { Kind: LocatedKind.Array } list && items.Count == 0)
        {
            problems.Error("bad-list", list.Place, $"\"{key}\" is empty: the rule is about nothing.", string.Join(", ", allowed));
        }

        var words = new List<string>(items.Count);
        var good = true;
        for (var i = 0; i < items.Count; i++)
        {
            var word = items[i];
            if (word.Value is null || !allowed.Holds(word.Value))
            {
                good = false;
                Wrong(word);
            }
            else if (!words.Contains(word.Value))
            {
                words.Add(word.Value);
            }
        }

        return good ? words : null;

        void Wrong(LocatedNode wrong) => problems.Error("unknown-word", wrong.Place, $"{(wrong.Value is null ? wrong.Describe() : $"\"{ShownText.Short(wrong.Value)}\"")} is not one of the words for \"{key}\".", string.Join(", ", allowed), wrong.Value is null ? null : problems.Nearest(wrong.Value, allowed));
    }

    private (RuleEffect Effect, string Code, RuleMessage Message)? ReadThen(ObjectReader reader)
    {
        var effect = reader.Choice("effect", Effects);
        var code = Id(reader, "code");
        var message = reader.Object("message") is { } texts ? ReadMessage(texts) : null;
        reader.Done();
        return effect is null || code is null || message is null ? null : (effect.Value, code, message);
    }

    private RuleMessage? ReadMessage(ObjectReader reader)
    {
        var english = reader.Text("en");
        var hindi = reader.Text("hi");
        var reviewed = reader.OptionalFlag("hiReviewed") ?? false;
        reader.Done();
        if (english is null || hindi is null)
        {
            return null;
        }

        var names = CheckText(reader.Node.Member("en")!, english);
        var others = CheckText(reader.Node.Member("hi")!, hindi);
        if (names is not null && others is not null && !names.SequenceEqual(others, StringComparer.Ordinal) && !names.OrderBy(n => n, StringComparer.Ordinal).SequenceEqual(others.OrderBy(n => n, StringComparer.Ordinal), StringComparer.Ordinal))
        {
            problems.Error("placeholders-differ", reader.Node.Member("hi")!.Place, $"The English text shows {Show(names)}, the Hindi text {Show(others)}.", "the same placeholders in both");
        }

        return new RuleMessage(english, hindi, reviewed);
    }

    private IReadOnlyList<string>? CheckText(LocatedNode node, string text)
    {
        if (text.Length is 0 or > RulesetLimits.MaxTextLength)
        {
            problems.Error("bad-message", node.Place, "The message is empty or too long.", $"1 to {RulesetLimits.MaxTextLength} characters");
        }

        var names = RuleMessage.Placeholders(text);
        if (names is null)
        {
            problems.Error("bad-message", node.Place, "A brace of a placeholder has no partner.", "placeholders such as {order.price}");
        }

        foreach (var unknown in names?.Where(n => vocabulary.Find(n) is null && !IsSingleParameter(n)) ?? [])
        {
            problems.Error("unknown-placeholder", node.Place, $"\"{ShownText.Short(unknown)}\" is neither a fact nor a parameter with a single value.", "a name from facts.json or a path from parameters.json", problems.Nearest(unknown, vocabulary.Names.Concat(parameters.Keys)));
        }

        return names;
    }

    private bool IsSingleParameter(string path) => parameters.TryGetValue(path, out var parameter) && parameter.KeyName is null;

    private static string Show(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private List<string> ReadOverrides(ObjectReader reader)
    {
        var items = reader.OptionalList("overrides");
        if (items.Count > RuleLimits.MaxOverrides || items.Any(i => i.Kind != LocatedKind.String))
        {
            problems.Error("bad-list", reader.Node.Member("overrides")!.Place, "These are not ids of rules.", $"a list [ … ] of at most {RuleLimits.MaxOverrides} ids in double quotes");
            return [];
        }

        return items.Count == 0 ? [] : items.Select(i => i.Value!).Distinct(StringComparer.Ordinal).ToList();
    }
}
