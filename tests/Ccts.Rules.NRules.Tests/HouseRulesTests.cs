using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using ExchangeHouseRules;
using NodaTime;

namespace Ccts.Rules.NRules.Tests;

/// <summary>The sample: house rules of an exchange on top of the scheme's.</summary>
public static class HouseRulesTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);
    private static readonly Exchange Exchange = new(RulesetCatalog.Default.Resolve(ComplianceYear.Parse("2025-26"), Day));

    [Theory]
    [InlineData("MEMBER", 900, 100, "Accept ")]
    [InlineData("MEMBER", 799, 100, "Reject scheme: price-below-floor")]
    [InlineData("MEMBER", 900, 101, "Reject house: the orders of MEMBER exceed its deposit|Reject scheme: oversale")]
    [InlineData("POOR", 900, 100, "Reject house: POOR has not paid the margin")]
    [InlineData("STRANGER", 900, 1, "Hold cannot say: seller.registry-balance|Reject house: the orders of STRANGER exceed its deposit")]
    public static void Each_order_meets_the_scheme_and_the_house(string seller, int price, int certificates, string expected)
    {
        var verdicts = Exchange.Clear([new Order("o", seller, price, certificates)], [new("MEMBER", 100m, 9_000m), new("POOR", 100m, 8_999.99m)], Day);
        Assert.Equal(expected, string.Join('|', verdicts.Select(v => $"{v.Ruling} {v.Reason}")));
    }

    [Fact]
    public static void Orders_that_are_covered_one_by_one_are_refused_when_they_are_not_together() =>
        Assert.All(
            Exchange.Clear([new Order("1", "MEMBER", 900m, 60m), new Order("2", "MEMBER", 900m, 60m)], [new("MEMBER", 100m, 9_000m)], Day),
            v => Assert.Equal((Ruling.Reject, "house: the orders of MEMBER exceed its deposit"), (v.Ruling, v.Reason)));

    [Fact]
    public static void Orders_are_joined_to_holders_by_key_and_never_pair_by_pair()
    {
        var (once, twice) = (Evaluations(100), Evaluations(200));
        Assert.True(once > 100);
        Assert.InRange(twice, once, once * 21 / 10);
    }

    private static long Evaluations(int orders)
    {
        var evaluations = 0L;
        void Count(object? sender, object e) => evaluations++;
        Exchange.Rules.SessionFactory.Events.LhsExpressionEvaluatedEvent += Count;
        var names = Enumerable.Range(0, orders).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        List<Order> all = names.ConvertAll(n => new Order(n, n, 900m, 10m));
        Exchange.Clear(all, names.ConvertAll(n => new Holder(n, 100m, 9_000m)), Day);
        Exchange.Rules.SessionFactory.Events.LhsExpressionEvaluatedEvent -= Count;
        return evaluations;
    }
}
