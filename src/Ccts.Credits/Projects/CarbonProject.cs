using System.Collections.Generic;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Projects;

/// <summary>The sector of a project.</summary>
public enum ProjectSector
{
    /// <summary>Energy.</summary>
    Energy,

    /// <summary>Forestry.</summary>
    Forestry,

    /// <summary>Agriculture.</summary>
    Agriculture,

    /// <summary>Waste.</summary>
    Waste,

    /// <summary>Industry.</summary>
    Industrial,

    /// <summary>Another.</summary>
    Other,
}

/// <summary>A project that makes credits. A member that is null is not known.</summary>
/// <remarks>Immutable and thread-safe. What was issued and retired is counted by the ledger and the offset machine, not restated here.</remarks>
public sealed record CarbonProject
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>Its type, e.g. <c>redd+</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its finer type.</summary>
    public string? SubType { get; init; }

    /// <summary>Its sector.</summary>
    public required ProjectSector Sector { get; init; }

    /// <summary>Where it is.</summary>
    public required ProjectLocation Location { get; init; }

    /// <summary>Who develops it.</summary>
    public required Organization Developer { get; init; }

    /// <summary>Who verifies it.</summary>
    public Organization? Verifier { get; init; }

    /// <summary>Who pays for it.</summary>
    public IReadOnlyList<Organization> Financiers { get; init; } = [];

    /// <summary>The standard, e.g. <c>VCS</c>.</summary>
    public string? Standard { get; init; }

    /// <summary>The methodology's code, e.g. <c>BM EN01.001</c>.</summary>
    public required string Methodology { get; init; }

    /// <summary>The baseline scenario: what would happen without the project.</summary>
    public string? BaselineScenario { get; init; }

    /// <summary>How it is monitored.</summary>
    public string? MonitoringPlan { get; init; }

    /// <summary>Its sensors.</summary>
    public IReadOnlyList<ProjectSensor> Sensors { get; init; } = [];

    /// <summary>The reduction expected a year.</summary>
    public Co2e? EstimatedAnnualReduction { get; init; }

    /// <summary>The day it starts.</summary>
    public LocalDate? StartDate { get; init; }

    /// <summary>The day it was validated.</summary>
    public LocalDate? ValidationDate { get; init; }

    /// <summary>The days it was verified.</summary>
    public IReadOnlyList<LocalDate> VerificationDates { get; init; } = [];

    /// <summary>Scores for additionality, permanence, leakage and verification, 1 to 100, by name.</summary>
    public IReadOnlyDictionary<string, decimal> QualityIndicators { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Co-benefits: <c>biodiversity</c>, <c>community-development</c>, <c>water-quality</c>, <c>air-quality</c>, <c>sustainable-development</c>.</summary>
    public IReadOnlyList<string> CoBenefits { get; init; } = [];

    /// <summary>Its budget.</summary>
    public Inr? Budget { get; init; }

    /// <summary>Its revenue from credits.</summary>
    public Inr? CarbonRevenue { get; init; }

    /// <summary>The assessment of a programme or a rating agency. The SDK computes none of it.</summary>
    public ProjectAssessment? AiInsights { get; init; }
}

/// <summary>Where a project is.</summary>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="Region">State or region.</param>
/// <param name="Coordinates">A point, as GeoJSON text, or null.</param>
/// <param name="Boundary">Its boundary, as GeoJSON text, or null.</param>
public sealed record ProjectLocation(string Country, string Region, string? Coordinates = null, string? Boundary = null);

/// <summary>A party to a project.</summary>
/// <param name="Id">Its id, e.g. an LEI.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166-1, or null.</param>
public sealed record Organization(string Id, string Name, string? Country = null);

/// <summary>Sensors of a project.</summary>
/// <param name="Type">What they measure.</param>
/// <param name="Count">How many.</param>
/// <param name="DataFrequency">How often they report.</param>
/// <param name="Endpoint">Where they report to.</param>
public sealed record ProjectSensor(string Type, int Count, string DataFrequency, string Endpoint);

/// <summary>An opinion about a project, and its author.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="By">The author.</param>
/// <param name="PerformancePrediction">The share of the estimated reduction that is expected to be achieved, or null.</param>
/// <param name="RiskAssessment">The risks, in words.</param>
/// <param name="Recommendations">What to do.</param>
public sealed record ProjectAssessment(string By, decimal? PerformancePrediction, string RiskAssessment, IReadOnlyList<string> Recommendations);
