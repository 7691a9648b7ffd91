using System.Collections.Generic;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Mapping;

/// <summary>What the rows of a source are.</summary>
internal enum SourceKind
{
    /// <summary>A meter's readings or its consumption by interval.</summary>
    Meter,

    /// <summary>Dated amounts that add up: weighbridge tickets, fuel receipts, production logs, postings of an ERP.</summary>
    Movements,

    /// <summary>Counts of a stock; the first and last of the year are its opening and closing.</summary>
    Stock,

    /// <summary>Results of laboratories; each month's goes into the analyses of a fuel.</summary>
    Laboratory,
}

/// <summary>Files of one kind, and what stands in them.</summary>
internal sealed record SourceMapping
{
    internal static readonly IReadOnlyDictionary<string, SourceKind> Kinds = new Dictionary<string, SourceKind>(System.StringComparer.Ordinal) { ["meter"] = SourceKind.Meter, ["movements"] = SourceKind.Movements, ["stock"] = SourceKind.Stock, ["laboratory"] = SourceKind.Laboratory };

    internal required string Id { get; init; }

    internal required SourceKind Kind { get; init; }

    /// <summary>A file's name, in which * stands for any letters.</summary>
    internal required string Files { get; init; }

    internal required TableLayout Layout { get; init; }

    internal required TimeForm Time { get; init; }

    /// <summary>Indexes into <see cref="Columns"/>: the day or time, and the time of day where it has a column of its own.</summary>
    internal required int TimeColumn { get; init; }

    internal int? ClockColumn { get; init; }

    /// <summary>Length of a meter's interval.</summary>
    internal int Seconds { get; init; }

    /// <summary>Whether a meter's rows are register readings instead of the consumption of the interval.</summary>
    internal bool IsRegister { get; init; }

    /// <summary>Whether an interval is named by its end.</summary>
    internal bool StampsEnd { get; init; }

    internal required IReadOnlyList<SeriesMapping> Series { get; init; }

    /// <summary>Every column that is read, each once.</summary>
    internal required IReadOnlyList<string> Columns { get; init; }
}
