using System;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>Waiting by the host's clock; older targets have no delay over one.</summary>
internal static class Resting
{
    /// <summary>Ends after the time or when cancelled; never throws.</summary>
    internal static async Task RestAsync(this TimeProvider time, Duration length, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (time.CreateTimer(static o => ((TaskCompletionSource<bool>)o!).TrySetResult(true), over, length.ToTimeSpan(), Timeout.InfiniteTimeSpan))
        using (cancellationToken.Register(static o => ((TaskCompletionSource<bool>)o!).TrySetResult(true), over))
        {
            await over.Task.ConfigureAwait(false);
        }
    }
}
