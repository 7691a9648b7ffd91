using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Article6;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Rules.Decisions.Requests;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;

namespace Ccts.Credits.Requests;

/// <summary>Requests to the ruleset about credits of an account.</summary>
/// <typeparam name="TRequest">The type of request.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Requests">One for each lot and set of attributes among the credits. The action is permitted when all of them are. Empty when there is a fault.</param>
/// <param name="Units">The credits in the form of a ledger command; null when there is a fault.</param>
/// <param name="Fault">Why no request can be made, in one sentence; null when it can.</param>
public sealed record CreditRequests<TRequest>(IReadOnlyList<TRequest> Requests, ChosenUnits? Units, string? Fault)
    where TRequest : EligibilityRequest
{
    /// <summary>Credits among them that are on a watch-list; empty where none is, or none was given. This is a finding, not a refusal; the host's rules decide what follows.</summary>
    public IReadOnlyList<WatchFinding> Watched { get; init; } = [];
}

/// <summary>
/// Makes requests from an account and a selection of its credits, in one call. What the ledger, the book of credits, a letter and the claims of other books know
/// is filled in (<see cref="AccountRequests"/>), so the host states only the rest.
/// </summary>
/// <remarks>Pure and thread-safe; changes nothing.</remarks>
public static class CreditRequests
{
    /// <summary>The requests for credits of an account.</summary>
    /// <typeparam name="TRequest">
    /// One of the eight types of request. For a <see cref="VerifyRequest"/>, the credits know only the agency, so there is one request for each agency.
    /// </typeparam>
    /// <param name="stated">What only the host knows. Where a book knows a member too, the book's value is used.</param>
    /// <param name="ledger">What the ledger knows of the account now.</param>
    /// <param name="credits">The selection among the account's holdings.</param>
    /// <param name="tonnes">How many of it, from the first.</param>
    /// <param name="letter">The current state of the letter for the export; null for none. A letter for another activity or vintage counts as missing; for a letter limited to named entities, the host states whether it applies.</param>
    /// <param name="claims">The claims of other orders, tokens, letters and registries; null where nobody has checked, and then the host states any use elsewhere.</param>
    /// <param name="watch">The host's watch-list, with that of its offset projects (<c>OffsetWatch</c>); null for none.</param>
    /// <exception cref="ArgumentException">The request is to buy: a buyer has no units to ask about.</exception>
    public static CreditRequests<TRequest> Of<TRequest>(
        TRequest stated, LedgerFacts ledger, CreditSelection credits, long tonnes, LetterStanding? letter = null, IEnumerable<Claim>? claims = null, IReadOnlyList<WatchEntry>? watch = null)
        where TRequest : EligibilityRequest
    {
        Require.NotNull(stated);
        Require.NotNull(ledger);
        if (Require.NotNull(credits).Take(tonnes) is not { } units)
        {
            var maybe = credits.NotKnown.Sum(n => n.Units.Tonnes);
            return new CreditRequests<TRequest>([], null, $"The account has {credits.Tonnes} tonnes that fit, of {tonnes} asked for" + (maybe == 0 ? "." : $"; whether {maybe} more fit is not known."));
        }

        var pieces = credits.Found.SelectMany(f => units.Blocks.Where(b => b.Overlaps(f.Units.Block)).Select(b => f with { Units = f.Units with { Range = b.Range.Intersect(f.Units.Range)!.Value } })).ToList();
        var watched = WatchList.Of(pieces.Select(p => new CreditPiece(p.Units.Block, p.Attributes)), watch ?? []);
        if (stated is VerifyRequest verification)
        {
            return new CreditRequests<TRequest>([.. OfAgencies(verification, pieces).Cast<TRequest>()], units, null) { Watched = watched };
        }

        var taken = claims?.Where(c => c.Kind != ClaimKind.Holding).ToList();
        var requests = AccountRequests.Of((UnitRequest)(EligibilityRequest)stated, ledger, units).SelectMany(r => pieces.Where(p => p.Units.Lot.Equals(r.Lot))
            .GroupBy(p => Seen(p, taken))
            .Select(g => (TRequest)(EligibilityRequest)With(r.Request, g.Key, letter, stated)));
        return new CreditRequests<TRequest>([.. requests], units, null) { Watched = watched };
    }

    /// <summary>The key by which credits are grouped into requests.</summary>
    private sealed record Sight(string? Methodology, decimal? Score, string? Adjustment, bool? IsUsed);

    private static Sight Seen(CreditHolding piece, List<Claim>? claims) =>
        new(piece.Attributes?.Methodology, piece.Attributes?.Quality?.Score, piece.Attributes?.Adjustment?.Status, claims?.Exists(c => Spelled.Overlap(c.Units, piece.Units.Block)));

    private static UnitRequest With(UnitRequest request, Sight known, LetterStanding? letter, EligibilityRequest stated)
    {
        // The host may know of a use that is in none of these books.
        var isUsed = request.UnitDoubleUse == true ? true : known.IsUsed ?? request.UnitDoubleUse;
        var asked = request with { UnitDoubleUse = isUsed };
        bool? isLetter = letter is null ? null : !(letter.RevokedOn <= stated.Date) && letter.Letter.From <= stated.Date && Covers(letter.Letter, request)
            // A request does not say which entity acts, so for a letter limited to named entities the host states whether it applies.
            ? letter.Letter.Entities.Count > 0 ? (bool?)null : true : false;
        Co2e? left = letter is null ? null : Co2e.FromTonnes(letter.Left);
        return asked switch
        {
            TradeRequest trade => trade with { ProjectMethodology = known.Methodology ?? trade.ProjectMethodology, QualityScore = known.Score ?? trade.QualityScore },
            MintRequest mint => mint with { ProjectMethodology = known.Methodology ?? mint.ProjectMethodology },
            ExportRequest export => export with
            {
                AdjustmentStatus = known.Adjustment ?? export.AdjustmentStatus,
                LetterPresent = isLetter ?? export.LetterPresent, LetterQuantityLeft = left ?? export.LetterQuantityLeft, LetterValidUntil = letter?.Letter.Until ?? export.LetterValidUntil,
            },
            TransferRequest transfer => transfer with
            {
                AdjustmentStatus = known.Adjustment ?? transfer.AdjustmentStatus,
                LetterPresent = isLetter ?? transfer.LetterPresent, LetterQuantityLeft = left ?? transfer.LetterQuantityLeft, LetterValidUntil = letter?.Letter.Until ?? transfer.LetterValidUntil,
            },
            _ => asked,
        };
    }

    // Units of a compliance year are outcomes of the two calendar years that it covers.
    private static bool Covers(Letter letter, UnitRequest request) =>
        ((request as ExportRequest)?.Activity ?? (request as TransferRequest)?.Activity) is var activity && (activity is null || letter.Activities.Contains(activity, StringComparer.Ordinal))
        && (letter.Vintages is not { } years || request.UnitVintage is not { } year || (years.First <= year.StartYear + 1 && year.StartYear <= years.Last));

    private static IEnumerable<VerifyRequest> OfAgencies(VerifyRequest stated, IEnumerable<CreditHolding> pieces) =>
        pieces.Select(p => p.Attributes?.VerificationBody).Distinct(StringComparer.Ordinal).Select(body => stated with { Agency = body ?? stated.Agency });
}
