using System;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>A serial read in place: slices of the caller's text, without copies.</summary>
/// <remarks>Valid only as long as the text and the field buffer it was read into. Members do not allocate unless their comments say so.</remarks>
public readonly ref struct SerialMatch
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<FieldSlice> _fields;

    internal SerialMatch(SerialGrammar grammar, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields, BlockRange range)
    {
        Grammar = grammar;
        _text = text;
        _fields = fields;
        Range = range;
    }

    /// <summary>The grammar that took the text.</summary>
    public SerialGrammar Grammar { get; }

    /// <summary>The block's numbers; meaningful when <see cref="SerialGrammar.HasBlock"/> is true.</summary>
    public BlockRange Range { get; }

    /// <summary>The project as written in the serial; empty where there is none.</summary>
    public ReadOnlySpan<char> Project => Grammar.ProjectFirst < 0
        ? default
        : _text.Slice(_fields[Grammar.ProjectFirst].Start, _fields[Grammar.ProjectLast].Start + _fields[Grammar.ProjectLast].Length - _fields[Grammar.ProjectFirst].Start);

    /// <summary>The country as written in the serial; empty where there is none.</summary>
    public ReadOnlySpan<char> Country => Field(Grammar.CountryField);

    /// <summary>The field at this index of <see cref="SerialGrammar.Fields"/>; empty where the serial leaves it out.</summary>
    public ReadOnlySpan<char> Field(int index) => index < 0 ? default : SerialGrammar.Slice(_text, _fields[index]);

    /// <summary>The first and last day of the vintage; false where the serial has none. A year stands for all its days.</summary>
    public bool TryGetVintage(out LocalDate first, out LocalDate last) => Grammar.TryVintage(_text, _fields, out first, out last);
}
