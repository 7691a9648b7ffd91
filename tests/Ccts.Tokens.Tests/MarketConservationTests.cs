using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Sdk.Ledger;

namespace Ccts.Tokens.Tests;

/// <summary>A tonne is in one place, whichever book is asked: ledger, registry, tokens, tables of Article 6.</summary>
public sealed class MarketConservationTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 100)]
    [InlineData(4, 200)]
    public async Task Tonnes_are_conserved_over_ledger_registry_tokens_and_tables_whatever_is_asked(int seed, int faultsInThousand)
    {
        await using var market = await MarketWalk.BeginAsync(seed, faultsInThousand);
        for (var step = 1; step <= 200; step++)
        {
            await market.StepAsync(TestContext.Current.CancellationToken);
            if (step % 50 == 0)
            {
                await market.SettledAsync();
                RequireConserved(market);
            }
        }

        await market.SecondClaimsAsync(TestContext.Current.CancellationToken);
        await market.SettledAsync();
        RequireConserved(market);
        Assert.All(Enum.GetValues<MarketWalk.Place>(), p => Assert.True(market.Count(p) > 0, p.ToString()));
    }

    private static void RequireConserved(MarketWalk market)
    {
        foreach (var (book, of) in market.Books())
        {
            for (var number = 1UL; number <= MarketWalk.Issued; number++)
            {
                Assert.True(of(number) == market[number], FormattableString.Invariant($"{book} has number {number} as {of(number)}, and it is {market[number]}."));
            }
        }

        var exported = market.Count(MarketWalk.Place.Exported) + market.Count(MarketWalk.Place.TokenAbroad);
        Assert.Equal(MarketWalk.Issued, new[] { "holder", "abroad" }.Select(a => market.Ledger.Account(a)).Where(a => a is not null).SelectMany(a => a!.Holdings).Sum(h => h.Units.Tonnes));
        Assert.Equal(MarketWalk.Issued, market.Registry.Units.Sum(u => (int)u.Range.Count.ToUInt64()));
        Assert.Equal(exported, market.Letters.Letters.Sum(l => l.Used));
        Assert.Equal(exported, market.Letters.Adjustments().Sum(a => a.Tonnes));
        foreach (var party in new[] { "IND", "JPN" })
        {
            var tables = AefTables.Of(market.Letters, new AefSubmission { Year = 2026, Party = party });
            Assert.Empty(AefCheck.Problems(tables));
            Assert.Equal(exported, tables.Of(AefTableKind.Actions).Sum(r => long.Parse(r["Quantity (tCO2e)"], CultureInfo.InvariantCulture)));
        }

        Assert.Empty(ClaimReport.Of(market.Claims));
    }
}
