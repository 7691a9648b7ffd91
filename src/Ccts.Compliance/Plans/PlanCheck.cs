using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Monitoring;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>Something that a monitoring plan lacks, or in which a report departs from it.</summary>
/// <param name="Part">The part of DPCM s.5(6), e.g. <c>(xi)</c>; null where the report departs from the plan as a whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record PlanGap(string? Part, string Message);

/// <summary>Checks a monitoring plan against the thirteen parts, and a report against the plan.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class PlanCheck
{
    /// <summary>What the plan lacks; none when every part is there and all it names exists.</summary>
    public static IReadOnlyList<PlanGap> Gaps(MonitoringPlan plan)
    {
        Require.NotNull(plan);
        var lines = PlanLines.Of(plan).ToList();
        var gaps = new List<PlanGap>();
        foreach (var (part, title) in PlanLines.Parts)
        {
            var of = lines.Where(l => l.Part == part && !(part == "(ii)" && l.Field == "Digest")).ToList();
            if (of.TrueForAll(l => string.IsNullOrWhiteSpace(l.Value)))
            {
                gaps.Add(new(part, $"{title}: nothing is written."));
            }
            else
            {
                gaps.AddRange(of.Where(l => string.IsNullOrWhiteSpace(l.Value)).Select(l => new PlanGap(part, $"{title}: {(l.Item.Length > 0 ? l.Item + ", " : "")}{l.Field.ToLowerInvariant()} is not written.")));
            }
        }

        if (plan.Sources.Count == 0 && !gaps.Exists(g => g.Part == "(i)"))
        {
            gaps.Add(new("(i)", "No source is listed."));
        }

        gaps.AddRange(plan.Equipment.Where(m => plan.Sources.All(s => s.Id != m.Source)).Select(m => new PlanGap("(xi)", $"{m.Id} measures \"{m.Source}\", which is no source of the plan.")));
        // "1.5 %" is an uncertainty; a meter that can be wrong by more than all it shows measures nothing.
        gaps.AddRange(plan.Equipment.Where(m => m.Uncertainty is { } stated && stated.IndexOf('%') is var at and > 0 && decimal.TryParse(stated.Substring(0, at).Trim().TrimStart('\u00B1', '+', '-', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent > Whole)
            .Select(m => new PlanGap("(xi)", $"{m.Id} has an uncertainty of {m.Uncertainty}, more than all it shows.")));
        if (plan.Effective < plan.Year.FirstDay || plan.Effective > plan.Year.LastDay)
        {
            gaps.Add(new(null, $"The plan is for {plan.Year} and is followed from {LocalDatePattern.Iso.Format(plan.Effective)}, a day outside that year."));
        }

        if (plan.Changes.Count > 0 && plan.Changes.All(c => c.Version != plan.Version))
        {
            gaps.Add(new("(xiii)", FormattableString.Invariant($"The change log does not tell of version {plan.Version}.")));
        }

        gaps.AddRange(Log(plan));
        return gaps;
    }

    // A log is written version by version, day by day, and knows of no version to come.
    private static IEnumerable<PlanGap> Log(MonitoringPlan plan)
    {
        foreach (var (earlier, later) in plan.Changes.Zip(plan.Changes.Skip(1), (a, b) => (a, b)).Where(c => c.b.Version < c.a.Version || c.b.On < c.a.On))
        {
            yield return new("(xiii)", FormattableString.Invariant($"The change log has version {later.Version} of {LocalDatePattern.Iso.Format(later.On)} behind version {earlier.Version} of {LocalDatePattern.Iso.Format(earlier.On)}."));
        }

        foreach (var beyond in plan.Changes.Where(c => c.Version > plan.Version))
        {
            yield return new("(xiii)", FormattableString.Invariant($"The change log tells of version {beyond.Version}, and the plan is version {plan.Version}."));
        }
    }

    private const decimal Whole = 100m;

    /// <summary>Says which days of the year the plan was not followed yet; null where it was all of them.</summary>
    internal static string? Uncovered(MonitoringPlan plan) => plan.Effective > plan.Year.FirstDay && plan.Effective <= plan.Year.LastDay
        ? FormattableString.Invariant($"Version {plan.Version} of the plan is followed from {LocalDatePattern.Iso.Format(plan.Effective)}; the days of {plan.Year} before it were under another version, or under none.")
        : null;

    // "Type II, own laboratory"; null where the plan says it in other words.
    private static string? TypeIn(string? factor) => factor is not null && Regex.Match(factor, @"\btype[\s-]*(?:(?<two>II|2)|I|1)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } type ? type.Groups["two"].Success ? "II" : "I" : null;

    private static string Named(string name, Sdk.Entities.RegistrationNumber? number) => number is null ? name + " (no number)" : $"{name} ({number})";

    /// <summary>In what a year's report departs from the plan: another entity or year, streams without a source, sources without a stream, another type of factor, an instrument that is none of those which the plan has for the source.</summary>
    public static IReadOnlyList<PlanGap> Departures(MonitoringPlan plan, MonitoringReport report)
    {
        Require.NotNull(plan);
        Require.NotNull(report);
        var gaps = new List<PlanGap>();
        if (plan.Registration is { } number ? report.Entity.Registration != number : report.Entity.Name != plan.Entity)
        {
            gaps.Add(new(null, $"The plan is {Named(plan.Entity, plan.Registration)}'s; the report is {Named(report.Entity.Name, report.Entity.Registration)}'s."));
        }

        if (plan.Year != report.Year)
        {
            gaps.Add(new(null, $"The plan is for {plan.Year}; the report for {report.Year}."));
        }

        if (Uncovered(plan) is { } days)
        {
            gaps.Add(new("(xiii)", days));
        }

        var reported = ReportStreams.Of(report).Select(s => s.Id).ToList();
        gaps.AddRange(reported.Where(id => plan.Sources.All(s => s.Id != id)).Select(id => new PlanGap("(i)", $"The report has \"{id}\", which is no source of the plan.")));
        gaps.AddRange(from stream in ReportStreams.Of(report)
                      let planned = plan.Sources.FirstOrDefault(s => s.Id == stream.Id)
                      let approved = TypeIn(planned?.Factor)
                      let used = EmissionReport.Tier(stream)
                      where approved is not null && used is not null && approved != used
                      select new PlanGap("(iv)", $"The report has a factor of Type {used} for \"{stream.Id}\"; the plan has Type {approved} (DPCM s.5(10))."));
        gaps.AddRange(from stream in ReportStreams.Of(report)
                      from instrument in stream.Evidence.Select(d => d.Instrument).OfType<string>().Distinct(StringComparer.Ordinal)
                      let own = plan.Equipment.Where(m => m.Source == stream.Id).ToList()
                      // One analyser can serve several sources, and stands in the plan with one of them.
                      where (own.Count > 0 ? own : plan.Equipment).All(m => instrument.IndexOf(m.Id, StringComparison.OrdinalIgnoreCase) < 0)
                      select new PlanGap("(xi)", $"{instrument} stands behind \"{stream.Id}\" in the report; the plan has {(own.Count == 0 ? "no equipment" : string.Join(", ", own.Select(m => m.Id)))} for it."));
        gaps.AddRange(plan.Sources.Where(s => !reported.Contains(s.Id)).Select(s => new PlanGap("(i)", $"The plan's source \"{s.Id}\" is not in the report.")));
        return gaps;
    }
}
