using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>How long a catalog takes to find the rules of a year as known on a day, and what it allocates. Bar: 100 ns.</summary>
internal static class ResolveTime
{
    private const int Times = 5_000_000;

    internal static void Run()
    {
        var (catalog, year, day) = (RulesetCatalog.Default, ComplianceYear.Parse("2025-26"), new LocalDate(2026, 11, 22));
        var rounds = new double[5];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds.Length; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++)
            {
                catalog.TryResolve(year, day, out var found, out _);
                Ratios.Sink.Take(found);
            }

            rounds[round] = Stopwatch.GetElapsedTime(started).TotalNanoseconds / Times;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resolve: {rounds.Order().ElementAt(rounds.Length / 2):0.0} ns, {(double)bytes / Times / rounds.Length:0.00} bytes"));
    }
}
