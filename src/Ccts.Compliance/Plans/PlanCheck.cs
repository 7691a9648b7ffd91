using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
            if (of.TrueForAll(IsSilent))
            {
                gaps.Add(new(part, $"{title}: nothing is written."));
            }
            else
            {
                gaps.AddRange(of.Where(IsSilent).Select(l => new PlanGap(part, $"{title}: {(l.Item.Length > 0 ? l.Item + ", " : "")}{l.Field.ToLowerInvariant()} is not written.")));
            }
        }

        gaps.AddRange(plan.Staff.Where(d => SaidText.IsSilentSentence(d.Role) || SaidText.IsSilent(d.Person)).Select(d => new PlanGap("(x)", $"Responsibilities of staff: who has the duty \"{d.Duty}\" is not written.")));
        if (plan.Sources.Count == 0 && !gaps.Exists(g => g.Part == "(i)"))
        {
            gaps.Add(new("(i)", "No source is listed."));
        }

        gaps.AddRange(plan.Equipment.SelectMany(m => m.AlsoFor.Prepend(m.Source).Where(of => plan.Sources.All(s => s.Id != of)).Select(of => new PlanGap("(xi)", $"{m.Id} measures \"{of}\", which is no source of the plan."))));
        // Reads "1.5 %"; a meter whose uncertainty exceeds its whole reading measures nothing.
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

    // A source can have no factor, and a document no digest.
    private static bool IsSilent(PlanLine line) => line.Field is "Factor" or "Digest" ? string.IsNullOrWhiteSpace(line.Value) : SaidText.IsSilentSentence(line.Value);

    // Log entries are in order of version and day, and none is for a later version than the plan's.
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

    /// <summary>In what a year's report departs from the plan: another entity or year, streams without a source, sources without a stream, another type of factor, an instrument that is none of those which the plan has for the source.</summary>
    public static IReadOnlyList<PlanGap> Deviations(MonitoringPlan plan, MonitoringReport report) => Deviations([Require.NotNull(plan)], report);

    /// <summary>The same for a plan of which several versions were followed in the year: what one of them has is no deviation.</summary>
    /// <exception cref="ArgumentException">There is no version.</exception>
    public static IReadOnlyList<PlanGap> Deviations(IReadOnlyList<MonitoringPlan> versions, MonitoringReport report) =>
        Require.All(versions).Count > 0 ? [.. PlanDeviations.Of([.. versions.OrderBy(v => v.Version)], Require.NotNull(report))] : throw new ArgumentException("There is no plan.", nameof(versions));
}
