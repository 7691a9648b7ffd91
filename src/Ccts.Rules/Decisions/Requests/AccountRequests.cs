using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>
/// Requests made from an account of the ledger. A host states what only it knows (price, venue, session, letter); what the ledger knows is taken
/// from it: owner, kind, vintage, days and place of the units, registry balance, what is on sale, breaches, bar and pauses.
/// </summary>
/// <remarks>
/// Thread-safe; changes nothing. Accounts must be named by the registration number of their holder. A selection may have units that rules distinguish,
/// by vintage or day: there is a request for each, and all must be permitted. Nothing is known about units that the account
/// lacks, so a request for them is referred or denied.
/// </remarks>
public static class AccountRequests
{
    private static readonly StandardFact[] OfUnits = [StandardFact.UnitStatus, StandardFact.UnitVintage, StandardFact.UnitIssuedOn, StandardFact.UnitExpiresOn, StandardFact.UnitOwner];

    /// <summary>Requests for units of an account, in one call on the ledger.</summary>
    /// <typeparam name="TRequest">The type of request.</typeparam>
    /// <param name="stated">What the host knows: year, day, and facts that are not the ledger's. A trade here is a sale; a purchase is asked about with the facts of the market alone.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="account">The account's name: the registration number of its holder.</param>
    /// <param name="units">The units it is about.</param>
    /// <returns>One request or more.</returns>
    /// <exception cref="ArgumentException">The request is to buy.</exception>
    public static IReadOnlyList<TRequest> Of<TRequest>(TRequest stated, LedgerEngine ledger, string account, UnitSelection units)
        where TRequest : UnitRequest => Of(stated, LedgerFacts.Of(ledger, account), units).Select(r => r.Request).ToList();

    /// <summary>Requests for units of an account, each with its lot.</summary>
    /// <typeparam name="TRequest">The type of request.</typeparam>
    /// <param name="stated">What the host knows: year, day, and facts that are not the ledger's. A pause that the host states is added to the ledger's.</param>
    /// <param name="ledger">What the ledger knows now.</param>
    /// <param name="units">The units it is about; the ledger's limits decide which are skipped and how days are counted.</param>
    /// <returns>One request or more.</returns>
    /// <exception cref="ArgumentException">The request is to buy.</exception>
    public static IReadOnlyList<LotRequest<TRequest>> Of<TRequest>(TRequest stated, LedgerFacts ledger, UnitSelection units)
        where TRequest : UnitRequest => Of(stated, Require.NotNull(ledger).Account, ledger, Require.NotNull(units), ledger.Policy);

    /// <summary>Requests for units if only the account is available; the host then states whether business is paused.</summary>
    /// <typeparam name="TRequest">The type of request.</typeparam>
    /// <param name="stated">What the host knows: year, day, and facts that are not the ledger's.</param>
    /// <param name="account">The account, as the ledger has it now: <see cref="LedgerEngine.Account"/>, or <see cref="AccountView.Unopened"/>.</param>
    /// <param name="units">The units it is about.</param>
    /// <param name="policy">The limits of the ledger, by which units are skipped and days are counted.</param>
    /// <returns>One request or more.</returns>
    /// <exception cref="ArgumentException">The request is to buy.</exception>
    public static IReadOnlyList<TRequest> Of<TRequest>(TRequest stated, AccountView account, UnitSelection units, LedgerPolicy policy)
        where TRequest : UnitRequest => Of(stated, Require.NotNull(account), null, Require.NotNull(units), Require.NotNull(policy)).Select(r => r.Request).ToList();

    /// <summary>The same for a request by name, such as one read from JSON.</summary>
    /// <param name="stated">What the host states.</param>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <param name="ledger">What the ledger knows now.</param>
    /// <param name="units">The units it is about.</param>
    /// <exception cref="ArgumentException">The request is to buy, or about a verification, about which a ledger knows nothing.</exception>
    /// <exception cref="CctsDataException">A stated fact contradicts the ledger.</exception>
    public static IReadOnlyList<DecisionRequest> Of(DecisionRequest stated, FactVocabulary vocabulary, LedgerFacts ledger, UnitSelection units)
    {
        Require.NotNull(vocabulary);
        return Of(Empty(Require.NotNull(stated)), ledger, units).Select(known => Join(stated, known.Request.ToRequest(vocabulary))).ToList();
    }

    private static List<LotRequest<TRequest>> Of<TRequest>(TRequest stated, AccountView account, LedgerFacts? ledger, UnitSelection units, LedgerPolicy policy)
        where TRequest : UnitRequest
    {
        var asked = new AskedUnits(Require.NotNull(stated), account, units, policy);
        var whole = OfAccount(stated, account, asked, policy);
        var requests = asked.Lots.Select(lot => new LotRequest<TRequest>(lot, (TRequest)(OfLot(whole, account, lot, asked.Status) with { MarketPaused = IsPaused(whole, ledger, lot.Registry) }))).ToList();
        if (asked.AreMissing)
        {
            requests.Add(new LotRequest<TRequest>(null, (TRequest)(whole with
            {
                UnitKind = asked.Kind, UnitStatus = null, UnitVintage = null, UnitIssuedOn = null, UnitExpiresOn = null, UnitOwner = null, MarketPaused = IsPaused(whole, ledger, null),
            })));
        }

        return requests;
    }

