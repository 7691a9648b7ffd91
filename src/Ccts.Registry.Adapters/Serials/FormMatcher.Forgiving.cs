using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>The slips that a forgiving match accepts and records: blanks, letters in the other case, the letter O for zero.</summary>
internal ref partial struct FormMatcher
{
    private readonly int ForgivingLength(FormElement element, int position, int limit)
    {
        var length = 0;
        while (length < limit && Accepts(element, _text[position + length]))
        {
            length++;
        }

        return length;
    }

    private static bool Accepts(FormElement element, char c) => element.IsNumeric
        ? c is (>= '0' and <= '9') or 'O' or 'o'
        : element.Set.Contains(c) || element.Set.Contains(char.ToUpperInvariant(c)) || element.Set.Contains(char.ToLowerInvariant(c));

    // Ignores blanks and case, and reads O as 0.
    private bool TryTextForgivingly(string expected, int step, ref int position)
    {
        var at = position;
        var slips = Slips;
        foreach (var wanted in expected)
        {
            if (wanted == ' ')
            {
                continue;
            }

            SkipSpace(ref at);
            if (at == _text.Length)
            {
                return Fail(step, at);
            }

            var found = _text[at];
            if (found != wanted)
            {
                if (wanted == '0' && found is 'O' or 'o')
                {
                    Slips |= ReadingSlips.LetterO;
                }
                else if (char.ToUpperInvariant(found) == char.ToUpperInvariant(wanted))
                {
                    Slips |= ReadingSlips.LetterCase;
                }
                else
                {
                    return Fail(step, at);
                }
            }

            at++;
        }

        if (expected[expected.Length - 1] == ' ')
        {
            SkipSpace(ref at);
        }

        if (at - position == expected.Length)
        {
            // The blanks skipped are the ones that belong here.
            Slips = (Slips & ~ReadingSlips.Space) | (slips & ReadingSlips.Space);
        }

        position = at;
        return true;
    }

    private void SkipSpace(ref int position)
    {
        if (_forgiving)
        {
            while (position < _text.Length && _text[position] == ' ')
            {
                position++;
                Slips |= ReadingSlips.Space;
            }
        }
    }
}
