using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Credits.Article6.Aef;

/// <summary>The five tables of the agreed electronic format.</summary>
public enum AefTableKind
{
    /// <summary>Table 1.</summary>
    Submission,

    /// <summary>Table 2.</summary>
    Authorizations,

    /// <summary>Table 3.</summary>
    Actions,

    /// <summary>Table 4, at 31 December.</summary>
    Holdings,

    /// <summary>Table 5.</summary>
    AuthorizedEntities,
}

/// <summary>How a cell is written.</summary>
internal enum AefFormat
{
    Text,
    AuthorizationId,
    Day,
    Approach,
    Party,
    Parties,
    Registry,
    Metric,
    Purpose,
    FirstTransfer,
    Action,
    Mitigation,
    Year,
    Timeframe,
    Quantity,
    Version,
    ItmoId,

    // The platform fills it.
    Platform,
}

/// <summary>A column of a table: its name, how its cells are written, and whether a row must have it.</summary>
internal sealed record AefColumn(string Name, AefFormat Format, bool Required = false)
{
    /// <summary>What is expected, in words.</summary>
    internal string Expected => Format switch
    {
        AefFormat.AuthorizationId => "letters, digits, spaces, hyphens, slashes and dots",
        AefFormat.Day => "dd/mm/yyyy",
        AefFormat.Approach => "CA and four digits",
        AefFormat.Party => "the three letters of ISO 3166-1",
        AefFormat.Parties => "the three letters of ISO 3166-1, one Party after the other with a comma or semicolon between",
        AefFormat.Registry => "three letters and two digits",
        AefFormat.Metric => "GHG or non-GHG",
        AefFormat.Purpose => "one of " + string.Join(", ", Article6Words.AllPurposes),
        AefFormat.FirstTransfer => "one of " + string.Join(", ", Article6Words.AllDefinitions),
        AefFormat.Action => "one of " + string.Join(", ", Article6Words.AllActions) + ", Authorization",
        AefFormat.Mitigation => "one of " + string.Join(", ", Article6Words.AllMitigations),
        AefFormat.Year => "four digits",
        AefFormat.Timeframe => "Occurred: from … to … Use: from … to …",
        AefFormat.Quantity => "a number of tonnes, not below zero",
        AefFormat.Version => "a number",
        AefFormat.ItmoId => "the identifiers of the run",
        _ => "text",
    };

    /// <summary>Whether a non-empty cell has the required format. Identifiers are checked as runs.</summary>
    internal bool Admits(string cell) => Format switch
    {
        AefFormat.AuthorizationId => Article6Formats.IsAuthorizationId(cell),
        AefFormat.Day => Article6Formats.DayOf(cell) is not null,
        AefFormat.Approach => Article6Formats.IsApproach(cell),
        AefFormat.Party => Article6Formats.IsParty(cell),
        AefFormat.Parties => cell.Split(',', ';').All(p => Article6Formats.IsParty(p.Trim())),
        AefFormat.Registry => Article6Formats.IsRegistry(cell),
        AefFormat.Metric => cell is "GHG" or "non-GHG",
        AefFormat.Purpose => Article6Words.AllPurposes.Contains(cell, StringComparer.Ordinal),
        AefFormat.FirstTransfer => Article6Words.AllDefinitions.Contains(cell, StringComparer.Ordinal),
        AefFormat.Action => cell == "Authorization" || Article6Words.AllActions.Contains(cell, StringComparer.Ordinal),
        AefFormat.Mitigation => Article6Words.AllMitigations.Contains(cell, StringComparer.Ordinal),
        AefFormat.Year => Article6Formats.IsYear(cell),
        AefFormat.Timeframe => Article6Formats.IsTimeframe(cell),
        AefFormat.Quantity => Article6Formats.NumberOf(cell) is not null,
        AefFormat.Version => Article6Formats.NumberOf(cell) is not null,
        _ => true,
    };
}

