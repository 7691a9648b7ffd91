using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ccts.Ledger.Hosting;

/// <summary>Unhealthy once the ledger has stopped; degraded while it uses old limits or a reader prevents its write-ahead log from shrinking; otherwise healthy.</summary>
internal sealed class LedgerHealthCheck(CctsLedger ledger) : IHealthCheck
{
    // Eight times the size at which the store writes the log back into the file.
    private const long LargeWal = 256L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var wal = CctsLedgerTelemetry.WalSize(ledger.Journal);
        return Task.FromResult(
            ledger.Failure is { } failure ? HealthCheckResult.Unhealthy($"The ledger has stopped after entry {ledger.Journal.DurablePosition}; restart the process. {failure.Message}", failure)
            : ledger.StaleLimits is { } stale ? HealthCheckResult.Degraded(stale)
            : wal > LargeWal ? HealthCheckResult.Degraded($"The write-ahead log has {wal >> 20} MiB: a reader has been open too long.")
            : HealthCheckResult.Healthy($"{ledger.Journal.DurablePosition} entries."));
    }
}
