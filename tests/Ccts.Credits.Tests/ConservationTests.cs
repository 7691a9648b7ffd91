using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Credits.Tests;

/// <summary>Tonnes are conserved over ledger, letters and tables, whatever is asked in whatever order.</summary>
public class ConservationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_tonne_comes_into_being_or_is_used_twice(int seed)
    {
        const long issued = 300;
        var random = new Random(seed);
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        var book = Given.Book(Given.Letter(tonnes: 80), Given.Letter("LOA-2", 60));
        var desk = new ExportDesk(Given.Rules, book, ledger);
        ledger.Execute(new IssueUnits("issue", Given.Now, "a", new Parcel(new UnitLot("icm", "s", "itmo", 2025, new(2025, 12, 1)), new BlockRange(1, (ulong)issued))));
        var retired = new List<Claim>();
        for (var step = 0; step < 60; step++)
        {
            var start = (ulong)random.Next(1, 290);
            var end = start + (ulong)random.Next(0, 12);
            var block = Given.Block(start, end);
            if (random.Next(3) == 0)
            {
                if (ledger.Execute(new RetireUnits("k" + step, Given.Now, "a", new ChosenUnits(block), "x")).IsAccepted)
                {
                    retired.Add(new Claim("ledger", ClaimKind.Ended, block));
                }
            }
            else
            {
                await desk.ExportAsync(
                    new ExportAsk
                    {
                        Transfer = Given.Transfer("k" + step, start, end, random.Next(2) == 0 ? "LOA-1" : "LOA-2"), Account = "a", ToAccount = "b", FromRegistryAccount = "IN", ToRegistryAccount = "JP",
                        AdjustmentStatus = "committed", ClaimedElsewhere = [],
                    },
                    TestContext.Current.CancellationToken);
            }
        }

        var exported = book.Actions.Sum(a => a.Tonnes);
        var account = ledger.Account("a")!;
        Assert.True(exported > 0 && retired.Count > 0);
        Assert.Equal(issued, account.Tonnes("itmo", ShadowAccount.Free) + account.Tonnes("itmo", ShadowAccount.Reserved) + account.Tonnes("itmo", ShadowAccount.Retired));
        Assert.Equal(exported, account.Tonnes("itmo", ShadowAccount.Reserved));
        Assert.Equal(exported, book.Letters.Sum(l => l.Used));
        Assert.Equal(exported, book.Adjustments().Sum(a => a.Tonnes));
        Assert.Empty(ClaimReport.Of(book.Claims.Concat(retired)));
        foreach (var party in new[] { "IND", "JPN" })
        {
            var report = AefTables.Of(book, new AefSubmission { Year = 2026, Party = party });
            Assert.Empty(AefCheck.Problems(report));
            Assert.Equal(exported, report.Of(AefTableKind.Actions).Sum(r => long.Parse(r["Quantity (tCO2e)"], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
