using System;
using System.Globalization;
using System.IO;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;

namespace Ccts.Ledger.Crash;

/// <summary>Kills writers of ledgers at every step and looks at what is left. Says how many points were tried; exit code 1 when any failed.</summary>
internal static class Program
{
    private const string Usage = "sqlite SEED MOST [START] | backup SEED MOST | power SEED MOST | flip SEED MOST | postgres SEED MOST | outbox SEED MOST | outbox-postgres SEED MOST | takeover SEED SENDS WRITES [WAY]; then PART/PARTS for one part of the points";

    private static int Main(string[] args)
    {
        var (part, parts) = (1, 1);
        if (args.Length > 2 && args[^1].Split('/') is [var which, var of] && int.TryParse(which, CultureInfo.InvariantCulture, out part) && int.TryParse(of, CultureInfo.InvariantCulture, out parts))
        {
            if (part < 1 || part > parts)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }

            args = args[..^1];
        }
        else
        {
            (part, parts) = (1, 1);
        }

        switch (args)
        {
            case ["write", var path, var seed]:
                return Write(() => SqliteJournal.Open(path), (journal, tell) => new Workload(Number(seed)).Run(journal, tell));
            case ["write-postgres", var server, var ledger, var seed, var pauseAt]:
                return Write(() => PostgresCampaign.Open(server, ledger), (journal, tell) => new Workload(Number(seed)).Run(journal, new Pause(Number(pauseAt), tell).Tell));
            case ["backup", var ledger, var target] when !int.TryParse(ledger, CultureInfo.InvariantCulture, out _):
                SqliteBackup.BackUp(ledger, target);
                return 0;
            case ["instruct", var store, var registry, var seed, var killAt]:
                OutboxCampaign.WorkAsync(store, new Uri(registry), Number(seed), Number(killAt)).GetAwaiter().GetResult();
                return 0;
            case ["stand-by", var store, var registry, var seed, var write, var send, var how]:
                return TakeoverCampaign.HostAsync(store, new Uri(registry), Number(seed), Number(write), Number(send), how == "kill").GetAwaiter().GetResult();
            case ["takeover", var seed, var sends, var writes, .. var ways]:
                return Campaign((_, tally) => new TakeoverCampaign(Number(seed), tally).Run(Points(sends), Points(writes), string.Concat(ways)));
            case ["outbox", var seed, var most]:
                return Campaign((folder, tally) => new OutboxCampaign(folder, Number(seed), tally).RunOnSqlite(Points(most)));
            case ["outbox-postgres", var seed, var most]:
                return Campaign((folder, tally) => new OutboxCampaign(folder, Number(seed), tally).RunOnPostgres(Points(most)));
            case ["sqlite", var seed, var most]:
                return Campaign((folder, tally) => new SqliteCampaign(folder, Number(seed), null, tally).Run(Points(most)));
            case ["sqlite", var seed, var most, var start]:
                return Campaign((folder, tally) => new SqliteCampaign(folder, Number(seed), Path.GetFullPath(start), tally).Run(Points(most)));
            case ["backup", var seed, var most]:
                return Campaign((folder, tally) => new BackupCampaign(folder, Number(seed), tally).Run(Points(most)));
            case ["power", var seed, var most]:
                return Campaign((folder, tally) => new PowerCampaign(folder, Number(seed), tally).Run(Points(most)));
            case ["flip", var seed, var most]:
                return Campaign((folder, tally) => new FlipCampaign(folder, Number(seed), tally).Run(Points(most)));
            case ["postgres", var seed, var most]:
                return Campaign((folder, tally) => PostgresCampaign.Run(folder, Number(seed), Points(most), tally));
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }

        Spread Points(string most) => new(Number(most), part, parts);
    }

    private static int Write<T>(Func<T> open, Action<T, Action<string>> run)
        where T : ILedgerJournal, IDisposable
    {
        try
        {
            using (var journal = open())
            {
                run(journal, Console.Out.WriteLine);
            }

            Console.Out.WriteLine("closed");
            return 0;
        }
        catch (Exception failed)
        {
            // What was made to fail; what it was told stands before.
            Console.Error.WriteLine(failed);
            return 1;
        }
    }

    private static int Campaign(Action<string, Tally> run)
    {
        var tally = new Tally(Console.Out);
        var folder = Directory.CreateTempSubdirectory("ccts-crash-").FullName;
        try
        {
            run(folder, tally);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        tally.Say($"{tally.Points} points, {tally.Failures} failures");
        return tally.Failures == 0 ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
