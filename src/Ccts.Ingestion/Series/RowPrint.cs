using System;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <summary>A number that rows have in common only when they have the same cells, of the columns that a mapping names and of all others: two shifts of a day, or two lorries, may have the same amount.</summary>
internal static class RowPrint
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    // A row that was entered again has a serial number of its own.
    private static readonly string[] s_counts = ["sl", "slno", "sr", "srno", "sno", "serial", "row", "line", "nr", "index", "unnamed", "क्रम", "क्रमांक"];

    internal static long Of(RowReader row)
    {
        var print = Basis;
        for (var i = 0; i < row.Header.Count; i++)
        {
            if (!IsCount(row.Header[i]))
            {
                foreach (var c in row.Beside(i))
                {
                    print = unchecked((print ^ c) * Prime);
                }

                print = unchecked((print ^ '\u001F') * Prime);
            }
        }

        return unchecked((long)print);
    }

    private static bool IsCount(string header) => HeaderWords.OfHeader(header) is { Count: > 0 } words ? (Array.IndexOf(s_counts, words[0]) >= 0 || (words.Count == 2 && words[0] == "s" && words[1] == "no")) : header.Trim() == "#";
}
