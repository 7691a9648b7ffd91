using System.Globalization;
using System.Linq;

namespace Ccts.Sdk.Monitoring;

/// <summary>A document behind a value: the file, the rows in it, the instrument, who recorded it and when.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Document">What it is, e.g. <c>Weighbridge register, April 2025</c>, or the name of a file.</param>
/// <param name="Instrument">The meter or laboratory, or null.</param>
/// <param name="Sha256">64 hexadecimal digits of the document's SHA-256, or null.</param>
/// <param name="RecordedAt">When it was recorded, ISO 8601 text as given, or null.</param>
public sealed record EvidenceDocument(string Document, string? Instrument, string? Sha256, string? RecordedAt)
{
    /// <summary>The word that states that a laboratory has no accreditation.</summary>
    public const string NotAccredited = "none";

    /// <summary>
    /// The value that the document supports, as a JSON pointer from the stream without the first slash: <c>amounts/2025-04</c>, <c>ncv</c>, <c>stock/opening</c>. An
    /// item of a list is named by its period, material, component or unit: <c>analyses/2025-04/ncv</c>. Null if it supports all values that no other document names.
    /// </summary>
    public string? Of { get; init; }

    /// <summary>The first row of the value in the file, as a spreadsheet numbers rows, 1 or more; null if not stated.</summary>
    public int? FirstRow { get; init; }

    /// <summary>The last row, at least <see cref="FirstRow"/>; null if not stated.</summary>
    public int? LastRow { get; init; }

    /// <summary>The column, or null.</summary>
    public string? Column { get; init; }

    /// <summary>The day of the instrument's last calibration, ISO 8601 text as given, or null.</summary>
    public string? Calibrated { get; init; }

    /// <summary>The last day on which that calibration holds, as its certificate or the plant states it, ISO 8601 text as given; null if none is stated. No text read sets a period.</summary>
    public string? CalibratedUntil { get; init; }

    /// <summary>
    /// For a laboratory: who accredited it and under which number, e.g. <c>NABL TC-0000 (ISO/IEC 17025)</c>; <see cref="NotAccredited"/> if it has no accreditation; null if nothing
    /// is said.
    /// </summary>
    public string? Accreditation { get; init; }

    /// <summary>The first day of the accreditation, ISO 8601 text as given, or null.</summary>
    public string? AccreditedFrom { get; init; }

    /// <summary>The last day of the accreditation, ISO 8601 text as given, or null.</summary>
    public string? AccreditedUntil { get; init; }

    /// <summary>Who keeps the record, or null.</summary>
    public string? By { get; init; }

    /// <summary>The method that replaced missing values or combined several results, and its source; null if values are as recorded.</summary>
    public string? Method { get; init; }

    /// <summary>One line: <c>incomer-2025-04.csv rows 6 to 725, column Import, Meter MM-1 (calibrated 2025-02-11), Electrical department, 2025-06-02, SHA-256 9f…</c>.</summary>
    public override string ToString()
    {
        var rows = FirstRow is not { } first ? null
            : LastRow is { } last && last != first ? string.Format(CultureInfo.InvariantCulture, "rows {0} to {1}", first, last)
            : string.Format(CultureInfo.InvariantCulture, "row {0}", first);
        var said = string.Join(", ", new[]
        {
            Calibrated is null ? null : "calibrated " + Calibrated + (CalibratedUntil is null ? "" : " until " + CalibratedUntil),
            Accreditation is null ? null : Accreditation == NotAccredited ? "not accredited" : "accredited: " + Accreditation + (AccreditedFrom is null ? "" : " from " + AccreditedFrom) + (AccreditedUntil is null ? "" : " until " + AccreditedUntil),
        }.Where(part => part is not null));
        var instrument = said.Length == 0 ? Instrument : $"{Instrument ?? "instrument"} ({said})";
        return string.Join(", ", new[]
        {
            rows is null ? Document : Document + " " + rows,
            Column is null ? null : "column " + Column,
            instrument,
            By,
            RecordedAt,
            Method is null ? null : "by " + Method,
            Sha256 is null ? null : "SHA-256 " + Sha256,
        }.Where(part => part is not null));
    }
}
