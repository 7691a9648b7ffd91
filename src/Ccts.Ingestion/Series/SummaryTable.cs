using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>
/// Finds a table that adds up another one: a sheet of months beside that of the days, bills beside the meter. Added to each other, every amount would count twice.
/// </summary>
internal static class SummaryTable
{
    /// <summary>This many rows hardly ever equal sums of another table to the last digit by chance.</summary>
    private const int FewestRows = 4;

    /// <summary>Two meters of one line differ by less than a hundredth; in so many months, hardly any others do.</summary>
    private const int FewestMonths = 3;
    private const decimal Near = 100m;

    /// <summary>Tells of the first table that adds up another, or all others.</summary>
    /// <param name="name">What messages call the amounts.</param>
    /// <param name="readings">The rows of all tables.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="areOfOne">Whether two tables are already compared elsewhere; null where none are.</param>
    internal static void Tell(string name, IEnumerable<Reading> readings, Findings findings, Func<int, int, bool>? areOfOne = null)
    {
        var tables = readings.GroupBy(r => r.File).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        foreach (var summary in tables)
        {
            var others = tables.Where(t => t != summary && areOfOne?.Invoke(t[0].File, summary[0].File) != true).ToList();
            foreach (var parts in others.Count > 1 ? others.Append([.. others.SelectMany(o => o)]) : others)
            {
                if (parts.Count > summary.Count && Agreement(summary, parts) is { } agreement)
                {
                    var (first, of) = (summary[0], parts[0].File == parts[parts.Count - 1].File ? findings.TableOf(parts[0].File) : "the other tables");
                    var said = $"{name}: the rows of {findings.TableOf(first.File)} are, {(agreement == Same.Exactly ? "to the last digit" : "to a hundredth")}, what the rows of {of} come to, and both are added up";
                    findings.Problems.Add(new Problem("summed-twice", agreement == Same.Exactly ? Severity.Error : Severity.Warning, said + ".", findings.PlaceOf(first.File, first.Row)) { Expected = "each amount in one table", Hint = "Where one adds the other up, or measures the same, leave one of the two out." });
                    return;
                }
            }
        }
    }

    /// <summary>Whether each row of a table equals another table's total for its month, or of all rows.</summary>
    private static Same? Agreement(List<Reading> summary, List<Reading> parts)
    {
        var months = parts.GroupBy(r => MonthOf(r.At)).ToDictionary(g => g.Key, g => (Sum: g.Sum(r => r.Value), Rows: g.Count()));
        var all = parts.Sum(r => r.Value);
        var (exact, near) = (0, 0);
        foreach (var row in summary.Where(r => r.Value != 0m))
        {
            if (row.Value == all)
            {
                exact++;
            }
            else if (months.TryGetValue(MonthOf(row.At), out var month) && month.Rows >= FewestRows && Math.Abs(month.Sum - row.Value) * Near <= Math.Abs(row.Value))
            {
                (exact, near) = month.Sum == row.Value ? (exact + 1, near) : (exact, near + 1);
            }
            else if (month.Rows > 0 && month.Sum != row.Value)
            {
                return null;
            }
        }

        return exact > 0 && parts.Count >= FewestRows && near == 0 ? Same.Exactly : exact + near >= FewestMonths ? Same.Nearly : null;
    }

    private static (int Year, int Month) MonthOf(long at) => TimeForm.LocalOf(at) is var local ? (local.Year, local.Month) : default;

    private enum Same
    {
        Nearly,
        Exactly,
    }
}
