using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens;

/// <summary>Asks the ruleset and its overlay about tokens. No rule needs a fact that the vocabulary lacks, so such facts are left out.</summary>
internal sealed class TokenCases(DecisionEngine rules)
{
    private const string Destination = "transfer.destination", Domestic = "domestic";

    private readonly LedgerPolicy _limits = LedgerLimits.Of(rules.Ruleset);

    internal LedgerPolicy Limits => _limits;

    internal LocalDate DayOf(Instant at) => at.WithOffset(_limits.CivilTime).Date;

    internal Validity ValidityOf(SerialBlock block, TokenMetadata metadata, LocalDate day)
    {
        var lot = new UnitLot(block.Registry, block.Scope, metadata.Kind, metadata.Vintage.StartYear, metadata.Issued, metadata.ExpiryDate);
        return UnitValidity.On(lot, _limits.Units.FirstOrDefault(u => u.Kind == metadata.Kind)?.ValidityMonths, day);
    }

    internal ReasonedDecision Mint(MintAsk ask, LocalDate? lastDay, bool confirmed, long already, bool paused) => Decide(
        new MintRequest
        {
            Id = ask.Key, Date = DayOf(ask.At), Year = rules.Ruleset.Year,
            UnitKind = ask.Metadata.Kind, UnitStatus = confirmed ? "active" : null, UnitVintage = ask.Metadata.Vintage,
            UnitIssuedOn = ask.Metadata.Issued, UnitExpiresOn = lastDay,
            UnitDoubleUse = ask.ClaimedElsewhere?.Any(c => ask.Units.Any(u => Spelled.Overlap(u, c))),
            MarketPaused = paused, RegistryConfirmed = confirmed, ProjectMethodology = ask.Methodology,
            Quantity = Co2e.FromTonnes(SupplyState.Tonnes(ask.Units)), AlreadyMinted = Co2e.FromTonnes(already), Verified = Co2e.FromTonnes(ask.Signal.Signal.Tonnes),
        },
        ask.Metadata, []);

    internal ReasonedDecision Transfer(TransferAsk ask, IReadOnlyList<SerialBlock> units, TokenMetadata metadata, LetterWord? letter, bool paused, bool? isUsedElsewhere) => Decide(
        new TransferRequest
        {
            Id = ask.Key, Date = DayOf(ask.At), Year = rules.Ruleset.Year,
            UnitKind = metadata.Kind, UnitStatus = "active", UnitVintage = metadata.Vintage, UnitIssuedOn = metadata.Issued,
            UnitDoubleUse = isUsedElsewhere, MarketPaused = paused,
            Reason = ask.Reason,
            // The first revisions of the rulesets lack this fact.
            Quantity = rules.Ruleset.Rules.Vocabulary.Find("transfer.quantity") is null ? null : Co2e.FromTonnes(SupplyState.Tonnes(units)),
            LetterPresent = letter is { IsInForce: true }, LetterQuantityLeft = letter?.Left, LetterValidUntil = letter?.ValidUntil,
            Activity = ask.Letter?.Activity, AdjustmentStatus = ask.Letter?.AdjustmentStatus,
        },
        metadata, [new(Destination, ask.Destination)]);

    /// <summary>A transfer abroad is an export, whatever a token's policy adds.</summary>
    internal ReasonedDecision Export(TransferAsk ask, IReadOnlyList<SerialBlock> units, TokenMetadata metadata, LetterWord letter, bool paused, bool? isUsedElsewhere) => Decide(
        new ExportRequest
        {
            Id = ask.Key, Date = DayOf(ask.At), Year = rules.Ruleset.Year,
            UnitKind = metadata.Kind, UnitStatus = "active", UnitVintage = metadata.Vintage, UnitIssuedOn = metadata.Issued,
            UnitDoubleUse = isUsedElsewhere, MarketPaused = paused, Quantity = Co2e.FromTonnes(SupplyState.Tonnes(units)),
            LetterPresent = letter.IsInForce, LetterQuantityLeft = letter.Left, LetterValidUntil = letter.ValidUntil,
            Activity = ask.Letter!.Activity, AdjustmentStatus = ask.Letter.AdjustmentStatus,
        },
        metadata, []);

    /// <summary>A ruleset that does not mention where wallets are would let everything leave the country. By default nothing leaves.</summary>
    internal BookRefusal? Stays(TransferAsk ask) => ask.Destination == Domestic || rules.Ruleset.Rules.Vocabulary.Find(Destination) is not null ? null
        : new BookRefusal("wallet-not-domestic", $"The receiving wallet is {ask.Destination}, and the ruleset knows nothing of where wallets are: a token's policy is an overlay of its own.");

    internal ReasonedDecision Retire(BurnAsk ask, TokenMetadata metadata, bool? isUsedElsewhere) => Decide(
        new RetireRequest
        {
            Id = ask.Key, Date = DayOf(ask.At), Year = rules.Ruleset.Year,
            UnitKind = metadata.Kind, UnitStatus = "active", UnitVintage = metadata.Vintage, UnitIssuedOn = metadata.Issued,
            UnitDoubleUse = isUsedElsewhere, UnitOwner = ask.Holder, EntityRegistration = ask.Asker,
        },
        metadata, []);

    /// <summary>The refusal for a decision that does not permit, with certain denials before undecided points; null when it permits.</summary>
    internal static BookRefusal? Refusal(ReasonedDecision decision)
    {
        if (decision.Outcome == Outcome.Permit)
        {
            return null;
        }

        var against = decision.Findings.Where(f => f.Effect != RuleEffect.Allow).ToList();
        var certain = against.Where(f => f.Certain && f.Effect == RuleEffect.Deny).ToList();
        var told = certain.Count > 0 ? certain : against;
        return new BookRefusal(told.FirstOrDefault()?.Code ?? "not-permitted", string.Join(" ", told.Select(f => f.Explained).DefaultIfEmpty("The ruleset does not permit it.")));
    }

    private ReasonedDecision Decide(EligibilityRequest request, TokenMetadata metadata, IEnumerable<KeyValuePair<string, string>> others)
    {
        try
        {
            return Ask(request, metadata, others);
        }
        catch (ArgumentException bad)
        {
            // A kind, a reason or a place that the ruleset does not mention: a refusal, not a fault.
            throw new FormatException(Require.Said(bad), bad);
        }
    }

    private ReasonedDecision Ask(EligibilityRequest request, TokenMetadata metadata, IEnumerable<KeyValuePair<string, string>> others)
    {
        var vocabulary = rules.Ruleset.Rules.Vocabulary;
        var builder = new DecisionRequestBuilder(vocabulary, request);
        void Put(string fact, Action<string> set)
        {
            if (vocabulary.Find(fact) is not null)
            {
                set(fact);
            }
        }

        Put("token.vintage", f => builder.Set(f, metadata.Vintage));
        Put("token.project", f => builder.Set(f, metadata.Project));
        Put("token.serial", f => builder.Set(f, metadata.SerialNumber));
        Put("token.verification-hash", f => builder.Set(f, metadata.VerificationHash.Text));
        if (metadata.ExpiryDate is { } last)
        {
            Put("token.expires-on", f => builder.Set(f, last));
        }

        foreach (var other in others)
        {
            Put(other.Key, f => builder.Set(f, other.Value));
        }

        return rules.Decide(builder.Build()).Explain();
    }
}
