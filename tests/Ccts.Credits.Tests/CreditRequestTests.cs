using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Requests;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Quantities;

namespace Ccts.Credits.Tests;

/// <summary>One call makes a request of an account and a selection of its credits; the host states only what no book knows.</summary>
public sealed class CreditRequestTests
{
    private static readonly LedgerPolicy Policy = LedgerPolicy.Bare with { Oversell = new OversellRule(3, 6) };
    private readonly LedgerEngine _ledger = new(new InMemoryJournal(), Policy);
    private readonly CreditBook _credits = new(new InMemoryLines());

    public CreditRequestTests()
    {
        Issue("ccc", "s", 1, 100);
        Know("a", 1, 60, new CreditAttributes { CreditType = CreditType.Removal, Methodology = "BM EN01.001", Quality = Quality(90), VerificationBody = "Agency A", Adjustment = new("committed", "IND", "JPN", null) });
        Know("b", 61, 100, new CreditAttributes { CreditType = CreditType.Removal, Methodology = "BM EN01.002", Quality = Quality(85), VerificationBody = "Agency B" });
    }

    [Fact]
    public void A_sale_has_the_bar_the_breaches_the_balance_and_what_is_on_offer()
    {
        _ledger.Execute(new ReserveUnits("r", Given.Now, "CMTOE085RJ", "r", new ChosenUnits(Given.Block(1, 10)), ReservationPurpose.Sale));
        foreach (var key in new[] { "x1", "x2", "x3" })
        {
            Assert.Equal(RefusalCode.Oversell, _ledger.Execute(new ReserveUnits(key, Given.Now, "CMTOE085RJ", key, new OldestUnits("ccc", 900), ReservationPurpose.Sale)).Refusal?.Code);
        }

        var asked = Ask(new TradeRequest { Year = Year, Date = Given.Day, OrderPrice = Inr.FromRupees(800m) }, 70);
        Assert.Equal(2, asked.Requests.Count);
        Assert.All(asked.Requests, r => Assert.Equal(
            (100m, 10m, 3m, Given.Day, Given.Day.PlusMonths(6), 70m, "sell", false),
            (r.SellerRegistryBalance!.Value.Tonnes, r.SellerOpenSellQuantity!.Value.Tonnes, r.SellerBreachesInQuarter!.Value, r.SellerLastBreachOn!.Value, r.SellerBarredUntil!.Value, r.OrderQuantity!.Value.Tonnes, r.OrderSide, r.MarketPaused!.Value)));
        Assert.Equal([("BM EN01.001", 90m), ("BM EN01.002", 85m)], asked.Requests.Select(r => (r.ProjectMethodology!, r.QualityScore!.Value)));
        Assert.Equal([Given.Block(11, 60), Given.Block(61, 80)], asked.Units!.Blocks);
        Assert.All(asked.Requests, r => Assert.Equal(Outcome.Deny, Given.Rules.Decide(r).Outcome));
    }

    [Fact]
    public void Each_of_the_eight_is_made_with_what_the_books_know_of_the_units()
    {
        UnitRequest[] stated =
        [
            new TradeRequest { Year = Year, Date = Given.Day }, new SurrenderRequest { Year = Year, Date = Given.Day }, new BankRequest { Year = Year, Date = Given.Day }, new ExportRequest { Year = Year, Date = Given.Day },
            new RetireRequest { Year = Year, Date = Given.Day }, new MintRequest { Year = Year, Date = Given.Day }, new TransferRequest { Year = Year, Date = Given.Day },
        ];
        foreach (var request in stated)
        {
            var made = Assert.Single(Ask(request, 60).Requests);
            Assert.Equal(request.GetType(), made.GetType());
            Assert.Equal(
                ("ccc", "active", Year, new NodaTime.LocalDate(2025, 12, 1), "CMTOE085RJ", "CMTOE085RJ", false, false),
                (made.UnitKind, made.UnitStatus, made.UnitVintage!.Value, made.UnitIssuedOn!.Value, made.UnitOwner, made.EntityRegistration, made.MarketPaused!.Value, made.UnitDoubleUse!.Value));
            made.ToRequest(Given.Rules.Ruleset.Rules.Vocabulary);
        }

        Assert.Equal(["Agency A", "Agency B"], Ask(new VerifyRequest { Year = Year, Date = Given.Day }, 70).Requests.Select(r => r.Agency));
        Assert.Equal("BM EN01.001", Assert.Single(Ask(new MintRequest { Year = Year, Date = Given.Day, ProjectMethodology = "another" }, 60).Requests).ProjectMethodology);
    }

