using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules.Decisions;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens;

/// <content>How tokens end: first the token, then the unit. Whatever fails in between, no tonne exists twice.</content>
public sealed partial class TokenDesk
{
    /// <summary>Ends tokens and instructs the registry to retire the units behind them.</summary>
    /// <remarks>If the ledger refuses the instruction, the tokens have still ended, and the key is listed in <see cref="TokenSupply.NotInstructed"/>: see <see cref="InstructAsync"/>.</remarks>
    public async Task<TokenAnswer> BurnAsync(BurnAsk ask, CancellationToken cancellation = default)
    {
        Require.NotNull(ask);
        CheckKey(ask.Key);
        ReasonedDecision? decision = null;
        var record = AskRecords.Burned(ask);
        var answer = Execute(record, state => AfterFirstTransfer(state, ask.Units) ?? InLedgerPaused(ask.Units) ?? CheckBacking(ask.Units) ?? NotToBeSent(record)
            ?? ByClass(state, ask.Units, (units, metadata) => CheckValid(units[0], metadata, ask.At) ?? TokenCases.Refusal(decision = _cases.Retire(ask, metadata, IsUsedElsewhere(units)))));
        if (answer.IsAccepted)
        {
            await InstructAsync(ask.Key, ask.At, cancellation).ConfigureAwait(false);
        }

        return new TokenAnswer(answer.Record, answer.Refusal, answer.IsRepeat, decision);
    }

    // Checked before the token ends: its units cannot be retired during a pause.
    private BookRefusal? InLedgerPaused(IReadOnlyList<SerialBlock> units) => IsPausedInLedger(units) ? new("paused", "New business with the registry of the units is paused in the ledger.") : null;

    /// <summary>Forfeits staked tokens and instructs the registry to cancel the units behind them: they rest on false data, and nobody may count them.</summary>
    /// <param name="key">The idempotency key, at most 80 characters.</param>
    /// <param name="at">When.</param>
    /// <param name="wallet">Whose.</param>
    /// <param name="units">The units they stand for.</param>
    /// <param name="reason">By whose order and why, in words.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<TokenAnswer> SlashAsync(string key, Instant at, string wallet, IReadOnlyList<SerialBlock> units, string reason, CancellationToken cancellation = default)
    {
        CheckKey(key);
        var record = TokenRecords.Moved(TokenRecords.Slash, key, at, wallet, units).With(TokenRecords.Reason, Require.NotNull(reason));
        var answer = Execute(record, state => AfterFirstTransfer(state, units) ?? NotToBeSent(record));
        if (answer.IsAccepted)
        {
            await InstructAsync(key, at, cancellation).ConfigureAwait(false);
        }

        return Answer(answer);
    }

    /// <summary>Commits the registry instruction of a burn or slashing with the ledger's reservation of the units; the outbox sends it. A repeated call does not commit a second one.</summary>
    /// <param name="key">The key of the burn or slashing.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Why the ledger refuses, or null when the instruction is committed.</returns>
    /// <exception cref="ArgumentException">Nothing was burned or slashed under that key.</exception>
    public async Task<Refusal?> InstructAsync(string key, Instant at, CancellationToken cancellation = default)
    {
        var ending = Book.Ask(s => s.Endings.FirstOrDefault(e => e.Record.Key == key)) ?? throw new ArgumentException($"Nothing was burned or slashed under \"{key}\".", nameof(key));
        if (ending.IsInstructed)
        {
            return null;
        }

        // The ledger may keep a refusal under its key for good, so each new try has its own key.
        var refusals = Book.Ask(_ => ending.Refusals);
        var attempt = key + "/end" + (refusals == 0 ? "" : refusals.ToString(CultureInfo.InvariantCulture));
        var units = ending.Record.Blocks(TokenRecords.Units);
        var intents = Instructions(ending.Record, attempt).Select(i => i.ToIntent()).ToArray();
        var answer = await _options.Ledger.ExecuteAsync(
            new ReserveUnits(attempt, ending.Record.At, _options.BackingAccount, attempt, new ChosenUnits(units), ReservationPurpose.Other), intents, cancellation).ConfigureAwait(false);
        var what = answer.IsAccepted ? TokenRecords.Instructed : TokenRecords.InstructionRefused;
        Book.Execute(new JournalRecord(what, attempt + (answer.IsAccepted ? "/instructed" : "/refused"), at).With(TokenRecords.Of, key).With(TokenRecords.Reason, answer.Refusal?.ToString()));

        // Another supply on this ledger has burned under the same key.
        return answer.Refusal is { Code: RefusalCode.KeyReused } ? await InstructAsync(key, at, cancellation).ConfigureAwait(false) : answer.Refusal;
    }

