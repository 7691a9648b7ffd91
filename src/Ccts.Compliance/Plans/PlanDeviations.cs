using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>In what a year's report departs from the versions of a plan that were followed in the year, in the order of their numbers.</summary>
internal static class PlanDeviations
{
    internal static IEnumerable<PlanGap> Of(IReadOnlyList<MonitoringPlan> versions, MonitoringReport report)
    {
        foreach (var plan in versions)
        {
            if (plan.Registration is { } number ? report.Entity.Registration != number : report.Entity.Name != plan.Entity)
            {
                yield return new(null, $"The plan is {Named(plan.Entity, plan.Registration)}'s; the report is {Named(report.Entity.Name, report.Entity.Registration)}'s.");
            }

            if (plan.Year != report.Year)
            {
                yield return new(null, $"The plan is for {plan.Year}; the report for {report.Year}.");
            }
        }

        foreach (var (earlier, later) in versions.Zip(versions.Skip(1), (a, b) => (a, b)).Where(v => v.a.Version == v.b.Version || v.a.Effective >= v.b.Effective))
        {
            yield return new("(xiii)", FormattableString.Invariant($"Version {later.Version} of the plan is followed from {Day(later)}, which is not after version {earlier.Version} from {Day(earlier)}."));
        }

        if (Uncovered(versions) is { } days)
        {
            yield return new("(xiii)", days);
        }

        var streams = ReportStreams.Of(report).ToList();
        foreach (var gap in streams.Where(r => versions.All(v => v.Sources.All(s => s.Id != r.Id))).Select(r => new PlanGap("(i)", $"The report has \"{r.Id}\", which is no source of the plan."))
            .Concat(streams.SelectMany(r => Factor(versions, r)))
            .Concat(streams.SelectMany(r => Instruments(versions, r)))
            .Concat(versions.SelectMany(v => v.Sources).Select(s => s.Id).Distinct(StringComparer.Ordinal).Where(id => !streams.Exists(r => r.Id == id)).Select(id => new PlanGap("(i)", $"The plan's source \"{id}\" is not in the report."))))
        {
            yield return gap;
        }
    }

    /// <summary>Says which days of the year no version was followed yet; null where one was on all of them.</summary>
    internal static string? Uncovered(IReadOnlyList<MonitoringPlan> versions) => versions.OrderBy(v => v.Effective).First() is var plan && plan.Effective > plan.Year.FirstDay && plan.Effective <= plan.Year.LastDay
        ? FormattableString.Invariant($"Version {plan.Version} of the plan is followed from {Day(plan)}; the days of {plan.Year} before it were under another version, or under none.")
        : null;

    private static IEnumerable<PlanGap> Factor(IReadOnlyList<MonitoringPlan> versions, MonitoredStream stream)
    {
        var approved = versions.Select(v => TypeIn(v.Sources.FirstOrDefault(s => s.Id == stream.Id)?.Factor)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return EmissionReport.Tier(stream) is { } used && approved.Count > 0 && !approved.Contains(used)
            ? [new("(iv)", $"The report has a factor of Type {used} for \"{stream.Id}\"; the plan has Type {approved[0]} (DPCM s.5(10)).")]
            : [];
    }

    // "Type II, own laboratory"; null where the plan says it in other words.
    private static string? TypeIn(string? factor) => factor is not null && Regex.Match(factor, @"\btype[\s-]*(?:(?<two>II|2)|I|1)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } type ? type.Groups["two"].Success ? "II" : "I" : null;

    private static IEnumerable<PlanGap> Instruments(IReadOnlyList<MonitoringPlan> versions, MonitoredStream stream)
    {
        var equipment = versions.SelectMany(v => v.Equipment).ToList();
        foreach (var instrument in stream.Evidence.Select(d => d.Instrument).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            // "Main meter 132 kV" names no meter that is called 132 kV.
            var all = equipment.Where(m => InstrumentName.Names(instrument, m.Id)).ToList();
            var named = all.Where(m => !all.Exists(o => o.Id.Length > m.Id.Length && InstrumentName.Names(o.Id, m.Id))).ToList();
            var other = named.Find(m => versions.All(v => v.Equipment.All(e => e.Id != m.Id || !e.Measures(stream.Id))));
            var own = equipment.Where(m => m.Measures(stream.Id)).Select(m => m.Id).Distinct(StringComparer.Ordinal).ToList();
            if (named.Count == 0 || other is not null)
            {
                var has = own.Count > 0 ? $"the plan has {string.Join(", ", own)} for it"
                    : other is not null ? $"the plan has {other.Id} for \"{other.Source}\" alone (\"alsoFor\" names further sources of one meter)"
                    : "the plan has no equipment for it";
                yield return new("(xi)", $"{instrument} is named for \"{stream.Id}\" in the report; {has}.");
            }
        }
    }

    private static string Named(string name, RegistrationNumber? number) => number is null ? name + " (no number)" : $"{name} ({number})";

    private static string Day(MonitoringPlan plan) => LocalDatePattern.Iso.Format(plan.Effective);
}
