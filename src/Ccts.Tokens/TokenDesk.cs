using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens;

/// <summary>
/// Decides what may happen to tokens. It mints no more than the registry states in custody and the ledger has free, block by
/// block. A burn ends in a registry retirement. It knows no chain: the host sends what the desk accepted.
/// </summary>
/// <remarks>Thread-safe, and safe with other desks on the same journal.</remarks>
public sealed partial class TokenDesk
{
    private readonly TokenDeskOptions _options;
    private readonly TokenCases _cases;

    /// <summary>A desk.</summary>
    public TokenDesk(TokenDeskOptions options)
    {
        _options = Require.NotNull(options);
        _cases = new TokenCases(options.Rules);
    }

    private JournalBook<SupplyState> Book => _options.Supply.Book;

    /// <summary>Makes tokens of units.</summary>
    public TokenAnswer Mint(MintAsk ask)
    {
        Require.NotNull(ask);
        ReasonedDecision? decision = null;
        var record = AskRecords.Minted(ask);
        var answer = Book.Execute(record, state => CheckSignal(ask) ?? CheckMetadata(ask) ?? CheckCustody(ask) ?? state.Admit(record)
            ?? TokenSerial.Fault(ask.Metadata.SerialNumber, ask.Units) ?? CheckBacking(ask.Units) ?? CheckLots(ask) ?? ClaimReport.Refusal(ask.Units, [.. _options.OtherClaims?.Invoke() ?? [], .. LetterClaims]) ?? TokenCases.Refusal(decision = _cases.Mint(ask, LastDayOf(ask), confirmed: true, state.MintedFrom(ask.Signal.Signal.Report.Text), IsPaused(state, ask.Units)))
            ?? CheckValid(ask.Units[0], ask.Metadata, ask.At));
        return new TokenAnswer(answer.Record, answer.Refusal, answer.IsRepeat, decision);
    }

    /// <summary>Stakes tokens against false data, or ends the stake.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="at">When.</param>
    /// <param name="wallet">Whose.</param>
    /// <param name="units">The units they stand for.</param>
    /// <param name="staked">Whether to stake, or to end the stake.</param>
    public TokenAnswer Stake(string key, Instant at, string wallet, IReadOnlyList<SerialBlock> units, bool staked = true) =>
        Answer(Moved(TokenRecords.Moved(staked ? TokenRecords.Stake : TokenRecords.Unstake, key, at, wallet, units), units));

    /// <summary>Claws back live tokens after false data: they are held in another wallet until a decision about them.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="at">When.</param>
    /// <param name="wallet">Whose.</param>
    /// <param name="to">Who keeps them.</param>
    /// <param name="units">The units they stand for.</param>
    /// <param name="reason">By whose order and why, in words.</param>
    public TokenAnswer ClawBack(string key, Instant at, string wallet, string to, IReadOnlyList<SerialBlock> units, string reason) =>
        Answer(Moved(TokenRecords.Moved(TokenRecords.ClawBack, key, at, wallet, units).With(TokenRecords.To, to).With(TokenRecords.Reason, reason), units));

    /// <summary>Pauses minting, transfers, staking and burning, or resumes them. Claw-back, slashing and expiry continue meanwhile.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="at">When.</param>
    /// <param name="paused">Whether to stop.</param>
    /// <param name="reason">By whose order and why, in words.</param>
    public TokenAnswer Pause(string key, Instant at, bool paused, string reason) =>
        Answer(Execute(new JournalRecord(paused ? TokenRecords.Pause : TokenRecords.Resume, key, at).With(TokenRecords.Reason, Require.NotNull(reason)), _ => null));

    // Moves within the country only.
    private BookAnswer Moved(JournalRecord record, IReadOnlyList<SerialBlock> units) => Execute(record, state => AfterFirstTransfer(state, units));

    private BookAnswer Execute(JournalRecord record, Func<SupplyState, BookRefusal?> demands) => Book.Execute(record, state => state.Admit(record) ?? demands(state));

