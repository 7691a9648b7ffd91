using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Connector;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Channels.Tests.EndToEnd;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>Whatever a body holds, a channel throws nothing, believes nothing, and takes no time over it.</summary>
public sealed class HostileBodyTests
{
    private static readonly string[] Answers =
    [
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"status\":\"REJECTED\"}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":[{\"start\":\"1\",\"end\":\"1\",\"end\":\"2\"}]}",
        "{\"reference\":\"k\",\"status\":\"\\ud800\"}",
        "{\"reference\":\"\\udfff\",\"status\":\"COMPLETED\"}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"\\ud800\":1}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":[{\"start\":1e400,\"end\":-1e400}]}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":[{\"start\":\"1\",\"end\":\"9999999999999999999999999999999999999999999999\"}]}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":[{\"start\":1.0,\"end\":2.0}]}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":[{\"start\":" + new string('9', 1_000_000) + ",\"end\":1}]}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\"} {\"status\":\"REJECTED\"}",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}",
        "{\"reference\":\"k\",\"status\":{\"status\":\"COMPLETED\"}}",
        "[{\"reference\":\"k\",\"status\":\"COMPLETED\"}]",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",}",
        "{\"reference\":\"k\",\"status\":NaN}",
        "\u0000", "null", "\"COMPLETED\"", "1e999999999", "",
        "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":null}", "{\"reference\":\"k\",\"status\":\"COMPLETED\",\"done\":\"1-1\"}", "{\"reference\":{\"k\":1},\"status\":\"COMPLETED\"}",
    ];

    public static TheoryData<int> Bodies => [.. Enumerable.Range(0, Answers.Length + 4)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Nothing_is_thrown_and_nothing_is_believed(int body)
    {
        using var network = new Saying(BytesOf(body));
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret", "R-mill");
        var instruction = SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire);
        using var icm = IcmChannels.OverHttp(access, handler: network);
        using var connector = new ConnectorChannel(access, ConnectorProgram.Verra, new ConnectorOptions { LotOf = _ => new ConnectorLot("ein", 1) }, network);
        foreach (var channel in new IRegistryChannel[] { icm, connector })
        {
            var asked = instruction with { Units = new(channel.Registry, instruction.Units.Scope, instruction.Units.Range) };
            var sent = await channel.SendAsync(asked, TestContext.Current.CancellationToken);
            Assert.True(sent.Kind == OutcomeKind.Unknown, $"{channel.Registry}: {sent}");
            Assert.False((await channel.AskAsync(asked, null, TestContext.Current.CancellationToken)).Value?.Parts.Count > 0);
            Assert.False((await channel.AskAsync(asked, "x", TestContext.Current.CancellationToken)).Value?.Parts.Count > 0);
            Assert.InRange((await channel.ProbeAsync(TestContext.Current.CancellationToken)).Kind, OutcomeKind.Confirmed, OutcomeKind.Unknown);
            var rows = new List<Ccts.Registry.Adapters.Exports.ExportRow>();
            await foreach (var row in channel.ReadHoldingsAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(row);
            }

            Assert.All(rows, r => Assert.NotNull(r.Problem));
            Assert.NotEmpty(rows);
        }
    }

    private static byte[] BytesOf(int body) => (body - Answers.Length) switch
    {
        0 => Encoding.Unicode.GetBytes(Answers[^1]),
        1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("{\"reference\":\"k\",\"status\":\"COMPLETED\"")],
        2 => [.. Encoding.UTF8.GetBytes("{\"reference\":\"k\",\"status\":\""), 0xFF, 0xC0, 0x80, .. Encoding.UTF8.GetBytes("\"}")],
        3 => [.. Encoding.UTF8.GetBytes("{\"reference\":\"k\",\"status\":\"COMPLETED\",\""), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes("\":1}")],
        _ => Encoding.UTF8.GetBytes(Answers[body]),
    };

    private sealed class Saying(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri!.AbsolutePath == "/token"
                ? new HttpResponseMessage { Content = new StringContent("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600}") }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
    }
}
