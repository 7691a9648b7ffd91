using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ccts.Hosting;

/// <summary>The names for a host's telemetry: one activity source and one meter, both called <see cref="Name"/>.</summary>
/// <remarks>
/// Spans <c>ccts.assess</c> and <c>ccts.decide</c>; counters <c>ccts.assessments</c>, <c>ccts.decisions</c> and <c>ccts.rulesets.taken</c>;
/// histograms <c>ccts.assessment.duration</c> and <c>ccts.decision.duration</c> in seconds. Tags: <c>ccts.year</c>, <c>ccts.outcome</c>, <c>ccts.purpose</c>, <c>ccts.engine</c>,
/// <c>ccts.ruleset</c>, <c>ccts.revision</c>. None contains an entity's name or a report's figures. Thread-safe.
/// </remarks>
public static class CctsTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Ccts.Hosting";

    internal static readonly ActivitySource Spans = new(Name);
    internal static readonly Meter Meter = new(Name);
    internal static readonly Counter<long> Assessments = Meter.CreateCounter<long>("ccts.assessments", "{assessment}", "Reports assessed or refused.");
    internal static readonly Counter<long> Decisions = Meter.CreateCounter<long>("ccts.decisions", "{decision}", "Requests decided.");
    internal static readonly Counter<long> RulesetsTaken = Meter.CreateCounter<long>("ccts.rulesets.taken", "{ruleset}", "Rulesets taken in or refused while the host runs.");
    internal static readonly Histogram<double> AssessmentDuration = Meter.CreateHistogram<double>("ccts.assessment.duration", "s", "Time of an assessment.");
    internal static readonly Histogram<double> DecisionDuration = Meter.CreateHistogram<double>("ccts.decision.duration", "s", "Time of a decision with its reasons.");
}
