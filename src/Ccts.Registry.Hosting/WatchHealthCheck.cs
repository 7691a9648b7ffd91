using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Watching;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Ccts.Registry.Hosting;

/// <summary>Unhealthy while ledger and registry differ by a ghost credit; degraded by any other difference, or while a registry has not been read completely for three looks.</summary>
internal sealed class WatchHealthCheck(IEnumerable<RegistryWatch> watches, TimeProvider time) : IHealthCheck
{
    private readonly long _began = time.GetTimestamp();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = watches.Select(Check).OrderBy(r => r.Status).ToList();
        var worst = all.Count == 0 ? HealthStatus.Healthy : all[0].Status;
        return Task.FromResult(new HealthCheckResult(worst, string.Join(" ", all.Where(r => r.Status == worst).Select(r => r.Description))));
    }

    private HealthCheckResult Check(RegistryWatch watch)
    {
        var raised = watch.Raised;
        var late = (watch.SinceComplete ?? Duration.FromTimeSpan(time.GetElapsedTime(_began))) > watch.Every * 3;
        return raised.Any(r => r.IsGhost) ? HealthCheckResult.Unhealthy($"The ledger claims units that {watch.Registry} does not have: {raised.Count(r => r.IsGhost)} differences.")
            : raised.Count > 0 ? HealthCheckResult.Degraded($"Ledger and {watch.Registry} differ: {raised.Count} differences.")
            : watch.LatestComplete is { QuarantinedTonnes: > 0 and var tonnes, Differences.Count: 0 } ? HealthCheckResult.Degraded($"{watch.Registry} shows {tonnes} t again that are still in quarantine: business is paused, or the account is frozen.")
            : late ? HealthCheckResult.Degraded($"{watch.Registry} has not been read whole {(watch.LatestComplete is { } last ? $"since {last.At}" : "yet")}.")
            : HealthCheckResult.Healthy(
                watch.LatestComplete is not { } report ? $"{watch.Registry} is being read for the first time."
                : report.Differences.Count is > 0 and var count ? $"Ledger and {watch.Registry} differ as of {report.At} in {(count == 1 ? "1 place that has" : $"{count} places that have")} not lasted long enough to be raised."
                : $"Ledger and {watch.Registry} agree as of {report.At}.");
    }
}