/// <summary>The columns of each table, in order.</summary>
internal static class AefColumns
{
    internal const string Party = "Party", Version = "Version", ReportedYear = "Reported year", AuthorizationId = "Authorization ID", Approach = "Cooperative approach ID",
        AuthorizedQuantity = "Authorized quantity", Metric = "Metric", FirstTransferringParty = "First transferring Party ID", ItmoRegistry = "Party ITMO registry ID",
        FirstId = "First ID", LastId = "Last ID", UnitRegistry = "Underlying unit registry ID", FirstUnit = "First unit ID", LastUnit = "Last unit ID",
        Quantity = "Quantity (tCO2e)", NonGhgQuantity = "Quantity (non-GHG)", Mitigation = "Mitigation type", Vintage = "Vintage", ActionDate = "Action date", ActionType = "Action type",
        Transferring = "Transferring Party", Acquiring = "Acquiring Party", Using = "Using/cancelling Party", Purposes = "Purposes for authorization", Date = "Date",
        Country = "Country of incorporation", Name = "Name", UsePurpose = "Purpose of OIMP use or cancellation", Timeframe = "Authorized timeframe",
        FirstTransfer = "First transfer definition for OIMP", Sectors = "Sector(s)", Activities = "Activity type(s)", Parties = "Authorized Party(ies) ID", Entities = "Authorized entity(ies) ID",
        DateOfSubmission = "Date of submission", NdcYear = "Calendar year used towards the NDC", Documentation = "Documentation", IdentificationNumber = "Identification number", Gwp = "GWP value(s)",
        AuthorizationVersion = "Version of the authorization", FirstNdcYear = "First year of the NDC implementation period", LastNdcYear = "Last year of the NDC implementation period", MoreOfIt = "Additional information";

    private static readonly AefColumn[] Runs =
    [
        new(FirstTransferringParty, AefFormat.Party, Required: true), new(ItmoRegistry, AefFormat.Registry, Required: true), new(FirstId, AefFormat.ItmoId, Required: true), new(LastId, AefFormat.ItmoId, Required: true),
        new(UnitRegistry, AefFormat.Text), new(FirstUnit, AefFormat.Text), new(LastUnit, AefFormat.Text), new(Metric, AefFormat.Metric, Required: true), new(Gwp, AefFormat.Text), new("Non-GHG metric", AefFormat.Text),
        new(Quantity, AefFormat.Quantity), new(NonGhgQuantity, AefFormat.Quantity), new(Mitigation, AefFormat.Mitigation, Required: true), new(Vintage, AefFormat.Year, Required: true),
    ];

    private static readonly AefColumn[][] Tables =
    [
        [
            new(Party, AefFormat.Party, Required: true), new(Version, AefFormat.Version, Required: true), new(ReportedYear, AefFormat.Year, Required: true), new(DateOfSubmission, AefFormat.Day),
            new("Review status of the initial report", AefFormat.Platform), new("Result of the consistency check", AefFormat.Platform),
            new(FirstNdcYear, AefFormat.Year), new(LastNdcYear, AefFormat.Year), new("Reference to the Article 6 TER report", AefFormat.Platform),
        ],
        [
            new(AuthorizationId, AefFormat.AuthorizationId, Required: true), new(Date, AefFormat.Day), new(Approach, AefFormat.Approach, Required: true), new(AuthorizationVersion, AefFormat.Version, Required: true),
            new(AuthorizedQuantity, AefFormat.Quantity), new(Metric, AefFormat.Metric, Required: true), new(Gwp, AefFormat.Text), new("Non-GHG metric", AefFormat.Text), new(Sectors, AefFormat.Text, Required: true),
            new(Activities, AefFormat.Text), new(Purposes, AefFormat.Purpose, Required: true), new(Parties, AefFormat.Parties), new(Entities, AefFormat.Text), new("OIMP authorized by the Party", AefFormat.Text),
            new(Timeframe, AefFormat.Timeframe), new("Terms and conditions", AefFormat.Text), new(Documentation, AefFormat.Text), new(FirstTransfer, AefFormat.FirstTransfer), new(MoreOfIt, AefFormat.Text),
        ],
        [
            new(ActionDate, AefFormat.Day, Required: true), new(ActionType, AefFormat.Action, Required: true), new("Action subtype", AefFormat.Text), new(Approach, AefFormat.Approach, Required: true), new(AuthorizationId, AefFormat.AuthorizationId, Required: true),
            .. Runs,
            new(Transferring, AefFormat.Party), new(Acquiring, AefFormat.Party), new(UsePurpose, AefFormat.Text), new(Using, AefFormat.Party), new("Using/cancelling entity", AefFormat.Text), new(NdcYear, AefFormat.Year),
            new("Result of consistency checks", AefFormat.Platform), new(MoreOfIt, AefFormat.Text),
        ],
        [new(Approach, AefFormat.Approach, Required: true), new(AuthorizationId, AefFormat.AuthorizationId, Required: true), .. Runs],
        [
            new(Date, AefFormat.Day), new(Name, AefFormat.Text, Required: true), new(Country, AefFormat.Text, Required: true), new(IdentificationNumber, AefFormat.Text), new(Approach, AefFormat.Approach),
            new("Conditions", AefFormat.Text), new("Change and revocation conditions", AefFormat.Text), new(MoreOfIt, AefFormat.Text),
        ],
    ];

    internal static IReadOnlyList<AefColumn> Of(AefTableKind table) => Tables[(int)table];

    // Cells that state nothing.
    internal static bool IsNothing(string cell) => cell is "" or "NA";
}
