using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Clearing;

/// <summary>Judges trades one after the other, first by the books and then by the ruleset's rules, and updates the books.</summary>
internal sealed class TradeJudge(SessionBook book, SessionFacts facts, Ruleset ruleset)
{
    private static readonly string[] Sides = ["sell", "buy"];
    // Most trades are permitted. Tables, which are quickly made, decide that; the interpreter only gives the reasons if a rule fires.
    private readonly DecisionEngine _engine = DecisionEngine.Of(ruleset, EngineKind.Table);
    private CaseFrame? _frame;

    internal TradeVerdict Judge(SessionTrade trade)
    {
        var (free, balance) = (book.Free(trade.Seller, trade.Kind), book.Balance(trade.Seller, trade.Kind));
        var asked = book.TrySetAside(trade);
        var reserved = asked.Decision.Event as UnitsReserved;
        var limits = BookLimits(trade, asked.Decision.Refusal, reserved, free, balance);

        // Banked units are sold only if the trade names them, so only then they count as sellable.
        var sellable = reserved is { From: ShadowAccount.Banked } ? free + book.Banked(trade.Seller, trade.Kind) : free;
        limits.AddRange(RuleLimits(trade, reserved, limits, sellable));
        if (limits.Exists(l => l.Code == LimitCodes.Oversell))
        {
            facts.Breaches.Note(trade.Seller, trade.At);
        }

        var outcome = limits.Exists(l => l.Effect == Outcome.Deny) ? Outcome.Deny : limits.Count > 0 ? Outcome.Refer : Outcome.Permit;
        var effect = trade.Exchange == ExchangeVerdict.Rejected || outcome == Outcome.Deny ? TradeEffect.None
            : outcome == Outcome.Permit ? TradeEffect.Moved : TradeEffect.SetAside;
        if (effect == TradeEffect.SetAside)
        {
            book.SetAside(asked, trade, reserved!.Units);
        }
        else if (effect == TradeEffect.Moved)
        {
            book.Deliver(asked, trade, reserved!.Units);
        }

        return new TradeVerdict
        {
            Trade = trade,
            Outcome = outcome,
            Limits = limits,
            Effect = effect,
            Units = effect == TradeEffect.None ? [] : reserved!.Units,
            SellerFree = free,
            SellerBalance = balance,
        };
    }

    private List<BrokenLimit> BookLimits(SessionTrade trade, Refusal? no, UnitsReserved? reserved, long free, long balance)
    {
        var limits = new List<BrokenLimit>();
        if (string.Equals(trade.Seller, trade.Buyer, StringComparison.Ordinal))
        {
            limits.Add(new BrokenLimit(LimitCodes.SellerIsBuyer, Outcome.Deny, $"Account {trade.Seller} sells to itself."));
        }

        if (no is not null)
        {
            limits.Add(Limit(trade, no, free));
        }

        // A sale above the balance is a breach whichever blocks it names.
        if (trade.Tonnes > balance && no?.Code != RefusalCode.Oversell)
        {
            limits.Add(Oversell(trade.Seller, trade.Tonnes, balance));
        }

        foreach (var units in reserved?.Units ?? [])
        {
            if (units.Lot.Kind != trade.Kind)
            {
                limits.Add(new BrokenLimit(LimitCodes.Kind, Outcome.Deny, $"{units.Block} is of the kind {units.Lot.Kind}, and the trade is of {trade.Kind}.") { Value = units.Lot.Kind, Limit = trade.Kind, Block = units.Block });
            }

            if (trade.Vintage is { } vintage && units.Lot.Vintage != vintage)
            {
                limits.Add(new BrokenLimit(LimitCodes.Vintage, Outcome.Deny, $"{units.Block} is of the vintage {units.Lot.Vintage}, and the trade is of {vintage}.") { Value = LimitCodes.Text(units.Lot.Vintage), Limit = LimitCodes.Text(vintage), Block = units.Block });
            }
        }

        return limits;
    }

    private BrokenLimit Limit(SessionTrade trade, Refusal no, long free)
    {
        if (no.Code == RefusalCode.Oversell)
        {
            return Oversell(trade.Seller, no.Asked!.Value, no.Available!.Value);
        }

        var place = no.Code == RefusalCode.HeldByReservation ? ShadowAccount.Reserved : no.Place;
        if (place is null && no.Block is { } block && book.FindEnded(block) is { } ended)
        {
            var units = ended.Units.Block.With(ended.Units.Range.Intersect(block.Range)!.Value);
            return new BrokenLimit(ended.Status.Word(), Outcome.Deny, $"{units} was {ended.Status.Word()}; nothing moves after that.") { Block = units };
        }

        var code = place?.Word() ?? (no.Code == RefusalCode.NotEnough && trade.Vintage is not null && trade.Tonnes <= free ? LimitCodes.Vintage : no.CodeText);
        return new BrokenLimit(code, Outcome.Deny, no.Message)
        {
            Value = no.Asked is { } asked ? LimitCodes.Tonnes(asked) : null,
            Limit = no.Available is { } there ? LimitCodes.Tonnes(there) : null,
            Block = no.Block,
        };
    }

