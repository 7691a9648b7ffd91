using System;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Corpus;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Rules.Tests.Ledger;

/// <summary>What the ledger enforces comes from the ruleset; what the law leaves open is neither a limit nor a permission.</summary>
public sealed class LedgerLimitsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    [Theory]
    [InlineData("2025-26")]
    [InlineData("2026-27")]
    public void The_shipped_rulesets_give_surrender_and_the_bar_and_leave_validity_unknown(string year)
    {
        var policy = LedgerLimits.Of(RulesetCatalog.Default.Find("in-ccts/" + year)!);

        var certificates = Assert.Single(policy.Units);
        Assert.Equal(("ccc", true, null, null), (certificates.Kind, certificates.MayBeSurrendered, certificates.ValidityMonths, certificates.OldestVintage));
        Assert.Equal(Evidence.Verbatim, certificates.Standing!.Evidence);
        Assert.Equal((3, 6, Evidence.Secondary), (policy.Oversell!.BreachesToBar, policy.Oversell.BarMonths, policy.Oversell.Standing!.Evidence));
        Assert.False(policy.BorrowingPermitted);
        var open = Assert.Single(policy.Unknowns);
        Assert.Equal(("certificates.validity", "BEE"), (open.Path, open.SettledBy));
    }

    [Fact]
    public void What_is_unknown_is_not_enforced_and_permits_nothing()
    {
        var policy = LedgerLimits.Of(RulesetCatalog.Default.Find("in-ccts/2025-26")!);
        var state = new LedgerState();
        Do(state, policy, new IssueUnits("1", Noon, "mill", Units("ccc", 1, 100)));
        Do(state, policy, new IssueUnits("2", Noon, "mill", Units("offset-ccc", 101, 200)));

        Assert.Equal(RefusalCode.NoValidityRule, Do(state, policy, new ExpireUnits("3", Noon, "mill", new OldestUnits("ccc", 1)))!.Code);
        Assert.Equal(RefusalCode.KindNotSurrenderable, Do(state, policy, new SurrenderUnits("4", Noon, "mill", 2026, new OldestUnits("offset-ccc", 1)))!.Code);
        Assert.Null(Do(state, policy, new SurrenderUnits("5", Noon, "mill", 2026, new OldestUnits("ccc", 1))));
        Assert.Equal(RefusalCode.Borrowing, Do(state, policy, new SurrenderUnits("6", Noon, "mill", 2024, new OldestUnits("ccc", 1)))!.Code);
    }

    [Fact]
    public void The_third_breach_in_a_quarter_bars_by_the_ruleset()
    {
        var policy = LedgerLimits.Of(RulesetCatalog.Default.Find("in-ccts/2025-26")!);
        var state = new LedgerState();
        Do(state, policy, new IssueUnits("issue", Noon, "mill", Units("ccc", 1, 100)));
        Refusal? Sell(string key, long tonnes) => Do(state, policy, new ReserveUnits(key, Noon, "mill", key, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale));
        Assert.Null(Sell("a", 101)!.Until);
        Assert.Null(Sell("b", 101)!.Until);
        Assert.Equal(new LocalDate(2027, 4, 15), Sell("c", 101)!.Until);
        Assert.Equal(RefusalCode.Barred, Sell("d", 1)!.Code);
    }

    [Fact]
    public void A_host_settles_what_is_unknown_with_an_overlay_of_its_own()
    {
        var year = ComplianceYear.Parse("2026-27");
        var policy = LedgerLimits.Of(RulesetCatalog.Default.Resolve(year, new(2026, 11, 22), ["ct02-token"]));
        Assert.All(policy.Units, u => Assert.Equal(36, u.ValidityMonths));
        Assert.Equal(["ccc", "offset-ccc", "itmo", "escert", "rec", "i-rec"], policy.Units.Select(u => u.Kind));
        Assert.Equal("ccc", Assert.Single(policy.Units, u => u.MayBeSurrendered).Kind);
        Assert.Empty(policy.Unknowns);
    }

    [Fact]
    public void A_ruleset_that_does_not_speak_of_selling_bars_nobody_and_says_so()
    {
        var policy = LedgerLimits.Of(RulesetReader.Read(RulesetFiles.FromMemory("base", BadCase.Base())));
        Assert.Null(policy.Oversell);
        Assert.Contains("market.oversale.bar", policy.Unknowns.Select(u => u.Path));
    }

    [Fact]
    public void A_baseline_year_gives_no_limits() =>
        Assert.Throws<InvalidOperationException>(() => LedgerLimits.Of(RulesetCatalog.Default.Find("in-ccts/2023-24")!));

    private static Parcel Units(string kind, ulong start, ulong end) => new(new UnitLot("icm", "s", kind, 2025), new BlockRange(start, end));

    private static Refusal? Do(LedgerState state, LedgerPolicy policy, LedgerCommand command)
    {
        var decision = state.Decide(policy, command);
        if (decision.EntryAt(state.Position + 1, command) is { } entry)
        {
            state.Apply(entry);
        }

        return decision.Refusal;
    }
}
