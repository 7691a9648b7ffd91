using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Compliance.Tests;

/// <summary>Accounts of an entity and a group: figures that add up, ratings that only somebody claims.</summary>
public sealed class AccountTests
{
    private static readonly YearPosition Position = PositionCalculator.Of(Samples.Assessed, Years.Ruleset().Assessment.Certificates);

    [Fact]
    public void Performance_is_measured_and_never_rated_without_somebodys_scale()
    {
        var performance = Performance.Of(Samples.Assessed);
        // 0.8086 achieved and baseline, 0.8032 the target.
        Assert.Equal((0m, decimal.Round(0.0054m / 0.8086m, 9)), (performance.AchievedCut, decimal.Round(performance.RequiredCut!.Value, 9)));
        Assert.Equal(decimal.Round(-0.0054m / 0.8032m, 9), decimal.Round(performance.AgainstTarget!.Value, 9));
        Assert.Null(performance.Rating);
        var scale = new RatingScale("a host", [("ahead", 0.05m), ("on target", 0m), ("behind", -0.01m)]);
        Assert.Equal(new ClaimedRating("behind", "a host"), Performance.Of(Samples.Assessed, scale).Rating);
        Assert.Equal("on target", scale.Rate(0m)!.Level);
        Assert.Equal("ahead", scale.Rate(0.05m)!.Level);
        Assert.Null(scale.Rate(-0.02m));
        Assert.Throws<ArgumentException>(() => new RatingScale("a host", []));
        Assert.Throws<ArgumentException>(() => new RatingScale(" ", [("x", 1m)]));
        Assert.Throws<ArgumentException>(() => new RatingScale("a host", [("x", 1m), ("y", 1m)]));
    }

    [Fact]
    public void A_shortfall_is_provided_for_and_a_surplus_valued_never_both()
    {
        var value = Assert.Single(EntityAccount.Value(Position.Net, [Inr.FromRupees(600m)]));
        Assert.Equal((0m, 19797m * 600m), (value.Surplus.Rupees, value.Provision.Rupees));
        var over = Assert.Single(EntityAccount.Value((Position with { Projected = 5 }).Net, [Inr.FromRupees(600m)]));
        Assert.Equal((3000m, 0m), (over.Surplus.Rupees, over.Provision.Rupees));
    }

    [Fact]
    public void Lines_of_a_balance_add_up_to_what_is_carried_over()
    {
        var balance = new YearlyKind { Kind = "ccc", Opening = 1, Issued = 20, Received = 300, Bought = 4000, ClawedBackFromOthers = 5, ConvertedInto = 6, Sold = 70, ClawedBackByOthers = 8, Surrendered = 90, Retired = 10, Expired = 11, Cancelled = 12, Converted = 13 };
        var lines = BalanceLines.Of(balance);
        Assert.Equal(balance.Closing, lines.Take(lines.Count - 1).Sum(l => l.Tonnes));
        Assert.Equal(balance.Closing, lines[^1].Tonnes);
    }

