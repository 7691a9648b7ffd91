using System;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Hosting;

/// <summary>Sends the outbox's instructions while the host runs. When fenced or failed it waits and tries again; the health check says so meanwhile.</summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, RegistryGauges gauges, CctsOutboxOptions options, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    private Exception? _failure;

    /// <summary>Why it does not send instructions, or null while it does or waits for the lease.</summary>
    internal Exception? Failure => Volatile.Read(ref _failure);

    internal OutboxDispatcher Dispatcher => dispatcher;

    internal CctsOutboxOptions Options => options;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the lease.
        await Task.Yield();
        using var watched = gauges.Of(dispatcher);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatcher.RunAsync(stoppingToken).ConfigureAwait(false);
                return;
            }
            catch (OutboxFencedException fenced)
            {
                RegistryHostLog.Fenced(log, fenced.Message);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Volatile.Write(ref _failure, failed);
                RegistryHostLog.OutboxFailed(log, options.RestartAfter.TotalSeconds, failed);
            }

            await time.RestAsync(options.RestartAfter, stoppingToken).ConfigureAwait(false);
            Volatile.Write(ref _failure, null);
        }
    }
}
