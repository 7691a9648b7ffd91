using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Checks new rows of a table of factors: one far outside the table's range is probably in another unit, or lost its decimal point.</summary>
internal static class NewRowCheck
{
    internal static void Check(LintSubject subject, Ruleset before)
    {
        if (LintLimits.Times(subject.Ruleset, before) is not { } times || !subject.OwnsFile("factors.json", out var place))
        {
            return;
        }

        var known = new HashSet<string>(FactorValue.Of(before.Factors).Select(f => f.Path), StringComparer.Ordinal);
        foreach (var table in FactorValue.Of(subject.Ruleset.Factors).GroupBy(f => f.Path.Substring(0, f.Path.IndexOf('.')), StringComparer.Ordinal))
        {
            var others = table.Where(f => known.Contains(f.Path)).Select(Number).OfType<decimal>().Where(n => n > decimal.Zero).ToList();
            foreach (var row in others.Count < RowsOfSector.Fewest ? [] : table.Where(f => !known.Contains(f.Path)))
            {
                if (Number(row) is { } number && number > decimal.Zero && (number / times > others.Max() || number * times < others.Min()))
                {
                    subject.Warn("far-from-table", place, $"The new row {row.Path} is {row.Value}; the rows that {LintSubject.NameOf(subject.Ruleset, before)} has are {others.Min()} to {others.Max()}.", "a factor in the unit of the table", "Look for a point in the wrong place; compare with the printed annexure.");
                }
            }
        }
    }

    private static decimal? Number(FactorValue factor) => Scalars.TryDecimal(factor.Value.Split(' ')[0], out var number, out _) ? number : null;
}
