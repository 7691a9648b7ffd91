using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>How a file is to be read.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExportReading
{
    /// <summary>A format's or a registry's id, or null to recognise the format by its headers.</summary>
    public string? Format { get; init; }

    /// <summary>Whether it is the host's own ledger: its columns are then never taken for a registry's because of names that both use.</summary>
    public bool IsOwnLedger { get; init; }

    /// <summary>Told once a file which format it is read as; null where nobody asks.</summary>
    public Action<ExportRecognition>? Recognised { get; init; }
}
