using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// What it costs that all books of a process decide one after another: the same decisions, each by the year's rules and written with its digest, under the one
/// gate and under a gate for each book. Both are measured in turns in one run, so that a busy machine slows both.
/// </summary>
internal static class BookScale
{
    private const int Rounds = 3;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly LocalDate Day = new(2026, 12, 1);
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 6, 0);

    internal static void Run()
    {
        Console.WriteLine("threads books  one gate  a gate each  ratio  (decisions a second, median of " + Rounds.ToString(CultureInfo.InvariantCulture) + ")");
        foreach (var (threads, books) in from t in new[] { 1, 4, 16 } from b in new[] { 1, 16 } select (t, b))
        {
            var (one, each) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                one.Add(Decide(threads, books, shared: true));
                each.Add(Decide(threads, books, shared: false));
            }

            var (gated, free) = (one.Order().ElementAt(Rounds / 2), each.Order().ElementAt(Rounds / 2));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads,7} {books,5} {gated,9:N0} {free,12:N0} {free / gated,6:N2}"));
        }
    }

    private static double Decide(int threads, int books, bool shared)
    {
        var all = Enumerable.Range(0, books).Select(_ => shared ? NewBook() : new OwnGate().NewBook()).ToArray();
        Array.ForEach(all, book => book("compiled before it is timed"));
        using var together = new Barrier(threads + 1);
        var (done, ends) = (new long[threads], false);
        var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            together.SignalAndWait();
            for (var i = 0L; !Volatile.Read(ref ends); i++)
            {
                all[(thread + i) % books](string.Create(CultureInfo.InvariantCulture, $"{thread}/{i}"));
                done[thread] = i + 1;
            }
        })).ToArray();
        Array.ForEach(workers, w => w.Start());
        together.SignalAndWait();
        var time = Stopwatch.StartNew();
        Thread.Sleep(Turn);
        Volatile.Write(ref ends, true);
        Array.ForEach(workers, w => w.Join());
        return done.Sum() / time.Elapsed.TotalSeconds;
    }

    /// <summary>A book that decides a transfer by the year's rules, and writes it down under the key given.</summary>
    internal static Action<string> NewBook()
    {
        var engine = DecisionEngine.Of(RulesetCatalog.Default.Resolve(new ComplianceYear(2026), Day));
        var request = new TransferRequest
        {
            Id = "t", Date = Day, Year = new ComplianceYear(2026), UnitKind = "ccc", UnitStatus = "active", UnitVintage = new ComplianceYear(2025),
            UnitIssuedOn = new LocalDate(2026, 11, 1), UnitDoubleUse = false, MarketPaused = false, Reason = "own-accounts", Quantity = Co2e.FromTonnes(1),
        };
        var book = new JournalBook<Counted>(new InMemoryLines(), new Counted());
        return key => book.Execute(
            new JournalRecord("moved", key, At).With("wallet", "w1").With("tonnes", 1L),
            _ => engine.Decide(request.ToRequest(engine.Ruleset.Rules.Vocabulary)).Explain().Findings.Count < 0 ? new BookRefusal("never", "") : null);
    }

    /// <summary>The books' code loaded once more, so that it has a gate of its own: the product has no book without the one gate.</summary>
    private sealed class OwnGate : AssemblyLoadContext
    {
        private static readonly Assembly[] Own = [typeof(BookScale).Assembly, typeof(InMemoryLines).Assembly];

        internal Action<string> NewBook() => LoadFromAssemblyName(Own[0].GetName()).GetType(typeof(BookScale).FullName!)!
            .GetMethod(nameof(BookScale.NewBook), BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<Func<Action<string>>>()();

        protected override Assembly? Load(AssemblyName name) => Array.Find(Own, a => a.GetName().Name == name.Name) is { } own ? LoadFromAssemblyPath(own.Location) : null;
    }

    private sealed class Counted : IBookState
    {
        private long _records;

        public BookRefusal? Check(JournalRecord record) => _records < 0 ? new BookRefusal("never", "") : null;

        public void Apply(JournalRecord record) => _records++;
    }
}
