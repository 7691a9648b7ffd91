namespace Ccts.Workbooks;

/// <summary>Limits for a workbook from an outside source.</summary>
public sealed record WorkbookLimits
{
    /// <summary>32 MiB, 256 MiB unpacked, 2,000,000 cells.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of its parts together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Cells with content, in all sheets.</summary>
    public int MaxCells { get; init; } = 2_000_000;
}
