using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using NodaTime;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>What a series is for in its stream.</summary>
internal enum Into
{
    /// <summary>The amounts of the months.</summary>
    Amounts,

    /// <summary>What came into the stock in the year.</summary>
    Received,

    /// <summary>What left the stock otherwise than by being consumed.</summary>
    MovedOut,
}

/// <summary>How missing values are substituted.</summary>
internal enum MissingMethod
{
    /// <summary>They are not substituted.</summary>
    None,

    /// <summary>The last measured value before; for a laboratory, from an earlier month.</summary>
    Previous,

    /// <summary>The mean of the measured values before and after.</summary>
    Neighbours,

    /// <summary>The value of the same time on the day before, where it was measured.</summary>
    DayBefore,

    /// <summary>The largest measured value of the month; of a laboratory, of the year.</summary>
    Largest,

    /// <summary>What a register counted across the end of a month is divided by time.</summary>
    Spread,
}

/// <summary>One column, or those rows of it that name one meter, on its way into one stream.</summary>
internal sealed record SeriesMapping
{
    internal static readonly IReadOnlyDictionary<string, Into> Targets = new Dictionary<string, Into>(System.StringComparer.Ordinal) { ["amounts"] = Into.Amounts, ["stock.received"] = Into.Received, ["stock.movedOut"] = Into.MovedOut };

    internal static readonly IReadOnlyDictionary<string, MissingMethod> Methods = new Dictionary<string, MissingMethod>(System.StringComparer.Ordinal)
    {
        ["none"] = MissingMethod.None, ["previous"] = MissingMethod.Previous, ["neighbours"] = MissingMethod.Neighbours, ["day-before"] = MissingMethod.DayBefore, ["largest"] = MissingMethod.Largest, ["spread"] = MissingMethod.Spread,
    };

    internal required string Stream { get; init; }

    /// <summary>The stream's list in the report, or the measure of a laboratory's result; it decides the units.</summary>
    internal required string List { get; init; }

    internal Into Into { get; init; }

    /// <summary>The result of a laboratory's series; null for any other series.</summary>
    internal LabResult? Result { get; init; }

    /// <summary>Whether the stream states the basis of its analyses.</summary>
    internal bool HasBasis { get; init; }

    /// <summary>The flow of carbon inside the stream that the series is of, as <c>unburnt/bottom-ash</c>; null of the stream itself.</summary>
    internal string? Flow { get; init; }

    /// <summary>Where amounts of the series go.</summary>
    internal string AmountsMember => Flow is null ? "amounts" : Flow + "/amounts";

    /// <summary>How several results in a month are combined; null where the mapping states no rule.</summary>
    internal MeanRule? Mean { get; init; }

    /// <summary>What the series is called in messages: its stream, and the meter where rows are chosen by one.</summary>
    internal required string Name { get; init; }

    internal required int Column { get; init; }

    /// <summary>The unit of every row; null where a column says it.</summary>
    internal Measure? Unit { get; init; }

    internal int? UnitColumn { get; init; }

    /// <summary>Rows count only where all of these hold.</summary>
    internal IReadOnlyList<RowCondition> Where { get; init; } = [];

    /// <summary>The columns that together number tickets and receipts, so that the same one is not counted twice; none where nothing numbers them.</summary>
    internal IReadOnlyList<int> NumberColumns { get; init; } = [];

    /// <summary>The row's number from all its columns; null where one is empty, since it then does not identify the row.</summary>
    internal string? NumberOf(RowReader row)
    {
        if (NumberColumns.Count < 2)
        {
            return NumberColumns.Count == 0 ? null : row.Cell(NumberColumns[0]);
        }

        var cells = NumberColumns.Select(row.Cell).ToList();
        return cells.Exists(string.IsNullOrEmpty) ? null : string.Join(" / ", cells);
    }

    /// <summary>The factor for each count of the meter, such as the ratio of its transformers; negative where movements have the opposite sign.</summary>
    internal decimal Times { get; init; } = 1m;

    internal Plausibility Plausible { get; init; } = new(null, null, null, null);

    internal MissingRule Missing { get; init; } = new(MissingMethod.None, 0, null);

    internal EvidenceMapping Evidence { get; init; } = new(null, null, null, null);

    internal SourcePlace Place { get; init; }
}

/// <summary>Limits of the plant's own choice; no law states them.</summary>
/// <param name="Most">The most that one interval, ticket or count can be, in the canonical unit.</param>
/// <param name="StuckAfter">How many equal values in a row are reported.</param>
/// <param name="RollsOverAt">Where a register begins again at zero, in the canonical unit.</param>
/// <param name="Source">The plant's source for them.</param>
/// <param name="Canonical">The unit of both amounts; null where there is none.</param>
internal sealed record Plausibility(decimal? Most, int? StuckAfter, decimal? RollsOverAt, string? Source, string? Canonical = null);

/// <param name="Method">The method.</param>
/// <param name="Longest">The most intervals in a row that it may fill.</param>
/// <param name="Source">The plant's source for the method.</param>
internal sealed record MissingRule(MissingMethod Method, int Longest, string? Source);

/// <param name="Instrument">The meter, scale or laboratory.</param>
/// <param name="Calibrated">The day of its last calibration.</param>
/// <param name="By">Who keeps the record.</param>
/// <param name="At">When it was recorded.</param>
internal sealed record EvidenceMapping(string? Instrument, LocalDate? Calibrated, string? By, LocalDate? At)
{
    /// <summary>The last day on which the calibration holds; null where none is stated.</summary>
    internal LocalDate? CalibratedUntil { get; init; }

    /// <summary>For a laboratory: its accrediting body and number, or that it has none; null where nothing is stated.</summary>
    internal string? Accreditation { get; init; }

    internal LocalDate? AccreditedFrom { get; init; }

    internal LocalDate? AccreditedUntil { get; init; }
}
