using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Crash;

/// <summary>What comes of the workload when nothing goes wrong.</summary>
internal sealed class Golden
{
    /// <param name="folder">Where it may work.</param>
    /// <param name="seed">Of the workload.</param>
    /// <param name="start">The ledger it begins with, such as one of an earlier schema; null for none.</param>
    internal Golden(string folder, int seed, string? start = null)
    {
        (Seed, Start) = (seed, start);
        var path = Path.Combine(folder, "golden.db");
        File.Delete(path);
        Begin(path);
        using (var journal = SqliteJournal.Open(path))
        {
            Before = journal.Read(0).Select(e => e.Key).ToHashSet();
            new Workload(seed).Run(journal, _ => { });
        }

        using var stored = SqliteStoredLedger.Open(path);
        Text = stored.Text().ToList();
        Intents = stored.Intents(0).ToList();
    }

    internal int Seed { get; }

    /// <summary>Keys that are there before anything is asked.</summary>
    internal HashSet<string> Before { get; }

    internal IReadOnlyList<string> Text { get; }

    internal IReadOnlyList<CommittedIntent> Intents { get; }

    private string? Start { get; }

    /// <summary>Puts what the workload begins with there.</summary>
    internal void Begin(string path)
    {
        if (Start is not null)
        {
            File.Copy(Start, path);
        }
    }
}
