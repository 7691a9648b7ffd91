using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A store of lines in memory whose commits wait until a test lets them go, or fail as it says.</summary>
internal sealed class HeldStore : GroupCommitJournal
{
    private readonly StoredLines _there;
    private readonly SemaphoreSlim _let = new(0);

    internal HeldStore(StoredLines there)
        : base(there)
    {
        _there = there;
        Start();
    }

    /// <summary>Signalled when a group has come to be committed.</summary>
    internal SemaphoreSlim Came { get; } = new(0);

    internal List<int> Sizes { get; } = [];

    internal Exception? Fault { get; set; }

    /// <summary>Whether a commit that fails has written all the same.</summary>
    internal bool WritesBeforeFault { get; set; }

    internal void Let(int commits = 1) => _let.Release(commits);

    protected override void Commit(CommitGroup group)
    {
        Came.Release();
        _let.Wait();
        Sizes.Add(group.Lines.Count);
        if (Fault is null || WritesBeforeFault)
        {
            _there.Take(group);
        }

        if (Fault is { } fault)
        {
            throw fault;
        }

        foreach (var work in group.Work)
        {
            try
            {
                work.Action();
            }
            catch (InvalidOperationException no)
            {
                work.Failure = no;
            }
        }
    }

    public override void Keep(LedgerSnapshot snapshot) => _there.Snapshot = snapshot;

    protected override void Dispose(bool disposing)
    {
        _let.Release(1000);
        base.Dispose(disposing);
    }

    /// <summary>What outlives the journal, as a file would.</summary>
    internal sealed class StoredLines : IStoredLedger
    {
        public string Name => "held";

        public long LastPosition => Lines.Count - 1;

        internal List<string> Lines { get; } = [new JournalWriter().Header];

        internal List<CommittedIntent> Given { get; } = [];

        internal Dictionary<string, long> Versions { get; } = [];

        internal LedgerSnapshot? Snapshot { get; set; }

        internal void Take(CommitGroup group)
        {
            lock (Lines)
            {
                Lines.AddRange(group.Lines.Select(l => l.Text));
                Given.AddRange(group.Lines.SelectMany(l => l.Intents.Select((intent, i) => new CommittedIntent(l.Position, i, intent))));
                foreach (var (stream, version) in group.StreamVersions)
                {
                    Versions[stream] = version;
                }
            }
        }

        IEnumerable<StoredLine> IStoredLedger.Lines(long from)
        {
            lock (Lines)
            {
                return Lines.Skip((int)from).Select((text, i) => new StoredLine(from + i, text)).ToList();
            }
        }

        public IEnumerable<CommittedIntent> Intents(long after) => Given.Where(i => i.Position > after);

        public IEnumerable<StreamVersion> Streams() => Versions.Select(v => new StreamVersion(v.Key, v.Value));

        public LedgerSnapshot? LatestSnapshot() => Snapshot;

        public IEnumerable<string> Damage() => [];

        public void Dispose()
        {
        }
    }
}
