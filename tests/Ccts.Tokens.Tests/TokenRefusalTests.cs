using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Claims;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Tokens.Tests;

/// <summary>What a desk refuses before a token moves: blank names, instructions that no registry takes, days that run backwards, other spellings and other serials.</summary>
public class TokenRefusalTests
{
    public static TheoryData<string, string> Spellings => new() { { "ICM", "s" }, { "icm", "S" }, { " Icm", "s\u200B" } };

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("\u200B")]
    public void Tokens_go_to_no_wallet_without_a_name(string wallet)
    {
        var bridge = Minted();
        Assert.Equal("malformed", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", wallet, 1, 5)).Refusal?.Code);
        Assert.Equal("malformed", bridge.Desk.Mint(Bridge.Mint("n", 20, 30, wallet)).Refusal?.Code);
        Assert.Equal("malformed", bridge.Desk.ClawBack("c", Bridge.Now, "w1", wallet, [Bridge.Block(1, 5)], "x").Refusal?.Code);
        Assert.Equal(10, bridge.Supply.Tonnes("w1"));
    }

    /// <summary>A token that is gone while its instruction cannot be written would leave its unit in nobody's hands.</summary>
    [Theory]
    [InlineData("B", "for\u0000")]
    [InlineData("x", "long")]
    [InlineData(" ", null)]
    [InlineData("\u200B", null)]
    public async Task A_burn_whose_instruction_could_not_be_sent_burns_nothing(string beneficiary, string? purpose)
    {
        var bridge = Minted();
        var ask = Bridge.Burn("b", "w1", 1, 5) with { Beneficiary = beneficiary, Purpose = purpose == "long" ? new string('x', 1025) : purpose == null ? null : "\uD800" };
        Assert.Equal("malformed", (await bridge.Desk.BurnAsync(ask, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal(10, bridge.Supply.Tonnes("w1"));
        bridge.Desk.Stake("s", Bridge.Now, "w1", [Bridge.Block(1, 5)]);
        Assert.Equal("malformed", (await bridge.Desk.SlashAsync("x", Bridge.Now, "w1", [Bridge.Block(1, 5)], purpose is null ? beneficiary : new string('x', 1025), TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Empty(bridge.Supply.NotInstructed());
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_second_spelling_of_a_unit_is_the_same_unit(string registry, string scope)
    {
        SerialBlock Spelled(ulong start, ulong end) => new(registry, scope, start, end);
        var bridge = new Bridge();
        Assert.Equal("double-use", bridge.Desk.Mint(Bridge.Mint("m", 1, 10) with { ClaimedElsewhere = [Spelled(10, 20)] }).Refusal?.Code);
        var claimed = new Bridge(others: () => [new Claim("orders", ClaimKind.Offer, Spelled(10, 20))]);
        Assert.Equal("claimed-elsewhere", claimed.Desk.Mint(Bridge.Mint("m", 1, 10)).Refusal?.Code);
        Assert.Null(bridge.Desk.Mint(Bridge.Mint("n", 1, 10)).Refusal);
        foreach (var other in new[] { new UnitLot(registry, scope, UnitKinds.Ccc, 2025, Bridge.Issued) })
        {
            // A ledger that a host filled itself may hold the numbers under the other spelling too.
            bridge.Ledger.Execute(new IssueUnits("other", Bridge.Now, "backing", new Parcel(other, new BlockRange(1, 30))));
        }

        var ask = Bridge.Mint("o", 1, 10) with { Units = [Spelled(5, 6)], Custody = new CustodyStatement(Bridge.Now, [Bridge.Block(1, 1000), Spelled(1, 1000)]) };
        Assert.Equal("already-minted", bridge.Desk.Mint(ask).Refusal?.Code);
        Assert.Equal("chosen-twice", bridge.Desk.Mint(ask with { Units = [Bridge.Block(11, 12), Spelled(12, 13)] }).Refusal?.Code);
    }

    /// <summary>A registry that shows a number as held under one spelling and as retired under another shows it as not held.</summary>
    [Theory]
    [MemberData(nameof(Spellings))]
    public void The_days_of_a_unit_in_custody_count_in_any_spelling(string registry, string scope)
    {
        var custody = new CustodyStatement(Bridge.Now, [new CustodyBlock(Bridge.Block(1, 10)), new CustodyBlock(new SerialBlock(registry, scope, 5, 6), Bridge.Issued, Bridge.Issued.PlusYears(1))]);
        Assert.Equal(Bridge.Issued.PlusYears(1), custody.LastDay(Bridge.Block(1, 10)));
        Assert.Equal(Bridge.Issued, Assert.Single(custody.IssueDays(Bridge.Block(1, 10))));
    }

    [Fact]
    public async Task Nothing_is_older_than_what_it_rests_on()
    {
        var bridge = Minted();
        var (before, after) = (Bridge.Now - Duration.FromDays(11), Bridge.Now + Duration.FromDays(1));
        Assert.Equal("before-last-event", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 1, 5) with { At = before }).Refusal?.Code);
        Assert.Equal("before-last-event", (await bridge.Desk.BurnAsync(Bridge.Burn("b", "w1", 1, 5) with { At = before }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("before-last-event", bridge.Desk.Stake("s", before, "w1", [Bridge.Block(1, 5)]).Refusal?.Code);
        Assert.Null(bridge.Desk.Transfer(Bridge.Transfer("u", "w1", "w2", 1, 5) with { At = after }).Refusal);
        Assert.Equal("before-last-event", bridge.Desk.ClawBack("c", Bridge.Now, "w2", "court", [Bridge.Block(5, 5)], "x").Refusal?.Code);
        Assert.Null(bridge.Desk.Stake("v", Bridge.Now, "w1", [Bridge.Block(6, 10)]).Refusal);
    }

    [Theory]
    [InlineData("9000001-9000099", "serial-differs")]
    [InlineData("1-9", "serial-differs")]
    [InlineData("1-10", null)]
    [InlineData("icm:s:1-1000", null)]
    [InlineData("icm:s:2-1000", "serial-differs")]
    [InlineData("icm:other:1-1000", "serial-differs")]
    [InlineData("CCC-IN-P1-2025-1-1-1000", "serial-differs")]
    [InlineData("as on the certificate", "serial-unread")]
    [InlineData(" ", "serial-unread")]
    public void A_token_says_the_serial_of_its_units(string serial, string? code)
    {
        var ask = Bridge.Mint("m", 1, 10);
        Assert.Equal(code, new Bridge().Desk.Mint(ask with { Metadata = ask.Metadata with { SerialNumber = serial } }).Refusal?.Code);
    }

    /// <summary>A unit that the ledger has reserved for something else, such as an export, has no token that goes on.</summary>
    [Fact]
    public void A_token_moves_while_its_unit_is_behind_it()
    {
        var bridge = Minted();
        bridge.Ledger.Execute(new ReserveUnits("r", Bridge.Now, "backing", "r", new ChosenUnits(Bridge.Block(5, 6)), ReservationPurpose.Other));
        Assert.Equal("not-backed", bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 1, 5)).Refusal?.Code);
        Assert.Null(bridge.Desk.Transfer(Bridge.Transfer("u", "w1", "w2", 1, 4)).Refusal);
    }

    [Fact]
    public async Task A_key_stands_for_all_of_a_move()
    {
        var bridge = Minted();
        var (transfer, burn, mint) = (Bridge.Transfer("t", "w1", "w2", 1, 5), Bridge.Burn("b", "w1", 6, 7), Bridge.Mint("m", 1, 10));
        Assert.Null(bridge.Desk.Transfer(transfer).Refusal);
        Assert.Null((await bridge.Desk.BurnAsync(burn, TestContext.Current.CancellationToken)).Refusal);
        Assert.Equal("key-reused", bridge.Desk.Transfer(transfer with { Destination = "non-domestic" }).Refusal?.Code);
        Assert.Equal("key-reused", (await bridge.Desk.BurnAsync(burn with { Asker = "somebody" }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("key-reused", (await bridge.Desk.BurnAsync(burn with { Holder = "somebody" }, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.Equal("key-reused", bridge.Desk.Mint(mint with { ClaimedElsewhere = [Bridge.Block(900, 901)] }).Refusal?.Code);
        Assert.Equal("key-reused", bridge.Desk.Mint(mint with { Methodology = "BM EN01.002" }).Refusal?.Code);
        Assert.True(bridge.Desk.Transfer(transfer) is { IsRepeat: true });
        Assert.True(bridge.Desk.Mint(mint) is { IsRepeat: true });
        Assert.True(await bridge.Desk.BurnAsync(burn, TestContext.Current.CancellationToken) is { IsRepeat: true });
    }

    /// <summary>What an earlier version took stands as it did: a wallet without a name, days that run backwards, two spellings, a blank serial, and keys that stood for less.</summary>
    [Fact]
    public void A_journal_of_an_earlier_version_is_still_read()
    {
        var bridge = Minted();
        Assert.Null(bridge.Desk.Mint(Bridge.Mint("n", 11, 20)).Refusal);
        Assert.Null(bridge.Desk.Transfer(Bridge.Transfer("t", "w1", "w2", 1, 5)).Refusal);
        var old = new Bridge(OldJournal.Of(bridge.Lines, record =>
        {
            foreach (var member in new[] { "holder", "asker", "methodology", "claimedElsewhere", "destination" })
            {
                record.Remove(member);
            }

            var key = record["key"]!.GetValue<string>();
            _ = key == "n" && (record["units"]![0]!["registry"] = "ICM") is not null && (record["units"]![0]!["start"] = "1") is not null && (record["units"]![0]!["end"] = "10") is not null;
            _ = key == "n" && (record["metadata"] = record["metadata"]!.GetValue<string>().Replace("1-1000", "", System.StringComparison.Ordinal)) is not null;
            _ = key == "t" && (record["to"] = "") is not null && (record["at"] = "2026-11-20T00:00:00Z") is not null;
        }), beside: bridge);
        Assert.Equal((20L, 5L), (old.Supply.Outstanding().Sum(b => (long)b.Count.ToUInt64()), old.Supply.Tonnes("")));
        Assert.True(old.Desk.Mint(Bridge.Mint("m", 1, 10)) is { IsRepeat: true });
    }

    private static Bridge Minted()
    {
        var bridge = new Bridge();
        Assert.Null(bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).Refusal);
        return bridge;
    }
}