    /// <summary>Certificates of a compliance year are issued, sold and surrendered after it: its account shows the years in which they were.</summary>
    [Fact]
    public void The_balance_goes_on_into_the_years_in_which_certificates_move()
    {
        var (journal, lot) = (new InMemoryJournal(), new UnitLot("icm", "2025", UnitKinds.Ccc, 2025));
        var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("i", Instant.FromUtc(2026, 10, 12, 9, 0), "plant", new Parcel(lot, new BlockRange(1, 100))));
        // Midnight of 1 April 2027 in India.
        ledger.Execute(new RetireUnits("r", Instant.FromUtc(2027, 3, 31, 18, 30), "plant", new OldestUnits(UnitKinds.Ccc, 30)));
        ledger.Execute(new IssueUnits("o", Instant.FromUtc(2029, 10, 12, 9, 0), "other", new Parcel(lot, new BlockRange(101, 110))));
        var entries = journal.Read(0).ToList();
        Assert.Equal([("2025-26", 0L, 0L, 0L), ("2026-27", 100, 0, 100), ("2027-28", 0, 30, 70)], YearBalance.Since(entries, "plant", new(2025)).Select(b => (b.Year.ToString(), b.Certificates.Issued, b.Certificates.Retired, b.Certificates.Closing)));
        Assert.Equal("2026-27", Assert.Single(YearBalance.Since([], "plant", new(2026))).Year.ToString());
    }

    /// <summary>The cut is the one that an assessment tells, of the intensity before it is rounded.</summary>
    [Fact]
    public void The_cut_achieved_is_that_of_the_assessment()
    {
        var maihar = Samples.Assess(Samples.Read("maihar-2025-26.json"));
        var finer = maihar with { Intensity = maihar.Intensity with { Unrounded = EmissionIntensity.Of(maihar.Intensity.Achieved.TonnesPerUnit + 0.00004m, maihar.Intensity.Achieved.Basis) } };
        Assert.Equal(Improvement.Of(finer.Intensity.Baseline, finer.Intensity.Unrounded), Performance.Of(finer).AchievedCut);
    }

    [Fact]
    public void An_account_is_as_its_schema_says_and_its_page_tells_the_same()
    {
        var account = new EntityAccount
        {
            Assessment = Samples.Assessed,
            Position = Position,
            Performance = Performance.Of(Samples.Assessed),
            Trajectory = Trajectory.Of([Years.Ruleset().Assessment.Targets["CMTOE085RJ"], Years.Ruleset("2026-27-revision-1").Assessment.Targets["CMTOE085RJ"]], new Dictionary<Ccts.Sdk.Entities.ComplianceYear, (EmissionIntensity, EmissionIntensity)> { [Samples.Assessed.Year] = (Samples.Assessed.Intensity.Achieved, Samples.Assessed.Intensity.Unrounded) }),
            Balances = [new YearBalance(Samples.Assessed.Year, new YearlyKind { Kind = "ccc", Opening = 12 }), new YearBalance(Samples.Assessed.Year.Next, new YearlyKind { Kind = "ccc", Opening = 12, Issued = 3 })],
            Values = EntityAccount.Value(Position.Net, [Inr.FromRupees(600m)]),
            Entries = Accruals.Entries(null, new Accrued(Years.Day("2026-03-31"), -19797, Inr.FromRupees(600m))),
        };
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "entity-account.schema.json")).Errors(EntityAccountJson.Write(account).ToJsonString()));
        var page = AccountPage.Write(account, receiptDigest: "sha256:" + new string('0', 64));
        Assert.Contains("19,797 certificates short", page, StringComparison.Ordinal);
        Assert.Contains("1,18,78,200", page, StringComparison.Ordinal);
        Assert.Contains("no scale published", page, StringComparison.Ordinal);
        Assert.Contains("class=\"qr\"", page, StringComparison.Ordinal);
    }

    /// <summary>A year before is a position of its own: what is owed or earned for it less what was settled, over its own range; without a ledger it is named and not counted.</summary>
    [Theory]
    [InlineData("kotputli-2025-26.json", 0, 100, -19697, -10574L)]
    [InlineData("kotputli-2025-26.json", 0, 25000, 5203, 14326L)]
    [InlineData("maihar-2025-26.json", 0, 0, 45786, null)]
    [InlineData("maihar-2025-26.json", 45786, 0, 0, null)]
    [InlineData("maihar-2025-26.json", 50000, 0, -4214, null)]
    public void An_earlier_year_counts_as_a_position_of_its_own(string sample, long issued, long surrendered, long net, long? high)
    {
        var assessment = Samples.Assess(Samples.Read(sample));
        var rules = Years.Ruleset().Assessment.Certificates;
        var year = EarlierYear.Of(assessment, rules, new SettledSoFar(issued, surrendered))!;
        Assert.Equal(net, year.Net);
        Assert.Equal(high ?? year.NetHigh, year.NetHigh);
        var account = new EntityAccount { Assessment = Samples.Assessed, Position = Position, Performance = Performance.Of(Samples.Assessed), EarlierYears = [year] };
        Assert.Equal((Position.Net + year.Net, Position.NetLow + year.NetLow, Position.NetHigh + year.NetHigh), (account.Net, account.NetLow, account.NetHigh));
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "entity-account.schema.json")).Errors(EntityAccountJson.Write(account).ToJsonString()));
        Assert.Equal(year.Position.IssuedTooMany > 0 || year.Position.SurrenderedTooMany > 0, AccountPage.Write(account).Contains(" too many. No text read", StringComparison.Ordinal));

        var unsettled = EarlierYear.Of(assessment, rules, null)!;
        var named = account with { EarlierYears = [unsettled] };
        Assert.Equal((null, Position.Net), (unsettled.Net, named.Net));
        Assert.Contains("without a ledger nobody can say", AccountPage.Write(named), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deemed_year_before_says_that_it_is_deemed() =>
        Assert.NotEmpty(EarlierYear.Of(Samples.Assess(Samples.Kotputli with { DocumentsSubmitted = false }), Years.Ruleset().Assessment.Certificates, null)!.Meaning);

    // The year of the report gives these days by itself; nothing has to happen first.
    [Fact]
    public void A_page_has_every_day_that_the_year_alone_gives()
    {
        var page = PositionPage.Write(Position, Samples.Assessed, []);
        Assert.Contains(">2026-03-31</td><th scope=\"row\">Long-term (&gt;=5 yr) action plan</th>", page, StringComparison.Ordinal);
        // The first year began before the GEI Rules came, and its plan has a rule of its own (DPCM s.5(3)).
        Assert.Contains(">by its rule</td><th scope=\"row\">Monitoring plan (annual)", page, StringComparison.Ordinal);
        Assert.Contains(">by its rule</td><th scope=\"row\">NSC-ICM recommends: within 2 weeks of receipt</th>", page, StringComparison.Ordinal);
    }

    /// <summary>Where the schedule prints a dash there is no target: that is known, and no page calls it unknown.</summary>
    [Theory]
    [InlineData(Ccts.Compliance.Pages.PageLanguage.English, "the schedule prints no target", "not known", ">unknown<")]
    [InlineData(Ccts.Compliance.Pages.PageLanguage.Hindi, "कोई लक्ष्य नहीं छपा", "<td class=\"number\">ज्ञात नहीं", ">अज्ञात<")]
    public void A_dash_of_the_schedule_is_no_unknown_target(Ccts.Compliance.Pages.PageLanguage language, string answer, string unknown, string value)
    {
        var grinding = Samples.Assess(Samples.Read("kundanganj-2025-26.json"));
        var position = PositionCalculator.Of(grinding, Years.Ruleset().Assessment.Certificates);
        var account = new EntityAccount { Assessment = grinding, Position = position, Performance = Performance.Of(grinding) };
        Assert.All([AccountPage.Write(account, language), PositionPage.Write(position, grinding, [], language), AssessmentPage.Write(grinding, language)], page => Assert.Contains(answer, page, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(unknown, GroupPage.Write(GroupAccount.Of("A group", [new GroupPlant(Samples.Assessed, Position), new GroupPlant(grinding, position)]), language), StringComparison.Ordinal);
        // The frozen grid factor alone is unknown.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(AccountPage.Write(account, language), value));
    }

    [Fact]
    public void A_group_nets_what_its_plants_have_over_and_hides_none_of_them()
    {
        var other = Samples.Assess(Samples.Read("maihar-2025-26.json"));
        var plants = new[] { new GroupPlant(Samples.Assessed, Position), new GroupPlant(other, PositionCalculator.Of(other, Years.Ruleset().Assessment.Certificates)) };
        var group = GroupAccount.Of("A group", plants, Inr.FromRupees(10m));
        Assert.Equal(19797, group.Net.NettedTonnes);
        Assert.Equal(plants.Sum(p => p.Position.Net!.Value), group.Net.ForMarket.Sum(m => m.Tonnes));
        Assert.Throws<ArgumentException>(() => GroupAccount.Of("A group", [plants[0], plants[0]]));
        // The same plant once by its number and once by its name is one plant, also where it is not counted.
        GroupPlant As(GroupPlant of, Func<Ccts.Sdk.Entities.ObligatedEntity, Ccts.Sdk.Entities.ObligatedEntity> change) => of with { Assessment = of.Assessment with { Entity = change(of.Assessment.Entity) } };
        Assert.Throws<ArgumentException>(() => GroupAccount.Of("A group", [plants[0], As(plants[0], e => e with { Registration = null, Name = "M/s KOTPUTLI  Cement Works Ltd" })]));
        Assert.Throws<ArgumentException>(() => GroupAccount.Of("A group", [plants[0] with { Position = plants[0].Position with { Projected = null } }, plants[0] with { Position = plants[0].Position with { Projected = null } }]));
        Assert.Equal(2, GroupAccount.Of("A group", [plants[0], As(plants[1], e => e with { Name = plants[0].Assessment.Entity.Name })]).Plants.Count);
        Assert.Equal(2, GroupAccount.Of("A group", [plants[0], As(plants[0], e => e with { Registration = null, State = "MP" })]).Plants.Count);

        // Each plant's note that its data are invented is its own.
        var page = GroupPage.Write(group);
        Assert.All(plants, p => Assert.Contains(System.Net.WebUtility.HtmlEncode($"{p.Assessment.Entity.Name}: {p.Assessment.Illustrative}"), page, StringComparison.Ordinal));
        const string evil = "<script>";
        Assert.DoesNotContain(evil, GroupPage.Write(GroupAccount.Of(evil, [plants[0] with { Assessment = plants[0].Assessment with { Entity = plants[0].Assessment.Entity with { Name = evil } } }])), StringComparison.Ordinal);
    }
}
