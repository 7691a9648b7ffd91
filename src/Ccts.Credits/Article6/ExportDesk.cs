using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>A request to export units under a letter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExportAsk
{
    /// <summary>The transfer under Article 6. Its key, at most 80 characters, identifies the whole export.</summary>
    public required FirstTransfer Transfer { get; init; }

    /// <summary>The ledger's account in which the units are free.</summary>
    public required string Account { get; init; }

    /// <summary>The ledger's account that receives them.</summary>
    public required string ToAccount { get; init; }

    /// <summary>The registry's account that holds them.</summary>
    public required string FromRegistryAccount { get; init; }

    /// <summary>The registry's account that they go to.</summary>
    public required string ToRegistryAccount { get; init; }

    /// <summary>The corresponding adjustment of the host, as the cooperative approach records it: <c>not-started</c>, <c>committed</c>, <c>applied</c>, <c>not-required</c>, <c>unknown</c>.</summary>
    public required string AdjustmentStatus { get; init; }

    /// <summary>Blocks claimed by a token, another registry or an order, as far as the host has checked; null when nobody has checked, and then nothing is exported.</summary>
    public IReadOnlyList<SerialBlock>? ClaimedElsewhere { get; init; }
}

/// <summary>The result of an export.</summary>
/// <param name="Action">The recorded action; null when refused.</param>
/// <param name="Refusal">The reason for a refusal, or null. A refusal changes nothing.</param>
/// <param name="IsRepeat">Whether it was done before under this key.</param>
/// <param name="NotInstructed">Why the registry's instruction is not committed yet; null when it is. Retry with <see cref="ExportDesk.InstructAsync"/>.</param>
/// <param name="Decision">The ruleset's answer with its reasons, where it was asked.</param>
public sealed record ExportAnswer(Article6Action? Action, BookRefusal? Refusal, bool IsRepeat, BookRefusal? NotInstructed, ReasonedDecision? Decision)
{
    /// <summary>Whether it was done, now or before.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>A receipt that anyone can replay; null when the export was refused, or done before under another ruleset than the desk's (then use <see cref="ExportReceipt.Of"/> with that one).</summary>
    public Receipt? Receipt { get; init; }
}

/// <summary>
/// Exports units end to end: the ruleset decides, the letter's balance falls and identifiers are assigned, the ledger reserves the units and commits the registry's
/// instruction. A domestic certificate is never exported, because no text read permits it.
/// </summary>
/// <param name="rules">The year's rules.</param>
/// <param name="book">The letters and the actions under them.</param>
/// <param name="ledger">The host's ledger.</param>
/// <param name="others">Claims on units by tokens, orders or registries, asked at every export; null for none beside <see cref="ExportAsk.ClaimedElsewhere"/>.</param>
/// <remarks>Thread-safe, and safe with other desks on the same journals.</remarks>
public sealed class ExportDesk(DecisionEngine rules, Article6Book book, LedgerEngine ledger, Func<IEnumerable<Claim>>? others = null)
{
    private readonly DecisionEngine _rules = Require.NotNull(rules);
    private readonly Article6Book _book = Require.NotNull(book);
    private readonly LedgerEngine _ledger = Require.NotNull(ledger);

