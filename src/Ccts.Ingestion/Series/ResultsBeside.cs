using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds results of a laboratory that another column says are of a dried sample, or of another test: a sheet with a column "Basis" or "Parameter" has one column for all results.</summary>
internal sealed class ResultsBeside
{
    private const int MostWords = 5;
    private static readonly string[] s_headers = ["basis", "condition", "conditions", "type", "parameter", "parameters", "test", "tests", "property", "analysis", "determination", "characteristic", "characteristics", "analyte", "particulars", "description", "component"];
    private readonly Findings _findings;
    private readonly IReadOnlyList<string> _header;
    private readonly List<int> _columns = [];
    private readonly Dictionary<(string Series, int At, string Why), (SeriesMapping Mapping, Reading First, string Text, int Count)> _seen = [];

    internal ResultsBeside(SourceMapping source, RowReader file, Findings findings)
    {
        (_findings, _header) = (findings, file.Header);
        if (source.Kind == SourceKind.Laboratory)
        {
            _columns.AddRange(Enumerable.Range(0, _header.Count).Where(c => !source.Columns.Contains(_header[c], StringComparer.Ordinal) && HeaderWords.OfHeader(_header[c]).Any(w => s_headers.Contains(w, StringComparer.Ordinal))));
        }
    }

    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        foreach (var at in _columns)
        {
            var text = row.Beside(at);
            if (text.Length > 0 && series.Result is { } result && HeaderWords.Of(text) is { Count: > 0 and <= MostWords } words && LabHeaders.AgainstRow(words, result.Name, series.HasBasis) is { } why)
            {
                var key = (series.Name, at, why);
                _seen[key] = _seen.TryGetValue(key, out var seen) ? seen with { Count = seen.Count + 1 } : (series, reading, text, 1);
            }
        }
    }

    internal void Tell()
    {
        foreach (var (key, seen) in _seen.OrderBy(s => s.Value.First.Row).Select(s => (s.Key, s.Value)))
        {
            _findings.Warn("column-suspected", seen.First, $"\"{ShownText.Short(_header[key.At])}\" says \"{ShownText.Short(seen.Text)}\" of this row{(seen.Count > 1 ? $" and of {seen.Count - 1} like it" : "")}: it {key.Why}, and the mapping takes it for {seen.Mapping.Name}.", "Choose the rows that are meant by that column with \"where\", or state the \"basis\" of the stream.");
        }
    }
}
