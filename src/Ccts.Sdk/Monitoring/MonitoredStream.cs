using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring;

/// <summary>What every stream of a monitoring report has: a name, its place in the input and the documents behind it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record MonitoredStream
{
    private protected MonitoredStream()
    {
    }

    /// <summary>The plant's own name of the stream, unique within the report, e.g. <c>kiln-coal</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The place of the stream in the input; default for reports built in memory.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Why days of the year have no amount, or null; without a reason the gap is an error in an assessment of the year.</summary>
    public string? WhyGaps { get; init; }

    /// <summary>Why a value that looks like a slip is right, or null; without a reason the gravest withhold an assessment. A reason that releases a finding names it: <c>no-electricity: the shafts are driven by steam</c>; several are separated by semicolons.</summary>
    public string? WhyUnusual { get; init; }

    /// <summary>Documents, meters and digests behind the amounts.</summary>
    public IReadOnlyList<EvidenceDocument> Evidence { get; init; } = [];
}
