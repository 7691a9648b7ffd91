using System.Collections.Generic;
using System;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>The facts of one case, each checked against the vocabulary. A fact that is not in it is unknown, not false and not zero.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactSet
{
    private readonly Dictionary<string, FactValue> _values;

    /// <summary>Facts by name, copied.</summary>
    /// <param name="values">Each must be in the vocabulary of the ruleset that will be asked.</param>
    /// <exception cref="ArgumentException">A value is null: leave out unknown facts.</exception>
    public FactSet(IReadOnlyDictionary<string, FactValue> values)
    {
        _values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        foreach (var pair in Require.NotNull(values))
        {
            _values.Add(pair.Key, pair.Value ?? throw new ArgumentException($"The fact {pair.Key} has no value; leave it out.", nameof(values)));
        }
    }

    // The set keeps the dictionary.
    internal FactSet(Dictionary<string, FactValue> values) => _values = values;

    /// <summary>The facts by name.</summary>
    public IReadOnlyDictionary<string, FactValue> Values => _values;

    /// <summary>The facts, enumerable without allocating.</summary>
    internal Dictionary<string, FactValue> All => _values;

    /// <summary>The value of a fact, or null if unknown.</summary>
    public FactValue? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;

    internal FactSet With(string name, FactValue value) =>
        new(new Dictionary<string, FactValue>(_values, StringComparer.Ordinal) { [name] = value });
}
