using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Article6;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens;

/// <content>How tokens change wallets and leave the country.</content>
public sealed partial class TokenDesk
{
    private const string Abroad = "non-domestic";

    /// <summary>Moves tokens to another wallet. A move abroad is a first transfer under a letter, and reduces the letter's balance in the same call.</summary>
    /// <remarks>
    /// The letter is counted before the tokens move, so that nothing leaves uncounted. If the process ends between the two, or another desk takes the tokens
    /// meanwhile, the book keeps the first transfer, and repeating the request completes it or says why it cannot. No text read says what may follow
    /// (<c>article6.after-first-transfer</c> of the ruleset): tokens that went abroad can no longer be moved, burned, staked or clawed back.
    /// </remarks>
    public TokenAnswer Transfer(TransferAsk ask)
    {
        Require.NotNull(ask);
        ReasonedDecision? decision = null;
        var record = AskRecords.Transferred(ask);
        var answer = Execute(record, state =>
        {
            var letter = WordOf(ask);
            return _cases.Stays(ask) ?? AfterFirstTransfer(state, ask.Units) ?? LetterFault(ask, letter) ?? CheckBacking(ask.Units)
                ?? ByClass(state, ask.Units, (units, metadata) => CheckValid(units[0], metadata, ask.At) ?? OtherVintage(ask, metadata) ?? Permitted(ask, units, metadata, letter, IsPaused(state, units), ref decision))
                ?? CountDown(state, ask);
        });
        return new TokenAnswer(answer.Record, answer.Refusal, answer.IsRepeat, decision) { Export = answer.IsAccepted && ask.Letter is not null ? FirstTransferOf(ask) : null };
    }

    private BookRefusal? Permitted(TransferAsk ask, IReadOnlyList<SerialBlock> units, TokenMetadata metadata, LetterWord? letter, bool paused, ref ReasonedDecision? decision)
    {
        var isUsed = IsUsedElsewhere(units, ask.Letter is null ? null : Claim.UseOfFirstTransfer(ask.Key));
        decision = _cases.Transfer(ask, units, metadata, letter, paused, isUsed);
        return TokenCases.Refusal(decision) ?? (letter is null ? null : TokenCases.Refusal(decision = _cases.Export(ask, units, metadata, letter, paused, isUsed)));
    }

    // A tonne that went abroad is claimed there. The law does not say what may be done with it here, so nothing is.
    private static BookRefusal? AfterFirstTransfer(SupplyState state, IReadOnlyList<SerialBlock> units) => units
        .SelectMany(u => state.Find(u)?.Uses(BlockSet.Of(u.Range)).Where(p => p.Use is not null).Select(p => $"{p.Numbers} of {u}") ?? [])
        .Select(told => new BookRefusal("after-first-transfer", $"{told} went abroad. No text read says what may still be done with it: an unknown of the law (article6.after-first-transfer), which the authority for Article 6 can settle."))
        .FirstOrDefault();

    private LetterWord? WordOf(TransferAsk ask)
    {
        if (ask.Letter is null || _options.Letters?.Find(ask.Letter.Letter) is not { } standing)
        {
            return null;
        }

        // What this transfer counted before the process ended belongs to it.
        var (day, own) = (_cases.DayOf(ask.At), FirstTransferOf(ask)?.Tonnes ?? 0);
        return new LetterWord(!(standing.RevokedOn <= day) && standing.Letter.From <= day, Co2e.FromTonnes(standing.Left + own), standing.Letter.Until);
    }

    private BookRefusal? LetterFault(TransferAsk ask, LetterWord? letter) => ask.Letter is not { } use ? null
        : ask.Destination != Abroad ? new("letter-not-needed", $"A letter is for a wallet that is {Abroad}, and the receiving one is {ask.Destination}.")
        : ask.Units.Count != 1 ? new("one-block", "A transfer abroad is of one block: each block has a first transfer of its own.")
        : letter is null ? new("letter-unknown", _options.Letters is null ? "The desk has no book of letters, so nothing goes abroad." : $"There is no letter \"{use.Letter}\".")
        : ItmoIdentifier.TryParse($"CA0000-{use.Registry}-IND-1-{use.Vintage}", out _) ? null : new("malformed", $"\"{use.Registry}\" and {use.Vintage} make no identifier of an ITMO: {ItmoIdentifier.Expected}.");

    // Units of a compliance year are outcomes of the two calendar years that it covers.
    private static BookRefusal? OtherVintage(TransferAsk ask, TokenMetadata metadata) => ask.Letter is not { } use || use.Vintage == metadata.Vintage.StartYear || use.Vintage == metadata.Vintage.StartYear + 1 ? null
        : new("vintage-differs", $"The token is of {metadata.Vintage}, and outcomes of {use.Vintage} are to be transferred.");

    private BookRefusal? CountDown(SupplyState state, TransferAsk ask) => ask.Letter is not { } use ? null : _options.Letters!.Transfer(new FirstTransfer
    {
        Key = ask.Key, At = ask.At, Date = _cases.DayOf(ask.At), Letter = use.Letter, Units = ask.Units[0], Vintage = use.Vintage, Activity = use.Activity, Registry = use.Registry, Party = use.Party, Mitigation = use.Mitigation, Entity = use.Entity, Issued = IssuedOf(state, ask.Units),
    }).Refusal;

    // The day of issue of the units; null where their tokens state none, or several.
    private static LocalDate? IssuedOf(SupplyState state, IReadOnlyList<SerialBlock> units) =>
        units.SelectMany(u => state.Find(u)!.Classes(BlockSet.Of(u.Range)).Select(c => c.Metadata.Issued)).Distinct().ToList() is [var one] ? one : null;

    private Article6Action? FirstTransferOf(TransferAsk ask) => _options.Letters?.Actions.FirstOrDefault(a => a.Key == ask.Key && a.Type == Article6ActionType.FirstTransfer && ask.Units.Contains(a.Units));
}

/// <summary>The state of a letter on the day of a transfer.</summary>
/// <param name="IsInForce">Whether it is in force: begun and not revoked.</param>
/// <param name="Left">What it still covers.</param>
/// <param name="ValidUntil">Its last day.</param>
internal sealed record LetterWord(bool IsInForce, Co2e Left, LocalDate ValidUntil);
