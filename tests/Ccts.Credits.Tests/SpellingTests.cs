using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;

namespace Ccts.Credits.Tests;

/// <summary>A second spelling of a registry or a scope makes no second tonne, wherever blocks of two sources meet.</summary>
public class SpellingTests
{
    public static TheoryData<string, string> Spellings => new() { { "ICM", "s" }, { "icm", "S" }, { " Icm ", "s" }, { "icm\u200B", "s " } };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Nothing_leaves_that_is_claimed_in_another_spelling(string registry, string scope)
    {
        var block = new SerialBlock(registry, scope, 1, 10);
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("issue", Given.Now, "exporter", new Parcel(new UnitLot("icm", "s", "itmo", 2025), new BlockRange(1, 1000))));
        var ask = new ExportAsk
        {
            Transfer = Given.Transfer("x", 1, 40), Account = "exporter", ToAccount = "abroad", FromRegistryAccount = "IND-ACCOUNT", ToRegistryAccount = "JPN-ACCOUNT", AdjustmentStatus = "committed", ClaimedElsewhere = [block],
        };
        Assert.Equal("double-use", (await new ExportDesk(Given.Rules, Given.Book(), ledger).ExportAsync(ask, TestContext.Current.CancellationToken)).Refusal?.Code);
        var claims = new[] { new Claim("tokens", ClaimKind.Token, block) };
        Assert.Equal("claimed-elsewhere", (await new ExportDesk(Given.Rules, Given.Book(), ledger, () => claims).ExportAsync(ask with { ClaimedElsewhere = [] }, TestContext.Current.CancellationToken)).Refusal?.Code);
        var twice = Assert.Single(ClaimReport.Of([.. claims, new Claim("article6", ClaimKind.Article6, Given.Block(10, 20))]));
        Assert.Equal(new BlockRange(10, 10), twice.Units.Range);
        Assert.Single(WatchList.Of([new CreditPiece(Given.Block(5, 6), null)], [new WatchEntry("reversed", "a registry") { Units = block }]));
        Assert.Empty(ClaimReport.Of([.. claims, new Claim("article6", ClaimKind.Article6, new SerialBlock("icm", "s.", 10, 20))]));
    }

    /// <summary>A journal that holds two spellings from before is still read: what it says happened.</summary>
    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_tonne_is_transferred_first_once_in_any_spelling(string registry, string scope)
    {
        var lines = new InMemoryLines();
        var book = new Article6Book(lines);
        Assert.Null(book.Authorise("loa", Given.Now, Given.Letter()).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("a", 1, 10)).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("b", 101, 110)).Refusal);
        var again = Given.Transfer("c", 1, 10) with { Units = new SerialBlock(registry, scope, 10, 11) };
        Assert.Equal("already-transferred", book.Transfer(again).Refusal?.Code);
        Assert.Equal(BlockSet.Of(new BlockRange(10, 10)), book.Taken(again.Units));
        var old = new Article6Book(OldJournal.Of(lines, r => r["units"]?.AsArray().Where(u => u!["start"]!.GetValue<string>() == "101").ToList().ForEach(u => (u!["registry"], u["scope"], u["start"], u["end"]) = (registry, scope, "1", "10"))));
        Assert.Equal(20, old.Find("LOA-1")!.Used);
    }

    /// <summary>A burned token's units end as it asks for: what ended otherwise is used a second time.</summary>
    [Theory]
    [InlineData(UnitState.Retired, UnitState.Retired, 0)]
    [InlineData(UnitState.Retired, UnitState.RetiredOrCancelled, 0)]
    [InlineData(UnitState.Retired, null, 0)]
    [InlineData(UnitState.Retired, UnitState.Cancelled, 1)]
    [InlineData(UnitState.Retired, UnitState.Converted, 1)]
    [InlineData(UnitState.Cancelled, UnitState.Cancelled, 0)]
    [InlineData(UnitState.Cancelled, UnitState.Retired, 1)]
    [InlineData(null, UnitState.Retired, 0)]
    [InlineData(null, UnitState.Converted, 1)]
    public void Units_that_ended_otherwise_than_a_token_asked_are_told(UnitState? asked, UnitState? ended, int told)
    {
        var burned = new Claim("tokens", ClaimKind.Token, Given.Block(1, 10)) { IsEnding = true, End = asked };
        Assert.Equal(told, ClaimReport.Of([burned, new Claim("verra", ClaimKind.Ended, Given.Block(1, 10)) { End = ended }]).Count);
    }

    [Fact]
    public void What_is_known_of_a_credit_is_known_of_it_in_any_spelling()
    {
        var book = new CreditBook(new InMemoryLines());
        Assert.Null(book.Set("a", Given.Now, [Given.Block(1, 10)], new CreditAttributes { Project = "P-1" }).Refusal);
        Assert.Null(book.Set("b", Given.Now, [new SerialBlock("ICM", "S", 1, 5)], new CreditAttributes { Project = "P-2" }).Refusal);
        Assert.Equal(["P-2", "P-1"], book.Find(Given.Block(1, 10)).Select(p => p.Attributes!.Project!));
        Assert.All(book.Find(Given.Block(1, 10)), p => Assert.Equal("icm", p.Units.Registry));
    }

    [Fact]
    public void Units_behind_two_first_transfers_are_found_in_any_spelling()
    {
        var book = Given.Book();
        Assert.Null(book.Transfer(Given.Transfer("a", 1, 40)).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("b", 1, 40) with { Units = new SerialBlock("other", "s", 1, 40) }).Refusal);
        var report = AefTables.Of(book, new AefSubmission { Year = 2026 });
        Assert.DoesNotContain(AefCheck.Problems(report), p => p.Code == "aef-units-twice");
        var spelled = new AefReport([.. report.Rows.Select(r => r.Table == AefTableKind.Actions ? new AefRow(r.Table, [.. r.Cells.Select(c => c == "other" ? "ICM" : c)]) : r)]);
        Assert.Contains(AefCheck.Problems(spelled), p => p.Code == "aef-units-twice");
    }
}
