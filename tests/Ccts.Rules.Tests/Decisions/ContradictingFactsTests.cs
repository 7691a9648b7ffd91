using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Engines;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>Two facts that tell of one event can contradict each other; then one of them is wrong, and nobody knows which: never a permit.</summary>
public class ContradictingFactsTests
{
    private static readonly Ruleset Shipped = RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 31), ["ct02-token"]);

    private static readonly Dictionary<Purpose, string> Permitted = new()
    {
        [Purpose.Trade] = Units + """
            market.paused=false; market.segment=compliance; trade.venue=power-exchange; session.open=true; order.side=sell; order.price=900 INR; order.quantity=10 tCO2e;
            session.floor-price=800 INR; session.forbearance-price=1200 INR; seller.registry-balance=150 tCO2e; seller.open-sell-quantity=0 tCO2e;
            seller.breaches-in-quarter=0; seller.last-breach-on=2026-08-23; seller.barred-until=2026-11-23
            """,
        [Purpose.Bank] = Units + "unit.owner=CMTOE085RJ; entity.registration=CMTOE085RJ; bank.to-year=2026-27; bank.remaining-after-compliance=true",
        [Purpose.Mint] = Units + """
            market.paused=false; mint.quantity=40 tCO2e; mint.already-minted=0 tCO2e; mint.verified=40 tCO2e; mint.registry-confirmed=true; token.vintage=2025-26;
            token.project=Kotputli; token.serial=1-40; token.verification-hash=sha256:00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF; token.expires-on=2029-11-01
            """,
        [Purpose.Verify] = """
            verification.kind=verification; verification.assurance=reasonable; verification.site-visits=1; verification.reviewer-uninvolved=true; verification.misstatement=0 tCO2e;
            verification.reported-emissions=100 tCO2e; verifier.accredited=true; verifier.accredited-until=2026-11-23; verifier.scope-covers-sector=true
            """,
    };

    private const string Units = "unit.kind=ccc; unit.status=active; unit.double-use=false; unit.vintage=2025-26; unit.issued-on=2026-11-01; unit.expires-on=2029-11-01;";

    // Of each pair: values that cannot both be so on 23 November 2026.
    private static readonly (Purpose Purpose, string One, string Other)[] Contradictions =
    [
        (Purpose.Trade, "seller.breaches-in-quarter=3", "seller.last-breach-on=2026-01-05"),
        (Purpose.Trade, "seller.breaches-in-quarter=7", "seller.last-breach-on=2020-01-01"),
        (Purpose.Trade, "seller.breaches-in-quarter=1", "seller.last-breach-on=2026-09-30"),
        (Purpose.Trade, "seller.breaches-in-quarter=0", "seller.last-breach-on=2026-10-01"),
        (Purpose.Trade, "seller.breaches-in-quarter=0", "seller.last-breach-on=2026-11-20"),
        (Purpose.Trade, "seller.breaches-in-quarter=1", "seller.last-breach-on=2026-11-24"),
        (Purpose.Trade, "seller.breaches-in-quarter=3", "seller.barred-until=2026-01-01"),
        (Purpose.Trade, "unit.issued-on=2025-03-31", "unit.vintage=2025-26"),
        (Purpose.Trade, "unit.expires-on=2026-10-31", "unit.issued-on=2026-11-01"),
        (Purpose.Trade, "unit.expires-on=2025-03-31", "unit.vintage=2025-26"),
        (Purpose.Bank, "unit.vintage=2026-27", "bank.to-year=2025-26"),
        (Purpose.Mint, "token.expires-on=2025-03-31", "token.vintage=2025-26"),
        (Purpose.Mint, "token.vintage=2026-27", "unit.vintage=2025-26"),
        (Purpose.Mint, "token.expires-on=2026-10-31", "unit.issued-on=2026-11-01"),
        (Purpose.Mint, "token.expires-on=2029-11-02", "unit.expires-on=2029-11-01"),
        (Purpose.Verify, "verifier.accredited=true", "verifier.accredited-until=2026-11-22"),
    ];

    // A breach may come after a bar is over, whichever the days are.
    private static readonly HashSet<(string, string)> CannotContradict = [("seller.barred-until", "seller.last-breach-on")];

    public static TheoryData<Purpose, string, string> All => [.. Contradictions.Select(c => new TheoryDataRow<Purpose, string, string>(c.Purpose, c.One, c.Other))];

    [Theory]
    [MemberData(nameof(All))]
    public void What_contradicts_itself_is_not_permitted(Purpose purpose, string one, string other)
    {
        var engine = DecisionEngine.Of(Shipped);
        var agrees = Request(purpose);
        var contradicts = Request(purpose, one, other);
        Agreement.Check(engine, [agrees, contradicts]);
        Assert.Equal(Outcome.Permit, new RuleInterpreter(Shipped).Decide(agrees).Outcome);
        Assert.NotEqual(Outcome.Permit, new RuleInterpreter(Shipped).Decide(contradicts).Outcome);
    }

    /// <summary>Days, years and counts whose names begin alike tell of one thing: each pair stands above, so that a new fact is thought of.</summary>
    [Fact]
    public void Every_pair_of_days_years_and_counts_of_one_thing_is_held()
    {
        var held = Contradictions.Select(c => Pair(Name(c.One), Name(c.Other))).Concat(CannotContradict).ToHashSet();
        var facts = Shipped.Rules.Vocabulary.Facts.Where(f => f.Type.Kind is FactKind.Date or FactKind.Year or FactKind.Number && !f.Name.StartsWith("request.", StringComparison.Ordinal)).Select(f => f.Name).ToList();
        var pairs = facts.SelectMany(a => facts.Where(b => string.CompareOrdinal(a, b) < 0 && Thing(a) == Thing(b)).Select(b => (a, b))).ToList();
        Assert.NotEmpty(pairs);
        Assert.Equal([], pairs.Where(p => !held.Contains(p)));
    }

    private static DecisionRequest Request(Purpose purpose, params string[] facts)
    {
        var builder = new DecisionRequestBuilder(Shipped.Rules.Vocabulary, purpose, Shipped.Year, new LocalDate(2026, 11, 23));
        foreach (var fact in Permitted[purpose].Split(';', StringSplitOptions.TrimEntries).Concat(facts))
        {
            builder.Set(Name(fact), fact[(fact.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        return builder.Build();
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static string Name(string fact) => fact[..fact.IndexOf('=', StringComparison.Ordinal)];

    private static string Thing(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];
}
