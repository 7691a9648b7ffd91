using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>A set of grammars that reads serials, with or without knowing the registry.</summary>
/// <remarks>
/// Immutable and thread-safe. Where two grammars match a text, the one that the other yields to wins; <see cref="GrammarLint"/> finds
/// pairs that state no precedence.
/// </remarks>
public sealed partial class SerialGrammars
{
    /// <summary>The longest text read as a serial, in characters. The longest published one has fewer than 150.</summary>
    public const int MaxSerialLength = 1024;

    private static readonly Lazy<SerialGrammars> s_builtIn = new(LoadBuiltIn);

    private readonly SerialGrammar[] _inOrder;
    private readonly SerialGrammar[][] _byFirstCharacter;
    private readonly Dictionary<string, SerialGrammar[]> _byRegistry;

    private SerialGrammars(IEnumerable<SerialGrammar> grammars)
    {
        _inOrder = InPrecedence(grammars.OrderByDescending(FixedCharacters).ThenBy(g => g.Id, StringComparer.Ordinal).ToArray());
        _byRegistry = _inOrder.GroupBy(g => g.Registry, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _byFirstCharacter = new SerialGrammar[128][];
        for (var c = '\0'; c < 128; c++)
        {
            var first = c;
            _byFirstCharacter[c] = _inOrder.Where(g => FormStates.CanStartWith(g.Form, first)).ToArray();
        }
    }

    /// <summary>The grammars that come with the package.</summary>
    public static SerialGrammars BuiltIn => s_builtIn.Value;

    /// <summary>Every grammar: first those that others yield to, then those with more fixed text, which reject a foreign serial soonest.</summary>
    public IReadOnlyList<SerialGrammar> All => _inOrder;

    /// <summary>The registries with grammars, in alphabetical order.</summary>
    public IReadOnlyList<string> Registries => _byRegistry.Keys.OrderBy(r => r, StringComparer.Ordinal).ToArray();

    /// <summary>These grammars and others; one with the same id replaces the one here.</summary>
    public SerialGrammars With(SerialGrammars others)
    {
        Require.NotNull(others);
        var replaced = new HashSet<string>(others._inOrder.Select(g => g.Id), StringComparer.Ordinal);
        return new SerialGrammars(_inOrder.Where(g => !replaced.Contains(g.Id)).Concat(others._inOrder));
    }

    /// <summary>Finds the grammar and reads the serial, exactly as the registry writes it. Allocates nothing.</summary>
    /// <param name="text">The serial, without blanks around it.</param>
    /// <param name="fields">A buffer of <see cref="SerialGrammar.MaxFields"/> slices, e.g. on the stack.</param>
    /// <param name="match">What was read.</param>
    public bool TryMatch(ReadOnlySpan<char> text, Span<FieldSlice> fields, out SerialMatch match)
    {
        if (!text.IsEmpty && text.Length <= MaxSerialLength && text[0] < 128)
        {
            foreach (var grammar in _byFirstCharacter[text[0]])
            {
                if (grammar.TryMatch(text, fields, out match))
                {
                    return true;
                }
            }
        }

        match = default;
        return false;
    }

    /// <summary>Reads the serial of a registry that is known, exactly as it writes it. Allocates nothing.</summary>
    /// <param name="registry">The registry's id.</param>
    /// <param name="text">The serial, without blanks around it.</param>
    /// <param name="fields">A buffer of <see cref="SerialGrammar.MaxFields"/> slices, e.g. on the stack.</param>
    /// <param name="match">What was read.</param>
    public bool TryMatch(string registry, ReadOnlySpan<char> text, Span<FieldSlice> fields, out SerialMatch match)
    {
        if (text.Length <= MaxSerialLength && _byRegistry.TryGetValue(Require.NotNull(registry), out var grammars))
        {
            foreach (var grammar in grammars)
            {
                if (grammar.TryMatch(text, fields, out match))
                {
                    return true;
                }
            }
        }

        match = default;
        return false;
    }

    /// <summary>The grammar with this id, or null.</summary>
    public SerialGrammar? Find(string id)
    {
        Require.NotNull(id);
        return Array.Find(_inOrder, g => g.Id == id);
    }

    private static int FixedCharacters(SerialGrammar grammar) => grammar.Form.Where(e => e.Kind == ElementKind.Literal).Sum(e => e.Text.Length);

    // Depth first over "yields to"; the grammar reader has refused cycles.
    private static SerialGrammar[] InPrecedence(SerialGrammar[] grammars)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<SerialGrammar>(grammars.Length);
        foreach (var grammar in grammars)
        {
            Place(grammar);
        }

        return order.ToArray();

        void Place(SerialGrammar grammar)
        {
            if (!placed.Add(grammar.Id))
            {
                return;
            }

            foreach (var winner in grammar.YieldsTo.Select(id => Array.Find(grammars, g => g.Id == id)))
            {
                if (winner is not null)
                {
                    Place(winner);
                }
            }

            order.Add(grammar);
        }
    }
}
