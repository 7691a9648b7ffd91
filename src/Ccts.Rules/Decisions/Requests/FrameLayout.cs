using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>
/// The place of each fact of a vocabulary in a frame: one slot for each fact. Words of conditions are numbered, so that slots of
/// text also hold a number; amounts have the scale that their limits need. Immutable and thread-safe.
/// </summary>
internal sealed class FrameLayout
{
    internal const int NoScale = -1;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>?[] _choices;
    private readonly int[] _scales;
    private readonly int[] _standard;

    /// <param name="vocabulary">The facts.</param>
    /// <param name="words">The words that conditions compare facts with.</param>
    /// <param name="scales">The scale of amounts of a type; <see cref="NoScale"/> if they are held only as decimals.</param>
    internal FrameLayout(FactVocabulary vocabulary, IEnumerable<string> words, Func<FactType, int> scales)
    {
        Facts = vocabulary.Facts;
        Vocabulary = vocabulary;
        _choices = new Dictionary<string, int>?[Facts.Count];
        _scales = new int[Facts.Count];
        for (var slot = 0; slot < Facts.Count; slot++)
        {
            var type = Facts[slot].Type;
            _slots.Add(Facts[slot].Name, slot);
            _scales[slot] = type.IsAmount ? scales(type) : NoScale;
            if (type.Kind == FactKind.Choice)
            {
                _choices[slot] = type.Words!.ToDictionary(w => w, Number, StringComparer.Ordinal);
            }
        }

        foreach (var word in words)
        {
            Number(word);
        }

        DateSlot = _slots[FactVocabulary.Date];
        YearSlot = _slots[FactVocabulary.Year];
        _standard = new int[StandardFacts.All.Count];
        for (var i = 0; i < _standard.Length; i++)
        {
            var fact = StandardFacts.All[i];
            var slot = Find(fact.Name);
            _standard[i] = slot >= 0 && IsOf(Facts[slot].Type, fact.Kind, fact.Unit) ? slot : -1;
        }
    }

    internal FactVocabulary Vocabulary { get; }

    internal IReadOnlyList<Fact> Facts { get; }

    internal int Count => Facts.Count;

    internal int DateSlot { get; }

    internal int YearSlot { get; }

    /// <summary>A layout for facts alone, without rules.</summary>
    internal static FrameLayout Of(FactVocabulary vocabulary) => new(vocabulary, [], _ => NoScale);

    /// <summary>The slot of a fact, or -1.</summary>
    internal int Find(string name) => _slots.TryGetValue(name, out var slot) ? slot : -1;

    /// <summary>The slot of a fact that typed requests state; -1 if the vocabulary has no such fact of that kind.</summary>
    internal int Standard(StandardFact fact) => _standard[(int)fact];

    internal int Scale(int slot) => _scales[slot];

    /// <summary>The number of a word, from 1; 0 for a word that no condition uses.</summary>
    internal long CodeOf(string word) => _words.TryGetValue(word, out var code) ? code : 0;

    /// <summary>Whether the slot has a closed list of words.</summary>
    internal bool IsChoice(int slot) => _choices[slot] is not null;

    /// <summary>The number of a text in a slot; false if the slot is a choice without this word.</summary>
    internal bool TryCode(int slot, string text, out long code)
    {
        if (_choices[slot] is not { } choice)
        {
            code = CodeOf(text);
            return true;
        }

        var known = choice.TryGetValue(text, out var number);
        code = number;
        return known;
    }

    private static bool IsOf(FactType type, FactKind kind, string? unit) =>
        (type.Kind == kind || (IsWord(kind) && IsWord(type.Kind))) && (kind == FactKind.Quantity ? FactDimension.Of(unit!) == type.Dimension : type.Unit == unit);

    // A later revision of a ruleset may restrict a free text to a list, as with the names of sectors.
    private static bool IsWord(FactKind kind) => kind is FactKind.Text or FactKind.Choice;

    private int Number(string word)
    {
        if (!_words.TryGetValue(word, out var code))
        {
            _words.Add(word, code = _words.Count + 1);
        }

        return code;
    }
}
