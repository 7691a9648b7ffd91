using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Hosting;

/// <summary>The names for a ledger's telemetry: one activity source and one meter, both called <see cref="Name"/>.</summary>
/// <remarks>
/// Span <c>ccts.ledger.execute</c>; counter <c>ccts.ledger.commands</c>; histogram <c>ccts.ledger.command.duration</c> in seconds; gauges
/// <c>ccts.ledger.position</c>, <c>ccts.ledger.waiting</c> and <c>ccts.ledger.wal.size</c> in bytes; counter <c>ccts.ledger.commits</c>. Tags: <c>ccts.command</c>,
/// <c>ccts.outcome</c>, <c>ccts.refusal</c>. None contains an account's name or a unit's number. Thread-safe.
/// </remarks>
public static class CctsLedgerTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Ccts.Ledger";

    internal static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Commands = Meter.CreateCounter<long>("ccts.ledger.commands", "{command}", "Commands answered, or not.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ccts.ledger.command.duration", "s", "Time until the answer was durable.");
    private static readonly List<ILedgerJournal> Watched = [];

    static CctsLedgerTelemetry()
    {
        Meter.CreateObservableGauge("ccts.ledger.position", () => Each(j => j.DurablePosition), "{entry}", "Entries that survive a crash.");
        Meter.CreateObservableGauge("ccts.ledger.waiting", () => Each(j => j.Position - j.DurablePosition), "{entry}", "Entries on their way to the disk.");
        Meter.CreateObservableCounter("ccts.ledger.commits", () => Each(j => (j as GroupCommitJournal)?.Commits ?? 0), "{commit}", "Groups committed, one sync of the disk each.");
        Meter.CreateObservableGauge("ccts.ledger.wal.size", () => Each(WalSize), "By", "Size of SQLite's write-ahead log; one that grows has a reader that does not end.");
    }

    internal static long WalSize(ILedgerJournal journal) => journal is GroupCommitJournal named && new FileInfo(named.Name + "-wal") is { Exists: true } wal ? wal.Length : 0;

    internal static IDisposable Watch(ILedgerJournal journal)
    {
        lock (Watched)
        {
            Watched.Add(journal);
        }

        return new Watching(journal);
    }

    internal static void Tell(Activity? span, long started, string command, string outcome, string? refusal)
    {
        var tags = new TagList { { "ccts.command", command }, { "ccts.outcome", outcome } };
        if (refusal is not null)
        {
            tags.Add("ccts.refusal", refusal);
        }

        Commands.Add(1, tags);
        Duration.Record((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency, tags);
        foreach (var tag in span is null ? [] : tags.ToArray())
        {
            span!.SetTag(tag.Key, tag.Value);
        }

        if (outcome is "unavailable" or "conflict" or "stopped")
        {
            span?.SetStatus(ActivityStatusCode.Error, outcome);
        }
    }

    private static List<Measurement<long>> Each(Func<ILedgerJournal, long> value)
    {
        lock (Watched)
        {
            return Watched.Select(j => new Measurement<long>(value(j))).ToList();
        }
    }

    private sealed class Watching(ILedgerJournal journal) : IDisposable
    {
        public void Dispose()
        {
            lock (Watched)
            {
                Watched.Remove(journal);
            }
        }
    }
}
