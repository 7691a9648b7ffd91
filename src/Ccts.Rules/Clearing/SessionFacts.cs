using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>The facts of one trade: those of the session, and those derived from the trade and the books.</summary>
internal sealed class SessionFacts(SessionTerms terms, FactVocabulary vocabulary, OversellRule? oversell)
{
    // India's civil time, by which days and quarters are counted; also the ledger's default.
    private static readonly Offset India = LedgerPolicy.Bare.CivilTime;

    private static readonly string[] Own =
    [
        FactVocabulary.Date, FactVocabulary.Year, .. new[]
        {
            StandardFact.EntityRegistration, StandardFact.OrderPrice, StandardFact.OrderQuantity, StandardFact.OrderSide, StandardFact.SellerBarredUntil, StandardFact.SellerBreachesInQuarter,
            StandardFact.SellerLastBreachOn, StandardFact.SellerOpenSellQuantity, StandardFact.SellerRegistryBalance, StandardFact.UnitKind,
            StandardFact.UnitOwner, StandardFact.UnitStatus, StandardFact.UnitVintage,
        }.Select(Name),
    ];

    internal BreachBook Breaches { get; } = new(terms.Breaches, vocabulary.Find(Name(StandardFact.SellerBarredUntil)) is null ? null : oversell);

    /// <summary>Whether a fact is derived from the trades, so that it may not be stated for the whole session.</summary>
    internal static bool IsOfTrades(string fact) => Own.Contains(fact, StringComparer.Ordinal);

    internal static LocalDate DayOf(Instant at) => at.WithOffset(India).Date;

    internal static string SessionOpen => Name(StandardFact.SessionOpen);

    /// <param name="trade">The trade.</param>
    /// <param name="side"><c>sell</c> or <c>buy</c>.</param>
    /// <param name="status">The place of its units; null if unknown.</param>
    /// <param name="units">Their vintage and days, as far as they are known.</param>
    /// <param name="owner">Who has them, or null.</param>
    /// <param name="sellable">Tonnes that the seller can sell: the free ones, or the banked ones if it sells those.</param>
    /// <param name="breaches">The seller's breaches, or null when they are not known.</param>
    internal DecisionRequest Of(SessionTrade trade, string side, ShadowAccount? status, UnitTraits units, string? owner, long sellable, SellerBreaches? breaches)
    {
        var facts = new Dictionary<string, FactValue>(terms.Facts.All, StringComparer.Ordinal);
        void Put(StandardFact fact, FactValue? value)
        {
            // A vocabulary without the fact has no rule that asks for it.
            if (value is not null && vocabulary.Find(Name(fact)) is not null)
            {
                facts[Name(fact)] = value;
            }
        }

        Put(StandardFact.OrderSide, Word(side));
        Put(StandardFact.EntityRegistration, Name(side == "sell" ? trade.Seller : trade.Buyer));
        Put(StandardFact.OrderPrice, FactValue.OfQuantity(trade.Price.Rupees, trade.Price.ToString()));
        Put(StandardFact.OrderQuantity, Tonnes(trade.Tonnes));
        Put(StandardFact.UnitKind, Word(trade.Kind));
        Put(StandardFact.UnitStatus, status is { } place ? Word(UnitStatuses.Of(place)) : null);
        Put(StandardFact.UnitVintage, units.Vintage is { } year ? FactValue.OfYear(new ComplianceYear(year)) : null);
        Put(StandardFact.UnitIssuedOn, units.Days.Issued is { } issued ? FactValue.OfDate(issued) : null);
        Put(StandardFact.UnitExpiresOn, units.Days.Expires is { } expires ? FactValue.OfDate(expires) : null);
        Put(StandardFact.UnitOwner, owner is null ? null : Name(owner));
        Put(StandardFact.SellerRegistryBalance, Tonnes(sellable));
        Put(StandardFact.SellerOpenSellQuantity, Tonnes(0));
        if (terms.Opens is { } opens && terms.Closes is { } closes)
        {
            Put(StandardFact.SessionOpen, FactValue.OfFlag(opens <= trade.At && trade.At < closes));
        }

        Put(StandardFact.SellerBreachesInQuarter, breaches is { } counted ? FactValue.OfNumber(counted.InQuarter, "count") : null);
        Put(StandardFact.SellerLastBreachOn, breaches?.Last is { } last ? FactValue.OfDate(last) : null);

        // Every earlier breach is stated, so the only bars are those that follow from them.
        Put(StandardFact.SellerBarredUntil, breaches is { } known ? FactValue.OfDate(known.BarredUntil ?? DayOf(trade.At)) : null);
        return new DecisionRequest(trade.Id, Purpose.Trade, terms.Year, DayOf(trade.At), new FactSet(facts));
    }

    private static FactValue Tonnes(long tonnes) => FactValue.OfQuantity(tonnes, Co2e.FromTonnes(tonnes).ToString());

    // An account whose name has no content is nobody's.
    private FactValue? Name(string account) => vocabulary.NotStated.Read(account) is { } stated ? FactValue.OfText(FactKind.Text, stated) : null;

    private static FactValue Word(string word) => FactValue.OfText(FactKind.Choice, word);

    private static string Name(StandardFact fact) => StandardFacts.All[(int)fact].Name;
}
