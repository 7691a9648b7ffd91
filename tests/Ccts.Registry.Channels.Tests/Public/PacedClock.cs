using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Channels.Tests.Public;

/// <summary>A clock that jumps to the end of every wait and remembers it.</summary>
internal sealed class PacedClock : TimeProvider
{
    private long _now;

    internal List<TimeSpan> Waited { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    internal void Advance(TimeSpan time) => _now += time.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waited.Add(dueTime);
        _now += dueTime.Ticks;
        callback(state);
        return new Ended();
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
