using System.Collections.Generic;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>Reads a CSV file of a ruleset: exactly the given columns, in any order.</summary>
internal static class RulesetTable
{
    /// <summary>The rows that have as many fields as the header; the others are problems.</summary>
    internal static IEnumerable<CsvRecord> Read(RulesetFile file, IReadOnlyList<string> columns, ProblemList problems)
    {
        var before = problems.Count;
        var csv = LocatedCsv.Open(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes);
        var table = csv is null ? null : CsvTable.Open(csv, file.Name, problems, columns, []);
        var count = 0;
        if (problems.Count > before)
        {
            // With a wrong header every row would be wrong too.
            yield break;
        }

        while (table?.ReadRecord() is { } record)
        {
            if (++count > RulesetLimits.MaxRows)
            {
                problems.Error("too-many-rows", record.Row.Place, $"The file has more than {RulesetLimits.MaxRows} rows.", $"at most {RulesetLimits.MaxRows}");
                yield break;
            }

            if (record.Row.Fields.Length == columns.Count)
            {
                yield return record;
            }
        }
    }
}