    private static TokenAnswer Answer(BookAnswer answer) => new(answer.Record, answer.Refusal, answer.IsRepeat, null);

    private BookRefusal? CheckSignal(MintAsk ask) =>
        ask.Signal.Fault(_options.Trust, _options.Verifier, _cases.DayOf(ask.At)) is { } fault ? new BookRefusal(fault.Code, fault.Message) : null;

    private static BookRefusal? CheckMetadata(MintAsk ask)
    {
        var (metadata, signal) = (ask.Metadata, ask.Signal.Signal);
        return metadata.VerificationHash != signal.Report ? new("verification-hash-differs", $"The token names the report {metadata.VerificationHash}, the agency verified {signal.Report}.")
            : metadata.Project != signal.Project ? new("project-differs", $"The token names the project \"{metadata.Project}\", the agency verified \"{signal.Project}\".")
            : metadata.Vintage != signal.Vintage ? new("vintage-differs", $"The token is of {metadata.Vintage}, the agency verified {signal.Vintage}.")
            : null;
    }

    private BookRefusal? CheckCustody(MintAsk ask)
    {
        var age = ask.At - ask.Custody.AsOf;
        if (age < Duration.Zero || age > _options.CustodyMaxAge)
        {
            return new("custody-stale", $"The registry's word is of {ask.Custody.AsOf}, and relied on at {ask.At}.");
        }

        foreach (var block in ask.Units)
        {
            if (ask.Custody.Missing(block) is { IsEmpty: false } missing)
            {
                return new("not-in-custody", $"The registry does not show {missing} of {block} as held in the custody account.");
            }
        }

        var stated = ask.Units.SelectMany(ask.Custody.Of).ToList();
        return stated.Select(s => s.Kind is { } kind && !Spelled.Same(kind.Name, ask.Metadata.Kind.Name) ? new BookRefusal("kind-differs", $"The token is of {ask.Metadata.Kind}, and the registry has {s.Units} as {kind}.")
            : s.Vintage is { } year && year != ask.Metadata.Vintage.StartYear ? new BookRefusal("vintage-differs", $"The token is of {ask.Metadata.Vintage}, and the registry has {s.Units} of {year}.")
            : s.VintageEnds is { } ends && ends != ask.Metadata.Vintage.StartYear && ends != ask.Metadata.Vintage.StartYear + 1 ? new BookRefusal("vintage-differs", $"The token is of {ask.Metadata.Vintage}, and the registry has {s.Units} of a vintage that ends in {ends}.")
            : s.IsOfAnother(ask.Metadata.Project) ? new BookRefusal("project-differs", $"The token is of the project \"{ask.Metadata.Project}\", and the registry has {s.Units} of {s.Project}.") : null).FirstOrDefault(no => no is not null)
            ?? ask.Units.Select(block => DaysDiffer(ask.Metadata, ask.Custody.IssueDays(block), ask.Custody.LastDay(block), "by the registry")).FirstOrDefault(no => no is not null);
    }

    private BookRefusal? CheckBacking(IReadOnlyList<SerialBlock> units)
    {
        var free = (_options.Ledger.Account(_options.BackingAccount)?.Holdings ?? []).Where(h => h.Place == ShadowAccount.Free).ToList();
        foreach (var block in units)
        {
            var behind = BlockSet.FromRanges(free.Where(h => h.Units.Block.SharesScopeWith(block)).Select(h => h.Units.Range));
            if (!behind.Contains(block.Range))
            {
                return new("not-backed", $"The ledger has {BlockSet.Of(block.Range).Subtract(behind)} of {block} not free in the account \"{_options.BackingAccount}\".");
            }
        }

        return null;
    }

