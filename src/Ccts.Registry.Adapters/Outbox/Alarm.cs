using System;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Wakes one waiter when [Ring] is called or a time is reached on the injected clock. A ring while nobody waits is kept.</summary>
/// <remarks>Any thread may ring; only one may wait at a time.</remarks>
/// <param name="time">The clock.</param>
/// <param name="goesOnAtOnce">Whether the waiter continues inside the call that rings, for a simulation on one thread.</param>
internal sealed class Alarm(TimeProvider time, bool goesOnAtOnce)
{
    private TaskCompletionSource<bool>? _waiter;
    private int _rung;

    internal void Ring()
    {
        Interlocked.Exchange(ref _rung, 1);
        Volatile.Read(ref _waiter)?.TrySetResult(true);
    }

    /// <summary>Ends at a ring, after the time, or on cancellation; never throws.</summary>
    internal async Task WaitAsync(Duration longest, CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource<bool>(goesOnAtOnce ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _waiter, waiter);
        if (Interlocked.Exchange(ref _rung, 0) == 1 || cancellationToken.IsCancellationRequested || longest <= Duration.Zero)
        {
            return;
        }

        using (time.CreateTimer(static w => ((TaskCompletionSource<bool>)w!).TrySetResult(true), waiter, Capped(longest), Timeout.InfiniteTimeSpan))
        using (cancellationToken.Register(static w => ((TaskCompletionSource<bool>)w!).TrySetResult(true), waiter))
        {
            await waiter.Task.ConfigureAwait(false);
        }

        Interlocked.Exchange(ref _rung, 0);
    }

    // Timers know no more than some 49 days.
    private static TimeSpan Capped(Duration longest) => Duration.Min(longest, Duration.FromDays(1)).ToTimeSpan();
}