    [Fact]
    public void A_letter_and_the_adjustment_are_those_of_the_books()
    {
        var letters = Given.Book();
        letters.Transfer(Given.Transfer("t", 900, 929));
        var stated = new ExportRequest { Year = Year, Date = Given.Day, Activity = "Green Hydrogen" };
        var export = Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 40, letters.Find("LOA-1"), []).Requests);
        Assert.Equal((true, 70m, new NodaTime.LocalDate(2026, 12, 31), "committed", 40m), (export.LetterPresent!.Value, export.LetterQuantityLeft!.Value.Tonnes, export.LetterValidUntil!.Value, export.AdjustmentStatus, export.Quantity!.Value.Tonnes));
        // A letter for another activity, or for outcomes of other years, is none for these.
        Assert.False(Assert.Single(CreditRequests.Of(stated with { Activity = "Off-shore wind" }, Facts(), Select(), 40, letters.Find("LOA-1"), []).Requests).LetterPresent);
        foreach (var (first, last, isThere) in new[] { (2023, 2024, false), (2027, 2028, false), (2026, 2030, true), (2020, 2025, true) })
        {
            var other = Given.Book(Given.Letter() with { Vintages = (first, last) });
            Assert.Equal(isThere, Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 40, other.Find("LOA-1"), []).Requests).LetterPresent);
        }

        letters.Revoke("r", Given.Now, "LOA-1", Given.Day, "by order");
        Assert.False(Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 40, letters.Find("LOA-1"), []).Requests).LetterPresent);
        Assert.Null(Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 40).Requests).LetterPresent);

        // Who acts no request says: a letter for named entities is there only where the host states it.
        var named = Given.Book(Given.Letter() with { Entities = ["E-1"] }).Find("LOA-1");
        Assert.Null(Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 40, named, []).Requests).LetterPresent);
        Assert.True(Assert.Single(CreditRequests.Of(stated with { LetterPresent = true }, Facts(), Select(), 40, named, []).Requests).LetterPresent);
        Assert.False(Assert.Single(CreditRequests.Of(stated with { Activity = "Off-shore wind", LetterPresent = true }, Facts(), Select(), 40, named, []).Requests).LetterPresent);
    }

    [Fact]
    public void A_use_elsewhere_a_pause_and_a_frozen_account_are_seen_and_not_restated()
    {
        var stated = new RetireRequest { Year = Year, Date = Given.Day, UnitDoubleUse = false };
        Claim[] claims = [new("tokens", ClaimKind.Token, Given.Block(5, 6)), new("icm", ClaimKind.Holding, Given.Block(1, 100))];
        Assert.True(Assert.Single(CreditRequests.Of(stated, Facts(), Select(), 10, claims: claims).Requests).UnitDoubleUse);
        Assert.True(Assert.Single(CreditRequests.Of(stated with { UnitDoubleUse = true }, Facts(), Select(), 10, claims: []).Requests).UnitDoubleUse);
        Assert.Null(Assert.Single(CreditRequests.Of(stated with { UnitDoubleUse = null }, Facts(), Select(), 10).Requests).UnitDoubleUse);

        _ledger.Execute(new PauseBusiness("p", Given.Now, "icm", true, "by order"));
        Assert.True(Assert.Single(Ask(stated, 10).Requests).MarketPaused);
        _ledger.Execute(new FreezeAccount("f", Given.Now, "CMTOE085RJ", true, "court"));
        Assert.Equal("suspended", Assert.Single(Ask(stated, 10).Requests).UnitStatus);
    }

    [Fact]
    public void What_is_not_there_cannot_be_asked_for_and_what_is_not_known_is_told()
    {
        Issue("ccc", "t", 1, 50);
        var asked = Ask(new TradeRequest { Year = Year, Date = Given.Day }, 120);
        Assert.Equal((0, null, "The account has 100 tonnes that fit, of 120 asked for; whether 50 more fit is not known."), (asked.Requests.Count, asked.Units, asked.Fault));
        Assert.NotNull(Ask(new TradeRequest { Year = Year, Date = Given.Day }, 0).Fault);
        Assert.Throws<ArgumentException>(() => Ask(new TradeRequest { Year = Year, Date = Given.Day, OrderSide = "buy" }, 1));
    }

    /// <summary>No text read says that the units of a suspended project cannot be sold: they are told, and a rule of the host's own can refuse them.</summary>
    [Fact]
    public void Units_of_a_suspended_project_are_told_and_a_host_s_rule_can_refuse_them()
    {
        var offsets = new OffsetBook(new InMemoryLines());
        OffsetEvent Event(string key, OffsetMove move) => new() { Key = key, At = Given.Now, Move = move, Project = "P", Actor = OffsetTests.Actor(OffsetRole.Bee) };
        Assert.Null(offsets.Take(Event("r", OffsetMove.Register) with { Description = OffsetTests.Described("P"), CreditType = CreditType.Removal, From = Given.Day }, OffsetTests.Procedure).Refusal);
        Know("a2", 1, 30, new CreditAttributes { Project = "P", CreditType = CreditType.Removal, Methodology = "BM EN01.001", Quality = Quality(90) });
        CreditRequests<TradeRequest> Asked() => CreditRequests.Of(new TradeRequest { Year = Year, Date = Given.Day, OrderPrice = Inr.FromRupees(800m) }, Facts(), Select(), 40, claims: [], watch: OffsetWatch.Of(offsets.Projects));
        Assert.Empty(Asked().Watched);
        Assert.Null(offsets.Take(Event("s", OffsetMove.Suspend) with { Note = "under question" }, OffsetTests.Procedure).Refusal);
        var finding = Assert.Single(Asked().Watched);
        Assert.Equal((Given.Block(1, 30), "The project is suspended: under question"), (finding.Units, finding.Entry.Reason));
        Assert.Contains("can be traded", Assert.Single(OffsetFindings.Of(offsets.Projects, OffsetTests.Procedure, Given.Day), f => f.Code == "suspended").Message, StringComparison.Ordinal);

        // The house's own fact and rule, laid over the year.
        var house = OverlayReader.Apply(Given.Rules.Ruleset, RulesetFiles.FromMemory("house", new Dictionary<string, byte[]>
        {
            ["overlay.json"] = Encoding.UTF8.GetBytes("""{ "format": 1, "id": "house", "revision": 1, "force": "draft", "title": "House", "published": "2026-01-01", "extends": ["in-ccts/2025-26"], "instruments": [{ "id": "HOUSE", "title": "House", "issuer": "H", "reference": "H", "date": "2026-01-01", "status": "draft", "evidence": "verbatim" }] }"""),
            ["facts.json"] = Encoding.UTF8.GetBytes("""{ "facts": { "project.watched": { "type": "flag", "description": "Whether the units' project is on the house's watch-list." } } }"""),
            ["rules.json"] = Encoding.UTF8.GetBytes("""
                { "rules": [{ "id": "house.watched", "title": { "en": "Nothing of a watched project is sold here", "hi": "x", "hiReviewed": false }, "appliesTo": { "purposes": ["trade"] }, "when": { "fact": "project.watched", "is": true },
                "then": { "effect": "deny", "code": "project-watched", "message": { "en": "The project is on the watch-list.", "hi": "x", "hiReviewed": false } }, "source": { "instrument": "HOUSE", "clause": "s.1" }, "force": "none", "evidence": "verbatim" }] }
                """),
        }));
        var request = new DecisionRequestBuilder(house.Rules.Vocabulary, Asked().Requests[0]).Set("project.watched", "true").Build();
        Assert.Contains("project-watched", DecisionEngine.Of(house).Decide(request).Explain().Findings.Select(f => f.Code));
    }

    private static ComplianceYear Year => Given.Rules.Ruleset.Year;

    private static CreditQuality Quality(decimal score) => new(score, null, new Dictionary<string, decimal>(), "test", Given.Day);

    private CreditRequests<T> Ask<T>(T stated, long tonnes)
        where T : EligibilityRequest => CreditRequests.Of(stated, Facts(), Select(), tonnes, claims: []);

    private LedgerFacts Facts() => LedgerFacts.Of(_ledger, "CMTOE085RJ");

    private CreditSelection Select() => CreditSelection.Of(Facts().Account, _credits, CreditFilter.Parse("type=removal score>=80"), "ccc");

    private void Issue(string kind, string scope, ulong start, ulong end) => Assert.True(_ledger.Execute(new IssueUnits(
        "issue" + scope, Given.Now, "CMTOE085RJ", new Parcel(new UnitLot("icm", scope, kind, 2025, new NodaTime.LocalDate(2025, 12, 1)), new BlockRange(start, end)))).IsAccepted);

    private void Know(string key, ulong start, ulong end, CreditAttributes attributes) => Assert.True(_credits.Set(key, Given.Now, [Given.Block(start, end)], attributes).IsAccepted);
}
