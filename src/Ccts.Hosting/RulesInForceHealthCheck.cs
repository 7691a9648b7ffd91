using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Ccts.Hosting;

/// <summary>
/// Healthy while the catalog has the rules of today's compliance year in India; degraded while it has other years only;
/// unhealthy while it has none.
/// </summary>
internal sealed class RulesInForceHealthCheck(LiveCatalog catalog, IClock clock) : IHealthCheck
{
    private static readonly Offset India = Offset.FromHoursAndMinutes(5, 30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var today = clock.GetCurrentInstant().WithOffset(India).Date;
        var year = new ComplianceYear(today.Month >= 4 ? today.Year : today.Year - 1);
        var years = catalog.Current.Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear).Select(r => r.Year).Distinct().ToList();
        return Task.FromResult(
            years.Contains(year) ? HealthCheckResult.Healthy($"Rules of {year} are in use.")
            : years.Count > 0 ? HealthCheckResult.Degraded($"There are no rules of {year}; the newest are of {years.Max()}. Take in the ruleset of the year.")
            : HealthCheckResult.Unhealthy("There is no ruleset of a compliance year."));
    }
}
