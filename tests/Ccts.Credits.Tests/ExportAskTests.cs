using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;

namespace Ccts.Credits.Tests;

/// <summary>What an export asks for is right before its letter counts down, and a key stands for all of it.</summary>
public class ExportAskTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly InMemoryLines _lines = new();
    private readonly LedgerEngine _ledger;
    private readonly Article6Book _book;
    private readonly ExportDesk _desk;

    public ExportAskTests()
    {
        _ledger = new LedgerEngine(_journal, LedgerPolicy.Bare);
        _ledger.Execute(new IssueUnits("issue", Given.Now, "exporter", new Parcel(new UnitLot("icm", "s", "itmo", 2025), new BlockRange(1, 1000))));
        _book = new Article6Book(_lines);
        Assert.Null(_book.Authorise("loa", Given.Now, Given.Letter()).Refusal);
        _desk = new ExportDesk(Given.Rules, _book, _ledger);
    }

    /// <summary>An instruction that no registry could take would stand in the book as a first transfer, and in no outbox.</summary>
    [Theory]
    [InlineData("exporter", "abroad", "IN-7", "IN-7")]
    [InlineData("exporter", "abroad", "IN-7", "in-7 ")]
    [InlineData("exporter", "abroad", "", "JP-1")]
    [InlineData("exporter", "abroad", " ", "JP-1")]
    [InlineData("exporter", "abroad", "IN-7", "")]
    [InlineData("exporter", "abroad", "IN-7", " ")]
    [InlineData("exporter", "abroad", "IN-7", "\u200B")]
    [InlineData("exporter", "abroad", "IN-7", "JP\n1")]
    [InlineData("exporter", "", "IN-7", "JP-1")]
    [InlineData("exporter", "0x0", "IN-7", "JP-1")]
    [InlineData("exporter", "abroad", "IN-7", "0x0000000000000000000000000000000000000000")]
    [InlineData("exporter", " ", "IN-7", "JP-1")]
    [InlineData("exporter", "exporter", "IN-7", "JP-1")]
    public async Task An_export_whose_instruction_could_not_be_sent_counts_nothing_down(string account, string to, string from, string toRegistry)
    {
        var ask = Ask("x", 1, 40) with { Account = account, ToAccount = to, FromRegistryAccount = from, ToRegistryAccount = toRegistry };
        Assert.Equal("malformed", (await _desk.ExportAsync(ask, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal((100L, 0), (_book.Find("LOA-1")!.Left, _journal.Intents(0).Count()));

        // Written by an earlier version, it is told and not thrown.
        Assert.True(_book.Transfer(Given.Transfer("x", 1, 40)).IsAccepted);
        Assert.Equal("malformed", (await _desk.InstructAsync(ask, cancellation: TestContext.Current.CancellationToken))?.Code);
    }

    /// <summary>The desk of tokens numbers its instructions key/0, key/1, …: an export of that key would be a second instruction under it.</summary>
    [Theory]
    [InlineData("b1/0", "malformed")]
    [InlineData("a/b/12", "malformed")]
    [InlineData("b1/", null)]
    [InlineData("b1/0x", null)]
    [InlineData("2026/export-1", null)]
    public async Task An_exports_key_is_none_that_a_burn_gives_its_instructions(string key, string? code)
    {
        Assert.Equal(code, (await _desk.ExportAsync(Ask(key, 1, 40), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal(code is null ? 60 : 100, _book.Find("LOA-1")!.Left);
    }

    [Fact]
    public async Task A_key_stands_for_all_of_an_export()
    {
        var ask = Ask("x", 1, 40);
        Assert.Null((await _desk.ExportAsync(ask, TestContext.Current.CancellationToken)).Refusal);
        foreach (var other in new[]
        {
            ask with { ToRegistryAccount = "US-9" }, ask with { FromRegistryAccount = "IN-8" }, ask with { ToAccount = "elsewhere" }, ask with { Account = "other" }, ask with { AdjustmentStatus = "applied" },
            ask with { ClaimedElsewhere = [Given.Block(500, 501)] }, ask with { Transfer = ask.Transfer with { Registry = "IND02" } },
        })
        {
            Assert.Equal("key-reused", (await _desk.ExportAsync(other, TestContext.Current.CancellationToken)).Refusal?.Code);
            Assert.Equal("key-reused", (await _desk.InstructAsync(other, cancellation: TestContext.Current.CancellationToken))?.Code);
        }

        Assert.True(await _desk.ExportAsync(ask, TestContext.Current.CancellationToken) is { IsRepeat: true, Refusal: null, NotInstructed: null });
        Assert.Null(await _desk.InstructAsync(ask, cancellation: TestContext.Current.CancellationToken));
        Assert.DoesNotContain("JPN-ACCOUNT", ExportReceipt.Of(_book, "x", Given.Rules.Ruleset)!.Text, System.StringComparison.Ordinal);
    }

    /// <summary>A journal that was written when a key stood for the transfer alone reads as it did, and its exports are repeated as they were.</summary>
    [Fact]
    public async Task An_export_of_an_earlier_version_is_still_the_same_export()
    {
        Assert.Null((await _desk.ExportAsync(Ask("x", 1, 40), TestContext.Current.CancellationToken)).Refusal);
        var old = OldJournal.Of(_lines, record =>
        {
            foreach (var member in new[] { "account", "toAccount", "registryAccount", "toRegistryAccount", "adjustment", "claimedElsewhere" })
            {
                record.Remove(member);
            }
        });
        var desk = new ExportDesk(Given.Rules, new Article6Book(old), _ledger);
        Assert.True(await desk.ExportAsync(Ask("x", 1, 40), TestContext.Current.CancellationToken) is { IsRepeat: true, Refusal: null, NotInstructed: null, Receipt: not null });
        Assert.Null(await desk.InstructAsync(Ask("x", 1, 40), cancellation: TestContext.Current.CancellationToken));
    }

    private static ExportAsk Ask(string key, ulong start, ulong end) => new()
    {
        Transfer = Given.Transfer(key, start, end), Account = "exporter", ToAccount = "abroad", FromRegistryAccount = "IND-ACCOUNT", ToRegistryAccount = "JPN-ACCOUNT", AdjustmentStatus = "committed", ClaimedElsewhere = [],
    };
}
