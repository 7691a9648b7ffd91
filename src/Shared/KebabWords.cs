using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts;

/// <summary>Members of an enumeration in the spelling of files and commands: <c>FileFormA</c> is <c>file-form-a</c>.</summary>
internal static class KebabWords
{
    internal static Dictionary<string, T> All<T>()
        where T : struct, Enum => typeof(T).GetEnumNames().ToDictionary(Of, name => Enum.TryParse<T>(name, out var value) ? value : default, StringComparer.Ordinal);

    internal static string Of(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
