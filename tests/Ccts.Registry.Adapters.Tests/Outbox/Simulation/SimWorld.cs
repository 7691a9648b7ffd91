using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>One thread, one clock, one seed: whatever happens is an event at a time, in a process that may be dead or asleep by then.</summary>
internal sealed class SimWorld(int seed)
{
    internal static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 3, 30);

    private readonly PriorityQueue<(Action Run, SimProcess? Process), (Instant At, long Order)> _events = new();
    private long _order;

    internal Random Random { get; } = new(seed);

    internal Instant Now { get; private set; } = Start;

    internal long Steps { get; private set; }

    internal bool Chance(double probability) => Random.NextDouble() < probability;

    internal Duration Between(Duration least, Duration most) => least + Duration.FromTicks((long)((most - least).TotalTicks * Random.NextDouble()));

    internal void After(Duration delay, SimProcess? process, Action run) => _events.Enqueue((run, process), (Now + Duration.Max(delay, Duration.Zero), _order++));

    /// <summary>A task that ends after a delay, in a process; never when the process is dead.</summary>
    internal Task<T> AfterAsync<T>(Duration delay, SimProcess process, Func<T> result)
    {
        var source = new TaskCompletionSource<T>();
        After(delay, process, () =>
        {
            T value;
            try
            {
                value = result();
            }
            catch (Exception thrown)
            {
                source.TrySetException(thrown);
                return;
            }

            source.TrySetResult(value);
        });
        return source.Task;
    }

    /// <summary>Runs the next event; false when there is none before the end.</summary>
    internal bool Step(Instant end)
    {
        if (!_events.TryPeek(out var next, out var place) || place.At > end)
        {
            return false;
        }

        _events.Dequeue();
        Now = Instant.Max(Now, place.At);
        Steps++;
        if (next.Process is { IsDead: true })
        {
            return true;
        }

        if (next.Process is { } process && process.AsleepUntil > Now)
        {
            _events.Enqueue(next, (process.AsleepUntil, _order++));
            return true;
        }

        next.Run();
        return true;
    }
}

/// <summary>A process: it can be killed, and it can be stopped for a while without noticing.</summary>
internal sealed class SimProcess
{
    internal bool IsDead { get; set; }

    internal Instant AsleepUntil { get; set; } = Instant.MinValue;

    /// <summary>How far its host's clock is off; it may jump.</summary>
    internal Duration ClockOff { get; set; }
}
