using System;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>The clock of one process: its date may be wrong, its stopwatch is not.</summary>
internal sealed class SimClock(SimWorld world, SimProcess process) : TimeProvider
{
    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => (world.Now + process.ClockOff).ToDateTimeOffset();

    public override long GetTimestamp() => (world.Now - SimWorld.Start).BclCompatibleTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this, callback, state, dueTime);

    private void Arm(Timer timer, TimeSpan due, int round)
    {
        if (due != Timeout.InfiniteTimeSpan)
        {
            world.After(Duration.FromTimeSpan(due), process, () => timer.Fire(round));
        }
    }

    private sealed class Timer : ITimer
    {
        private readonly SimClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private int _round;

        internal Timer(SimClock clock, TimerCallback callback, object? state, TimeSpan due)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            clock.Arm(this, due, _round);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _clock.Arm(this, dueTime, ++_round);
            return true;
        }

        internal void Fire(int round)
        {
            if (round == _round)
            {
                _callback(_state);
            }
        }

        public void Dispose() => _round++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
