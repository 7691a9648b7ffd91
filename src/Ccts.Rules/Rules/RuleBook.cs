using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;

namespace Ccts.Rules.Rules;

/// <summary>The rules of a ruleset in the order of their file, and the facts they ask for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleBook
{
    internal static readonly RuleBook Empty = new(FactVocabulary.BuiltIn, []);
    private readonly Dictionary<string, Rule> _byId;
    private readonly Dictionary<string, List<Rule>> _exceptions = new(StringComparer.Ordinal);

    internal RuleBook(FactVocabulary vocabulary, IReadOnlyList<Rule> rules, RuleBook? under = null)
    {
        Vocabulary = vocabulary;
        Rules = rules;
        OwnRules = under is null ? rules : rules.Where(r => under.Find(r.Id) is null).ToList();
        _byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (var overridden in rule.Overrides)
            {
                if (!_exceptions.TryGetValue(overridden, out var list))
                {
                    _exceptions.Add(overridden, list = []);
                }

                list.Add(rule);
            }
        }
    }

    /// <summary>The facts a rule may ask for.</summary>
    public FactVocabulary Vocabulary { get; }

    /// <summary>The rules in the order of their file.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rules of the last overlay; all rules without an overlay.</summary>
    public IReadOnlyList<Rule> OwnRules { get; }

    /// <summary>The rule of an id, or null.</summary>
    public Rule? Find(string id) => _byId.TryGetValue(Require.NotNull(id), out var rule) ? rule : null;

    /// <summary>The exceptions to a rule.</summary>
    public IReadOnlyList<Rule> ExceptionsTo(Rule rule) => _exceptions.TryGetValue(Require.NotNull(rule).Id, out var list) ? list : [];
}
