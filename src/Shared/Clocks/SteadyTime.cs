using System;
using System.Threading;

namespace Ccts;

/// <summary>A clock that reads the date once and then counts with a stopwatch. Setting the host's clock meanwhile neither shortens nor lengthens a wait.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class SteadyTime : TimeProvider
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _beganAt;
    private readonly long _began;

    internal SteadyTime(TimeProvider time) => (_time, _beganAt, _began) = (time, time.GetUtcNow(), time.GetTimestamp());

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _beganAt + _time.GetElapsedTime(_began);

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _time.CreateTimer(callback, state, dueTime, period);
}
