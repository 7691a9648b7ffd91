namespace Ccts.Credits.Offsets.Moves;

/// <summary>Where a monitoring report stands.</summary>
public enum ReportStage
{
    /// <summary>It is with an agency.</summary>
    Filed,

    /// <summary>An agency refused it. Final; its days can be reported anew.</summary>
    Refused,

    /// <summary>An agency verified it; it is with the administrator.</summary>
    Verified,

    /// <summary>The administrator reviewed it; it is with the committee.</summary>
    Reviewed,

    /// <summary>The committee recommended the issuance.</summary>
    Recommended,

    /// <summary>Tonnes of it are issued.</summary>
    Issued,
}

/// <summary>Where units of a project stand.</summary>
public enum OffsetUnitPlace
{
    /// <summary>Issued, and neither in the buffer nor ended.</summary>
    Free,

    /// <summary>In the buffer against reversals.</summary>
    Buffer,

    /// <summary>Cancelled out of the buffer for a reversal.</summary>
    MadeGood,

    /// <summary>Retired.</summary>
    Retired,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
