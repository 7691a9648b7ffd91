using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a table that was given twice, in two formats or with its columns in another order, and a sheet that repeats others: day and amount of its rows are those of another table.</summary>
internal static class RowsTwice
{
    /// <summary>With varying amounts, this many rows of one table hardly ever match day and amount in another by chance.</summary>
    private const int Fewest = 10;
    private const int FewestAmounts = 5;

    /// <summary>Reports each table whose rows are nearly all in an earlier table, and returns the pairs of tables reported.</summary>
    /// <param name="name">What messages call the amounts.</param>
    /// <param name="readings">The rows of all tables.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="ofOne">Whether two tables are held against each other already; null where none are.</param>
    internal static HashSet<(int File, int Other)> Tell(string name, IEnumerable<Reading> readings, Findings findings, System.Func<int, int, bool>? ofOne = null)
    {
        var told = new HashSet<(int File, int Other)>();
        var tables = readings.GroupBy(r => r.File).OrderBy(g => g.Key).Select(g => g.ToList()).Where(t => t.Count >= Fewest).Select(t => (Rows: t, Keys: new HashSet<(long, decimal)>(t.Select(r => (r.At, r.Value))))).ToList();
        for (var later = 1; later < tables.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (one, other) = (tables[earlier], tables[later]);
                var same = other.Rows.Where(r => one.Keys.Contains((r.At, r.Value))).ToList();
                if (ofOne?.Invoke(one.Rows[0].File, other.Rows[0].File) == true || same.Count < Fewest || same.Count * 10 < System.Math.Min(one.Rows.Count, other.Rows.Count) * 9 || same.Select(r => r.Value).Distinct().Take(FewestAmounts).Count() < FewestAmounts)
                {
                    continue;
                }

                told.Add((other.Rows[0].File, one.Rows[0].File));
                findings.Problems.Error("rows-twice", findings.PlaceOf(same[0].File, same[0].Row), $"{name}: {QuantityText.Format(same.Count)} of {QuantityText.Format(other.Rows.Count)} rows of {findings.TableOf(other.Rows[0].File)} have the day and amount of rows of {findings.TableOf(one.Rows[0].File)}: they would count twice.", "each row in one table", "Leave one of the two out. Where both are meant, state in \"number\" the column that numbers tickets or receipts.");
            }
        }

        return told;
    }
}
