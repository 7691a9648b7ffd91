using System;

namespace Ccts.Ingestion.Rows;

/// <summary>Names of files and sheets in which * stands for any letters.</summary>
internal static class NamePattern
{
    /// <summary>Letter for letter, with * for any letters.</summary>
    internal static bool Fits(string name, string pattern)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return name == pattern;
        }

        var at = parts[0].Length;
        if (!name.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = name.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        var last = parts[parts.Length - 1];
        return name.Length - at >= last.Length && name.EndsWith(last, StringComparison.Ordinal);
    }
}
