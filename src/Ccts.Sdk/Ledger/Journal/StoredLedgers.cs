using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Reading any store.</summary>
public static class StoredLedgers
{
    /// <summary>The whole journal as text, header first, as <see cref="JournalReader"/> reads it.</summary>
    /// <exception cref="CctsDataException">A line is missing; raised while enumerating. The reader checks whether the lines form a chain.</exception>
    public static IEnumerable<string> Text(this IStoredLedger stored) => Require.NotNull(stored).Unbroken(0);

    /// <summary>Every entry after a position; each is checked against the one before it.</summary>
    /// <exception cref="CctsDataException">A line is missing or not as it was written; raised while enumerating.</exception>
    public static IEnumerable<JournalEntry> Read(this IStoredLedger stored, long after)
    {
        using var lines = Require.NotNull(stored).Unbroken(after).GetEnumerator();
        lines.MoveNext();
        var reader = JournalReader.At(lines.Current, stored.Name);
        while (lines.MoveNext())
        {
            yield return reader.Next(lines.Current)!;
        }
    }

    /// <summary>Everything that is wrong with a store, one sentence each: its chain from end to end, every invariant of the ledger entry by entry, a
    /// recount of every tonne, its intents and stream versions, its snapshot, and what the store itself finds. Empty when it is sound.</summary>
    public static IReadOnlyList<string> Findings(this IStoredLedger stored)
    {
        var findings = Require.NotNull(stored).Damage().ToList();
        try
        {
            new StoreAudit(stored, findings).Run();
        }
        catch (CctsDataException bad)
        {
            findings.AddRange(bad.Problems.Select(p => p.ToString()));
        }
        catch (LedgerContradictionException bad)
        {
            findings.Add($"{stored.Name}: {bad.Message}");
        }

        return findings;
    }

    internal static IEnumerable<string> Unbroken(this IStoredLedger stored, long from)
    {
        var next = from;
        foreach (var (number, text) in stored.Lines(from))
        {
            if (number != next)
            {
                throw Missing(stored, next, $"Entry {number} is where entry {next} belongs.");
            }

            yield return text;
            next++;
        }

        if (next == from)
        {
            throw Missing(stored, from, from == 0 ? "The header is missing." : $"Entry {from} is missing.");
        }
    }

    internal static CctsDataException Missing(IStoredLedger stored, long position, string message) =>
        new([new Problem("journal-order", Severity.Error, message, new SourcePlace(stored.Name, (int)Math.Min(int.MaxValue, position + 1), 1, ""))
        {
            Expected = "every line from the header on, without a gap",
            Hint = "A line was left out. The lines before it are a valid ledger; recover the rest from a copy.",
        }]);
}