    /// <summary>Exports units, or returns the reason for a refusal.</summary>
    public async Task<ExportAnswer> ExportAsync(ExportAsk ask, CancellationToken cancellation = default)
    {
        var transfer = Require.NotNull(ask).Transfer;
        if (transfer.Key.Length > 80)
        {
            throw new ArgumentException("The key of an export has at most 80 characters.", nameof(ask));
        }

        ReasonedDecision? decision = null;
        var lot = Lot(ask);
        var answer = _book.Transfer(transfer, record => TermsOf(record, ask), record => Malformed(ask) ?? ClaimReport.Refusal([transfer.Units], others?.Invoke()) ?? (lot is null
            ? new BookRefusal("not-free", $"The account \"{ask.Account}\" does not have all of {transfer.Units} free, as one lot.")
            : OtherDay(transfer) ?? NoLetter(transfer) ?? OtherYear(lot, transfer) ?? OtherIssue(lot, transfer) ?? RefusalOf(decision = Decide(ask)) ?? Rests(record, decision, lot)));
        if (!answer.IsAccepted)
        {
            return new ExportAnswer(null, answer.Refusal, IsRepeat: false, null, decision);
        }

        if (_book.Export(transfer.Key) is null)
        {
            return new ExportAnswer(null, NoExport(transfer.Key), IsRepeat: false, null, decision);
        }

        // An export accepted now has the transfer's own day, so a revocation from a later day does not affect it.
        var no = await CommitAsync(ask, 0, isNow: !answer.IsRepeat, cancellation).ConfigureAwait(false);
        return new ExportAnswer(_book.Actions.First(a => a.Key == transfer.Key), null, answer.IsRepeat, no, decision) { Receipt = ExportReceipt.Of(_book, transfer.Key, _rules.Ruleset) };
    }

    /// <summary>Commits the registry's instruction of an accepted export. A repeated call does not commit a second one.</summary>
    /// <param name="ask">The export.</param>
    /// <param name="attempt">0 at first; another number for each new try after a refusal that the ledger remembers.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>
    /// The refusal, or null when the instruction is committed: <c>not-exported</c> where the book has no such first transfer, <c>key-reused</c> where the export was requested on other terms, <c>malformed</c> where no registry could take the instruction, <c>letter-revoked</c> where the letter was revoked
    /// before the registry was instructed (no text read says what becomes of the tonnes that it counted, so somebody has to decide), or the ledger's own reason.
    /// </returns>
    public Task<BookRefusal?> InstructAsync(ExportAsk ask, int attempt = 0, CancellationToken cancellation = default) => CommitAsync(ask, attempt, isNow: false, cancellation);

    // The ruleset knows only whether there is a letter, so the reason is found here.
    private BookRefusal? NoLetter(FirstTransfer transfer) => _book.Find(transfer.Letter) is { } standing ? Article6State.Revoked(standing, transfer.Date) : Article6State.Unknown(transfer.Letter);

    private async Task<BookRefusal?> CommitAsync(ExportAsk ask, int attempt, bool isNow, CancellationToken cancellation)
    {
        var (key, units) = (Require.NotNull(ask).Transfer.Key, ask.Transfer.Units);
        if (_book.Actions.FirstOrDefault(a => a.Key == key) is not { } transferred || transferred.Units != units)
        {
            return new BookRefusal("not-exported", $"The book has no first transfer of {units} under \"{key}\", so the registry is not instructed.");
        }

        if (!_book.IsSame(ask.Transfer, record => TermsOf(record, ask)))
        {
            return new BookRefusal("key-reused", $"The key \"{key}\" is of an export on other terms.");
        }

        if (Malformed(ask) is { } fault)
        {
            return fault;
        }

        if (_book.Export(key) is null)
        {
            return NoExport(key);
        }

        // Units still free have no instruction yet, and may have been claimed since.
        if (!isNow && Lot(ask) is not null && ClaimReport.Refusal([units], others?.Invoke().Where(c => c.Use != Claim.UseOfFirstTransfer(key))) is { } claimed)
        {
            return claimed;
        }

        if (_book.Find(ask.Transfer.Letter)?.RevokedOn is { } day && !(isNow && day > ask.Transfer.Date) && Lot(ask) is not null)
        {
            return new BookRefusal("letter-revoked", $"The letter \"{ask.Transfer.Letter}\" was revoked on {day:uuuu-MM-dd}, before the registry was instructed. What becomes of the tonnes that it counted is not read.");
        }

        // Another book on this ledger may have exported other units under the same key.
        var no = await ReserveAsync(ask, Instruction(ask, attempt), cancellation).ConfigureAwait(false);
        no = no is { Code: RefusalCode.KeyReused } ? await ReserveAsync(ask, Instruction(ask, attempt, isKeyTaken: true), cancellation).ConfigureAwait(false) : no;
        return no is null ? null : new BookRefusal(no.CodeText, no.Message);
    }

