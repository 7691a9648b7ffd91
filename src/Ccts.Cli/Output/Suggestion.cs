using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Cli.Output;

/// <summary>What an unknown command, option or id probably means.</summary>
internal static class Suggestion
{
    private const int LettersForASlip = 3;

    /// <summary>A sentence that names the nearest of the candidates, or null when none is near.</summary>
    internal static string? For(string word, IEnumerable<string> candidates) => Nearest(word, candidates) is { } near ? $"Did you mean \"{near}\"?" : null;

    /// <summary>The nearest candidate: one slip for every three letters, and at least one, is permitted.</summary>
    internal static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Slips: Slips(word.ToUpperInvariant(), c.ToUpperInvariant())))
        .Where(c => c.Slips <= Math.Max(1, word.Length / LettersForASlip) && c.Slips < c.Candidate.Length)
        .OrderBy(c => c.Slips)
        .Select(c => c.Candidate)
        .FirstOrDefault();

    /// <summary>The number of letters added, missing, wrong or swapped with a neighbour.</summary>
    private static int Slips(string written, string meant)
    {
        var rows = new int[written.Length + 1, meant.Length + 1];
        for (var i = 0; i <= written.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Least(rows, i, j, written, meant);
            }
        }

        return rows[written.Length, meant.Length];
    }

    private static int Least(int[,] rows, int i, int j, string written, string meant)
    {
        var same = written[i - 1] == meant[j - 1] ? 0 : 1;
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + same);
        return i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
