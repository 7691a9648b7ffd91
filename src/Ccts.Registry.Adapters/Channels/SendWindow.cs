using System;
using System.Threading;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// The time until which an attempt may leave this process. A process that was stopped while it connected, and resumes after another owner has asked about the
/// attempt and sent it again, must not send it then. A timer cannot prevent that, because it runs as late as everything else. So whatever sends checks here
/// in the last moment before the first byte.
/// </summary>
/// <remarks>Immutable and thread-safe; <see cref="Current"/> belongs to the call that set it and to what it calls.</remarks>
internal sealed class SendWindow
{
    private static readonly AsyncLocal<SendWindow?> Ambient = new();

    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly TimeSpan _length;

    /// <param name="time">A clock that nobody sets.</param>
    /// <param name="length">From now on.</param>
    internal SendWindow(TimeProvider time, Duration length) => (_time, _began, _length) = (time, time.GetTimestamp(), length.ToTimeSpan());

    /// <summary>For the attempt being sent; null outside an outbox, where nothing is sent again.</summary>
    internal static SendWindow? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Whether it is too late to leave.</summary>
    internal bool IsOver => _time.GetElapsedTime(_began) >= _length;
}
