using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Hosting;

/// <summary>Compares the ledger with each registry while the host runs. A failed comparison is logged and repeated at the next interval.</summary>
internal sealed class WatchWorker(IEnumerable<RegistryWatch> watches, RegistryGauges gauges, TimeProvider time, ILogger<WatchWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(watches.Select(w => RunAsync(w, stoppingToken)));

    // Each registry runs separately, so that one that hangs does not delay the others.
    private async Task RunAsync(RegistryWatch watch, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var watched = gauges.Of(watch);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var report = await watch.LookAsync(stoppingToken).ConfigureAwait(false);
                if (!report.IsComplete)
                {
                    RegistryHostLog.Incomplete(log, watch.Registry, report.Problems[0].Message);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                RegistryHostLog.LookFailed(log, watch.Registry, failed);
            }

            await time.RestAsync(watch.Every, stoppingToken).ConfigureAwait(false);
        }
    }
}
