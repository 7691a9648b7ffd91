using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>The form that a text fact must have, if its vocabulary names one. The list is closed, because a pattern in a file would be a program.</summary>
internal static class TextForm
{
    private const int HexDigits = 64;

    // The digest of an empty file: no report was hashed.
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    // As other tools print a digest: plain, or after its algorithm.
    private static readonly string[] DigestPrefixes = ["sha256:", "0x"];

    private static readonly Dictionary<string, (string Shown, Func<string, bool> Fits)> Forms = new(StringComparer.Ordinal)
    {
        ["sha-256"] = ("a SHA-256 digest of something: 64 hexadecimal digits", IsDigest),
        ["numbered"] = ("text with at least one digit", HasDigit),
    };

    internal static IReadOnlyCollection<string> All => Forms.Keys;

    /// <summary>How messages call it.</summary>
    internal static string Shown(string form) => Forms[form].Shown;

    internal static bool Fits(string form, string text) => Forms[form].Fits(text);

    private static bool IsDigest(string text)
    {
        var prefix = DigestPrefixes.FirstOrDefault(p => text.StartsWith(p, StringComparison.Ordinal)) ?? "";
        return text.Length == prefix.Length + HexDigits && !text.EndsWith(OfNothing, StringComparison.OrdinalIgnoreCase) && text.Skip(prefix.Length).Any(c => c != text[prefix.Length]) && text.Skip(prefix.Length).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
    }

    private static bool HasDigit(string text) => text.Any(char.IsDigit);
}
