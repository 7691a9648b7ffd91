using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace ExchangeGate;

/// <summary>One trading session: its terms, every order with its answer, and the final proof.</summary>
internal sealed class Session
{
    private readonly ConcurrentQueue<Answered> _answers = [];
    private readonly RulesetCatalog _catalog;
    private IReadOnlyList<SessionHolding> _opening = [];
    private IReadOnlyList<StatedHolding> _statement = [];
    private Instant _opens;
    private Instant? _closes;

    internal Session(RulesetCatalog catalog, IClock clock)
    {
        _catalog = catalog;
        Ruleset = catalog.Resolve(Year, clock.GetCurrentInstant().WithOffset(LedgerPolicy.Bare.CivilTime).Date);
    }

    internal static ComplianceYear Year { get; } = ComplianceYear.Parse("2025-26");

    /// <summary>The ruleset of the session.</summary>
    internal Ruleset Ruleset { get; }

    internal string Name => "gate " + _opens.WithOffset(LedgerPolicy.Bare.CivilTime).Date.ToString("uuuu-MM-dd", null);

    internal bool IsOpen => _closes is null;

    internal Instant Opens => _opens;

    internal IReadOnlyCollection<Answered> Answers => _answers;

    /// <summary>The exchange's facts about every order. The price band is invented: no regulator has set one.</summary>
    internal static TradeRequest Stated { get; } = new()
    {
        Year = Year,
        Date = default,
        UnitDoubleUse = false,
        MarketPaused = false,
        MarketSegment = "compliance",
        TradeVenue = "power-exchange",
        SessionFloorPrice = Inr.FromRupees(800),
        SessionForbearancePrice = Inr.FromRupees(1200),
    };

    /// <summary>Opens the session with the present state of the ledger and of the registry.</summary>
    internal async Task OpenAsync(LedgerEngine ledger, IEnumerable<string> members, IRegistryChannel registry, IClock clock, CancellationToken cancellation)
    {
        _opening = [.. members.SelectMany(m => ledger.Account(m)?.Holdings.Select(h => new SessionHolding(m, h.Units, h.Place)) ?? [])];
        var statement = new List<StatedHolding>();
        await foreach (var row in registry.ReadHoldingsAsync(cancellation))
        {
            statement.Add(row.Entry?.Block is { } block && row.Problem is null ? new StatedHolding(block, StatedStatus.Held) : throw new InvalidOperationException($"The registry cannot be read whole: {row.Problem}"));
        }

        _statement = statement;
        _opens = clock.GetCurrentInstant();
    }

    internal void Add(Answered answered) => _answers.Enqueue(answered);

    /// <summary>Closes the session and proves it: what each member could sell, which order broke which limit, and that no tonne was created or lost.</summary>
    internal (ClearingProof Proof, Receipt Receipt, bool Verifies) Close(IClock clock)
    {
        _closes ??= clock.GetCurrentInstant();
        var facts = new DecisionRequest(null, Ccts.Rules.Rules.Purpose.Trade, Year, _opens.WithOffset(LedgerPolicy.Bare.CivilTime).Date, Stated.ToRequest(Ruleset.Rules.Vocabulary).Facts);
        var terms = new SessionTerms(Name, facts) { Opens = _opens, Closes = _closes, Breaches = [] };
        var session = new ClearingSession(terms, _answers.SelectMany(Trades), _opening, _statement);
        var receipt = ClearingReceipt.Of(session, Ruleset);
        var verdict = ReceiptReplay.Verify(System.Text.Encoding.UTF8.GetBytes(receipt.Text), "proof.json", identity => _catalog.FindByDigest(identity.Digest), null, 256 << 20);
        return (ClearingProof.Of(session, Ruleset), receipt, verdict.Outcome == ReceiptOutcome.Identical);
    }

    private static IEnumerable<SessionTrade> Trades(Answered answered)
    {
        var order = answered.Order;
        // With a prefix, because an exchange may number an order "0" or "na", which would not count as an id.
        var trade = new SessionTrade("order/" + order.Id, answered.At, order.Seller, order.Buyer, order.Tonnes, Inr.FromRupees(order.Price), UnitKinds.Ccc)
        {
            Exchange = answered.Answer == "accepted" ? ExchangeVerdict.Accepted : ExchangeVerdict.Rejected, ExchangeReason = answered.Reasons.Count > 0 ? answered.Reasons[0].Code : null,
        };
        return answered.Keys.Count == 0 ? [trade] : answered.Keys.Select(k => trade with { Id = "order/" + k.Key, Tonnes = (long)k.Block.Count.ToUInt64(), Block = k.Block });
    }
}
