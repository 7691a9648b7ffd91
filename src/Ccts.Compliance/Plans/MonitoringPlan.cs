using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Compliance.Plans;

/// <summary>An entity's monitoring plan: the thirteen parts of DPCM s.5(6). Parts that are not written yet are empty.</summary>
/// <remarks>Immutable and thread-safe. No official template was found; the order and the parts are the procedure's.</remarks>
public sealed record MonitoringPlan
{
    /// <summary>The entity's name.</summary>
    public required string Entity { get; init; }

    /// <summary>Its registration number, or null.</summary>
    public RegistrationNumber? Registration { get; init; }

    /// <summary>The compliance year for which it is submitted.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The day from which it is followed.</summary>
    public required LocalDate Effective { get; init; }

    /// <summary>Says that the plan is invented; null for a real one.</summary>
    public string? Illustrative { get; init; }

    /// <summary>(i) The entity's activities inside the boundary.</summary>
    public string? Activities { get; init; }

    /// <summary>(i), (iii), (iv) Sources and source streams, each with its methodology and how its data and factor are monitored.</summary>
    public IReadOnlyList<PlannedSource> Sources { get; init; } = [];

    /// <summary>(ii) The diagram with metering and sampling points.</summary>
    public PlanDocument? Diagram { get; init; }

    /// <summary>(v) Traceable references.</summary>
    public IReadOnlyList<PlanDocument> References { get; init; } = [];

    /// <summary>(vi) Data flow and control procedure.</summary>
    public string? DataFlow { get; init; }

    /// <summary>(vii) Sampling procedure.</summary>
    public string? Sampling { get; init; }

    /// <summary>(viii) Internal and external testing.</summary>
    public string? Testing { get; init; }

    /// <summary>(ix) Regular evaluation of the plan.</summary>
    public string? Evaluation { get; init; }

    /// <summary>(x) Responsibilities.</summary>
    public IReadOnlyList<PlanDuty> Staff { get; init; } = [];

    /// <summary>(xi) Measuring equipment.</summary>
    public IReadOnlyList<PlannedMeter> Equipment { get; init; } = [];

    /// <summary>(xii) Analyses.</summary>
    public IReadOnlyList<PlannedAnalysis> Analyses { get; init; } = [];

    /// <summary>(xiii) The change log.</summary>
    public IReadOnlyList<PlanRevision> Changes { get; init; } = [];
}

/// <summary>A source or source stream of a plan.</summary>
/// <param name="Id">Its id, the one of the monitoring report's stream.</param>
/// <param name="Title">What it is.</param>
/// <param name="Methodology">How its emissions are computed, or null.</param>
/// <param name="ActivityData">How its activity data are monitored, or null.</param>
/// <param name="Factor">How its factor is determined, or null.</param>
public sealed record PlannedSource(string Id, string Title, string? Methodology, string? ActivityData, string? Factor);

/// <summary>A document that a plan names.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Digest">Its digest, <c>sha256:…</c>, or null.</param>
public sealed record PlanDocument(string Title, string? Digest);

/// <summary>A duty of somebody.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Person">Who.</param>
/// <param name="Duty">The duty.</param>
public sealed record PlanDuty(string Role, string Person, string Duty);

/// <summary>Measuring equipment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">The source that it measures, by id.</param>
/// <param name="Range">What it can measure.</param>
/// <param name="Uncertainty">Its uncertainty, as stated.</param>
/// <param name="Location">Where it stands.</param>
public sealed record PlannedMeter(string Id, string Source, string Range, string Uncertainty, string Location)
{
    /// <summary>Further sources that it measures, by id: one analyser can serve several.</summary>
    public IReadOnlyList<string> AlsoFor { get; init; } = [];

    internal bool Measures(string source) => Source == source || AlsoFor.Contains(source, StringComparer.Ordinal);
}

/// <summary>An analysis.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parameter">What is analysed.</param>
/// <param name="Method">By which method or standard.</param>
/// <param name="Laboratory">Where.</param>
public sealed record PlannedAnalysis(string Id, string Parameter, string Method, string Laboratory);

/// <summary>An entry of the change log.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="On">On which day.</param>
/// <param name="Change">What changed and why.</param>
public sealed record PlanRevision(int Version, LocalDate On, string Change);
