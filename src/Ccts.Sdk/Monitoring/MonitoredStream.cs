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

    /// <summary>Where the stream stands in the input; default for reports built in memory.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Why days of the year have no amount, or null; without a reason an assessment of the year refuses the gap.</summary>
    public string? WhyGaps { get; init; }

    /// <summary>Why a value that looks like a slip is none, or null; without a reason the gravest withhold an assessment.</summary>
    public string? WhyUnusual { get; init; }

    /// <summary>Documents, meters and digests behind the amounts.</summary>
    public IReadOnlyList<EvidenceDocument> Evidence { get; init; } = [];
}

/// <summary>A document behind a value.</summary>
/// <param name="Document">What it is, e.g. <c>Weighbridge register, April 2025</c>.</param>
/// <param name="Instrument">The meter or laboratory, or null.</param>
/// <param name="Sha256">64 hexadecimal digits of the document's SHA-256, or null.</param>
/// <param name="RecordedAt">When it was recorded, ISO 8601 text as given, or null.</param>
public sealed record EvidenceDocument(string Document, string? Instrument, string? Sha256, string? RecordedAt);