    private async Task<Refusal?> ReserveAsync(ExportAsk ask, UnitInstruction instruction, CancellationToken cancellation)
    {
        var reservation = instruction.Ledger!.Reservation;
        var answer = await _ledger.ExecuteAsync(
            new ReserveUnits(reservation, ask.Transfer.At, ask.Account, reservation, new ChosenUnits(ask.Transfer.Units), ReservationPurpose.Other), [instruction.ToIntent()], cancellation).ConfigureAwait(false);
        return answer.Refusal;
    }

    // Units of a token that went abroad left with the token; an export would transfer them a second time.
    private static BookRefusal NoExport(string key) => new("key-reused", $"The first transfer under \"{key}\" was made without an export, as that of a token is.");

    // All books share the ledger's keys, while an export's key is unique only within its book. Where it is taken, the units are added to it, as for a burn.
    private static UnitInstruction Instruction(ExportAsk ask, int attempt, bool isKeyTaken = false)
    {
        var key = isKeyTaken ? ask.Transfer.Key + "/" + Digest.Of(ask.Transfer.Units.ToString()).Text.Substring(7, 16) : ask.Transfer.Key;
        return new()
        {
            Key = key, Kind = InstructionKind.Transfer, Units = ask.Transfer.Units, FromAccount = ask.FromRegistryAccount, ToAccount = ask.ToRegistryAccount,
            Purpose = "Article 6 first transfer, letter " + ask.Transfer.Letter,
            Ledger = new LedgerEffect(ask.Account, key + "/export" + (attempt == 0 ? "" : attempt.ToString(CultureInfo.InvariantCulture)), ask.ToAccount),
        };
    }

    // Checked before the letter's balance falls: with an instruction that no registry accepts, the units would be first transferred but never leave.
    private static BookRefusal? Malformed(ExportAsk ask) =>
        new[] { ask.Account, ask.ToAccount, ask.FromRegistryAccount, ask.ToRegistryAccount }.Any(a => NotStated.Shipped.Read(a) is null) ? new("malformed", "An account of the ledger or of the registry is blank.")
        : Spelled.Same(ask.FromRegistryAccount, ask.ToRegistryAccount) || Spelled.Same(ask.Account, ask.ToAccount) ? new("malformed", "The units go to the account in which they are.")
        : IsNumbered(ask.Transfer.Key) ? new("malformed", $"The key \"{ask.Transfer.Key}\" ends as those do that a burn of tokens gives its instructions: no stroke and number at its end.")
        : Instruction(ask, 0).Fault() is { } fault ? new("malformed", fault) : null;

    // The desk of tokens numbers its instructions key/0, key/1, …
    private static bool IsNumbered(string key) => key.LastIndexOf('/') is var at and >= 0 && at + 1 < key.Length && key.Skip(at + 1).All(c => c is >= '0' and <= '9');

    private static JournalRecord TermsOf(JournalRecord record, ExportAsk ask)
    {
        record.With(Article6State.Account, ask.Account).With(Article6State.ToAccount, ask.ToAccount).With(Article6State.RegistryAccount, ask.FromRegistryAccount)
            .With(Article6State.ToRegistryAccount, ask.ToRegistryAccount).With(Article6State.Adjustment, ask.AdjustmentStatus);
        return (ask.ClaimedElsewhere is { } claimed ? record.With(Article6State.ClaimedElsewhere, claimed) : record).AddedSince(Article6State.Terms);
    }

