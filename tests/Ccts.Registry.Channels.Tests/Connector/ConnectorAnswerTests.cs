using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Connector;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Channels.Tests.Http;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Connector;

/// <summary>What the connector says of something else than was asked for is no answer.</summary>
public class ConnectorAnswerTests
{
    private static readonly UnitInstruction Instruction = new() { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("verra", "1491-VCU", new BlockRange(1, 10)), FromAccount = "A" };

    [Theory]
    [InlineData("""{"externalIdentifier":"k","identifier":"R-1","status":"RETIRED","quantity":10}""", "")]
    [InlineData("""{"externalIdentifier":"k","identifier":"R-1","status":"RETIRED"}""", "")]
    [InlineData("""{"externalIdentifier":"K","identifier":"R-1","status":"RETIRED","quantity":10}""", "filter-ignored")]
    [InlineData("""{"identifier":"R-1","status":"RETIRED","quantity":10}""", "filter-ignored")]
    [InlineData("""{"externalIdentifier":"k","identifier":"R-1","status":"RETIRED","quantity":9}""", "other-quantity")]
    public async Task A_retirement_counts_under_the_hosts_reference_and_in_its_quantity(string row, string code)
    {
        var told = await Channel($$"""{"retirements":[{{row}}]}""").AskAsync(Instruction, null, TestContext.Current.CancellationToken);
        Assert.Equal((code, code.Length == 0), (told.Code, told.IsConfirmed));
    }

    /// <summary>"None found" beside an error is no word that nothing was done.</summary>
    [Theory]
    [InlineData("\"errorMessage\":\"the index is rebuilding\"", "no-answer")]
    [InlineData("\"hasErrors\":true", "no-answer")]
    [InlineData("\"retirementErrors\":[],\"errorCode\":\"0\"", "")]
    public async Task Rows_beside_an_error_are_no_answer(string beside, string code) =>
        Assert.Equal(code, (await Channel($$"""{"retirements":[{"externalIdentifier":"k","identifier":"R-1","status":"RETIRED"}],{{beside}}}""").AskAsync(Instruction, null, TestContext.Current.CancellationToken)).Code);

    [Theory]
    [InlineData("\"failureReason\":\"the custodian refused\"", "contradictory-answer", 0)]
    [InlineData("\"failureReason\":null,\"errors\":[]", "", 1)]
    public async Task A_retirement_that_is_done_beside_an_error_is_a_doubt(string beside, string code, int parts)
    {
        var told = (await Channel($$"""{"retirements":[{"externalIdentifier":"k","identifier":"R-1","status":"RETIRED",{{beside}}}]}""").AskAsync(Instruction, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal((code, parts), (told.Status!.Code, told.Parts.Count));
    }

    [Theory]
    [InlineData("VCS", "")]
    [InlineData("ACR", "position-unreadable")]
    public async Task A_position_of_another_programme_is_told(string program, string code)
    {
        const string Serial = "19298-1-10-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0";
        var position = $$"""{"id":"1","instrument":{"ein":"E","program":"{{program}}","serialNumber":"{{Serial}}"},"taxLots":[{"id":1,"availableQuantity":10}]}""";
        var rows = await Channel($$"""{"content":[{{position}}],"totalElements":1,"page":0}""").ReadHoldingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, Assert.Single(rows).Problem?.Code ?? "");
    }

    private static ConnectorChannel Channel(string says) => new(
        new HttpAccess(new Uri("https://connector.example"), new Uri("https://connector.example/token"), "host", "secret", "A"), ConnectorProgram.Verra, new ConnectorOptions { LotOf = _ => new ConnectorLot("E", 1) },
        new SpokenRegistry(_ => says));
}
