using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>A new owner reads what the one before has left.</content>
public sealed partial class OutboxDispatcher
{
    // Below this, other cores take longer to begin than the rows to be read.
    private const int FewRows = 512;
    private const int PageRows = 4096;

    /// <summary>Reads what is open. Whatever an earlier owner was sending or asking about is in doubt from here on.</summary>
    private async Task BeginAsync(LeaseKeeper lease)
    {
        _ledger = _openLedger(lease.Lease);
        var (board, steps, now) = (new OutboxBoard(), new List<OutboxStep>(), Now);
        var open = Read(_store.Open()).OrderBy(r => r.Place).ThenBy(r => r.Row).ToList();
        var absence = new Absence(now, open, _options.LongestAbsence);
        foreach (var record in open)
        {
            var step = MachineOf(record.Registry, lease).TakeUp(record, absence.ShiftOf(record), now);
            if (!board.Add(step?.Next ?? Untouchable(record)))
            {
                FoundTwice(record);
            }
            else if (step is not null)
            {
                steps.Add(step);
            }
        }

        _taken = TakenOf(open);
        foreach (var part in steps.Select((step, i) => (step, i)).GroupBy(s => s.i / _options.TakeAtOnce, s => s.step))
        {
            await WriteAsync(lease, part.ToList()).ConfigureAwait(false);
        }

        _toldUnlinked = new HashSet<string>(Spelled.Names);
        TellUnlinked(board.All);
        var orphans = _ledger.Paused.Where(p => !_links.ContainsKey(p)).ToList();
        lock (_lock)
        {
            _orphanPauses = orphans;
            _board = board;
            _lanes = _links.Values.Select(l => new RegistryLane(l, _time, IsPausedInLedger(l.Channel.Registry))).ToList();
            Volatile.Write(ref _lease, lease);
        }

        LeaveAlone(now);
        BeginHistory();
        orphans.ForEach(_telemetry.FoundOrphanPause);
        open.FindAll(r => r.Row is RowStanding.Changed or RowStanding.OutOfStep || r.IsChanged).ForEach(_telemetry.FoundChanged);
        _telemetry.Began(lease.Lease, board.Count, steps.Count(s => s.Move.Cause == OutboxCause.OwnerLost));
        if (!absence.IsBelieved)
        {
            _telemetry.Doubted(absence.Length);
        }
    }

    // A registry that asked to be left alone asked the host, and not the process that has ended.
    private void LeaveAlone(Instant now)
    {
        foreach (var lane in _lanes)
        {
            if (_board.All.Where(r => r.LeaveAloneUntil > now && Spelled.Same(r.Registry, lane.Registry)).Max(r => r.LeaveAloneUntil) is { } until)
            {
                lane.Hold(until - now);
            }
        }
    }

    // Rows that are as they were written are read on every core: a new owner may find a hundred thousand, and nothing is sent meanwhile. By pages, so that their texts are not all in memory at once.
    private IEnumerable<OutboxRecord> Read(IEnumerable<OutboxRow> rows)
    {
        var page = new List<OutboxRow>();
        foreach (var row in rows)
        {
            page.Add(row);
            if (page.Count == PageRows)
            {
                foreach (var record in ReadPage(page))
                {
                    yield return record;
                }

                page.Clear();
            }
        }

        foreach (var record in ReadPage(page))
        {
            yield return record;
        }
    }

    private IEnumerable<OutboxRecord> ReadPage(List<OutboxRow> rows) => (rows.Count < FewRows ? rows.ConvertAll(OutboxReading.Sound) : rows.AsParallel().AsOrdered().Select(OutboxReading.Sound).ToList())
        .Select((record, i) => record ?? OutboxReading.Read(_store, rows[i], _intents));

    // A store that tells the highest place that a row states tells a wrong one where that was changed: one that the ledger does not have counts for nothing. One that it has counts, even where
    // no row is of it any more: whose row was deleted is not sent again.
    private IntentPlace TakenOf(IEnumerable<OutboxRecord> open)
    {
        var told = _store.Taken;
        var isThere = told == default || OutboxReading.At(told, _intents) is not null;
        if (!isThere && _store.All().FirstOrDefault(r => OutboxSeal.Holds(r) && OutboxReading.At(r.Place, _intents) is null) is { } ahead)
        {
            throw new JournalConflictException(
                $"The outbox has taken {ahead.Key} over from entry {ahead.Place.Position}, and the ledger has no such instruction there: it is an earlier copy. What it commits now would pass for taken over, and never be sent. Give both of one moment.");
        }

        return isThere && open.All(r => r.Row != RowStanding.OutOfStep) ? told
            : _store.All().Select(r => OutboxReading.Read(_store, r, _intents).Place).Append(isThere ? told : default).Max();
    }

    // A registry whose name has a slip in it is one that nobody knows: its instructions would wait without a word.
    private void TellUnlinked(IEnumerable<OutboxRecord> records)
    {
        foreach (var record in records.Where(r => !r.State.IsFinal() && !_links.ContainsKey(r.Registry) && _toldUnlinked.Add(r.Registry)))
        {
            _telemetry.FoundUnlinked(record);
        }
    }
}
