using System;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>How many requests a registry takes, whoever of the host sends them: its outbox, or a watch that reads holdings. Counted by a stopwatch.</summary>
/// <remarks>Thread-safe. All who share it count by stopwatches of one machine.</remarks>
/// <param name="perMinute">Requests a minute in the long run; above zero.</param>
/// <param name="burst">Requests at once after a pause; above zero.</param>
internal sealed class Pace(int perMinute, int burst)
{
    private readonly TokenBucket _bucket = new(perMinute, burst);
    private Instant _toNote = Instant.MinValue;

    /// <summary>The time between two requests that come evenly.</summary>
    internal Duration Interval { get; } = Duration.FromMinutes(1) / perMinute;

    /// <summary>How long until a request may go; zero when one may go now.</summary>
    internal Duration Wait(TimeProvider time)
    {
        lock (_bucket)
        {
            return Duration.Max(Duration.Zero, _bucket.Next - At(time));
        }
    }

    /// <summary>Takes leave for one request, if there is one.</summary>
    internal bool TryTake(TimeProvider time)
    {
        lock (_bucket)
        {
            return _bucket.TryTake(At(time));
        }
    }

    /// <summary>Gives no leave for so long, because the registry asked for it.</summary>
    /// <param name="time">The stopwatch.</param>
    /// <param name="length">How long.</param>
    /// <param name="isNoted">Whether the caller keeps that for the next process; otherwise <see cref="TakeNote"/> tells it.</param>
    internal void Hold(TimeProvider time, Duration length, bool isNoted = true)
    {
        lock (_bucket)
        {
            var until = At(time) + length;
            _bucket.HoldUntil(until);
            _toNote = isNoted ? _toNote : Instant.Max(_toNote, until);
        }
    }

    /// <summary>How long the registry still asks to be left alone, where nobody has kept that for the next process; null otherwise. Told once.</summary>
    internal Duration? TakeNote(TimeProvider time)
    {
        lock (_bucket)
        {
            var (left, isLeft) = (_toNote - At(time), _toNote > At(time));
            _toNote = Instant.MinValue;
            return isLeft ? left : null;
        }
    }

    private static Instant At(TimeProvider time) => NodaConstants.UnixEpoch + Duration.FromTimeSpan(time.GetElapsedTime(0));
}
