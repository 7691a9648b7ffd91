using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Ccts.Registry.Hosting;

/// <summary>Unhealthy while the outbox is not being sent; degraded while a registry's breaker is open, instructions wait for a registry without a link, an instruction waits for an operator, the ledger refuses an outcome, or an instruction is open for too long.</summary>
internal sealed class OutboxHealthCheck(OutboxWorker worker, SteadyTime time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (worker.Failure is { } failure)
        {
            return HealthCheckResult.Unhealthy("The outbox sends nothing.", failure);
        }

        if (!worker.Dispatcher.IsOwner)
        {
            return HealthCheckResult.Healthy("Another process sends the outbox's instructions, or this one is about to.");
        }

        var open = worker.Dispatcher.Open();
        var registries = worker.Dispatcher.Registries();
        var paused = registries.Where(r => r.IsPaused || (r.HasLink && !r.IsOpen)).Select(r => r.Registry).ToList();
        var unlinked = registries.Where(r => !r.HasLink).Select(r => r.Registry).ToList();
        var waiting = open.Count(r => r.State is InstructionState.Parked || (r.State == InstructionState.Partial && r.IsSettled));
        var since = Instant.FromDateTimeOffset(time.GetUtcNow()) - worker.Options.LongestOpen;
        var refused = open.Count(r => r.OutcomeAt is not null && !r.IsSettled && r.LedgerRefusals > 0);
        var old = open.Count(r => !r.State.IsFinal() && r.StandsSince < since);
        return paused.Count > 0 ? HealthCheckResult.Degraded($"The breaker of {string.Join(", ", paused)} is open.")
            : unlinked.Count > 0 ? HealthCheckResult.Degraded($"Instructions wait for a link to {string.Join(", ", unlinked)}, and this host has none.")
            : waiting > 0 ? HealthCheckResult.Degraded($"Instructions that wait for an operator (ccts outbox list): {waiting}.")
            : refused > 0 ? HealthCheckResult.Degraded($"Outcomes that the ledger refuses (ccts outbox list): {refused}.")
            : old > 0 ? HealthCheckResult.Degraded($"Instructions that have not moved for {worker.Options.LongestOpen.TotalHours:0.#} hours: {old}.")
            : HealthCheckResult.Healthy($"Open instructions: {open.Count}.");
    }
}
