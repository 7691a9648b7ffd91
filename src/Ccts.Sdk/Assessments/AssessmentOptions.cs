using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>What an assessment should bring along.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Validated, with other readings, without steps.</summary>
    public static AssessmentOptions Default { get; } = new();

    /// <summary>Keep every step of the arithmetic. False costs nothing.</summary>
    public bool Steps { get; init; }

    /// <summary>Compute the certificates under every other reading of an unsettled point of law.</summary>
    public bool OtherReadings { get; init; } = true;

    /// <summary>The report covers part of its year, up to the day on which most streams end. Later days are not gaps, and a stream that ends on another day withholds.</summary>
    public bool PartOfYear { get; init; }

    /// <summary>The output expected for the whole year, if the report covers part of it; compared with the baseline year's like production. Null if none is expected.</summary>
    public Output? YearOutput { get; init; }

    /// <summary>How to compute and check; an earlier edition only to replay an earlier receipt.</summary>
    internal Edition Edition { get; init; } = Edition.Second;

    /// <summary>Validate the report first; false only for a report that was validated before.</summary>
    public bool Validate { get; init; } = true;
}
