using System;
using System.IO;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Crash;

/// <summary>A byte of the file is changed: the ledger says so, or nothing of it is different. A wrong answer is never given.</summary>
internal sealed class FlipCampaign(string folder, int seed, Tally tally)
{
    internal void Run(Spread spread)
    {
        var golden = new Golden(folder, seed);
        var whole = File.ReadAllBytes(Path.Combine(folder, "golden.db"));
        var state = new LedgerState();
        foreach (var entry in JournalReader.Read(golden.Text))
        {
            state.Apply(entry);
        }

        var truth = state.ToSnapshot().State.ToArray();
        var random = new Random(seed);
        var places = Enumerable.Range(0, spread.Most).Select(_ => (At: random.Next(whole.Length), Bit: 1 << random.Next(8))).ToList();
        var chosen = spread.Of(places.Count);
        var noticed = 0;
        foreach (var n in chosen)
        {
            var (at, bit) = places[n - 1];
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)bit;
            var path = Path.Combine(folder, "flipped.db");
            foreach (var beside in new[] { "-wal", "-shm", "-journal" })
            {
                File.Delete(path + beside);
            }

            File.WriteAllBytes(path, bytes);
            tally.Note(FormattableString.Invariant($"byte {at} ^ {bit}"), Wrong(path, golden, truth, out var seen));
            noticed += seen ? 1 : 0;
        }

        tally.Say($"bytes flipped, seed {seed}: {chosen.Count} of {places.Count}, of which {noticed} were told and the rest changed nothing of the ledger");
    }

    private static string? Wrong(string path, Golden golden, byte[] truth, out bool told)
    {
        try
        {
            using (var stored = SqliteStoredLedger.Open(path))
            {
                told = stored.Findings().Count > 0;
                if (!told && (!stored.Text().SequenceEqual(golden.Text) || !stored.Intents(0).SequenceEqual(golden.Intents)))
                {
                    return "the ledger is another, and nothing is told.";
                }
            }

            // Whoever opens it without checking gets the ledger as it was, or is told.
            using var journal = SqliteJournal.Open(path);
            var engine = new LedgerEngine(journal, RandomCommands.Policy);
            return engine.TakeSnapshot().State.Span.SequenceEqual(truth) ? null : "an engine on it knows another ledger.";
        }
        catch (Exception bad) when (bad is CctsDataException or LedgerContradictionException)
        {
            told = true;
            return null;
        }
        catch (Exception bad)
        {
            told = true;
            return "it ends with " + bad;
        }
    }
}
