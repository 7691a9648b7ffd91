using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion;

/// <summary>Which sources a file belongs to: its name fits their patterns. A sheet may be of amounts and of results, and a workbook has several sheets; no cell comes twice into a stream.</summary>
internal static class FileChoice
{
    internal static Dictionary<string, List<IngestionFile>> Of(IngestionMapping mapping, IReadOnlyList<IngestionFile> files, ProblemList problems)
    {
        var chosen = mapping.Sources.ToDictionary(s => s.Id, _ => new List<IngestionFile>(), StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var fits = mapping.Sources.Where(s => NamePattern.Fits(file.Name, s.Files) || NamePattern.Fits(Unpacked(file.Name), s.Files)).ToList();
            if (!names.Add(file.Name))
            {
                problems.Error("file-twice", new SourcePlace(file.Name, 0, 0, ""), "Two files have this name.", "each file once, each name once");
            }
            else if (fits.Count == 0)
            {
                problems.Error("file-of-no-source", new SourcePlace(file.Name, 0, 0, ""), "The file fits no source of the mapping.", "one of " + string.Join(", ", mapping.Sources.Select(s => $"{s.Files} ({s.Id})")));
            }
            else if (fits.SelectMany((s, i) => fits.Skip(i + 1).Where(o => TakeTheSame(s, o)).Select(o => (One: s, Other: o))).FirstOrDefault() is { One: { } one, Other: { } other })
            {
                problems.Error("file-of-no-source", new SourcePlace(file.Name, 0, 0, ""), $"The file fits the sources {one.Id} and {other.Id}, and both would bring the same cells into one stream.", "one of " + string.Join(", ", mapping.Sources.Select(s => $"{s.Files} ({s.Id})")));
            }
            else
            {
                fits.ForEach(s => chosen[s.Id].Add(file));
            }
        }

        foreach (var source in mapping.Sources.Where(s => chosen[s.Id].Count == 0))
        {
            problems.Error("source-without-file", default, $"No file is given for the source \"{source.Id}\".", source.Files);
        }

        return chosen;
    }

    /// <summary>The name that a file had before it was packed.</summary>
    private static string Unpacked(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 3) : name;

    /// <summary>Whether two sources would bring the same cells of a file into one stream. Sheets of a workbook are tables of their own.</summary>
    internal static bool TakeTheSame(SourceMapping one, SourceMapping other) =>
        (one.Layout.Sheets.Count == 0 || other.Layout.Sheets.Count == 0 || one.Layout.Sheets.Any(a => other.Layout.Sheets.Any(b => SheetTables.Fits(a, b) || SheetTables.Fits(b, a) || (a.Contains('*') && b.Contains('*')))))
        && one.Series.Any(a => other.Series.Any(b => a.Stream == b.Stream && a.Flow == b.Flow && a.Into == b.Into && a.Result == b.Result && (one.Kind == SourceKind.Stock) == (other.Kind == SourceKind.Stock)));
}
