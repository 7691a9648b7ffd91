using System.Collections.Generic;
using NodaTime;

namespace Ccts.Ingestion.Reports;

/// <summary>One amount of a report, or one that cannot be given, and everything it rests on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Stream">The stream's id.</param>
/// <param name="Member"><c>amounts</c>, <c>stock.opening</c>, <c>stock.received</c>, <c>stock.movedOut</c>, <c>stock.closing</c>; a result of laboratories such as <c>analyses.ncv</c>, <c>carbonContent</c> or <c>composition/CaCO3/share</c>; of a flow of carbon <c>unburnt/bottom-ash/amounts</c> or <c>unburnt/bottom-ash/carbonContent</c>.</param>
/// <param name="Period">A month such as <c>2025-04</c>, or the compliance year.</param>
/// <param name="Amount">Number, blank and canonical unit; null where something is missing, because a part of an amount would be a wrong amount.</param>
/// <param name="Measured">Intervals, tickets, counts or samples that were measured.</param>
/// <param name="Substituted">Intervals, and months of a laboratory, that a method of the mapping put a value into.</param>
/// <param name="Missing">Intervals, tickets or counts without a value.</param>
/// <param name="Sources">The rows behind it.</param>
public sealed record ReportedValue(string Stream, string Member, string Period, string? Amount, int Measured, int Substituted, int Missing, IReadOnlyList<ValueRows> Sources);

/// <summary>Rows of one file behind a value.</summary>
/// <param name="File">The file.</param>
/// <param name="Sha256">64 hexadecimal digits of the file's digest.</param>
/// <param name="FirstRow">The first of the rows, as a spreadsheet numbers them; of JSON lines the line.</param>
/// <param name="LastRow">The last.</param>
/// <param name="Rows">How many rows between them were taken.</param>
/// <param name="Column">The column.</param>
/// <param name="Instrument">The meter, scale or laboratory, or null.</param>
/// <param name="Calibrated">Its last calibration, or null.</param>
/// <param name="By">Who keeps the record, or null.</param>
/// <param name="At">When it was recorded, or null.</param>
/// <param name="Method">The method that filled missing intervals of this series or combined several results, and the plant's source for it; null where none was used.</param>
public sealed record ValueRows(string File, string Sha256, int FirstRow, int LastRow, int Rows, string Column, string? Instrument, LocalDate? Calibrated, string? By, LocalDate? At, string? Method)
{
    /// <summary>The last day on which the calibration holds, or null where none is stated.</summary>
    public LocalDate? CalibratedUntil { get; init; }

    /// <summary>Of a laboratory: its accreditation, <c>none</c> where it has none, or null where nothing is said.</summary>
    public string? Accreditation { get; init; }

    /// <summary>The first day of the accreditation, or null.</summary>
    public LocalDate? AccreditedFrom { get; init; }

    /// <summary>The last day of the accreditation, or null.</summary>
    public LocalDate? AccreditedUntil { get; init; }
}
