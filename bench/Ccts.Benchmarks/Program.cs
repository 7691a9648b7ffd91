using System;
using System.Linq;
using BenchmarkDotNet.Running;
using Ccts.Benchmarks.Ratios;

namespace Ccts.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["ratios", .. var names])
        {
            foreach (var measure in RatioSuite.All().Where(m => names.Length == 0 || names.Any(n => m.Name.Contains(n, StringComparison.Ordinal))))
            {
                Console.WriteLine(measure.Run());
            }

            if (names.Length == 0 || names.Any(n => "decide/two-threads-to-registers".Contains(n, StringComparison.Ordinal)))
            {
                Console.WriteLine(EngineRatios.TwoThreads());
            }

            return 0;
        }

        if (args is ["first-use", var kind])
        {
            Engines.FirstUse.Run(Enum.Parse<Ccts.Rules.Engines.EngineKind>(kind, ignoreCase: true));
            return 0;
        }

        if (args is ["resolve"])
        {
            Scale.ResolveTime.Run();
            return 0;
        }

        if (args is ["full", .. var rest])
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest);
            return 0;
        }

        if (args is ["scale"])
        {
            Scale.ReconcileScale.Run();
            return 0;
        }

        if (args is ["ledger", .. var size])
        {
            Scale.LedgerScale.Run(size is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 10_000_000);
            return 0;
        }

        if (args is ["stores", .. var large])
        {
            Scale.StoreScale.Run(Number(large, 0, 1_000_000), Number(large, 1, 5));
            return 0;
        }

        if (args is ["soak", var minutes])
        {
            Scale.StoreSoak.Run(double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is ["outbox", .. var load])
        {
            Scale.OutboxScale.Run(Number(load, 0, 20), Number(load, 1, 1000));
            return 0;
        }

        if (args is ["outbox-soak", var soakMinutes, .. var soakRate])
        {
            Scale.OutboxScale.Soak(double.Parse(soakMinutes, System.Globalization.CultureInfo.InvariantCulture), Number(soakRate, 0, 100));
            return 0;
        }

        if (args is ["outbox-fill", var path, var pending])
        {
            Scale.OutboxScale.Fill(path, Number([pending], 0, 0)).GetAwaiter().GetResult();
            return 0;
        }

        if (args is ["registry"])
        {
            Scale.RegistryProcess.Serve();
            return 0;
        }

        if (args is ["stream", var ccts])
        {
            Scale.StreamScale.Run(ccts);
            return 0;
        }

        if (args is ["impact"])
        {
            Scale.ImpactScale.Run();
            return 0;
        }

        if (args is ["clear"])
        {
            Scale.ClearingScale.Run();
            return 0;
        }

        if (args is ["session-files", var folder, .. var trades])
        {
            Scale.MadeUpSessionFiles.Write(folder, trades is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
            return 0;
        }

        if (args is ["books"])
        {
            Scale.BookScale.Run();
            return 0;
        }

        if (args is ["databases"])
        {
            Scale.DatabaseOverlap.Run();
            return 0;
        }

        Console.Error.WriteLine("usage: ratios [NAME…]   every measure against its baseline, one line each: name ratio bytes-per-op");
        Console.Error.WriteLine("       full [OPTIONS]   the BenchmarkDotNet report");
        Console.Error.WriteLine("       first-use        milliseconds from a ruleset to its first decision, in a process that did nothing before");
        Console.Error.WriteLine("       resolve          nanoseconds to find the rules of a year as known on a day");
        Console.Error.WriteLine("       scale            ten million blocks against ten million");
        Console.Error.WriteLine("       ledger [COUNT]   reserve and commit a second; bytes a block, replay and snapshot at ten million");
        Console.Error.WriteLine("       stores [ENTRIES] [ROUNDS] commands a second and syncs a command on SQLite and PostgreSQL beside plain ADO.NET; a million entries opened");
        Console.Error.WriteLine("       soak MINUTES     a ledger on SQLite at work; what the process holds");
        Console.Error.WriteLine("       outbox [SECONDS] [RATE]   instructions a second from reservation to registry and back; 100,000 open ones taken up after a kill");
        Console.Error.WriteLine("       outbox-soak MINUTES [RATE]   the same at a steady rate; what the process holds");
        Console.Error.WriteLine("       stream CCTS.DLL  two gigabytes of exports through ccts reconcile");
        Console.Error.WriteLine("       impact           a million entities and a million orders through two rulesets");
        Console.Error.WriteLine("       clear            sessions of up to a hundred thousand trades, honest and hostile, over ten thousand blocks");
        Console.Error.WriteLine("       session-files FOLDER [TRADES]   the files of such a session, for ccts clear");
        Console.Error.WriteLine("       books            decisions a second over 1 and 16 books, by 1, 4 and 16 threads, under the one gate and under a gate each");
        Console.Error.WriteLine("       databases        the same overlaps by our sweep, SQLite and PostgreSQL");
        return 2;
    }

    private static int Number(string[] given, int place, int otherwise) =>
        place < given.Length ? int.Parse(given[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
