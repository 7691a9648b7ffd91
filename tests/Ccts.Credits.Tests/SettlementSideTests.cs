using System.Linq;
using System.Text;
using Ccts.Credits.Settlement;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Credits.Tests;

/// <summary>No side of a settlement is clean that was not looked at, or that contradicts itself.</summary>
public sealed class SettlementSideTests
{
    private const string Head = "account,registry,scope,start,end,status\n";
    private const string Delivered = "trade,registry,scope,start,end\nT1,icm,2025,1,400\nT2,icm,2025,401,550\n";
    private const string Stated = Head + "steel,icm,2025,1,400,held\npaper,icm,2025,401,550,held\n";

    private readonly ProblemList _problems = new();

    [Fact]
    public void Each_trade_without_numbers_is_named()
    {
        var result = Check("trade,registry,scope,start,end,tonnes\nT1,icm,2025,1,400,\nT2,,,,,150\n", Stated);
        Assert.Empty(result.Findings);
        Assert.Contains("registry: no file says which numbers were delivered for T2", result.NotLookedAt);
        Assert.DoesNotContain(Check(Delivered, Stated).NotLookedAt, n => n.StartsWith("registry", System.StringComparison.Ordinal));
        Assert.Contains("registry: no file says which numbers were delivered for T1, T2", Check("trade,tonnes\nT1,400\nT2,150\n", Stated).NotLookedAt);
    }

    /// <summary>Some of a trade's numbers are none of the rest.</summary>
    [Fact]
    public void A_trade_of_which_some_numbers_are_said_is_named()
    {
        var result = Check("trade,registry,scope,start,end,tonnes\nT1,icm,2025,1,300,\nT1,,,,,100\nT2,icm,2025,401,550,\n", Stated);
        Assert.Empty(result.Findings);
        Assert.Contains("registry: no file says which numbers were delivered for T1", result.NotLookedAt);
    }

    [Theory]
    [InlineData(Stated, "cement,icm,2025,1,400,held\n", "T1 registry block-twice|T1 registry not-at-registry")]
    [InlineData(Stated, "steel,icm,2025,51,150,retired\n", "T1 registry block-twice|T1 registry not-at-registry")]
    [InlineData(Stated, "steel,ICM,2025,900,950,held\n", " registry two-spellings")]
    [InlineData(Stated, "Steel,icm,2025,900,950,held\n", " registry two-spellings")]
    [InlineData(Head + "steel,icm,2025,1,400,held\n,icm,2025,401,550,held\n", "", "T2 registry not-stated")]
    [InlineData(Head + "steel,icm,2025,1,400,held\nN/A,icm,2025,401,550,held\n", "", "T2 registry not-stated")]
    public void A_statement_that_contradicts_itself_bears_nothing_out(string statement, string more, string findings) =>
        Assert.Equal(findings.Split('|'), Check(Delivered, statement + more).Findings.Select(f => $"{f.Trade} {f.Side} {f.Code}"));

    [Fact]
    public void A_statement_that_names_no_account_says_who_holds_nothing()
    {
        var result = Check(Delivered, Head + ",icm,2025,1,400,held\n,icm,2025,401,550,held\n");
        Assert.Empty(result.Findings);
        Assert.Contains("registry: the statement names no account", result.NotLookedAt);
    }

    [Theory]
    [InlineData("T1,icm,2025,1,200\nT1,ICM,2025,1,200\nT2,icm,2025,401,550\n")]
    [InlineData("T1,icm,2025,1,200\nT1,icm,2025 ,201,400\nT2,icm,2025,401,550\n")]
    [InlineData("T1,icm,a,1,200\nT1,icm,A,1,200\nT2,icm,2025,401,550\n")]
    public void Two_spellings_of_one_registry_or_scope_are_told(string rows) =>
        Assert.Contains(Check("trade,registry,scope,start,end\n" + rows, Stated).Findings, f => f is { Code: "two-spellings", Side: "delivery" });

    /// <summary>No term brings a settlement before its trade, nor a delivery before the seller had the units.</summary>
    [Theory]
    [InlineData("T1,1-400,2026-11-24", "T2,401-550,2026-11-25", "")]
    [InlineData("T1,1-400,2026-11-22", "T2,401-550,2026-11-24", "T1")]
    [InlineData("T1,1-400,2026-11-24", "T2,1-150,2026-11-24", "")]
    [InlineData("T1,1-400,2026-11-25", "T2,1-150,2026-11-24", "T2")]
    public void A_day_that_cannot_be_is_told(string first, string second, string told)
    {
        SettlementTrade[] trades = [new("T1", 400, Inr.FromRupees(1m), "cement", "steel") { Day = new NodaTime.LocalDate(2026, 11, 23) }, new("T2", 150, Inr.FromRupees(1m), "steel", "paper") { Day = new NodaTime.LocalDate(2026, 11, 23) }];
        var rows = string.Concat(new[] { first, second }.Select(r => r.Split(',')).Select(r => $"{r[0]},icm,2025,{r[1].Replace('-', ',')},{r[2]}\n"));
        var result = SettlementCheck.Of(new SessionSettlement(trades) { Delivery = new SettlementFiles(_problems).Delivery(Encoding.UTF8.GetBytes("trade,registry,scope,start,end,day\n" + rows), "d.csv") });
        Assert.Empty(_problems.ToList());
        Assert.Equal(told, string.Join(' ', result.Findings.Where(f => f.Code == "day-differs").Select(f => f.Trade)));
        Assert.Equal(told.Length, result.Findings.Sum(f => f.Trade.Length));
    }

    private SettlementResult Check(string delivered, string stated)
    {
        SettlementTrade[] trades = [new("T1", 400, Inr.FromRupees(1m), "cement", "steel"), new("T2", 150, Inr.FromRupees(1m), "cement", "paper")];
        var result = SettlementCheck.Of(new SessionSettlement(trades)
        {
            Delivery = new SettlementFiles(_problems).Delivery(Encoding.UTF8.GetBytes(delivered), "d.csv"), Registry = new SessionFiles(_problems).Statement(Encoding.UTF8.GetBytes(stated), "s.csv"),
        });
        Assert.Empty(_problems.ToList());
        return result;
    }
}
