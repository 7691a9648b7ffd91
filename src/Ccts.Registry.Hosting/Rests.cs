using System;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Hosting;

/// <summary>Waits by the host's clock. Older target frameworks have no delay that takes a clock.</summary>
internal static class Rests
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
