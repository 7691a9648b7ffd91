using System;
using System.Linq;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>The circuit breaker: it stops requests to a registry in trouble, tells the ledger, and probes with a harmless question until the trouble is over.</content>
public sealed partial class OutboxDispatcher
{
    // How many used keys in a row it tries for a pause or its end before it gives up.
    private const int MostKeys = 100;

    /// <summary>The breaker is open: the ledger accepts no new business with the registry until a harmless question is answered.</summary>
    private void StartProbe(RegistryLane lane, LeaseKeeper lease)
    {
        lock (_lock)
        {
            if (lane.IsProbing)
            {
                return;
            }

            // A probe is a request like any other: it keeps the limit of rate, and waits while the registry asks to be left alone.
            if (lane.IsPaused && (Now < lane.ProbeAt || !lane.TryTake()))
            {
                return;
            }

            lane.IsProbing = true;
            _working++;
        }

        _ = FinishProbeAsync(ProbeAsync(lane, lease), lane);
    }

    private void StartTelling(RegistryLane lane, LeaseKeeper lease)
    {
        lock (_lock)
        {
            if (lane.IsProbing || !lane.IsPaused)
            {
                return;
            }

            lane.IsProbing = true;
            _working++;
        }

        _ = FinishProbeAsync(TellAsync(lane, lease, pause: false), lane);
    }

    // A healthy registry may answer one instruction badly. A harmless question shows which it is, and counts like another instruction.
    private void StartLooking(RegistryLane lane, LeaseKeeper lease)
    {
        lock (_lock)
        {
            if (lane.IsProbing || lane.LookAt is not { } at || Now < at || !lane.TryTake())
            {
                return;
            }

            lane.LookAt = Now + lane.LookEvery;
            lane.IsProbing = true;
            _working++;
        }

        _ = FinishProbeAsync(AskHarmlesslyAsync(lane, lease), lane);
    }

    private async Task ProbeAsync(RegistryLane lane, LeaseKeeper lease)
    {
        if (!lane.IsPaused)
        {
            lane.Breaks++;
            lane.ProbeAt = Now + lane.BreakFor;
            await TellAsync(lane, lease, pause: true).ConfigureAwait(false);
            return;
        }

        await AskHarmlesslyAsync(lane, lease).ConfigureAwait(false);
        lane.ProbeAt = Now + lane.BreakFor;
        _telemetry.Probed(lane.Registry, lane.IsOpenForBusiness);
        if (lane.IsOpenForBusiness)
        {
            await TellAsync(lane, lease, pause: false).ConfigureAwait(false);
        }
    }

    private static async Task AskHarmlesslyAsync(RegistryLane lane, LeaseKeeper lease)
    {
        if (await lane.ProbeAsync(lease.Lost).ConfigureAwait(false) is var after && after > Duration.Zero)
        {
            lane.Hold(after, isNoted: false);
        }
    }

    // One pause and one resume each time the breaker opens. The ledger is read back afterwards, since a key that was used before, as in a copied ledger, changes nothing.
    private async Task TellAsync(RegistryLane lane, LeaseKeeper lease, bool pause)
    {
        var word = pause ? "pause" : "resume";
        var key = $"breaker/{lane.Registry}/{lease.Lease.Epoch}/{lane.Breaks}/{word}";
        var reason = pause ? "The registry is in trouble." : "The registry answers again.";
        for (var times = 0; IsPausedInLedger(lane.Registry) != pause; times++)
        {
            var reply = await _ledger.PauseAsync(lane.Registry, pause, times == 0 ? key : $"{key}/{times}", reason, Now, lease.Lost).ConfigureAwait(false);
            if (reply.Code is not ("" or OutboxRecord.KeyReused) || times == MostKeys)
            {
                throw new InvalidOperationException($"The ledger does not {word} business with {lane.Registry}: {reply.Code}: {reply.Reason}");
            }
        }

        lane.IsPaused = pause;
        _telemetry.PauseChanged(lane.Registry, pause);
    }

    private bool IsPausedInLedger(string registry) => _ledger.Paused.Contains(registry, Spelled.Names);

    private async Task FinishProbeAsync(Task work, RegistryLane lane)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception bad)
        {
            Fail(bad);
        }

        lock (_lock)
        {
            lane.IsProbing = false;
            _working--;
        }

        _alarm.Ring();
    }
}
