namespace Ccts.Credits.Projects;

/// <summary>How far a project has come.</summary>
public enum ProjectStatus
{
    /// <summary>Registered.</summary>
    Registered,

    /// <summary>Validated.</summary>
    Validated,

    /// <summary>Works.</summary>
    Operational,

    /// <summary>Done. Final.</summary>
    Completed,

    /// <summary>Stopped until it is known what becomes of it: no report, verification or issuance meanwhile.</summary>
    Suspended,

    /// <summary>Given up. Final.</summary>
    Cancelled,
}