    private static BrokenLimit Oversell(string seller, long tonnes, long balance) =>
        new(LimitCodes.Oversell, Outcome.Deny, $"A sale of {LimitCodes.Tonnes(tonnes)} exceeds what the registry balance of account {seller} leaves, {LimitCodes.Tonnes(balance)}. It is a breach.")
        {
            Value = LimitCodes.Tonnes(tonnes),
            Limit = LimitCodes.Tonnes(balance),
        };

    /// <summary>What the rules say about the sale, and then about the purchase; for units of several vintages or days, about each.</summary>
    private IEnumerable<BrokenLimit> RuleLimits(SessionTrade trade, UnitsReserved? reserved, List<BrokenLimit> broken, long sellable)
    {
        var (status, owner) = StatusOf(trade, reserved, broken);
        var traits = TraitsOf(trade, reserved);
        var said = new HashSet<(string?, string, Outcome)>();
        foreach (var breaches in facts.Breaches.Until(trade.Seller, trade.At, broken.Exists(l => l.Code == LimitCodes.Oversell)))
        {
            foreach (var units in traits)
            {
                foreach (var side in Sides)
                {
                    foreach (var limit in Limits(facts.Of(trade, side, status, units, owner, sellable, breaches), trade.Place))
                    {
                        if (said.Add((limit.Rule, limit.Code, limit.Effect)))
                        {
                            yield return limit;
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<BrokenLimit> Limits(DecisionRequest request, SourcePlace place) =>
        Findings(request, place).Where(f => f.Effect is RuleEffect.Deny or RuleEffect.Refer).Select(finding =>
            new BrokenLimit(finding.Code, finding is { Effect: RuleEffect.Deny, Certain: true } ? Outcome.Deny : Outcome.Refer, finding.Message)
            {
                Rule = finding.Rule,
                Clause = finding.Standing?.Source.ToString(),
                Value = finding.InputValue,
                Limit = finding.Limit,
                Missing = finding.Missing.Select(m => m.Name).ToList(),
            });

    private IReadOnlyList<Finding> Findings(DecisionRequest request, SourcePlace place)
    {
        _frame ??= _engine.NewFrame();
        try
        {
            _frame.Fill(request);
        }
        catch (ArgumentException)
        {
            // A host's own vocabulary may lack a word of the books; the interpreter accepts it.
            return Interpreted(request, place);
        }

        var decision = _engine.Decide(_frame);
        return decision.Outcome == Outcome.Permit ? [] : decision.Explain().Findings;
    }

    private IReadOnlyList<Finding> Interpreted(DecisionRequest request, SourcePlace place)
    {
        try
        {
            return new RuleInterpreter(ruleset).Decide(request).Findings;
        }
        catch (ArgumentException no)
        {
            throw new CctsDataException([new Problem("bad-value", Severity.Error, Require.Said(no), place)]);
        }
    }

    // For a block that the seller cannot give, the rules get its known days and the trade's vintage.
    private List<UnitTraits> TraitsOf(SessionTrade trade, UnitsReserved? reserved)
    {
        var traits = reserved is not null ? reserved.Units.SelectMany(u => book.Within(u.Block)).Select(h => new UnitTraits(h.Units.Lot.Vintage, h.Days)).Distinct().ToList()
            : trade.Block is { } block ? book.Within(block).Select(h => new UnitTraits(trade.Vintage, h.Days)).Distinct().ToList()
            : [];
        return traits.Count > 0 ? traits : [new UnitTraits(trade.Vintage, default)];
    }

    // For units that the seller cannot give, the rules get what the books know about the first of them.
    private (ShadowAccount? Status, string? Owner) StatusOf(SessionTrade trade, UnitsReserved? reserved, List<BrokenLimit> broken)
    {
        if (reserved is not null || trade.Block is null)
        {
            return (ShadowAccount.Free, trade.Seller);
        }

        var block = broken.Find(l => l.Block is not null)?.Block ?? trade.Block.Value;
        return book.FirstOf(block) is { } found ? (found.Status, found.Account) : (null, null);
    }
}
