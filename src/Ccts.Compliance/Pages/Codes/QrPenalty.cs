using System;
using System.Linq;

namespace Ccts.Compliance.Pages.Codes;

/// <summary>How hard a masked QR code is to read: runs, blocks, what looks like a finder, and too much of one colour.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike = [true, false, true, true, true, false, true];

    internal static int Of(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var lines = Enumerable.Range(0, size).SelectMany(i => new[] { Line(size, j => dark[i, j]), Line(size, j => dark[j, i]) });
        var penalty = lines.Sum(l => Runs(l) + Finders(l));
        for (var r = 0; r < size - 1; r++)
        {
            for (var c = 0; c < size - 1; c++)
            {
                penalty += dark[r, c] == dark[r, c + 1] && dark[r, c] == dark[r + 1, c] && dark[r, c] == dark[r + 1, c + 1] ? 3 : 0;
            }
        }

        var share = dark.Cast<bool>().Count(d => d) * 100 / (size * size);
        return penalty + (Math.Abs(share - 50) / 5 * 10);
    }

    private static bool[] Line(int size, Func<int, bool> at) => [.. Enumerable.Range(0, size).Select(at)];

    private static int Runs(bool[] line)
    {
        var (penalty, run) = (0, 1);
        for (var i = 1; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == line[i - 1])
            {
                run++;
                continue;
            }

            penalty += run >= 5 ? run - 2 : 0;
            run = 1;
        }

        return penalty;
    }

    private static int Finders(bool[] line)
    {
        var penalty = 0;
        for (var i = 0; i + FinderLike.Length <= line.Length; i++)
        {
            if (line.Skip(i).Take(FinderLike.Length).SequenceEqual(FinderLike))
            {
                penalty += IsLight(line, i - 4, i) ? 40 : 0;
                penalty += IsLight(line, i + 7, i + 11) ? 40 : 0;
            }
        }

        return penalty;
    }

    // The quiet zone lies outside the edge.
    private static bool IsLight(bool[] line, int from, int to) => Enumerable.Range(from, to - from).All(i => i < 0 || i >= line.Length || !line[i]);
}
