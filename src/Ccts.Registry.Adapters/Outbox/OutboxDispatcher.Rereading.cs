using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>
/// Each owner reads the ended rows once, a page at a time during its work, so that a long history delays no start. A row that was changed after it was written, because somebody
/// closed it on the disk, is treated like any other changed row.
/// </content>
public sealed partial class OutboxDispatcher
{
    private const int RowsAtOnce = 512;

    private IEnumerator<(OutboxRow? Row, CommittedIntent? Given)>? _history;
    private Instant _readOnAt;

    private void BeginHistory() => (_history, _readOnAt) = (OutboxAudit.Beside(_store, _intents, _taken).GetEnumerator(), Now);

    private void EndHistory()
    {
        _history?.Dispose();
        _history = null;
    }

    private async Task ReadOnAsync(LeaseKeeper lease)
    {
        if (_history is null || Now < _readOnAt)
        {
            return;
        }

        _readOnAt = Now + _options.LookEvery;
        for (var left = RowsAtOnce; left > 0 && _history is not null; left--)
        {
            if (!_history.MoveNext())
            {
                EndHistory();
            }
            else if (_history.Current.Row is not { } row)
            {
                _telemetry.FoundMissing(_history.Current.Given!.Value.Intent);
            }
            else if (!row.IsOpen && !OutboxSeal.Holds(row))
            {
                await TakeUpEndedAsync(row, lease).ConfigureAwait(false);
            }
        }
    }

    private async Task TakeUpEndedAsync(OutboxRow row, LeaseKeeper lease)
    {
        OutboxRecord record;
        try
        {
            record = OutboxReading.Read(_store, row, _intents);
        }
        catch (FormatException bad)
        {
            // No action is possible, and nothing is under way.
            _telemetry.FoundForeign(bad.Message);
            return;
        }

        if (record.Row is not (RowStanding.Changed or RowStanding.OutOfStep))
        {
            return;
        }

        _telemetry.FoundChanged(record);
        var step = MachineOf(record.Registry, lease).TakeUp(record, Duration.Zero, Now);
        if (step is not null)
        {
            await WriteAsync(lease, [step]).ConfigureAwait(false);
        }
        else if (record.IsSettled && record.State.IsFinal())
        {
            // Its moves say that nothing remains to do, and no move can be written.
            return;
        }

        bool isNew;
        lock (_lock)
        {
            isNew = _board.Add(step?.Next ?? Untouchable(record));
        }

        if (!isNew)
        {
            FoundTwice(record);
        }
    }

    private void FoundTwice(OutboxRecord record) => _telemetry.FoundForeign($"A second row stands for instruction {record.Key}.");

    // Its row cannot be overwritten: it is logged, and waits for a person.
    private static OutboxRecord Untouchable(OutboxRecord record) =>
        record.Row == RowStanding.OutOfStep && !record.State.IsFinal() ? record with { State = InstructionState.Parked } : record;
}
