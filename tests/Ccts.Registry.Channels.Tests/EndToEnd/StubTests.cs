using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.EndToEnd;

/// <summary>The stub goes wrong as it is told to. One that had lost a fault would let every test of that fault pass.</summary>
public sealed class StubTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private StubRegistry _registry = null!;

    public async ValueTask InitializeAsync() => _registry = await StartAsync(new StubOptions { LateBy = TimeSpan.Zero, Latency = TimeSpan.FromMilliseconds(30) });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _registry.DisposeAsync();
    }

    [Theory]
    [InlineData(StubFault.None, 200, "COMPLETED", 10)]
    [InlineData(StubFault.Slow, 200, "COMPLETED", 10)]
    [InlineData(StubFault.Throttled, 429, "", 0)]
    [InlineData(StubFault.ThrottledWithRetryAfter, 429, "throttled", 0)]
    [InlineData(StubFault.ServerError, 500, "internal", 0)]
    [InlineData(StubFault.ServerErrorAfterActing, 500, "internal", 10)]
    [InlineData(StubFault.CompletedInServerError, 500, "COMPLETED", 0)]
    [InlineData(StubFault.ErrorInOk, 200, "not-permitted", 0)]
    [InlineData(StubFault.UnexplainedErrorInOk, 200, "E-4711", 10)]
    [InlineData(StubFault.Html, 200, "<!doctype html>", 0)]
    [InlineData(StubFault.HtmlAfterActing, 200, "<!doctype html>", 10)]
    [InlineData(StubFault.Truncated, 200, "\"refer", 10)]
    [InlineData(StubFault.OtherAnswer, 200, "another-instruction", 0)]
    [InlineData(StubFault.DroppedBeforeActing, 0, "", 0)]
    [InlineData(StubFault.DroppedAfterActing, 0, "", 10)]
    [InlineData(StubFault.LateEffect, 504, "", 10)]
    [InlineData(StubFault.Doubled, 200, "units-elsewhere", 10)]
    [InlineData(StubFault.HalfDone, 200, "PARTIAL", 5)]
    [InlineData(StubFault.HalfDoneAndDropped, 0, "", 5)]
    [InlineData(StubFault.Pending, 200, "PENDING", 0)]
    [InlineData(StubFault.Maintenance, 503, "maintenance", 0)]
    [InlineData(StubFault.ExpiredToken, 401, "token-expired", 0)]
    [InlineData(StubFault.Redirect, 307, "", 0)]
    [InlineData(StubFault.Huge, 200, "xxxx", 10)]
    [InlineData(StubFault.EchoedSecret, 400, "stub-token-", 0)]
    public async Task A_fault_is_answered_and_acted_on_as_it_says(StubFault fault, int status, string said, int done)
    {
        _registry.Script(StubRequest.Instruction, fault);
        var (given, text, headers) = await SendAsync(HttpMethod.Post, "v1/instructions", """{"reference":"k","instruction":"RETIRE","scope":"s","start":"1","end":"10","from":"R-mill"}""");
        Assert.Equal(status, given);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(fault == StubFault.ThrottledWithRetryAfter ? "2" : null, headers?.RetryAfter?.ToString());
        Assert.Equal(fault == StubFault.Redirect ? "elsewhere.invalid" : null, headers?.Location?.Host);

        // What comes late comes with the next request.
        Assert.Equal(fault == StubFault.LateEffect ? 0 : done, Done());
        await SendAsync(HttpMethod.Get, "v1/status");
        Assert.Equal(done, Done());
        Assert.True(_registry.Faults[fault] > 0);
    }

    [Theory]
    [InlineData(StubFault.None, 1, 1, 0)]
    [InlineData(StubFault.IgnoredFilter, 3, 3, 0)]
    [InlineData(StubFault.Clamped, 1, 0, 0)]
    [InlineData(StubFault.ClockSkew, 1, 1, 1)]
    public async Task A_question_is_answered_wrongly_as_it_says(StubFault fault, int total, int rows, int hoursAhead)
    {
        _registry.Script(StubRequest.Question, fault);
        var answer = JsonNode.Parse((await SendAsync(HttpMethod.Get, "v1/units?scope=s&start=1&end=10&reference=k")).Text)!;
        Assert.Equal((total, rows), ((int)answer["total"]!, answer["units"]!.AsArray().Count));
        Assert.Equal(hoursAhead, Math.Round((DateTimeOffset.Parse((string)answer["time"]!, System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow).TotalHours));
    }

    [Theory]
    [InlineData(StubFault.None, "21")]
    [InlineData(StubFault.Reordered, "1")]
    [InlineData(StubFault.RepeatedPage, "1 11")]
    [InlineData(StubFault.IgnoredFilter, "21 101")]
    public async Task A_page_is_wrong_as_it_says(StubFault fault, string starts)
    {
        _registry.Issue("R-kiln", "s", new BlockRange(101, 110));
        _registry.Script(StubRequest.Page, fault);
        var answer = JsonNode.Parse((await SendAsync(HttpMethod.Get, "v1/holdings?account=R-mill&page=2&size=2")).Text)!;
        Assert.Equal(starts, string.Join(' ', answer["rows"]!.AsArray().Select(r => (string)r!["start"]!)));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_another_others()
    {
        var weather = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var registry = await StartAsync(new StubOptions { Seed = seed, FaultsInThousand = 500, Faults = [StubFault.Throttled, StubFault.ServerError, StubFault.Maintenance] });
            var statuses = new List<int>();
            for (var i = 0; i < 40; i++)
            {
                statuses.Add((await SendAsync(HttpMethod.Get, "v1/status", registry: registry)).Status);
            }

            weather.Add(string.Join(' ', statuses));
            Assert.Equal([200, 429, 500, 503], statuses.Distinct().Order());
        }

        Assert.Equal(weather[0], weather[1]);
        Assert.NotEqual(weather[0], weather[2]);
    }

    private static async Task<StubRegistry> StartAsync(StubOptions options)
    {
        var registry = await StubRegistry.StartAsync(options);
        foreach (var start in new ulong[] { 1, 11, 21 })
        {
            registry.Issue("R-mill", "s", new BlockRange(start, start + 9));
        }

        return registry;
    }

    private decimal Done() => _registry.Effects.Sum(e => e.Range.Count.ToDecimal());

    private async Task<(int Status, string Text, HttpResponseHeaders? Headers)> SendAsync(HttpMethod method, string path, string? body = null, StubRegistry? registry = null)
    {
        var address = (registry ?? _registry).Address;
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(address));
        try
        {
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
        }
        catch (HttpRequestException)
        {
            return (0, "", null);
        }
    }

    private async Task<string> TokenAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "oauth/token")) { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("host:stub-secret")));
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["access_token"]!;
    }
}