    private UnitLot? Lot(ExportAsk ask)
    {
        var here = (_ledger.Account(ask.Account)?.Holdings ?? []).Where(h => h.Place == ShadowAccount.Free && h.Units.Block.Overlaps(ask.Transfer.Units)).ToList();
        var lots = here.Select(h => h.Units.Lot).Distinct().ToList();
        return lots.Count == 1 && BlockSet.FromRanges(here.Select(h => h.Units.Range)).Contains(ask.Transfer.Units.Range) ? lots[0] : null;
    }

    // The transfer must be dated today, so that nobody can choose the day with the most favourable law or letter.
    private BookRefusal? OtherDay(FirstTransfer transfer) => transfer.At.WithOffset(_ledger.Policy.CivilTime).Date is var day && day == transfer.Date ? null
        : new BookRefusal("date-differs", FormattableString.Invariant($"The transfer is dated {transfer.Date:uuuu-MM-dd}, and asked for on {day:uuuu-MM-dd}."));

    // Units of a compliance year are outcomes of the two calendar years that it covers.
    private static BookRefusal? OtherYear(UnitLot lot, FirstTransfer transfer) => transfer.Vintage == lot.Vintage || transfer.Vintage == lot.Vintage + 1 ? null
        : new BookRefusal("vintage-differs", $"The ledger has {transfer.Units} of {lot.Vintage}, and outcomes of {transfer.Vintage} are to be transferred.");

    private static BookRefusal? OtherIssue(UnitLot lot, FirstTransfer transfer) => lot.Issued is not { } known || transfer.Issued is not { } said || said == known ? null
        : new BookRefusal("issue-day-differs", FormattableString.Invariant($"The ledger has {transfer.Units} as issued on {known:uuuu-MM-dd}, and the transfer says {said:uuuu-MM-dd}."));

    private ReasonedDecision Decide(ExportAsk ask)
    {
        var (transfer, standing) = (ask.Transfer, _book.Find(ask.Transfer.Letter));
        var request = AccountRequests.Of(
            new ExportRequest
            {
                Id = transfer.Key, Date = transfer.Date, Year = _rules.Ruleset.Year,
                UnitDoubleUse = ask.ClaimedElsewhere?.Any(c => Spelled.Overlap(c, transfer.Units)), Activity = transfer.Activity, AdjustmentStatus = ask.AdjustmentStatus,
                LetterPresent = standing is { RevokedOn: null } || standing?.RevokedOn > transfer.Date,
                LetterQuantityLeft = standing is null ? null : Co2e.FromTonnes(standing.Left), LetterValidUntil = standing?.Letter.Until,
            },
            _ledger, ask.Account, new ChosenUnits(transfer.Units));
        try
        {
            return _rules.Decide(request[0]).Explain();
        }
        catch (ArgumentException bad)
        {
            // A kind, an activity or a status that the ruleset does not mention: a refusal, not a fault.
            throw new FormatException(Require.Said(bad), bad);
        }
    }

    // Written with the transfer, so that its receipt can be made at any time.
    private BookRefusal? Rests(JournalRecord record, ReasonedDecision decision, UnitLot lot)
    {
        record.With(Article6State.Issued, record.FindDay(Article6State.Issued) ?? lot.Issued).With(Article6State.Request, RequestJson.Write(decision.Request, _rules.Ruleset.Rules.Vocabulary).ToJsonString()).With(Article6State.Ruleset, _rules.Ruleset.Identity.Digest);
        return null;
    }

    private static BookRefusal? RefusalOf(ReasonedDecision decision)
    {
        var against = decision.Findings.Where(f => f.Effect != RuleEffect.Allow).OrderBy(f => f.Certain && f.Effect == RuleEffect.Deny ? 0 : 1).ToList();
        return decision.Outcome == Outcome.Permit ? null
            : new BookRefusal(against.FirstOrDefault()?.Code ?? "not-permitted", string.Join(" ", against.Select(f => f.Explained).DefaultIfEmpty("The ruleset does not permit it.")));
    }
}