    // A regulator's order may have reached the host but not the ledger yet.
    private static bool? IsPaused(UnitRequest stated, LedgerFacts? ledger, string? registry) =>
        ledger is null || stated.MarketPaused == true ? stated.MarketPaused : ledger.IsPaused(registry);

    private static UnitRequest OfAccount(UnitRequest stated, AccountView account, AskedUnits asked, LedgerPolicy policy)
    {
        var named = stated with { EntityRegistration = stated.EntityRegistration ?? account.Account };
        var tonnes = Co2e.FromTonnes(asked.Tonnes);
        return named switch
        {
            TradeRequest { OrderSide: not (null or "sell") } => throw new ArgumentException("The request is to buy; the units of an account are for a sale.", nameof(stated)),
            TradeRequest trade => OfSeller(trade with { OrderSide = "sell", OrderQuantity = tonnes }, account, asked.Kind, policy.CivilTime),
            TransferRequest transfer => transfer with { Quantity = tonnes },
            ExportRequest export => export with { Quantity = tonnes },
            MintRequest mint => mint with { Quantity = tonnes },
            _ => named,
        };
    }

    private static TradeRequest OfSeller(TradeRequest trade, AccountView account, string? kind, Offset civilTime)
    {
        var breaches = account.Breaches.Select(b => b.WithOffset(civilTime).Date).Where(d => d <= trade.Date).ToList();
        return trade with
        {
            SellerRegistryBalance = kind is null ? null : Co2e.FromTonnes(account.RegistryBalance(kind)),
            SellerOpenSellQuantity = kind is null ? null : Co2e.FromTonnes(account.TonnesOnSale(kind)),
            SellerBreachesInQuarter = breaches.Count(d => Quarters.FirstDayOf(d) == Quarters.FirstDayOf(trade.Date)),
            SellerLastBreachOn = breaches.Count == 0 ? null : breaches.Max(),
            SellerBarredUntil = Later(trade.SellerBarredUntil, account.BarredUntil) ?? trade.Date,
        };
    }

    // An exchange may know of a bar that this ledger does not.
    private static LocalDate? Later(LocalDate? one, LocalDate? other) => one > other || other is null ? one : other;

    private static UnitRequest OfLot(UnitRequest whole, AccountView account, UnitLot lot, string status) => whole with
    {
        UnitKind = lot.Kind,
        UnitVintage = new ComplianceYear(lot.Vintage),
        UnitIssuedOn = lot.Issued ?? whole.UnitIssuedOn,
        UnitExpiresOn = lot.Expires ?? whole.UnitExpiresOn,
        UnitOwner = account.Account,
        UnitStatus = status,
    };

    private static UnitRequest Empty(DecisionRequest stated)
    {
        var (id, year, date) = (stated.Id, stated.Year, stated.Date);
        var side = stated.Facts.Find(Name(StandardFact.OrderSide))?.ToString();
        var isPaused = stated.Facts.Find(Name(StandardFact.MarketPaused))?.IsYes;
        UnitRequest empty = stated.Purpose switch
        {
            Rules.Purpose.Trade => new TradeRequest { Id = id, Year = year, Date = date, OrderSide = side, SellerBarredUntil = stated.Facts.Find(Name(StandardFact.SellerBarredUntil))?.Date },
            Rules.Purpose.Surrender => new SurrenderRequest { Id = id, Year = year, Date = date },
            Rules.Purpose.Bank => new BankRequest { Id = id, Year = year, Date = date },
            Rules.Purpose.Export => new ExportRequest { Id = id, Year = year, Date = date },
            Rules.Purpose.Retire => new RetireRequest { Id = id, Year = year, Date = date },
            Rules.Purpose.Mint => new MintRequest { Id = id, Year = year, Date = date },
            Rules.Purpose.Transfer => new TransferRequest { Id = id, Year = year, Date = date },
            _ => throw new ArgumentException("A ledger knows nothing of verifications.", nameof(stated)),
        };
        return empty with { MarketPaused = isPaused };
    }

    // The host states the registration of the entity that asks; for everything else the ledger counts. Where the host says of who asks that it does not know, the account does not say it either.
    private static DecisionRequest Join(DecisionRequest stated, DecisionRequest known)
    {
        var problems = new ProblemList();
        var facts = stated.Facts.Values.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var fact in known.Facts.Values)
        {
            var isAsker = fact.Key == Name(StandardFact.EntityRegistration);
            if (!facts.TryGetValue(fact.Key, out var said))
            {
                if (!(isAsker && stated.Silent.Contains(fact.Key, StringComparer.Ordinal)))
                {
                    facts.Add(fact.Key, fact.Value);
                }
            }
            else if (!isAsker && !said.Equals(fact.Value))
            {
                problems.Error("ledger-says-otherwise", default, $"\"{fact.Key}\" is stated as {said}, and the ledger has {fact.Value}.", "what the ledger has", "Leave out what the ledger knows.");
            }
        }

        // For units that the account lacks, no stated fact is accepted.
        foreach (var fact in known.Facts.Find(Name(StandardFact.UnitOwner)) is null ? OfUnits : [])
        {
            facts.Remove(Name(fact));
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new DecisionRequest(stated.Id, stated.Purpose, stated.Year, stated.Date, new FactSet(facts));
    }

    private static string Name(StandardFact fact) => StandardFacts.All[(int)fact].Name;
}
