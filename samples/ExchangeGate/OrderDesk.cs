using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Hosting;
using Ccts.Ledger.Hosting;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace ExchangeGate;

/// <summary>Accepts orders: the year's rules decide, the ledger reserves the units, and the instructions to the registry are committed with the reservation.</summary>
internal sealed class OrderDesk(CctsHost rules, CctsLedger ledger, OutboxDispatcher outbox, Session session, IClock clock)
{
    // In any letters: the proof of the session, and many a registry, take "o-1" and "O-1" for one.
    private readonly ConcurrentDictionary<string, (Order Order, Lazy<Task<Answered>> Answer)> _orders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _sellers = new(StringComparer.Ordinal);

    /// <summary>The registry's account of a member.</summary>
    internal static string AtRegistry(string member) => "R-" + member;

    /// <summary>Answers an order once. The same order again gets the same answer; a different order with its id gets none (null).</summary>
    internal async Task<Answered?> TakeAsync(Order order)
    {
        var known = _orders.GetOrAdd(order.Id, _ => (order, new Lazy<Task<Answered>>(() => AnswerAsync(order))));
        return known.Order == order ? await known.Answer.Value : null;
    }

    // A seller's orders run in sequence, so that two do not choose the same units; different sellers run in parallel.
    private async Task<Answered> AnswerAsync(Order order)
    {
        var seller = _sellers.GetOrAdd(order.Seller, _ => new SemaphoreSlim(1, 1));
        await seller.WaitAsync();
        try
        {
            var answered = await DecideAsync(order, clock.GetCurrentInstant());
            session.Add(answered);
            return answered;
        }
        finally
        {
            seller.Release();
        }
    }

    private async Task<Answered> DecideAsync(Order order, Instant at)
    {
        var account = ledger.Engine.Account(order.Seller) ?? AccountView.Unopened(order.Seller);
        var wanted = new OldestUnits(UnitKinds.Ccc, order.Tonnes) { Registry = IcmChannels.Registry };
        var policy = ledger.Engine.Policy;
        var day = at.WithOffset(policy.CivilTime).Date;
        var stated = Session.Stated with { Id = order.Id, Date = day, SessionOpen = session.IsOpen, OrderPrice = Inr.FromRupees(order.Price) };
        var decisions = AccountRequests.Of(stated, account, wanted, policy).Select(r => rules.Decide(r, day)).ToList();
        var reasons = decisions.SelectMany(Reasons).DistinctBy(r => r.Code, StringComparer.Ordinal).ToList();
        var isOversold = order.Tonnes > account.RegistryBalance(UnitKinds.Ccc) - account.TonnesOnSale(UnitKinds.Ccc);
        if (reasons.Count > 0 && !isOversold)
        {
            return new Answered(order, at, decisions.Any(d => d.Outcome == Outcome.Deny) ? "refused" : "referred", reasons, []);
        }

        // An attempt to sell more than the balance goes to the ledger too, which counts the breach.
        var blocks = isOversold ? [] : Oldest(account, order.Tonnes);
        UnitSelection units = blocks.Count == 0 ? wanted : new ChosenUnits(blocks);
        var keys = blocks.Select((b, i) => new InstructedBlock(i == 0 ? order.Id : $"{order.Id}/{i}", b)).ToList();
        var answer = await ledger.ExecuteAsync(
            new ReserveUnits("order/" + order.Id, at, order.Seller, order.Id, units, ReservationPurpose.Sale), [.. keys.Select(k => Instruction(order, k).ToIntent())]);
        if (answer.Refusal is { } no)
        {
            return new Answered(order, at, "refused", [.. reasons, new Reason(no.CodeText, no.Message)], []);
        }

        outbox.Wake();
        return new Answered(order, at, "accepted", [], keys);
    }

    // The refusing findings, if any; otherwise the undecided ones.
    private static IEnumerable<Reason> Reasons(ReasonedDecision decision) => decision.Findings
        .Where(f => decision.Outcome switch { Outcome.Permit => false, Outcome.Deny => f.Effect == RuleEffect.Deny && f.Certain, _ => true })
        .Select(f => new Reason(f.Code, f.Message, f.Standing?.Source.ToString()));

    private static UnitInstruction Instruction(Order order, InstructedBlock units) => new()
    {
        Key = units.Key,
        Kind = InstructionKind.Transfer,
        Units = units.Block,
        FromAccount = AtRegistry(order.Seller),
        ToAccount = AtRegistry(order.Buyer),
        Ledger = new LedgerEffect(order.Seller, order.Id, order.Buyer),
    };

    // An instruction names numbers, never "n tonnes": the runs for the order are chosen here, oldest first. None if there are too few units.
    private static List<SerialBlock> Oldest(AccountView account, long tonnes)
    {
        var blocks = new List<SerialBlock>();
        foreach (var run in account.Holdings.Where(h => h.Place == ShadowAccount.Free && h.Units.Lot.Kind == UnitKinds.Ccc).OrderBy(h => h.Units.Lot.Vintage).ThenBy(h => h.Units.Range.Start).Select(h => h.Units.Block))
        {
            var (take, count) = ((ulong)tonnes, run.Count.ToUInt64());
            blocks.Add(take < count ? run.With(new BlockRange(run.Start, run.Start + new BlockNumber(0, take - 1))) : run);
            tonnes -= (long)Math.Min(take, count);
            if (tonnes == 0)
            {
                return blocks;
            }
        }

        return [];
    }
}
