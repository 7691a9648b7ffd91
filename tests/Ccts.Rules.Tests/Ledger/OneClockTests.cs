using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Rules.Tests.Ledger;

/// <summary>Rules and ledger tell the same time: what the rules let be retired the ledger retires, and what it expires they deny.</summary>
public sealed class OneClockTests
{
    private static readonly ComplianceYear Year = ComplianceYear.Parse("2025-26");
    private static readonly Ruleset Token = RulesetCatalog.Default.Resolve(Year, LocalDate.MaxIsoValue, ["ct02-token"]);
    private static readonly Ruleset Bare = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    public static IEnumerable<TheoryDataRow<string, string?, string?>> Units =>
        from kind in new[] { "ccc", "offset-ccc", "itmo" }
        from issued in new[] { "2026-10-01", "2026-08-31", "2028-02-29", null }
        from expires in new[] { "2028-06-30", null }
        where issued is null || expires is null || string.CompareOrdinal(issued, expires) < 0
        select new TheoryDataRow<string, string?, string?>(kind, issued, expires);

    [Theory]
    [MemberData(nameof(Units))]
    public void Rules_and_ledger_agree_on_every_day(string kind, string? issued, string? expires)
    {
        var lot = new UnitLot("icm", "s", kind, 2025, Day(issued), Day(expires));
        foreach (var ruleset in new[] { Token, Bare })
        {
            var (policy, interpreter) = (LedgerLimits.Of(ruleset), new RuleInterpreter(ruleset));
            var months = policy.Units.SingleOrDefault(u => u.Kind == kind)?.ValidityMonths;
            for (var day = new LocalDate(2026, 8, 1); day < new LocalDate(2031, 4, 1); day = day.PlusDays(day.Day is 1 or >= 27 or 15 ? 1 : 3))
            {
                var ruled = interpreter.Decide(Request(lot, day).ToRequest(ruleset.Rules.Vocabulary)).Outcome;
                var used = Refusal(policy, new RetireUnits("r", Noon(day), "mill", new OldestUnits(kind, 1)), lot);
                var expired = Refusal(policy, new ExpireUnits("e", Noon(day), "mill", new OldestUnits(kind, 1)), lot);
                var clock = UnitValidity.On(lot, months, day);
                Assert.Equal(clock, ruled switch { Outcome.Permit => Validity.Valid, Outcome.Refer => Validity.NotKnown, _ => day < lot.Issued ? Validity.NotYetIssued : Validity.Over });
                Assert.Equal(clock, used?.Code switch { null => Validity.Valid, RefusalCode.IssueDayUnknown => Validity.NotKnown, RefusalCode.NotYetIssued => Validity.NotYetIssued, RefusalCode.ValidityOver => Validity.Over, var other => throw new Xunit.Sdk.XunitException(other.ToString()) });
                Assert.Equal(clock == Validity.Over, expired is null);
            }
        }
    }

    /// <summary>The months are the token's policy: no paragraph of the scheme sets any, so none is named for the denial.</summary>
    [Fact]
    public void A_denial_by_a_private_policy_names_the_policy()
    {
        var lot = new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 10, 1));
        var late = new RuleInterpreter(Token).Decide(Request(lot, new LocalDate(2029, 10, 2)).ToRequest(Token.Rules.Vocabulary));
        var denial = Assert.Single(late.Findings);
        Assert.Equal(("unit.not-expired-by-ruleset", "CT02-POLICY", "2.2"), (denial.Rule, denial.Standing!.Source.Instrument, denial.Standing.Source.Clause));
        Assert.Equal((Force.None, Evidence.Assumption), (denial.Standing.Force, denial.Standing.Evidence));

        var undated = new RuleInterpreter(Token).Decide(Request(new UnitLot("icm", "s", "ccc", 2025), new LocalDate(2027, 1, 1)).ToRequest(Token.Rules.Vocabulary));
        Assert.Equal((Outcome.Refer, "CT02-POLICY"), (undated.Outcome, Assert.Single(undated.Findings).Standing!.Source.Instrument));

        var byRegistry = new RuleInterpreter(Token).Decide(Request(new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 10, 1), new LocalDate(2027, 1, 1)), new LocalDate(2027, 1, 2)).ToRequest(Token.Rules.Vocabulary));
        Assert.Equal(("CCTS-2023", Force.InForce), (Assert.Single(byRegistry.Findings).Standing!.Source.Instrument, byRegistry.Findings[0].Standing!.Force));
    }

    private static RetireRequest Request(UnitLot lot, LocalDate day) => new()
    {
        Year = Year, Date = day, UnitKind = lot.Kind, UnitStatus = "active", UnitDoubleUse = false, UnitOwner = "mill", EntityRegistration = "mill",
        UnitVintage = Year, UnitIssuedOn = lot.Issued, UnitExpiresOn = lot.Expires,
    };

    // The units stand there already, however late they are issued: what came in is not in question.
    private static Refusal? Refusal(LedgerPolicy policy, LedgerCommand command, UnitLot lot)
    {
        var state = LedgerState.Replay([new JournalEntry(1, Noon(new LocalDate(2026, 8, 1)), "i", 0, new UnitsEntered("mill", new Parcel(lot, new BlockRange(1, 10)), ShadowAccount.Free, EntryOrigin.Received, null))]);
        return state.Decide(policy, command).Refusal;
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(6, 30)).InUtc().ToInstant();
}
