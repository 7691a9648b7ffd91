using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Files;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ccts.Hosting;

/// <summary>
/// Assessments, decisions and new rulesets for a running host, with the catalog in use, log messages, spans and metrics
/// (<see cref="CctsTelemetry"/>). Calculators and engines can also be called directly, without logs, spans or metrics.
/// </summary>
/// <remarks>Thread-safe. The caller names the day whose law applies; no clock is read.</remarks>
public sealed class CctsHost
{
    private readonly LiveCatalog _catalog;
    private readonly IDecider _decider;
    private readonly ILogger<CctsHost> _log;

    /// <summary>Makes a host from a catalog and an engine; <c>AddCcts()</c> registers it.</summary>
    public CctsHost(LiveCatalog catalog, IDecider decider, ILogger<CctsHost> log)
    {
        _catalog = catalog ?? throw new ArgumentNullException(nameof(catalog));
        _decider = decider ?? throw new ArgumentNullException(nameof(decider));
        _log = log ?? throw new ArgumentNullException(nameof(log));
    }

    /// <summary>Assesses a report by the rules of its year as they were known on a day.</summary>
    /// <exception cref="CctsDataException">The report has errors, or there are no rules for its year; all are listed.</exception>
    public Assessment Assess(MonitoringReport report, LocalDate asOf, AssessmentOptions? options = null)
    {
        if (report is null)
        {
            throw new ArgumentNullException(nameof(report));
        }

        using var span = CctsTelemetry.Spans.StartActivity("ccts.assess");
        span?.SetTag("ccts.year", report.Year.ToString());
        var started = Stopwatch.GetTimestamp();
        try
        {
            var ruleset = _catalog.Current.Resolve(report.Year, asOf);
            Tag(span, ruleset.Identity);
            var assessment = Assessor.Assess(report, ruleset.Assessment, options);
            Assessed(span, started, report, assessment.Certificates.Kind.ToString().ToLowerInvariant());
            HostLog.Assessed(_log, report.Year.ToString(), ruleset.Identity.Id, ruleset.Identity.Revision, assessment.Findings.Count);
            return assessment;
        }
        catch (CctsDataException refused)
        {
            span?.SetStatus(ActivityStatusCode.Error, FirstError(refused.Problems));
            Assessed(span, started, report, "refused");
            HostLog.ReportRefused(_log, report.Year.ToString(), refused.Problems.Count, FirstError(refused.Problems));
            throw;
        }
    }

    /// <summary>Decides a request by the rules of its year as they were known on a day.</summary>
    /// <exception cref="CctsDataException">There are no rules for its year.</exception>
    /// <exception cref="ArgumentException">A fact of the request is not in the ruleset's vocabulary.</exception>
    public ReasonedDecision Decide(DecisionRequest request, LocalDate asOf)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        using var span = CctsTelemetry.Spans.StartActivity("ccts.decide");
        var started = Stopwatch.GetTimestamp();
        var ruleset = _catalog.Current.Resolve(request.Year, asOf);
        var decision = _decider.Decide(ruleset, request);
        var tags = new TagList
        {
            { "ccts.year", request.Year.ToString() },
            { "ccts.purpose", request.Purpose.ToString().ToLowerInvariant() },
            { "ccts.outcome", decision.Outcome.ToString().ToLowerInvariant() },
            { "ccts.engine", _decider.Kind.ToString().ToLowerInvariant() },
        };
        CctsTelemetry.Decisions.Add(1, tags);
        CctsTelemetry.DecisionDuration.Record(SecondsSince(started), tags);
        foreach (var tag in span is null ? [] : tags.ToArray())
        {
            span!.SetTag(tag.Key, tag.Value);
        }

        Tag(span, ruleset.Identity);
        HostLog.Decided(_log, request.Purpose.ToString(), decision.Outcome.ToString(), decision.Findings.Count);
        return decision;
    }

    /// <inheritdoc cref="Decide(DecisionRequest, LocalDate)"/>
    public ReasonedDecision Decide(EligibilityRequest request, LocalDate asOf) => request is null
        ? throw new ArgumentNullException(nameof(request))
        : Decide(request.ToRequest(_catalog.Current.Resolve(request.Year, asOf).Rules.Vocabulary), asOf);

    /// <summary>Adds a ruleset while the host runs; after an error the catalog in use stays unchanged. See <see cref="LiveCatalog.TryAdd"/>.</summary>
    public bool TryTake(RulesetFiles files, out IReadOnlyList<Problem> problems)
    {
        var taken = _catalog.TryAdd(files, out problems);
        CctsTelemetry.RulesetsTaken.Add(1, new KeyValuePair<string, object?>("ccts.outcome", taken ? "taken" : "refused"));
        if (taken)
        {
            HostLog.RulesetTaken(_log, files.Name, problems.Count);
        }
        else
        {
            HostLog.RulesetRefused(_log, files.Name, problems.Count, FirstError(problems));
        }

        return taken;
    }

    // Remarks and warnings come first where their place does, and refuse nothing.
    private static string FirstError(IReadOnlyList<Problem> problems) => problems.FirstOrDefault(p => p.Severity == Severity.Error)?.Code ?? "";

    private static void Assessed(Activity? span, long started, MonitoringReport report, string outcome)
    {
        span?.SetTag("ccts.outcome", outcome);
        var tags = new TagList { { "ccts.year", report.Year.ToString() }, { "ccts.outcome", outcome } };
        CctsTelemetry.Assessments.Add(1, tags);
        CctsTelemetry.AssessmentDuration.Record(SecondsSince(started), tags);
    }

    private static void Tag(Activity? span, RulesetIdentity ruleset)
    {
        span?.SetTag("ccts.ruleset", ruleset.Id);
        span?.SetTag("ccts.revision", ruleset.Revision);
    }

    private static double SecondsSince(long started) => (Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency;
}
