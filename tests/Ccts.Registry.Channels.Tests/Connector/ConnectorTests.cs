using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Connector;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Connector;

/// <summary>The connector's channel keeps the contract, and what is its own: whole lots, its reference, the status of it.</summary>
public sealed class ConnectorTests
{
    public static TheoryData<string> Names => [.. ChannelContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name)
    {
        // It has no transfers, cancellations and halves, no answer says that it is done, and its questions have no total; all else is tried.
        var mayHappen = !new[] { "A Transfer ", "A Cancel ", "Sending: HalfDone", "Sending: OkWithRemark", "Half-done ", "Asking: Clamped " }.Any(n => name.StartsWith(n, StringComparison.Ordinal));
        var why = await ChannelContract.Cases.Single(c => c.Name == name).RunAsync(ConnectorFixture.MakeAsync);
        Assert.True(mayHappen ? why is null : why is "This cannot happen to the channel." or "This registry has no such instruction.", why);
    }

    [Fact]
    public async Task A_retirement_names_one_whole_lot_and_the_hosts_reference()
    {
        await using var fixture = new ConnectorFixture();
        var instruction = fixture.NewInstruction(InstructionKind.Retire)!;
        await fixture.Channel.SendAsync(instruction, TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"dryRun":false,"retirements":[{"ein":"EIN-1","quantity":10,"quantityPerTaxLot":[{"taxLotId":1,"quantity":10}],"externalIdentifier":"retire-1"}],"attributes":{"beneficialOwner":"the \u0022beneficiary\u0022 of Pune"}}""",
            fixture.Stub.LastBody);
    }

    [Fact]
    public async Task What_is_no_whole_lot_or_names_what_the_registry_has_no_attribute_for_is_not_sent()
    {
        await using var fixture = new ConnectorFixture();
        var instruction = fixture.NewInstruction(InstructionKind.Retire)!;
        var part = instruction with { Units = instruction.Units.With(new BlockRange(instruction.Units.Start, instruction.Units.Start)) };
        Assert.Equal("no-lot", (await fixture.Channel.SendAsync(part, TestContext.Current.CancellationToken)).Code);
        Assert.Equal("not-sendable", (await fixture.Channel.SendAsync(instruction with { Purpose = "why" }, TestContext.Current.CancellationToken)).Code);
        Assert.Equal("not-sendable", (await fixture.Channel.SendAsync(instruction with { Kind = InstructionKind.Cancel }, TestContext.Current.CancellationToken)).Code);
        Assert.Equal(0, fixture.Requests(ChannelRequest.Instruction));
    }

    [Theory]
    [InlineData("RETIRED", OutcomeKind.Confirmed)]
    [InlineData("NEW", OutcomeKind.Pending)]
    [InlineData("PENDING_RETIREMENT", OutcomeKind.Pending)]
    [InlineData("PENDING_CUSTODIAN_RETIREMENT", OutcomeKind.Pending)]
    [InlineData("REJECTED", OutcomeKind.Rejected)]
    [InlineData("CANCELLED", OutcomeKind.Rejected)]
    [InlineData("FAILED", null)]
    [InlineData("A_NEW_WORD", OutcomeKind.Unknown)]
    [InlineData(null, OutcomeKind.Unknown)]
    public async Task The_status_of_a_retirement_is_asked_by_its_identifier_and_by_the_hosts_reference(string? word, OutcomeKind? expected)
    {
        await using var fixture = new ConnectorFixture();
        fixture.Stub.NextStatus = word;
        var instruction = fixture.NewInstruction(InstructionKind.Retire)!;
        var outcome = await fixture.Channel.SendAsync(instruction, TestContext.Current.CancellationToken);
        foreach (var reference in new[] { outcome.Reference, null })
        {
            var told = await fixture.Channel.AskAsync(instruction, reference, TestContext.Current.CancellationToken);
            Assert.Equal(expected, told.Value!.Status?.Kind);
            Assert.Equal(expected is not OutcomeKind.Confirmed, told.Value.Read(instruction).Done.IsEmpty);

            // The lot is whole as long as nothing was retired. That counts only where every word of the connector is understood.
            Assert.Equal(expected is null ? instruction.Units.Range.ToString() : "(none)", told.Value.Read(instruction).NotDone.ToString());
        }
    }

    [Fact]
    public async Task Two_retirements_under_one_reference_are_not_understood()
    {
        await using var fixture = new ConnectorFixture();
        var (one, other) = (fixture.NewInstruction(InstructionKind.Retire)!, fixture.NewInstruction(InstructionKind.Retire)!);
        await fixture.Channel.SendAsync(one, TestContext.Current.CancellationToken);
        await fixture.Channel.SendAsync(other with { Key = one.Key }, TestContext.Current.CancellationToken);
        Assert.Equal("done-twice", (await fixture.Channel.AskAsync(one, null, TestContext.Current.CancellationToken)).Value!.Status!.Code);
    }

    /// <summary>The answer to its creation was another retirement's, as from a cache: its own is found by the host's reference.</summary>
    [Fact]
    public async Task An_identifier_that_is_anothers_does_not_hide_what_became_of_it()
    {
        await using var fixture = new ConnectorFixture();
        var (one, other) = (fixture.NewInstruction(InstructionKind.Retire)!, fixture.NewInstruction(InstructionKind.Retire)!);
        await fixture.Channel.SendAsync(one, TestContext.Current.CancellationToken);
        var reference = (await fixture.Channel.SendAsync(other, TestContext.Current.CancellationToken)).Reference;
        var told = await fixture.Channel.AskAsync(one, reference, TestContext.Current.CancellationToken);
        Assert.Equal(OutcomeKind.Confirmed, told.Value!.Status!.Kind);
        Assert.Equal(one.Units.Range.ToString(), told.Value.Read(one).Done.ToString());
    }

    /// <summary>A gateway in front of it says 404 with a body of its own, for whatever it cannot route.</summary>
    [Fact]
    public async Task A_status_of_404_says_nothing_of_a_retirement()
    {
        await using var fixture = new ConnectorFixture();
        var instruction = fixture.NewInstruction(InstructionKind.Retire)!;
        fixture.Stub.Routes = false;
        foreach (var reference in new[] { null, "R-1" })
        {
            Assert.True((await fixture.Channel.AskAsync(instruction, reference, TestContext.Current.CancellationToken)).IsUnknown);
        }
    }

    [Fact]
    public async Task Without_an_account_it_reads_no_holdings_and_says_so()
    {
        await using var fixture = new ConnectorFixture();
        using var channel = new ConnectorChannel(new HttpAccess(new Uri("https://x.example"), new Uri("https://x.example/token"), "a", "b"), ConnectorProgram.Verra, new ConnectorOptions { LotOf = _ => null }, fixture.Stub);
        var rows = await channel.ReadHoldingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("no-account", Assert.Single(rows).Problem!.Code);
    }

    [Fact]
    public async Task A_lot_that_somebody_else_has_used_is_not_told_as_left_alone()
    {
        await using var fixture = new ConnectorFixture();
        var (mine, others) = (fixture.NewInstruction(InstructionKind.Retire)!, fixture.NewInstruction(InstructionKind.Retire)!);
        await fixture.Channel.SendAsync(mine with { Key = "a second person" }, TestContext.Current.CancellationToken);
        Assert.Equal(BlockSet.Of(mine.Units.Range), (await fixture.Channel.AskAsync(mine, null, TestContext.Current.CancellationToken)).Value!.Read(mine).Unseen);
        Assert.Equal(BlockSet.Of(others.Units.Range), (await fixture.Channel.AskAsync(others, null, TestContext.Current.CancellationToken)).Value!.Read(others).NotDone);
    }

    [Fact]
    public async Task Positions_without_readable_numbers_are_told()
    {
        await using var fixture = new ConnectorFixture();
        fixture.Stub.Issue(77, "EIN-77", "no serial", 5);
        fixture.Stub.Issue(78, "EIN-78", "90001-1-10-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0", 7);
        var problems = 0;
        await foreach (var row in fixture.Channel.ReadHoldingsAsync(TestContext.Current.CancellationToken))
        {
            problems += row.Problem is null ? 0 : 1;
        }

        Assert.Equal(2, problems);
    }

    [Fact]
    public void Every_registry_it_reaches_says_that_its_settling_time_is_unknown()
    {
        foreach (var program in new[] { ConnectorProgram.Verra, ConnectorProgram.Acr, ConnectorProgram.Car })
        {
            Assert.Null(program.Traits.SettlingTime.Value);
            using var channel = new ConnectorChannel(new HttpAccess(new Uri("https://x.example"), new Uri("https://x.example/t"), "a", "b"), program, new ConnectorOptions { LotOf = _ => null });
            Assert.Contains("not published", Assert.Throws<ArgumentException>(() => new Adapters.Outbox.RegistryLink(channel)).Message, StringComparison.Ordinal);
        }
    }
}
