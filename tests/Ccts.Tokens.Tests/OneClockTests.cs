using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using Ccts.Credits.Journals;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Tokens.Tests;

/// <summary>
/// One clock of validity: rules, ledger, clearing and tokens are asked about the same lot, policy and day, and give one answer. Lots, policies and days are
/// drawn at random, the days mostly about the edges and the end of February.
/// </summary>
public sealed class OneClockTests
{
    private static readonly ComplianceYear Year = new(2025);
    private static readonly Ruleset Bare = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    [Theory]
    [InlineData(null, 1)]
    [InlineData(36, 2)]
    [InlineData(1, 3)]
    [InlineData(11, 4)]
    [InlineData(24, 5)]
    public async System.Threading.Tasks.Task All_who_ask_are_told_the_same(int? months, int seed)
    {
        var random = new Random(seed);
        var ruleset = months is { } set ? Under(set) : Bare;
        var engine = DecisionEngine.Of(ruleset);
        var seen = new HashSet<Validity>();
        for (var draw = 0; draw < 15; draw++)
        {
            var lot = Lot(random);
            foreach (var day in Days(random, lot, months))
            {
                var clock = UnitValidity.On(lot, months, day);
                seen.Add(clock);
                var told = $"{lot.Vintage} issued {lot.Issued} expires {lot.Expires}, {months} months, on {day}: ";
                Assert.Equal(told + clock, told + ByRules(ruleset, lot, day));
                Assert.Equal(told + clock, told + ByLedger(LedgerLimits.Of(ruleset), lot, day));
                Assert.Equal(told + clock, told + ByClearing(ruleset, lot, day));
                Assert.Equal(told + clock, told + await ByTokens(engine, lot, months, day, statedBy: draw % 3));
            }
        }

        Assert.Superset(new HashSet<Validity> { Validity.Valid, Validity.NotYetIssued, Validity.Over }, seen);
        Assert.Equal(months is not null, seen.Contains(Validity.NotKnown));
    }

    private static Validity ByRules(Ruleset ruleset, UnitLot lot, LocalDate day)
    {
        var request = new RetireRequest
        {
            Year = Year, Date = day, UnitKind = lot.Kind, UnitStatus = "active", UnitDoubleUse = false, UnitOwner = "mill", EntityRegistration = "mill",
            UnitVintage = new ComplianceYear(lot.Vintage), UnitIssuedOn = lot.Issued, UnitExpiresOn = lot.Expires,
        };
        var decision = new RuleInterpreter(ruleset).Decide(request.ToRequest(ruleset.Rules.Vocabulary));
        return Read(decision.Outcome, lot, day);
    }

    private static Validity ByLedger(LedgerPolicy policy, UnitLot lot, LocalDate day)
    {
        var state = LedgerState.Replay([new JournalEntry(1, Noon(new LocalDate(2026, 5, 1)), "i", 0, new UnitsEntered("mill", new Parcel(lot, new BlockRange(1, 10)), ShadowAccount.Free, EntryOrigin.Received, null))]);
        var used = state.Decide(policy, new RetireUnits("r", Noon(day), "mill", new OldestUnits(lot.Kind, 1))).Refusal;
        var expired = state.Decide(policy, new ExpireUnits("e", Noon(day), "mill", new OldestUnits(lot.Kind, 1))).Refusal is null;
        var clock = used?.Code switch
        {
            null => Validity.Valid, RefusalCode.IssueDayUnknown => Validity.NotKnown, RefusalCode.NotYetIssued => Validity.NotYetIssued, RefusalCode.ValidityOver => Validity.Over,
            var other => throw new Xunit.Sdk.XunitException(other.ToString()),
        };
        Assert.Equal(clock == Validity.Over, expired);
        return clock;
    }

    private static Validity ByClearing(Ruleset ruleset, UnitLot lot, LocalDate day)
    {
        var problems = new ProblemList();
        var terms = SessionTermsReader.Read(LocatedJson.Read(Encoding.UTF8.GetBytes(
            """{"session":"s","year":"2025-26","breaches":[],"facts":{"session.open":true,"market.segment":"compliance","market.paused":false,"trade.venue":"power-exchange","session.floor-price":"800 INR","session.forbearance-price":"1200 INR","unit.double-use":false}}"""), "s", problems)!, ruleset.Rules.Vocabulary, problems);
        var files = new SessionFiles(problems);
        var trades = files.Trades(Encoding.UTF8.GetBytes($"trade,at,seller,buyer,tonnes,price,kind\nA,{InstantPattern.ExtendedIso.Format(Noon(day))},mill,steel,5,900 INR,ccc\n"), "t");
        var holdings = files.Holdings(Encoding.UTF8.GetBytes($"account,registry,scope,start,end,vintage,kind,status,issued,expires\nmill,icm,s,1,10,{lot.Vintage},ccc,free,{Text(lot.Issued)},{Text(lot.Expires)}\n"), "h");
        var statement = files.Statement(Encoding.UTF8.GetBytes("account,registry,scope,start,end,status\nmill,icm,s,1,10,held\n"), "r");
        Assert.False(problems.HasErrors, string.Join(" ", problems.ToList().Select(p => p.Message)));
        return Read(Assert.Single(ClearingProof.Of(new ClearingSession(terms!, trades, holdings, statement, problems), ruleset).Trades).Outcome, lot, day);
    }

