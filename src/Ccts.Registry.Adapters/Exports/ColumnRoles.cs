namespace Ccts.Registry.Adapters.Exports;

/// <summary>What a column of an export can be for.</summary>
internal static class ColumnRoles
{
    internal const string Serial = "serial";
    internal const string Quantity = "quantity";
    internal const string Total = "total";
    internal const string Date = "date";
    internal const string Issued = "issued";
    internal const string Status = "status";
    internal const string Project = "project";
    internal const string LinkedProject = "linkedProject";
    internal const string Vintage = "vintage";
    internal const string Buffer = "buffer";
    internal const string From = "from";
    internal const string To = "to";
    internal const string Registry = "registry";
    internal const string Scope = "scope";

    internal const string ProjectType = "projectType";
    internal const string Methodology = "methodology";
    internal const string Country = "country";
    internal const string CreditType = "creditType";
    internal const string Verifier = "verifier";
    internal const string Removal = "removal";
    internal const string Goals = "goals";
    internal const string Adjustment = "adjustment";
    internal const string RemovalMethod = "removalMethod";
    internal const string Permanence = "permanence";
    internal const string ReversalRisk = "reversalRisk";
    internal const string Verified = "verified";

    /// <summary>The kind of credits, not which, how many or whose: <see cref="CreditDetails"/>.</summary>
    internal static readonly string[] Describing = [ProjectType, Methodology, Country, CreditType, Verifier, Removal, Goals, Adjustment, RemovalMethod, Permanence, ReversalRisk, Verified];

    internal static readonly string[] All = [Serial, Quantity, Total, Date, Issued, Status, Project, LinkedProject, Vintage, Buffer, From, To, Registry, Scope, .. Describing];

    /// <summary>The roles for quantity, state and date: if a format names a column for one of them, an export without it is refused.</summary>
    internal static readonly string[] Deciding = [Quantity, Date, Status, Buffer];
}