    // A token's statements about its units must match the ledger; where the ledger has no date, the metadata's applies.
    private BookRefusal? CheckLots(MintAsk ask)
    {
        var metadata = ask.Metadata;
        return LotsOf(ask).Select(lot => lot.Kind != metadata.Kind ? new BookRefusal("kind-differs", $"The token is of {metadata.Kind}, and the ledger has units of {lot.Kind}.")
            : lot.Vintage != metadata.Vintage.StartYear ? new BookRefusal("vintage-differs", $"The token is of {metadata.Vintage}, and the ledger has units of {lot.Vintage}.")
            : DaysDiffer(metadata, lot.Issued is { } issued ? [issued] : [], lot.Expires, "in the ledger")).FirstOrDefault(no => no is not null);
    }

    // A token has the issue day of its units and ends no later than they do, whichever source states the dates. After minting its own dates count.
    private static BookRefusal? DaysDiffer(TokenMetadata metadata, IEnumerable<LocalDate> issued, LocalDate? last, string where) =>
        issued.Where(d => d != metadata.Issued).Take(1).Select(d => new BookRefusal("issue-day-differs", $"The token's units are issued on {metadata.Issued?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "no day that it says"}, and {where} on {d:uuuu-MM-dd}.")).FirstOrDefault()
            ?? (last is { } end && !(metadata.ExpiryDate <= end) ? new BookRefusal("expiry-differs", $"The units' last day {where} is {end:uuuu-MM-dd}, and the token would outlive it.") : null);

    private IEnumerable<UnitLot> LotsOf(MintAsk ask) => _options.Ledger.Account(_options.BackingAccount)!.Holdings
        .Where(h => h.Place == ShadowAccount.Free && ask.Units.Any(u => u.Overlaps(h.Units.Block))).Select(h => h.Units.Lot).Distinct();

    // The earlier of the registry's and the ledger's dates counts.
    private LocalDate? LastDayOf(MintAsk ask) => ask.Units.Select(ask.Custody.LastDay).Concat(LotsOf(ask).Select(l => l.Expires)).Min();

    private BookRefusal? CheckValid(SerialBlock block, TokenMetadata metadata, Instant at) => _cases.ValidityOf(block, metadata, _cases.DayOf(at)) switch
    {
        Validity.Valid => null,
        Validity.Over => new("token-expired", "The token's last day has passed; it can only expire."),
        Validity.NotYetIssued => new("not-yet-issued", "The units behind the token are issued on a later day."),
        _ => new("issue-day-unknown", "A validity counts from the day of issue, and that of the units is not stated."),
    };

    private static BookRefusal? ByClass(SupplyState state, IReadOnlyList<SerialBlock> units, Func<IReadOnlyList<SerialBlock>, TokenMetadata, BookRefusal?> check) => units
        .SelectMany(u => state.Find(u)!.Classes(BlockSet.Of(u.Range)).SelectMany(c => c.Numbers.Ranges.Select(r => (Block: u.With(r), c.Metadata))))
        .GroupBy(c => c.Metadata, c => c.Block)
        .Select(g => check(g.ToList(), g.Key))
        .FirstOrDefault(no => no is not null);

    private IEnumerable<Claim> LetterClaims => _options.Letters?.Claims ?? [];

    // Null where the desk has nobody to ask: then the ruleset refers the request and nothing moves. The requested use itself is not a second use.
    private bool? IsUsedElsewhere(IReadOnlyList<SerialBlock> units, string? own = null)
    {
        bool IsIn(IEnumerable<Claim> claims) => ClaimReport.Refusal(units, claims.Where(c => own is null || c.Use != own)) is not null;
        return IsIn(LetterClaims) ? true : _options.OtherClaims is { } others ? IsIn(others()) : null;
    }

    private bool IsPaused(SupplyState state, IReadOnlyList<SerialBlock> units) => state.IsPaused || IsPausedInLedger(units);

    private bool IsPausedInLedger(IReadOnlyList<SerialBlock> units) =>
        _options.Ledger.Pauses.Any(p => p.Registry is null || units.Any(u => PlainName.Alike(u.Registry, p.Registry)));
}