    /// <summary>A mint asks the desk; who states the last day of the units, ledger or registry or both, makes no difference. Tokens that exist are asked by the sweep.</summary>
    private static async System.Threading.Tasks.Task<Validity> ByTokens(DecisionEngine engine, UnitLot lot, int? months, LocalDate day, int statedBy)
    {
        var at = Noon(day);
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerLimits.Of(engine.Ruleset));
        var known = statedBy == 0 ? new UnitLot(lot.Registry, lot.Scope, lot.Kind, lot.Vintage, lot.Issued) : lot;
        var received = ledger.Execute(new ReceiveUnits("i", Noon(lot.Issued ?? new LocalDate(2026, 5, 1)), "backing", new Parcel(known, new BlockRange(1, 10))));
        Assert.True(received.IsAccepted, received.Refusal?.ToString());
        var custody = new CustodyStatement(at, [new CustodyBlock(Bridge.Block(1, 10), statedBy == 0 ? lot.Issued : null, statedBy == 1 ? null : lot.Expires)]);
        var supply = new TokenSupply(new InMemoryLines());
        var desk = new TokenDesk(new TokenDeskOptions
        {
            Rules = engine, Supply = supply, Ledger = ledger, BackingAccount = "backing", CustodyAccount = "CUSTODY", Trust = Bridge.Trust(), CustodyMaxAge = Duration.FromMinutes(10), OtherClaims = () => [],
        });
        var mint = Bridge.Mint("m", 1, 10, signal: Bridge.Signal(1000, "a", new ComplianceYear(lot.Vintage)));
        var answer = desk.Mint(mint with { At = at, Custody = custody, Metadata = mint.Metadata with { Vintage = new ComplianceYear(lot.Vintage), Issued = lot.Issued, ExpiryDate = UnitValidity.LastDay(lot, months) } });
        if (answer.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                "not-yet-issued" => Validity.NotYetIssued,
                "issue-day-unknown" => Validity.NotKnown,
                "expired" or "token-expired" => Validity.Over,
                "validity-over" => lot.Issued is null ? Validity.NotKnown : Validity.Over,
                var other => throw new Xunit.Sdk.XunitException($"{other}: {refusal.Message}"),
            };
        }

        Assert.Empty((await desk.SweepAsync("s", at)).Ended);
        if (UnitValidity.LastDay(lot, months) is { } last)
        {
            Assert.Empty((await desk.SweepAsync("l", Noon(last))).Ended);
            Assert.Single((await desk.SweepAsync("o", Noon(last.PlusDays(1)))).Ended);
        }

        return Validity.Valid;
    }

    private static Validity Read(Outcome outcome, UnitLot lot, LocalDate day) => outcome switch
    {
        Outcome.Permit => Validity.Valid,
        Outcome.Refer => Validity.NotKnown,
        _ => day < lot.Issued ? Validity.NotYetIssued : Validity.Over,
    };

    private static UnitLot Lot(Random random)
    {
        var vintage = random.Next(2024, 2026);
        LocalDate[] leap = [new(2028, 2, 29), new(2028, 2, 28), new(2028, 3, 1)];
        LocalDate? issued = random.Next(6) == 0 ? null : random.Next(4) == 0 ? leap[random.Next(3)] : new LocalDate(2026, 6, 1).PlusDays(random.Next(500));
        LocalDate? expires = random.Next(2) == 0 ? null : random.Next(3) == 0 && !(issued > leap[0]) ? leap[0] : (issued ?? new LocalDate(2026, 6, 1)).PlusDays(random.Next(800));
        return new UnitLot("icm", "s", UnitKinds.Ccc, vintage, issued, expires);
    }

    private static IEnumerable<LocalDate> Days(Random random, UnitLot lot, int? months)
    {
        var edges = new[] { lot.Issued, lot.Expires, lot.Issued?.PlusMonths(months ?? 12), UnitValidity.LastDay(lot, months), new LocalDate(2028, 2, 29) };
        return edges.OfType<LocalDate>().SelectMany(d => new[] { d.PlusDays(-1), d, d.PlusDays(1) })
            .Append(new LocalDate(2026, 6, 1).PlusDays(random.Next(1500))).Distinct().Where(d => d >= new LocalDate(2026, 5, 2) && d < new LocalDate(2030, 12, 1));
    }

    private static Ruleset Under(int months)
    {
        var shipped = EmbeddedRulesets.Overlays().Single(o => o.Name == "rulesets/overlays/ct02-token");
        var files = shipped.Paths.ToDictionary(p => p, p => shipped.Find(p)!.Bytes, StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files["parameters.json"]);
        Assert.Contains("\"36\"", text, StringComparison.Ordinal);
        files["parameters.json"] = Encoding.UTF8.GetBytes(text.Replace("\"36\"", $"\"{months}\"", StringComparison.Ordinal));
        return OverlayReader.Apply(Bare, RulesetFiles.FromMemory("ct02-token", files));
    }

    private static string Text(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(6, 30)).InUtc().ToInstant();
}
