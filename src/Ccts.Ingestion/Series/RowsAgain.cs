using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds rows of a table that were entered again, each with something of its own such as a serial number: a block of rows whose days and amounts stand in the same order before, and a list of which nearly every row occurs twice.</summary>
internal static class RowsAgain
{
    private const int Fewest = 7;
    private const int FewestDays = 3;
    private const int FewestAmounts = 3;
    private const int FewestPairs = 10;
    private const int FewestOfPairs = 5;

    /// <summary>Reports them, unless as many rows are reported already because they are the same cell for cell.</summary>
    internal static void Tell(string name, IReadOnlyList<Reading> rows, int told, Findings findings)
    {
        if ((Pairs(rows) ?? Blocks(rows)) is var (again, of, count) && count > told)
        {
            findings.Warn("identical-rows", again, $"{name}: this row has the day and amount of {findings.RowOf(of, again.File)}, and so {QuantityText.Format(count - 1)} others have those of as many rows before, though their cells differ; all are counted.", "Where they were entered again, take them out. Where both are meant, nothing is to be done.");
        }
    }

    private static (Reading Again, Reading Of, int Count)? Pairs(IReadOnlyList<Reading> rows)
    {
        var alike = rows.Where(r => r.Value != 0m).GroupBy(r => (r.File, r.At, r.Value)).ToList();
        var twice = alike.Where(g => g.Count() % 2 == 0).ToList();
        return twice.Count < FewestPairs || twice.Count * 10 < alike.Count * 9 || twice.Select(g => g.Key.Value).Distinct().Take(FewestOfPairs).Count() < FewestOfPairs ? null
            : (twice[0].ElementAt(1), twice[0].First(), twice.Sum(g => g.Count() / 2));
    }

    private static (Reading Again, Reading Of, int Count)? Blocks(IReadOnlyList<Reading> rows)
    {
        var first = new Dictionary<(int, long, decimal), int>();
        (Reading Again, Reading Of, int Count)? found = null;
        var (begins, of) = (0, -1);
        for (var i = 0; i <= rows.Count; i++)
        {
            if (of >= 0 && i < rows.Count && KeyOf(rows[of + 1]) == KeyOf(rows[i]))
            {
                of++;
                continue;
            }

            if (of >= 0 && i - begins >= Fewest && IsVaried(rows, begins, i))
            {
                found = found is var (again, before, count) ? (again, before, count + i - begins) : (rows[begins], rows[of - (i - 1 - begins)], i - begins);
            }

            if (i < rows.Count)
            {
                var key = KeyOf(rows[i]);
                (begins, of) = (i, rows[i].Value != 0m && first.TryGetValue(key, out var at) ? at : -1);
                first[key] = of >= 0 ? of : i;
            }
        }

        return found;
    }

    private static (int, long, decimal) KeyOf(Reading row) => (row.File, row.At, row.Value);

    // Fixed loads of one day may stand in the same order twice.
    private static bool IsVaried(IReadOnlyList<Reading> rows, int from, int to)
    {
        var block = Enumerable.Range(from, to - from).Select(i => rows[i]).ToList();
        return block.Select(r => r.At).Distinct().Count() >= FewestDays && block.Select(r => r.Value).Distinct().Count() >= FewestAmounts;
    }
}
