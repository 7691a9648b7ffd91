using System;
using System.Threading;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// Until when an attempt may leave this process. A process that was stopped while it connected, and is woken after another owner has asked about the
/// attempt and sent it again, must not send it then. A timer cannot see to that: it runs as late as everything else. So whatever sends looks here
/// in the last moment before the first byte.
/// </summary>
/// <remarks>Immutable and thread-safe; <see cref="Current"/> belongs to the call that set it and to what it calls.</remarks>
internal sealed class Departure
{
    private static readonly AsyncLocal<Departure?> Ambient = new();

    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly TimeSpan _length;

    /// <param name="time">A clock that nobody sets.</param>
    /// <param name="length">From now on.</param>
    internal Departure(TimeProvider time, Duration length) => (_time, _began, _length) = (time, time.GetTimestamp(), length.ToTimeSpan());

    /// <summary>Of the attempt that is being sent; null outside of an outbox, where nobody sends it again.</summary>
    internal static Departure? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Whether it is too late to leave.</summary>
    internal bool IsOver => _time.GetElapsedTime(_began) >= _length;
}
