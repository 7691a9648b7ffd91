using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion;

/// <summary>Which source a file belongs to: its name fits the pattern of exactly one.</summary>
internal static class FileChoice
{
    internal static Dictionary<string, List<IngestionFile>> Of(IngestionMapping mapping, IReadOnlyList<IngestionFile> files, ProblemList problems)
    {
        var chosen = mapping.Sources.ToDictionary(s => s.Id, _ => new List<IngestionFile>(), StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var fits = mapping.Sources.Where(s => Fits(file.Name, s.Files)).ToList();
            if (!names.Add(file.Name))
            {
                problems.Error("file-twice", new SourcePlace(file.Name, 0, 0, ""), "Two files have this name.", "each file once, each name once");
            }
            else if (fits.Count == 1)
            {
                chosen[fits[0].Id].Add(file);
            }
            else
            {
                problems.Error("file-of-no-source", new SourcePlace(file.Name, 0, 0, ""), fits.Count == 0 ? "The file fits no source of the mapping." : $"The file fits the sources {string.Join(" and ", fits.Select(s => s.Id))}.", "one of " + string.Join(", ", mapping.Sources.Select(s => $"{s.Files} ({s.Id})")));
            }
        }

        foreach (var source in mapping.Sources.Where(s => chosen[s.Id].Count == 0))
        {
            problems.Error("source-without-file", default, $"No file is given for the source \"{source.Id}\".", source.Files);
        }

        return chosen;
    }

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
