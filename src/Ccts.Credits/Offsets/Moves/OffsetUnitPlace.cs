namespace Ccts.Credits.Offsets.Moves;

/// <summary>The state of a project's units.</summary>
public enum OffsetUnitPlace
{
    /// <summary>Issued, and neither in the buffer nor ended.</summary>
    Free,

    /// <summary>In the buffer against reversals.</summary>
    Buffer,

    /// <summary>Cancelled from the buffer for a reversal.</summary>
    MadeGood,

    /// <summary>Retired.</summary>
    Retired,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
