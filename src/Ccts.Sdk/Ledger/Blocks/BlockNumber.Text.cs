using System;

namespace Ccts.Sdk.Ledger.Blocks;

/// <content>Reading and writing decimal digits.</content>
public readonly partial struct BlockNumber
{
    /// <summary>The most digits a number has: 2^128 - 1 is 340282366920938463463374607431768211455.</summary>
    public const int MaxDigits = 39;

    // Any 19 digits fit 64 bits.
    private const int SafeDigits = 19;

    /// <summary>Reads ASCII digits only: no sign, no blanks, no separators. Leading zeros are ignored.</summary>
    /// <returns>False when the text is empty, has anything but 0-9, or exceeds 2^128 - 1.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out BlockNumber number)
    {
        number = default;
        if (text.IsEmpty)
        {
            return false;
        }

        ulong low = 0;
        var position = 0;
        var safe = Math.Min(text.Length, SafeDigits);
        for (; position < safe; position++)
        {
            var digit = unchecked((uint)(text[position] - '0'));
            if (digit > 9)
            {
                return false;
            }

            low = unchecked((low * 10) + digit);
        }

        number = new BlockNumber(0, low);
        return position == text.Length || TryAppend(text.Slice(position), ref number);
    }

    /// <summary>Reads ASCII digits, as <see cref="TryParse(ReadOnlySpan{char}, out BlockNumber)"/>.</summary>
    public static bool TryParse(string? text, out BlockNumber number) => TryParse(text.AsSpan(), out number);

    /// <summary>Reads ASCII digits.</summary>
    /// <exception cref="FormatException">The text is empty, has anything but 0-9, or exceeds 2^128 - 1.</exception>
    public static BlockNumber Parse(string text) => TryParse(Require.NotNull(text).AsSpan(), out var number)
        ? number
        : throw new FormatException("A block number is one or more digits 0-9, at most 2^128 - 1.");

    /// <summary>Writes the digits without leading zeros; false when <paramref name="destination"/> is too short (39 always suffice).</summary>
    public bool TryFormat(Span<char> destination, out int written)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        var first = MaxDigits;
        var rest = this;
        do
        {
            rest = rest.DivideByTen(out var digit);
            digits[--first] = (char)('0' + digit);
        }
        while (rest != Zero);

        written = MaxDigits - first;
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }

        digits.Slice(first).CopyTo(destination);
        return true;
    }

    private static bool TryAppend(ReadOnlySpan<char> text, ref BlockNumber number)
    {
        var value = number;
        number = default;
        foreach (var character in text)
        {
            var digit = unchecked((uint)(character - '0'));
            if (digit > 9 || !value.TryTimesTenPlus(digit, out value))
            {
                return false;
            }
        }

        number = value;
        return true;
    }

    private bool TryTimesTenPlus(uint digit, out BlockNumber result)
    {
        const ulong half = uint.MaxValue;
        unchecked
        {
            // Four 32-bit limbs: each product fits 64 bits with its carry.
            var a = ((_low & half) * 10) + digit;
            var b = ((_low >> 32) * 10) + (a >> 32);
            var c = ((_high & half) * 10) + (b >> 32);
            var d = ((_high >> 32) * 10) + (c >> 32);
            result = new BlockNumber((d << 32) | (c & half), (b << 32) | (a & half));
            return d <= half;
        }
    }

    private BlockNumber DivideByTen(out uint digit)
    {
        if (_high == 0)
        {
            digit = (uint)(_low % 10);
            return new BlockNumber(0, _low / 10);
        }

        unchecked
        {
            var high = _high / 10;
            var upper = ((_high % 10) << 32) | (_low >> 32);
            var lower = ((upper % 10) << 32) | (_low & uint.MaxValue);
            digit = (uint)(lower % 10);
            return new BlockNumber(high, ((upper / 10) << 32) | (lower / 10));
        }
    }
}
