using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>What an assessment should bring along.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Validated, with other readings, without steps.</summary>
    public static AssessmentOptions Default { get; } = new();

    /// <summary>Keep every step of the arithmetic. Costs nothing when false.</summary>
    public bool Steps { get; init; }

    /// <summary>Compute the certificates under every other reading of an unsettled point of law.</summary>
    public bool OtherReadings { get; init; } = true;

    /// <summary>The report is of a part of its year, up to the day on which most streams end: days after it lack nothing, and a stream that ends on another day withholds.</summary>
    public bool PartOfYear { get; init; }

    /// <summary>The output expected for the whole year of which the report is a part, held against the baseline year's as production is; null where none is expected.</summary>
    public Output? YearOutput { get; init; }

    /// <summary>How to compute and check; another than the latest only to replay an earlier receipt.</summary>
    internal Edition Edition { get; init; } = Edition.Second;

    /// <summary>Validate the report first; false only for a report that was validated before.</summary>
    public bool Validate { get; init; } = true;
}
