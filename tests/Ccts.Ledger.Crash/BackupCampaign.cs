using System.IO;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Crash;

/// <summary>A backup is killed at every step: there is none then, or a whole one, and it can be made again over what is left.</summary>
internal sealed class BackupCampaign(string folder, int seed, Tally tally)
{
    internal void Run(Spread points)
    {
        var golden = new Golden(folder, seed);
        var (ledger, target, log) = (Path.Combine(folder, "golden.db"), Path.Combine(folder, "backup.db"), Path.Combine(folder, "backup.log"));
        var partial = target + ".partial";
        Strace.Run(["backup", ledger, target], partial, inject: null, log);
        tally.Note("backup undisturbed", Wrong(target, golden));
        foreach (var (call, count) in Strace.Count(log))
        {
            foreach (var n in points.Of(count))
            {
                File.Delete(target);
                Strace.Run(["backup", ledger, target], partial, $"{call}:signal=KILL:when={n}");
                tally.Note($"backup, {call} {n} killed", Left(ledger, target, golden));
            }

            tally.Say($"backup, {call}, killed: {points.Of(count).Count} of {count} steps");
        }
    }

    private static string? Left(string ledger, string target, Golden golden)
    {
        if (File.Exists(target))
        {
            return Wrong(target, golden);
        }

        SqliteBackup.BackUp(ledger, target);
        return Wrong(target, golden);
    }

    private static string? Wrong(string path, Golden golden)
    {
        using var stored = SqliteStoredLedger.Open(path);
        return stored.Findings() is { Count: > 0 } findings ? findings[0] : stored.Text().SequenceEqual(golden.Text) ? null : "the backup is not the ledger.";
    }
}
