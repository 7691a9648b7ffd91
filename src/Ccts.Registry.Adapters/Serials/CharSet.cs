using System;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>The characters a field may hold: a bitmap of ASCII, and other letters for names of countries.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CharSet
{
    internal static readonly CharSet Digits = Parse("0-9");
    internal static readonly CharSet Upper = Parse("A-Z");

    /// <summary>Names as people write them: letters of any script, blanks and the punctuation of names.</summary>
    internal static readonly CharSet Name = new(Parse("A-Za-z .,'()&-"), anyLetter: true);

    private readonly ulong _low;
    private readonly ulong _high;
    private readonly bool _anyLetter;

    private CharSet(ulong low, ulong high) => (_low, _high) = (low, high);

    private CharSet(CharSet ascii, bool anyLetter) => (_low, _high, _anyLetter) = (ascii._low, ascii._high, anyLetter);

    internal bool IsDigits => _low == Digits._low && _high == Digits._high;

    /// <summary>Reads <c>A-Z0-9+_</c>: ranges and single characters; a hyphen first or last is itself.</summary>
    internal static CharSet Parse(string spec)
    {
        ulong low = 0, high = 0;
        for (var i = 0; i < spec.Length; i++)
        {
            var from = spec[i];
            var to = from;
            if (i + 2 < spec.Length && spec[i + 1] == '-')
            {
                to = spec[i + 2];
                i += 2;
            }

            for (var c = from; c <= to; c++)
            {
                if (c >= 128)
                {
                    throw new ArgumentException("Only ASCII characters can be listed.", nameof(spec));
                }

                low |= c < 64 ? 1UL << c : 0;
                high |= c >= 64 ? 1UL << (c - 64) : 0;
            }
        }

        return new CharSet(low, high);
    }

    internal bool Contains(char c) => c < 64
        ? (_low >> c & 1) != 0
        : c < 128 ? (_high >> (c - 64) & 1) != 0 : _anyLetter && char.IsLetter(c);

    /// <summary>A character both sets have, preferring a readable one; null when they have none in common.</summary>
    internal char? FirstShared(CharSet other)
    {
        foreach (var c in "1AaBb0-_ ")
        {
            if (Contains(c) && other.Contains(c))
            {
                return c;
            }
        }

        for (var c = (char)33; c < 127; c++)
        {
            if (Contains(c) && other.Contains(c))
            {
                return c;
            }
        }

        return null;
    }

    internal CharSet Without(char c) => c < 64
        ? new CharSet(new CharSet(_low & ~(1UL << c), _high), _anyLetter)
        : new CharSet(new CharSet(_low, c < 128 ? _high & ~(1UL << (c - 64)) : _high), _anyLetter);

    internal static CharSet Only(char c) => c < 64 ? new CharSet(1UL << c, 0) : new CharSet(0, 1UL << (c - 64));
}
