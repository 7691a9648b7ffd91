using System.Collections.Generic;

namespace Ccts;

/// <summary>Ids in counting order: digits are read as numbers, so that T2 comes before T10. If two ids differ only in leading zeros, the order of characters decides.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal sealed class CountedOrder : IComparer<string>
{
    internal static readonly CountedOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (x ?? "", y ?? "");
        var (a, b) = (0, 0);
        while (a < one.Length && b < other.Length)
        {
            var order = IsDigit(one[a]) && IsDigit(other[b]) ? Numbers(one, ref a, other, ref b) : one[a++].CompareTo(other[b++]);
            if (order != 0)
            {
                return order;
            }
        }

        var rest = (one.Length - a).CompareTo(other.Length - b);
        return rest != 0 ? rest : string.CompareOrdinal(one, other);
    }

    private static int Numbers(string one, ref int a, string other, ref int b)
    {
        var (from, otherFrom) = (Run(one, ref a), Run(other, ref b));
        var order = (a - from).CompareTo(b - otherFrom);
        return order != 0 ? order : string.CompareOrdinal(one, from, other, otherFrom, a - from);
    }

    // Skips a run of digits; returns where it begins without leading zeros.
    private static int Run(string text, ref int at)
    {
        while (at < text.Length && text[at] == '0')
        {
            at++;
        }

        var from = at;
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return from;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
