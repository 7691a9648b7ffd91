using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Unknowns;

/// <summary>How much depends on an unsettled value, for the plants whose reports were given.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Path">The value, as the register has it.</param>
/// <param name="Entities">How many plants' results lean on it.</param>
/// <param name="Tonnes">The greenhouse gases that those plants report, t CO2e: the most that can be affected.</param>
/// <param name="Certificates">
/// The change of their results, in certificates, under the other reading with the largest effect, added up without sign; null if no
/// other reading is known.
/// </param>
public sealed record UnsettledEffect(string Path, int Entities, Co2e Tonnes, long? Certificates)
{
    /// <summary>The effect of every unsettled value that results use, the most tonnes first.</summary>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="reports">A report of each plant, of the ruleset's year.</param>
    /// <exception cref="CctsDataException">A report cannot be assessed; its errors are listed.</exception>
    public static IReadOnlyList<UnsettledEffect> Of(Ruleset ruleset, IEnumerable<MonitoringReport> reports)
    {
        var effects = new Dictionary<string, UnsettledEffect>(StringComparer.Ordinal);
        foreach (var report in Require.Each(reports))
        {
            var assessment = Assessor.Assess(report, Require.NotNull(ruleset).Assessment);
            foreach (var path in assessment.Assumptions.Select(v => v.Path).Distinct(StringComparer.Ordinal))
            {
                var registered = path.Replace("targets/", "targets.");
                var before = effects.TryGetValue(registered, out var known) ? known : new UnsettledEffect(registered, 0, default, null);
                effects[registered] = before with
                {
                    Entities = before.Entities + 1,
                    Tonnes = before.Tonnes + assessment.Emissions.Total,
                    Certificates = Moved(assessment, path) is { } moved ? (before.Certificates ?? 0) + moved : before.Certificates,
                };
            }
        }

        return [.. effects.Values.OrderByDescending(e => e.Tonnes).ThenBy(e => e.Path, StringComparer.Ordinal)];
    }

    private static long? Moved(Assessment assessment, string path)
    {
        var readings = assessment.OtherReadings.Where(r => r.Path == path).ToList();
        return readings.Count == 0 || assessment.Certificates.Quantity is null ? null
            : readings.Max(r => Math.Abs(Signed(r.Certificates) - Signed(assessment.Certificates)));
    }

    private static long Signed(CertificateResult result) => result.Kind == CertificateKind.Surrender ? -(result.Quantity ?? 0) : result.Quantity ?? 0;
}
