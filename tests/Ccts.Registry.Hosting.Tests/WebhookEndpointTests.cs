using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Webhooks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.AspNetCore;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>Notifications over HTTP: taken in once when signed and fresh, refused otherwise, and never more than a reason to ask.</summary>
[Collection("hosts")]
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("a secret of thirty-two bytes ...");

    private readonly HttpClient _client = new();
    private RegistryHost _host = null!;

    // The first question about what is pending would come after ten minutes.
    public async ValueTask InitializeAsync() => _host = await RegistryHost.StartAsync(
        (app, _) =>
        {
            app.MapCctsWebhook("/webhooks/icm", "icm", new WebhookReceiver([Secret], new InMemoryWebhookInbox()));
            app.MapCctsRegistryReport("/registries");
        },
        firstPause: Duration.FromMinutes(10));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_accepted_notification_wakes_the_question_and_a_repeated_or_forged_one_does_not()
    {
        _host.Registry.Script(StubRequest.Instruction, StubFault.Pending);
        _host.Instruct("k", 1);
        await RegistryHost.UntilAsync(() => _host.Dispatcher.Open() is [{ State: InstructionState.Pending }], "it is pending");

        Assert.Equal(HttpStatusCode.Unauthorized, await Post("msg_1", "{}", new byte[32]));
        Assert.Equal(0, _host.Registry.Requests(StubRequest.Question));

        // What it says is not believed: the registry has not decided, so nothing changes.
        Assert.Equal(HttpStatusCode.NoContent, await Post("msg_1", "{\"status\":\"COMPLETED\"}", Secret));
        await RegistryHost.UntilAsync(() => _host.Registry.Requests(StubRequest.Question) == 1, "the registry is asked");
        await RegistryHost.UntilAsync(() => _host.Dispatcher.Open() is [{ State: InstructionState.Pending }], "it is still pending");

        Assert.Equal(HttpStatusCode.NoContent, await Post("msg_1", "{\"status\":\"COMPLETED\"}", Secret));
        Assert.Equal(1, _host.Registry.Requests(StubRequest.Question));

        Assert.True(_host.Registry.Decide("k", grant: true));
        Assert.Equal(HttpStatusCode.NoContent, await Post("msg_2", "{}", Secret));
        await RegistryHost.UntilAsync(() => _host.Engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Retired) == 10, "it is retired");
    }

    [Fact]
    public async Task What_is_too_large_twice_headed_or_old_is_refused_without_a_word()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post("a", new string('x', WebhookReceiver.MostBytes + 1), Secret));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(Request("b", new string('x', WebhookReceiver.MostBytes + 1), Secret, DateTimeOffset.UtcNow), chunked: true));
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(Request("c", "{}", Secret, DateTimeOffset.UtcNow.AddMinutes(-6))));
        var twice = Request("d", "{}", Secret, DateTimeOffset.UtcNow);
        twice.Headers.Add("webhook-id", "e");
        Assert.Equal(HttpStatusCode.BadRequest, await Send(twice));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, "webhooks/icm")) { Content = new StringContent("{}") }));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _client.GetAsync(new Uri(_host.Address, "webhooks/icm"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_largest_body_is_taken_in_chunks_or_not_and_packed_bytes_are_signed_as_they_come()
    {
        var most = new string('x', WebhookReceiver.MostBytes);
        Assert.Equal(HttpStatusCode.NoContent, await Post("a", most, Secret));
        Assert.Equal(HttpStatusCode.NoContent, await Send(Request("b", most, Secret, DateTimeOffset.UtcNow), chunked: true));
        var packed = Request("c", "\u001f\u008b{}", Secret, DateTimeOffset.UtcNow);
        packed.Content!.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(HttpStatusCode.NoContent, await Send(packed));
        Assert.Equal(HttpStatusCode.NoContent, await Send(Request("d", "", Secret, DateTimeOffset.UtcNow)));
    }

    [Theory]
    [InlineData("", 204)]
    [InlineData("webhook-id", 400)]
    [InlineData("webhook-timestamp", 400)]
    [InlineData("webhook-signature", 400)]
    public async Task A_header_that_stands_on_two_lines_says_two_things(string twice, int expected)
    {
        using var request = Request("d", "{}", Secret, DateTimeOffset.UtcNow);
        var lines = request.Headers.Select(h => $"{h.Key}: {h.Value.Single()}").ToList();
        var text = string.Join("\r\n", ["POST /webhooks/icm HTTP/1.1", "Host: localhost", "Content-Length: 2", .. lines, .. lines.Where(l => twice.Length > 0 && l.StartsWith(twice, StringComparison.Ordinal)), "", "{}"]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        var buffer = new byte[256];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.StartsWith($"HTTP/1.1 {expected}", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_that_come_at_once_under_one_id_one_wakes()
    {
        _host.Registry.Script(StubRequest.Instruction, StubFault.Pending);
        _host.Instruct("k", 1);
        await RegistryHost.UntilAsync(() => _host.Dispatcher.Open() is [{ State: InstructionState.Pending }], "it is pending");
        var at = DateTimeOffset.UtcNow;
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Send(Request("msg_1", "{}", Secret, at)))), s => Assert.Equal(HttpStatusCode.NoContent, s));
        await RegistryHost.UntilAsync(() => _host.Registry.Requests(StubRequest.Question) == 1 && _host.Dispatcher.Open() is [{ State: InstructionState.Pending }], "the registry was asked");
        Assert.Equal(1, _host.Registry.Requests(StubRequest.Question));
    }

    /// <summary>By the length that it states, or when it comes to be too long; the rest is never waited for.</summary>
    [Theory]
    [InlineData("Content-Length: 65537", 0, 413)]
    [InlineData("Transfer-Encoding: chunked", 65_537, 413)]
    [InlineData("Content-Length: 1000", 1, 408)]
    public async Task A_sender_that_never_ends_its_body_is_cut_off(string length, int sent, int expected)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var body = new string('{', sent);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhooks/icm HTTP/1.1\r\nHost: localhost\r\n{length}\r\n\r\n{(length.EndsWith("chunked", StringComparison.Ordinal) ? $"{sent:x}\r\n{body}\r\n" : body)}"), TestContext.Current.CancellationToken);
        var buffer = new byte[256];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.StartsWith($"HTTP/1.1 {expected}", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_claimed_against_what_is_confirmed_is_shown_as_of_a_moment()
    {
        await RegistryHost.UntilAsync(async () => (await _client.GetAsync(new Uri(_host.Address, "registries/icm"), TestContext.Current.CancellationToken)).IsSuccessStatusCode, "the registry was read");
        var report = await _client.GetStringAsync(new Uri(_host.Address, "registries/icm"), TestContext.Current.CancellationToken);
        using var json = System.Text.Json.JsonDocument.Parse(report);
        Assert.Equal((100, 100, true), (json.RootElement.GetProperty("claimedTonnes").GetInt32(), json.RootElement.GetProperty("confirmedTonnes").GetInt32(), json.RootElement.GetProperty("complete").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri(_host.Address, "registries/verra"), TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>A look that broke off has not seen the rest; it is nobody's evidence.</summary>
    [Fact]
    public async Task A_look_that_broke_off_is_not_shown()
    {
        var watch = _host.Services.GetRequiredService<RegistryWatch>();
        await RegistryHost.UntilAsync(() => watch.LatestComplete is not null, "the registry was read");
        _host.Registry.Script(StubRequest.Page, StubFault.Html, 10_000);
        await RegistryHost.UntilAsync(() => watch.Latest is { IsComplete: false }, "a look broke off");
        Assert.Contains("\"complete\": true", await _client.GetStringAsync(new Uri(_host.Address, "registries/icm"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<HttpStatusCode> Post(string id, string body, byte[] secret) => Send(Request(id, body, secret, DateTimeOffset.UtcNow));

    private async Task<HttpStatusCode> Send(HttpRequestMessage request, bool chunked = false)
    {
        request.Headers.TransferEncodingChunked = chunked;
        using (request)
        using (var response = await _client.SendAsync(request, TestContext.Current.CancellationToken))
        {
            Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return response.StatusCode;
        }
    }

    private HttpRequestMessage Request(string id, string body, byte[] secret, DateTimeOffset at)
    {
        var (bytes, time) = (Encoding.UTF8.GetBytes(body), at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var signature = Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{time}.").Concat(bytes).ToArray()));
        return new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, "webhooks/icm"))
        {
            Content = new ByteArrayContent(bytes),
            Headers = { { "webhook-id", id }, { "webhook-timestamp", time }, { "webhook-signature", "v1," + signature } },
        };
    }
}
