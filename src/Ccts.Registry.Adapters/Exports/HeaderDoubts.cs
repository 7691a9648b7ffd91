using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Looks at headers that nothing is read from, where a column that decides may be lacking: whether one of them is it under another name.</summary>
internal static class HeaderDoubts
{
    private static readonly string[] s_time = ["date", "day", "time", "when", "asof", "as of", "as-of", "since"];

    /// <summary>The reason, as a sentence; null where there is none.</summary>
    /// <param name="format">The format.</param>
    /// <param name="notRead">The headers that nothing is read from.</param>
    /// <param name="has">Whether the file has a column for a role.</param>
    internal static string? Find(ExportFormat format, IReadOnlyList<string> notRead, Func<string, bool> has)
    {
        var lacking = format.Optional.Where(role => format.Columns.ContainsKey(role) && !has(role)).ToArray();
        if (lacking.Length == 0 || notRead.Count == 0)
        {
            return null;
        }

        if (Misspelt(format, lacking, notRead) is { } slip)
        {
            return slip;
        }

        if (lacking.Contains(ColumnRoles.Status, StringComparer.Ordinal))
        {
            return $"No column says what became of the units, and nothing is read from {Quoted(notRead)}: one of them may say it.";
        }

        var times = lacking.Contains(ColumnRoles.Date, StringComparer.Ordinal) ? notRead.Where(h => s_time.Any(t => h.AsSpan().IndexOf(t.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)).ToArray() : [];
        return times.Length == 0 ? null : $"No column says since when, and nothing is read from {Quoted(times)}: that may be it.";
    }

    /// <summary>A header that is nearly one that is lacking.</summary>
    internal static string? Misspelt(ExportFormat format, IReadOnlyCollection<string> lacking, IReadOnlyList<string> notRead)
    {
        foreach (var header in notRead)
        {
            foreach (var name in lacking.SelectMany(role => format.Columns[role]))
            {
                if (Nearest.IsSlip(header, name))
                {
                    return $"\"{header}\" is nearly \"{name}\", which is not here.";
                }
            }
        }

        return null;
    }

    private static string Quoted(IReadOnlyList<string> headers) => string.Join(", ", headers.Take(5).Select(h => "\"" + h + "\"")) + (headers.Count > 5 ? " and others" : "");
}
