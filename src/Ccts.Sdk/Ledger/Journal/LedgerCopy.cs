using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Moves a whole ledger from one kind of store into another: entries, registry intents and keys, so that it gives the same answers.</summary>
public static class LedgerCopy
{
    /// <summary>Reads and checks the whole source, then writes it into an empty journal. The text of both is the same, byte for byte.</summary>
    /// <param name="source">The text of a journal, header first, which is read twice.</param>
    /// <param name="target">An empty journal to which nobody else writes.</param>
    /// <param name="file">The source's name for messages, or null.</param>
    /// <param name="cancellation">Stops between entries; the part written by then is a valid ledger; throw it away.</param>
    /// <returns>The position of the last entry.</returns>
    /// <exception cref="CctsDataException">The source is damaged, or is not written as this library writes it, or the target is not empty; nothing was written.</exception>
    /// <exception cref="LedgerContradictionException">The source contradicts itself; nothing was written.</exception>
    public static async Task<long> CopyAsync(IEnumerable<string> source, ILedgerJournal target, string? file = null, CancellationToken cancellation = default)
    {
        Require.NotNull(source);
        if (Require.NotNull(target).Position != 0)
        {
            throw new CctsDataException([new Problem("file-exists", Severity.Error, $"The target holds {target.Position} entries already.", default) { Expected = "an empty ledger" }]);
        }

        foreach (var _ in Entries(source, file, cancellation))
        {
            // Once through before anything is written.
        }

        long last = 0;
        foreach (var (entry, intents, state) in Entries(source, file, cancellation))
        {
            var streams = state.StreamsOf(entry.Event);
            last = target.Enqueue(new JournalAppend(entry.At, entry.Key, entry.Print, entry.Event, streams.First, streams.Second, streams.Third, intents)).Position;
            if (last % Group == 0)
            {
                await target.WhenDurable(last).ConfigureAwait(false);
            }
        }

        await target.WhenDurable(last).ConfigureAwait(false);
        return last;
    }

    private const int Group = 4096;

    // Each entry with the state before it.
    private static IEnumerable<(JournalEntry Entry, IReadOnlyList<RegistryIntent> Intents, LedgerState Before)> Entries(IEnumerable<string> source, string? file, CancellationToken cancellation)
    {
        var state = new LedgerState();
        var reader = new JournalReader(file);
        var writer = new JournalWriter();
        foreach (var line in Require.Each(source))
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = reader.Next(line);
            if (entry is not null)
            {
                if (state.Misfit(entry.At, entry.Key, entry.Event) is { } reason)
                {
                    throw new LedgerContradictionException(entry.Position, reason);
                }

                RequireSame(line, writer.Line(entry, reader.Intents), reader.Line, file);
                yield return (entry, reader.Intents, state);
                state.Apply(entry);
            }
            else
            {
                RequireSame(line, writer.Header, reader.Line, file);
            }
        }

        if (reader.Line == 0)
        {
            foreach (var _ in reader.ReadAll([]))
            {
                // Says that there is no header.
            }
        }
    }

    private static void RequireSame(string line, string written, int number, string? file)
    {
        if (!string.Equals(line, written, System.StringComparison.Ordinal))
        {
            throw new CctsDataException([new Problem("journal-form", Severity.Error, "The line says the same as this library would write, in other characters; a copy would not be the same text.", new SourcePlace(file, number, 1, ""))
            {
                Expected = written.Length > 200 ? written.Substring(0, 200) + "…" : written,
            }]);
        }
    }
}
