using System.Collections.Generic;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>What the next owner has to know and no instruction's own move says: it is noted in an instruction at rest.</content>
public sealed partial class OutboxDispatcher
{
    private async Task NoteAsync()
    {
        var notes = new List<(string Key, RegistryLane? Lane, Duration? After)>();
        lock (_lock)
        {
            foreach (var lane in _lanes)
            {
                if (lane.TakeNote() is not { } after)
                {
                    continue;
                }

                if (_board.AtRest(lane.Registry) is { } asked)
                {
                    notes.Add((asked, lane, after));
                }
                else
                {
                    lane.Hold(after, isNoted: false);
                }
            }

            // Otherwise the next owner would take a quiet time for an absence, and count every wait anew: a host that is restarted each week would never end one of a month.
            if (_options.LongestAbsence > Duration.Zero && Now - _board.MovedAt > _options.LongestAbsence / 2 && _board.AtRest() is { } quiet)
            {
                notes.Add((quiet, null, null));
            }
        }

        foreach (var (key, lane, after) in notes)
        {
            try
            {
                await OperateAsync(key, (machine, record) => machine.Noted(record, after, Now)).ConfigureAwait(false);
            }
            catch (OperatorRefusedException)
            {
                // It has begun to move meanwhile.
                lane?.Hold(after!.Value, isNoted: false);
            }
        }
    }
}
