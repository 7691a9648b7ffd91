using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using ExchangeGate;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>The sample from end to end: orders in, refused with reasons, instructed exactly once while the registry goes wrong, proved at the end.</summary>
[Collection("hosts")]
public sealed class ExchangeGateTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exchange-gate-test").FullName;
    private readonly HttpClient _client = new();
    private readonly CollectedTelemetry _told = new();
    private Gate _gate = null!;

    public async ValueTask InitializeAsync()
    {
        _gate = await Gate.StartAsync(new GateOptions { Folder = _folder, BreakAfter = 1000 }, TestContext.Current.CancellationToken);
        _client.BaseAddress = _gate.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _told.Dispose();
        await _gate.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Orders_are_instructed_exactly_once_whatever_the_registry_does_and_the_session_is_proved()
    {
        foreach (var fault in new[] { StubFault.Throttled, StubFault.ThrottledWithRetryAfter, StubFault.DroppedBeforeActing, StubFault.DroppedAfterActing, StubFault.Html, StubFault.LateEffect, StubFault.Doubled, StubFault.ServerErrorAfterActing })
        {
            _gate.Registry.Script(StubRequest.Instruction, fault);
        }

        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal("accepted", Answer(await OrderAsync($"order-{i}", "cement-1", 100 + i, 900)));
        }

        var cheap = await OrderAsync("cheap", "steel-1", 10, 799);
        Assert.Equal("refused", Answer(cheap));
        Assert.Contains(Reasons(cheap), r => r.Message.Contains("floor", StringComparison.Ordinal) && r.Clause is not null);

        var oversold = await OrderAsync("oversold", "paper-1", 200_001, 900);
        Assert.Equal("refused", Answer(oversold));
        Assert.Contains(Reasons(oversold), r => r.Message.Contains("200001", StringComparison.Ordinal));
        Assert.Single(_gate.Services.GetRequiredService<LedgerEngine>().Account("paper-1")!.Breaches);

        await RegistryHost.UntilAsync(() => !_gate.State.IsUnderWay, "every instruction has an outcome");
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"order-{i}").Order(StringComparer.Ordinal), _gate.Registry.Effects.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 20).Sum(i => 100 + i), Free("textile-1"));
        Assert.Equal(400_000 - Enumerable.Range(1, 20).Sum(i => 100 + i), Free("cement-1"));

        var proof = await PostAsync("session/close", "");
        Assert.True((bool)proof["clean"]! && (bool)proof["verifies"]!, proof.ToJsonString());
        Assert.Equal(22, (int)proof["trades"]!);
        Assert.True(File.Exists(Path.Combine(_folder, "proof.json")));
        Assert.Equal("refused", Answer(await OrderAsync("late", "steel-1", 10, 900)));
    }

    /// <summary>What a host can watch is listed in the documentation, and the sample prints all of it.</summary>
    [Fact]
    public async Task Every_name_that_is_documented_is_printed_by_the_sample()
    {
        var documented = System.Text.RegularExpressions.Regex.Matches(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "registry-channels.md")).Split("## What it reports")[1].Split("\n## ")[0], "`(ccts\\.[a-z.-]+)`").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.InRange(documented.Count, 14, 30);
        await OrderAsync("order-1", "cement-1", 100, 900);
        await RegistryHost.UntilAsync(() => documented.TrueForAll(name => Printed().Any(line => line.StartsWith(name, StringComparison.Ordinal) || line.StartsWith("span " + name, StringComparison.Ordinal))), "every name is printed");

        IEnumerable<string> Printed()
        {
            using var output = new StringWriter();
            _told.Write(output);
            return output.ToString().Split('\n').Select(l => l.Trim());
        }
    }

    [Fact]
    public async Task The_same_order_again_is_answered_again_and_another_under_its_id_is_not()
    {
        var first = await OrderAsync("order-1", "cement-1", 100, 900);
        Assert.Equal(first["numbers"]!.ToJsonString(), (await OrderAsync("order-1", "cement-1", 100, 900))["numbers"]!.ToJsonString());
        using var other = await _client.PostAsync(new Uri("orders", UriKind.Relative), Body("order-1", "cement-1", 101, 900), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);

        // The proof takes ids that differ in the case of letters for one, and the session could never be closed.
        using var sameInOtherLetters = await _client.PostAsync(new Uri("orders", UriKind.Relative), Body("Order-1", "cement-1", 100, 900), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, sameInOtherLetters.StatusCode);
        await RegistryHost.UntilAsync(() => _gate.Registry.Effects.Count == 1, "it is done once");
        Assert.True((bool)(await PostAsync("session/close", ""))["clean"]!);
    }

    [Fact]
    public async Task Beside_each_other_orders_never_take_the_same_units()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(i => OrderAsync($"order-{i}", "aluminium-1", 2_000, 900)));
        Assert.Equal(50, answers.Count(a => Answer(a) == "accepted"));
        var numbers = answers.SelectMany(a => a["numbers"]!.AsArray()).Select(n => n!.ToString()).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        await RegistryHost.UntilAsync(() => !_gate.State.IsUnderWay, "every instruction has an outcome");
        Assert.Equal(100_000, Free("textile-1"));
        Assert.True((bool)(await PostAsync("session/close", ""))["clean"]!);
    }

    /// <summary>Exchanges number orders as they like; a trade whose id says nothing would prove nothing, and the session could never be closed.</summary>
    [Fact]
    public async Task An_order_whose_id_says_nothing_is_proved_like_any_other()
    {
        Assert.Equal("accepted", Answer(await OrderAsync("na", "cement-1", 100, 900)));
        await RegistryHost.UntilAsync(() => !_gate.State.IsUnderWay, "every instruction has an outcome");
        Assert.True((bool)(await PostAsync("session/close", ""))["clean"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":0,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"cement-1\",\"tonnes\":1,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1.5,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900.001}")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":\"1\",\"price\":900}")]
    [InlineData("{\"ID\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900}")]
    [InlineData("{\"id\":\"<b>\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900,\"surprise\":1}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"nobody\",\"buyer\":\"steel-1\",\"tonnes\":1,\"price\":900}")]
    [InlineData("{\"id\":\"a\",\"seller\":\"cement-1\",\"buyer\":\"steel-2\",\"tonnes\":1,\"price\":900}")]
    public async Task What_is_no_order_is_refused_with_a_reason(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri("orders", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("malformed", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["reasons"]![0]!["code"]);
    }

    /// <summary>One line for the sender, and none in the log: a sender's fault is no fault of the gate.</summary>
    [Theory]
    [InlineData(false, Gate.MostBytes + 1, 413)]
    [InlineData(true, Gate.MostBytes + 1, 413)]
    [InlineData(true, 2_000_000, 413)]
    [InlineData(false, Gate.MostBytes, 400)]
    [InlineData(true, Gate.MostBytes, 400)]
    public async Task A_body_that_is_too_large_is_refused_in_one_line(bool chunked, int bytes, int expected)
    {
        using var log = new RegistryHost.Lines();
        _gate.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = new StringContent(new string('x', bytes)) };
        request.Headers.TransferEncodingChunked = chunked;
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException) when (bytes > 1_000_000)
        {
            // Whoever goes on sending after the answer may find the line closed before he reads it.
            Assert.Empty(log.All);
            return;
        }

        using var answered = response;
        Assert.Equal((HttpStatusCode)expected, response.StatusCode);
        var told = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected == 413 ? "too-large" : "malformed", (string?)JsonNode.Parse(told)!["reasons"]![0]!["code"]);
        Assert.DoesNotContain('\n', told);
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_request_that_does_not_come_to_its_end_leaves_no_stack_trace()
    {
        using var log = new RegistryHost.Lines();
        _gate.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        foreach (var text in new[] { "POST /orders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{" })
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _gate.Address.Port, TestContext.Current.CancellationToken);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
            socket.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            // Whoever hangs up in the middle of a body is answered or not, as the server sees it; not to be answered may be a reset.
            using var answer = new StreamReader(stream);
            var said = "";
            try
            {
                said = await answer.ReadToEndAsync(TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
            }

            Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), said);
        }

        Assert.Empty(log.All);
    }

    [Fact]
    public async Task The_page_asks_nobody_else_and_its_state_is_told()
    {
        using var page = await _client.GetAsync(new Uri("", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("default-src 'none'", string.Join(' ', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("http", (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await OrderAsync("order-1", "cement-1", 100, 900);
        var state = JsonNode.Parse(await _client.GetStringAsync(new Uri("state", UriKind.Relative), TestContext.Current.CancellationToken))!;
        Assert.Equal((1, "order-1"), ((int)state["orders"]!["accepted"]!, (string?)state["last"]![0]!["id"]));
        Assert.Equal("Healthy", await _client.GetStringAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    /// <summary>Any page that a browser has open can send a request to this machine, and by a name of its own that leads here.</summary>
    [Theory]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Host", "rebound.example", HttpStatusCode.Forbidden)]
    [InlineData("Host", "localhost", HttpStatusCode.OK)]
    public async Task Another_page_gets_nothing_out_of_the_gate(string header, string value, HttpStatusCode expected)
    {
        using var order = new HttpRequestMessage(HttpMethod.Post, "orders") { Content = Body("order-1", "cement-1", 100, 900) };
        order.Headers.TryAddWithoutValidation(header, value);
        using var response = await _client.SendAsync(order, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, _gate.Services.GetRequiredService<Session>().Answers.Count);
    }

    private long Free(string member) => _gate.Services.GetRequiredService<LedgerEngine>().Account(member)?.Tonnes(UnitKinds.Ccc, ShadowAccount.Free) ?? 0;

    private static string? Answer(JsonNode answer) => (string?)answer["answer"];

    private static IEnumerable<(string Message, string? Clause)> Reasons(JsonNode answer) => answer["reasons"]!.AsArray().Select(r => ((string)r!["message"]!, (string?)r["clause"]));

    private static StringContent Body(string id, string seller, long tonnes, decimal price) =>
        new(new JsonObject { ["id"] = id, ["seller"] = seller, ["buyer"] = "textile-1", ["tonnes"] = tonnes, ["price"] = price }.ToJsonString(), Encoding.UTF8, "application/json");

    private async Task<JsonNode> OrderAsync(string id, string seller, long tonnes, decimal price)
    {
        using var body = Body(id, seller, tonnes, price);
        return await PostAsync("orders", await body.ReadAsStringAsync());
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
