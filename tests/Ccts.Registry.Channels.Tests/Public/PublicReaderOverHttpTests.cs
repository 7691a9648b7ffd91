using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.GoldStandard;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Channels.Verra;
using Ccts.Registry.Adapters.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Channels.Tests.Public;

/// <summary>Public readers against a server of their own on loopback: what really goes over the wire.</summary>
public sealed class PublicReaderOverHttpTests : IAsyncLifetime
{
    private static readonly PublicAccess Leave = NewLeave(4096);

    private readonly List<(string Target, string Agent, IReadOnlyList<string> Headers)> _asked = [];
    private readonly TaskCompletionSource _ends = new();
    private WebApplication _server = null!;
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;

    private Uri Address => new(_server.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(context =>
        {
            lock (_asked)
            {
                _asked.Add((context.Request.Path + context.Request.QueryString, context.Request.Headers.UserAgent.ToString(), [.. context.Request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)]));
            }

            return _answer(context);
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _ends.TrySetResult();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_says_who_it_is_asks_once_a_second_and_sends_nothing_of_a_browser()
    {
        _answer = context => Credits(context, 60);
        var clock = new PacedClock();
        using var reader = new GoldStandardPublicReader(NewLeave(1 << 20), Address, null, clock);
        var rows = await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal(60, rows.Count);
        Assert.Equal(["/credits?page=1&size=25", "/credits?page=2&size=25", "/credits?page=3&size=25"], _asked.Select(a => a.Target));
        Assert.All(_asked, a => Assert.Matches(@"^Ccts\.Sdk/[0-9.]+ \(ops@exchange\.example\)$", a.Agent));
        Assert.All(_asked, a => Assert.Equal(["Accept", "Host", "User-Agent"], a.Headers.Where(h => h is not ("traceparent" or "Request-Id"))));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], clock.Waited);
    }

    [Fact]
    public async Task Verra_is_asked_with_the_headers_that_the_host_states()
    {
        _answer = async context =>
        {
            var body = await JsonNode.ParseAsync(context.Request.Body);
            var items = Enumerable.Range((int)body!["start"]!, Math.Min(2, 5 - (int)body["start"]!)).Select(i => new JsonObject
            {
                ["entityId"] = i, ["holdingQuantity"] = 10.0, ["serialNo"] = $"19298-{(i * 10) + 1}-{(i * 10) + 10}-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0",
            });
            await context.Response.WriteAsync(new JsonObject { ["total"] = 5, ["items"] = new JsonArray([.. items]) }.ToJsonString());
        };
        using var reader = new VerraPublicReader(Leave, Search(new Uri(Address, "holdings/publicReportPageSearch")), null, new PacedClock());
        var rows = await Read(reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal((5, 3), (rows.Count, _asked.Count));
        Assert.All(_asked, a => Assert.Contains("standardacronym", a.Headers, StringComparer.OrdinalIgnoreCase));
        Assert.All(_asked, a => Assert.StartsWith("Ccts.Sdk/", a.Agent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_wherever_it_leads(int status)
    {
        _answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (status, context.Request.Path == "/credits" ? new Uri(Address, "elsewhere").AbsoluteUri : "https://registry.example/");
            return Task.CompletedTask;
        };
        using var reader = new GoldStandardPublicReader(Leave, Address, null, new PacedClock());
        Assert.Equal("page-unreadable", Assert.Single(await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken))).Problem?.Code);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off_at_its_size()
    {
        _answer = async context =>
        {
            context.Response.Headers["X-Total-Count"] = "60";
            for (var i = 0; i < 10_000 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.WriteAsync(new string(' ', 1024), context.RequestAborted);
            }
        };
        using var reader = new GoldStandardPublicReader(Leave, Address, null, new PacedClock());
        Assert.Contains("4096 bytes", await Told(reader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up_in_its_time()
    {
        _answer = _ => _ends.Task;
        using var reader = new GoldStandardPublicReader(Leave, Address, null, new PacedClock());
        Assert.Contains("did not answer in time", await Told(reader), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_tls_only_this_machine_itself_is_asked()
    {
        Assert.Throws<ArgumentException>(() => new GoldStandardPublicReader(Leave, new Uri("http://10.0.0.1/")));
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search(new Uri("http://127.0.0.1.registry.example/"))));
        new VerraPublicReader(Leave, Search(Address)).Dispose();
    }

    private static PublicAccess NewLeave(int mostBytes) => new("J. Doe of the registry, 2026-11-29", "ops@exchange.example") { MostBytes = mostBytes, Timeout = TimeSpan.FromSeconds(1) };

    // The values of the headers and the shape of the body are the test's own: nobody documents them.
    private static VerraPublicSearch Search(Uri address) => new()
    {
        Address = address,
        Headers = new Dictionary<string, string> { ["registry"] = "r", ["standardid"] = "s", ["standardacronym"] = "VCS", ["language"] = "en" },
        Body = "{\"start\":{start},\"limit\":{limit},\"sort\":\"entityId\"}",
        TotalMember = "total",
    };

    private static Task Credits(HttpContext context, int count)
    {
        var page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
        context.Response.Headers["X-Total-Count"] = count.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(new JsonArray([.. Enumerable.Range((page - 1) * 25, Math.Min(25, count - ((page - 1) * 25))).Select(i => new JsonObject
        {
            ["id"] = 900_000 - i, ["number_of_credits"] = 10, ["starting_credit_number"] = (i * 10) + 1, ["ending_credit_number"] = (i * 10) + 10,
            ["serial_number"] = $"GS1-1-IN-GS4533-2-2020-22653-{(i * 10) + 1}-{(i * 10) + 10}", ["certified_date"] = "2021-05-04", ["status"] = "Retired", ["vintage"] = "2020",
            ["project"] = new JsonObject { ["sustaincert_id"] = 4533 },
        })]).ToJsonString());
    }

    private static async Task<string> Told(GoldStandardPublicReader reader) => Assert.Single(await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken))).Problem!.Message;

    private static async Task<List<ExportRow>> Read(IAsyncEnumerable<ExportRow> rows)
    {
        var all = new List<ExportRow>();
        await foreach (var row in rows)
        {
            all.Add(row);
        }

        return all;
    }
}
