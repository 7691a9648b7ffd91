using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Credits.Article6.Aef;

/// <summary>An entity that a Party has authorised: a row of table 5.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Where it is incorporated.</param>
/// <param name="Number">Its identification number.</param>
/// <param name="Approach">Cooperative approach.</param>
public sealed record AuthorizedEntity(LocalDate Date, string Name, string Country, string Number, string Approach);

/// <summary>The parts of a report that the book does not know.</summary>
/// <remarks>Immutable and thread-safe. Unknown values are left out; the three fields of table 1 that the platform fills stay empty.</remarks>
public sealed record AefSubmission
{
    /// <summary>The reporting Party, ISO 3166-1 alpha-3.</summary>
    public string Party { get; init; } = "IND";

    /// <summary>The version of the report.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The reported year.</summary>
    public required int Year { get; init; }

    /// <summary>The day of submission, or null.</summary>
    public LocalDate? Submitted { get; init; }

    /// <summary>First and last year of the NDC implementation period, or null.</summary>
    public (int First, int Last)? Ndc { get; init; }

    /// <summary>The GWP values that the metric rests on, in words, or null.</summary>
    public string? Gwp { get; init; }

    /// <summary>The authorised entities.</summary>
    public IReadOnlyList<AuthorizedEntity> Entities { get; init; } = [];

    /// <summary>How First ID and Last ID are written.</summary>
    public AefIdReading Reading { get; init; }
}