    // One for each block.
    private IEnumerable<UnitInstruction> Instructions(JournalRecord ending, string reservation)
    {
        var isBurn = ending.What == TokenRecords.Burn;
        return ending.Blocks(TokenRecords.Units).Select((block, i) => new UnitInstruction
        {
            Key = TokenRecords.InstructionKey(ending, i),
            Kind = isBurn ? InstructionKind.Retire : InstructionKind.Cancel,
            Units = block,
            FromAccount = _options.CustodyAccount,
            Beneficiary = isBurn ? ending.Text(TokenRecords.Beneficiary) : null,
            Purpose = ending.Find(isBurn ? TokenRecords.Purpose : TokenRecords.Reason),
            Ledger = new LedgerEffect(_options.BackingAccount, reservation),
        });
    }

    // Checked before the tokens end: with an instruction that no registry accepts, their units would have no owner.
    private BookRefusal? NotToBeSent(JournalRecord ending) => PlainName.IsEmpty(_options.CustodyAccount) || PlainName.IsEmpty(_options.BackingAccount) ? new("malformed", "The custody account or the account behind the tokens is blank.")
        : Instructions(ending, ending.Key + "/end").Select(i => i.Fault()).FirstOrDefault(f => f is not null) is { } fault ? new("malformed", fault) : null;

    /// <summary>Ends every token whose last day has passed, by the ledger's own clock of validity, and lets the units behind them expire in the ledger.</summary>
    /// <param name="key">The idempotency key of the sweep, at most 80 characters.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ExpirySweep> SweepAsync(string key, Instant at, CancellationToken cancellation = default)
    {
        CheckKey(key);
        var day = _cases.DayOf(at);
        var (ended, unknown, refused) = (new List<TokenRun>(), new List<TokenRun>(), new List<(TokenRun, string)>());
        foreach (var run in _options.Supply.Runs().Where(r => r.Place.Standing is TokenStanding.Live or TokenStanding.Staked or TokenStanding.ClawedBack))
        {
            var validity = _cases.ValidityOf(run.Units, run.Metadata, day);
            if (validity == Validity.NotKnown)
            {
                unknown.Add(run);
            }

            if (validity != Validity.Over)
            {
                continue;
            }

            var runKey = key + "/" + Digest.Of(run.Units + "|" + run.Place).Text.Substring(7, 16);
            var record = TokenRecords.Moved(TokenRecords.Expire, runKey, at, run.Place.Wallet, [run.Units]).With(TokenRecords.Of, SupplyState.Word(run.Place.Standing));
            if (!Execute(record, _ => null).IsAccepted)
            {
                continue;
            }

            ended.Add(run);
            var answer = await _options.Ledger.ExecuteAsync(new ExpireUnits(runKey, at, _options.BackingAccount, new ChosenUnits(run.Units)), cancellation: cancellation).ConfigureAwait(false);
            if (answer.Refusal is { } no)
            {
                refused.Add((run, no.ToString()));
            }
        }

        return new ExpirySweep(ended, unknown, refused);
    }

    // The registry instruction's key is this one followed by its units and a number.
    private static void CheckKey(string key)
    {
        if (Require.NotBlank(key).Length > 80)
        {
            throw new ArgumentException("The key of what ends tokens has at most 80 characters.", nameof(key));
        }
    }
}

/// <summary>What a sweep found.</summary>
/// <param name="Ended">Tokens that have expired now.</param>
/// <param name="NotKnown">Tokens for which expiry is unknown, because the validity counts from an unknown day of issue.</param>
/// <param name="LedgerRefused">Tokens that have expired while the ledger refuses to let the units behind them expire, with its reason.</param>
public sealed record ExpirySweep(IReadOnlyList<TokenRun> Ended, IReadOnlyList<TokenRun> NotKnown, IReadOnlyList<(TokenRun Run, string Reason)> LedgerRefused);
