using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Suggesting;

/// <summary>The first lines of a file of JSON lines as the CSV that is looked at: a column for each member.</summary>
internal static class JsonHead
{
    private const int MostLines = 400;

    /// <exception cref="CctsDataException">A line is no object.</exception>
    internal static string Of(string head, string file)
    {
        var problems = new ProblemList();
        var rows = new List<LocatedNode>();
        foreach (var line in head.Split('\n').Take(MostLines).Where(l => l.Trim().Length > 0))
        {
            // The last line may be cut where the head ends.
            if (LocatedJson.Read(Encoding.UTF8.GetBytes(line), file, problems) is { Kind: LocatedKind.Object } row)
            {
                rows.Add(row);
            }
            else if (rows.Count == 0)
            {
                throw new CctsDataException(problems.HasErrors ? problems.ToList() : [new Problem("wrong-type", Severity.Error, "The first line is no object.", new SourcePlace(file, 1, 1, "")) { Expected = "one object { … } a line" }]);
            }
        }

        var names = rows.SelectMany(r => r.Children.Select(c => c.Key!)).Distinct(StringComparer.Ordinal).ToList();
        return string.Concat(rows.Select(r => Line(names.Select(n => r.Member(n)?.Value ?? ""))).Prepend(Line(names)));
    }

    private static string Line(IEnumerable<string> cells) => string.Join(",", cells.Select(c => "\"" + c.Replace("\"", "\"\"").Replace("\n", " ").Replace("\r", " ") + "\"")) + "\n";
}