/// <summary>Fills the five tables from a book.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class AefTables
{
    /// <summary>The report of a Party for a year: the versions of letters that were in force in it, the year's actions, and the holdings at 31 December. A first transfer has the day of its letter's definition, and none where that is unknown.</summary>
    /// <param name="book">The book.</param>
    /// <param name="submission">What the book does not know.</param>
    public static AefReport Of(Article6Book book, AefSubmission submission)
    {
        Require.NotNull(submission);
        var end = new LocalDate(submission.Year, 12, 31);
        var (versions, actions) = Require.NotNull(book).ForTables();
        var rows = new List<AefRow>
        {
            AefRow.Of(AefTableKind.Submission, (AefColumns.Party, submission.Party), (AefColumns.Version, Text(submission.Version)), (AefColumns.ReportedYear, Text(submission.Year)),
                (AefColumns.DateOfSubmission, submission.Submitted is { } day ? Article6Formats.Text(day) : null), (AefColumns.FirstNdcYear, Text(submission.Ndc?.First)), (AefColumns.LastNdcYear, Text(submission.Ndc?.Last))),
        };
        rows.AddRange(submission.Party == Article6State.Host ? InForce(versions, submission.Year).Select(l => Authorization(l.Version, l.Now, submission)) : []);
        rows.AddRange(actions.Where(a => a.Action.Date.Year == submission.Year && (a.Action.TransferringParty == submission.Party || a.Action.Party == submission.Party)).Select(a => Action(a.Action, submission, a.IsDayKnown)));
        rows.AddRange(HoldingsOn(actions.Select(a => a.Action), submission.Party, end).Select(h => Holding(h, submission)));
        rows.AddRange(submission.Entities.Select(e => AefRow.Of(AefTableKind.AuthorizedEntities, (AefColumns.Date, Article6Formats.Text(e.Date)), (AefColumns.Name, e.Name),
            (AefColumns.Country, e.Country), (AefColumns.IdentificationNumber, e.Number), (AefColumns.Approach, e.Approach))));
        return new AefReport(rows);
    }

    // A version is in force from its day until the day before the next.
    private static IEnumerable<(Letter Version, LetterStanding Now)> InForce(IReadOnlyList<(Letter Version, LetterStanding Now)> versions, int year) => versions.GroupBy(v => v.Version.Id, StringComparer.Ordinal)
        .SelectMany(g => g.Where((v, i) => v.Version.Date <= new LocalDate(year, 12, 31) && !(i + 1 < g.Count() && g.ElementAt(i + 1).Version.Date <= new LocalDate(year, 1, 1))));

    private static List<ItmoHolding> HoldingsOn(IEnumerable<Article6Action> actions, string party, LocalDate end)
    {
        var held = new List<ItmoHolding>();
        foreach (var action in actions.Where(a => a.Date <= end))
        {
            var run = new ItmoHolding(action.Party ?? Article6State.Host, action.Letter, action.First, action.Units, action.Mitigation);
            var from = action.Type switch
            {
                Article6ActionType.FirstTransfer => null,
                Article6ActionType.Use or Article6ActionType.Cancellation => action.Party,
                _ => action.TransferringParty,
            };
            held = held.SelectMany(h => h.Party == from && h.First.Scope == run.First.Scope
                ? Sdk.Ledger.Blocks.BlockSet.Of(h.Serials).Subtract(Sdk.Ledger.Blocks.BlockSet.Of(run.Serials)).Ranges.Select(h.Part) : [h]).ToList();
            if (action.Type is Article6ActionType.FirstTransfer or Article6ActionType.Transfer)
            {
                held.Add(run);
            }
        }

        return held.Where(h => h.Party == party).OrderBy(h => h.First).ToList();
    }

    private static AefRow Authorization(Letter letter, LetterStanding now, AefSubmission submission) => AefRow.Of(
        AefTableKind.Authorizations,
        (AefColumns.AuthorizationId, letter.Id), (AefColumns.Date, Article6Formats.Text(letter.Date)), (AefColumns.Approach, letter.Approach), (AefColumns.AuthorizationVersion, Text(letter.Version)),
        (AefColumns.AuthorizedQuantity, Text(letter.Tonnes)), (AefColumns.Metric, "GHG"), (AefColumns.Gwp, submission.Gwp), (AefColumns.Sectors, letter.Sectors.Count == 0 ? null : string.Join("; ", letter.Sectors)),
        (AefColumns.Activities, string.Join("; ", letter.Activities)), (AefColumns.Purposes, letter.Purpose.Word()), (AefColumns.Parties, string.Join("; ", letter.Parties)),
        (AefColumns.Entities, letter.Entities.Count == 0 ? null : string.Join("; ", letter.Entities)),
        (AefColumns.Timeframe, FormattableString.Invariant($"Occurred: from {letter.Vintages?.First.ToString(CultureInfo.InvariantCulture) ?? "NA"} to {letter.Vintages?.Last.ToString(CultureInfo.InvariantCulture) ?? "NA"} Use: from {Article6Formats.Text(letter.From)} to {Article6Formats.Text(letter.Until)}")),
        (AefColumns.Documentation, letter.Documentation), (AefColumns.FirstTransfer, letter.FirstTransfer.Word()),
        (AefColumns.MoreOfIt, now.RevokedOn is { } day && day.Year <= submission.Year ? $"Revoked from {Article6Formats.Text(day)}: {now.RevokedBecause}" : null));

    private static AefRow Action(Article6Action action, AefSubmission submission, bool isDayKnown)
    {
        var isMove = action.Type is Article6ActionType.FirstTransfer or Article6ActionType.Transfer;
        var isReceived = action.Type == Article6ActionType.Transfer && action.Party == submission.Party;
        return AefRow.Of(
            AefTableKind.Actions,
            [
                (AefColumns.ActionDate, isDayKnown ? Article6Formats.Text(action.Date) : null), (AefColumns.ActionType, isReceived ? Article6ActionType.Acquisition.Word() : action.Type.Word()),
                .. Run(new ItmoHolding("", action.Letter, action.First, action.Units, action.Mitigation), submission),
                (AefColumns.Transferring, isMove ? action.TransferringParty : null), (AefColumns.Acquiring, isMove ? action.Party : null),
                (AefColumns.Using, isMove ? null : action.Party), (AefColumns.UsePurpose, action.Purpose is { } purpose && purpose.HasOther() ? purpose.Word() : null), (AefColumns.NdcYear, Text(action.NdcYear)),
            ]);
    }

    private static AefRow Holding(ItmoHolding holding, AefSubmission submission) => AefRow.Of(AefTableKind.Holdings, [.. Run(holding, submission)]);

    private static IEnumerable<(string Column, string? Cell)> Run(ItmoHolding run, AefSubmission submission) =>
    [
        (AefColumns.Approach, run.First.Approach), (AefColumns.AuthorizationId, run.Letter), (AefColumns.FirstTransferringParty, run.First.Party), (AefColumns.ItmoRegistry, run.First.Registry),
        (AefColumns.FirstId, Id(run.First, submission)), (AefColumns.LastId, Id(run.Last, submission)),
        (AefColumns.UnitRegistry, run.Units.Registry), (AefColumns.FirstUnit, run.Units.Start.ToString()), (AefColumns.LastUnit, run.Units.End.ToString()),
        (AefColumns.Metric, "GHG"), (AefColumns.Gwp, submission.Gwp), (AefColumns.Quantity, Text(run.Tonnes)), (AefColumns.Mitigation, run.Mitigation.Word()), (AefColumns.Vintage, Text(run.First.Vintage)),
    ];

    private static string Id(ItmoIdentifier id, AefSubmission submission) => submission.Reading == AefIdReading.Integers ? id.Serial.ToString() : id.ToString();

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
