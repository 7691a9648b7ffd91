namespace Ccts.Credits.Offsets.Moves;

/// <summary>What moves an offset project, its monitoring reports and its units.</summary>
public enum OffsetMove
{
    /// <summary>The administrator registers a project under a listed methodology, with its first crediting period.</summary>
    Register,

    /// <summary>The proponent describes the project anew; id and methodology stay.</summary>
    Amend,

    /// <summary>An agency validates it.</summary>
    Validate,

    /// <summary>It begins to work.</summary>
    Begin,

    /// <summary>The administrator grants a further crediting period, after the last one.</summary>
    Renew,

    /// <summary>The administrator stops it: no report, verification or issuance meanwhile.</summary>
    Suspend,

    /// <summary>The administrator lets it go on where it stood.</summary>
    Resume,

    /// <summary>The proponent closes it, when no report is under way. Final.</summary>
    Complete,

    /// <summary>The administrator strikes it off. Final.</summary>
    Cancel,

    /// <summary>The proponent files a monitoring report.</summary>
    Report,

    /// <summary>An agency verifies a report: no more tonnes than it claims.</summary>
    Verify,

    /// <summary>An agency refuses a report: its days can be reported anew.</summary>
    Refuse,

    /// <summary>The administrator has reviewed what the agency verified.</summary>
    Review,

    /// <summary>The administrator sends a report back to be verified again.</summary>
    Return,

    /// <summary>The committee recommends the issuance.</summary>
    Recommend,

    /// <summary>The administrator issues: no more than is verified, no number twice, a part into the buffer.</summary>
    Issue,

    /// <summary>A reversal, and the units of the buffer that are cancelled for it.</summary>
    Reverse,

    /// <summary>Units were retired.</summary>
    Retire,

    /// <summary>Units were cancelled.</summary>
    CancelUnits,
}
