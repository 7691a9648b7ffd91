using System;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>Names of organisations as they are compared: without what stands before a firm and the words of its legal form, since "M/s Deccan Verification Pvt. Ltd." is Deccan Verification.</summary>
internal static class OrganisationName
{
    private static readonly string[] Forms = ["ltd", "limited", "pvt", "private", "p", "llp", "plc", "inc", "llc", "co"];

    internal static bool Same(string one, string other) => PlainName.Same(Plain(one), Plain(other));

    /// <summary>The name; one that is nothing but such words is one.</summary>
    internal static string Plain(string name)
    {
        var words = PlainName.Of(name).Split(' ');
        var first = words[0].StartsWith("M/s", StringComparison.OrdinalIgnoreCase) || IsForm(words[0], "messrs") ? 1 : 0;
        var last = words.Length;
        while (last - first > 1 && Forms.Any(f => IsForm(words[last - 1], f)))
        {
            last--;
        }

        return first == words.Length || (first == 0 && last == words.Length) ? name : string.Join(" ", words.Skip(first).Take(last - first));
    }

    private static bool IsForm(string word, string form) => string.Equals(string.Concat(word.Where(char.IsLetter)), form, StringComparison.OrdinalIgnoreCase);
}
