using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Normalises headers for comparison: without case, blanks, line breaks and invisible characters, which vary between downloads.</summary>
internal static class HeaderText
{
    /// <summary>A header without what comes and goes.</summary>
    internal static string Plain(string header)
    {
        var plain = new StringBuilder(header.Length);
        var isBlank = false;
        foreach (var c in header)
        {
            if (c is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u2060')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                isBlank = plain.Length > 0;
                continue;
            }

            if (isBlank)
            {
                plain.Append(' ');
                isBlank = false;
            }

            plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>The words of a header in small letters: "Retired on" and "retiredOn" have two.</summary>
    internal static IReadOnlyList<string> Words(string header)
    {
        var parted = new StringBuilder(header.Length);
        for (var i = 0; i < header.Length; i++)
        {
            _ = i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1]) ? parted.Append(' ') : parted;
            parted.Append(char.IsLetterOrDigit(header[i]) ? char.ToLowerInvariant(header[i]) : ' ');
        }

        return parted.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether a column has no name of its own: an empty header, or the "Unnamed: 3" that programs write for one.</summary>
    internal static bool IsNone(string plainHeader) => plainHeader.Length == 0 || FitsOne(plainHeader, "Unnamed: *");

    internal static bool Same(string plainHeader, string name) => string.Equals(plainHeader, Plain(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a header matches a format's pattern: <c>a|b</c> is either, <c>*</c> stands for any text.</summary>
    internal static bool Fits(string plainHeader, string pattern) => pattern.Split('|').Any(either => FitsOne(plainHeader, Plain(either)));

    private static bool FitsOne(string header, string pattern)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return string.Equals(header, pattern, StringComparison.OrdinalIgnoreCase);
        }

        var parts = pattern.Split('*');
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var found = i == 0 ? (header.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase) ? 0 : -1)
                : i == parts.Length - 1 ? (header.EndsWith(parts[i], StringComparison.OrdinalIgnoreCase) ? header.Length - parts[i].Length : -1)
                : header.IndexOf(parts[i], at, StringComparison.OrdinalIgnoreCase);
            if (found < at)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return true;
    }
}
