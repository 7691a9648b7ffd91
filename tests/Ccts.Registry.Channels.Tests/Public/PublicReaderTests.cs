using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.GoldStandard;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Channels.Verra;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Channels.Tests.Public;

/// <summary>Public readers: off without a stated leave, honest, slow, and telling whatever does not add up.</summary>
public sealed class PublicReaderTests
{
    private static readonly PublicAccess Leave = new("J. Doe of the registry, 2026-11-29", "ops@exchange.example");

    [Fact]
    public void Nothing_is_read_without_a_stated_leave()
    {
        Assert.Contains("permitted", Assert.Throws<ArgumentException>(() => new PublicAccess(" ", "ops@exchange.example")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PublicAccess("somebody", "a\r\nb"));
        Assert.Throws<ArgumentException>(() => new GoldStandardPublicReader(new PublicAccess("x", "y") { Every = TimeSpan.FromMilliseconds(999) }));
        Assert.Throws<ArgumentException>(() => new GoldStandardPublicReader(Leave, new Uri("http://public-api.goldstandard.org/")));
    }

    [Fact]
    public async Task Gold_standard_is_read_whole_under_an_honest_name_and_once_a_second()
    {
        var (registry, clock) = (new Recorded(Credits(60)), new PacedClock());
        using var reader = new GoldStandardPublicReader(Leave, null, registry, clock);
        var rows = await Read(reader.ReadCreditsAsync(retiredAlone: true, TestContext.Current.CancellationToken));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal((60, 60 * 10), (rows.Count, rows.Sum(r => r.Entry!.Quantity)));
        Assert.Equal(UnitState.Retired, rows[0].Entry!.State);
        Assert.Equal(["page=1&size=25&issuances=false", "page=2&size=25&issuances=false", "page=3&size=25&issuances=false"], registry.Asked.Select(a => a.RequestUri!.Query.TrimStart('?')));
        Assert.All(registry.Asked, a => Assert.Matches(@"^Ccts\.Sdk/[0-9.]+ \(ops@exchange\.example\)$", a.Headers.UserAgent.ToString()));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], clock.Waited);
    }

    [Theory]
    [InlineData("clamped", "total-differs")]
    [InlineData("repeated", "row-repeated")]
    [InlineData("no-total", "page-unreadable")]
    [InlineData("html", "page-unreadable")]
    [InlineData("forbidden", "page-unreadable")]
    [InlineData("object", "page-unreadable")]
    public async Task Whatever_does_not_add_up_is_told(string fault, string code)
    {
        using var reader = new GoldStandardPublicReader(Leave, null, new Recorded(Credits(60)) { Fault = fault }, new PacedClock());
        Assert.Contains(await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken)), r => r.Problem?.Code == code);
    }

    /// <summary>It asks again when the time is over, and until then tells why nothing is read.</summary>
    [Fact]
    public async Task A_registry_that_asks_to_be_left_alone_is_left_alone()
    {
        var (registry, clock) = (new Recorded(Credits(10)) { Fault = "throttled" }, new PacedClock());
        using var reader = new GoldStandardPublicReader(Leave, null, registry, clock);
        for (var i = 0; i < 2; i++)
        {
            Assert.NotNull(Assert.Single(await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken))).Problem);
        }

        Assert.Contains("60 minutes", Assert.Single(await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken))).Problem!.Message, StringComparison.Ordinal);
        Assert.Single(registry.Asked);
        clock.Advance(TimeSpan.FromHours(1));
        await Read(reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(2, registry.Asked.Count);
    }

    [Fact]
    public async Task Verra_is_read_by_what_the_host_states_of_its_search()
    {
        var registry = new Recorded(Holdings(900));
        using var reader = new VerraPublicReader(Leave, Search(), registry, new PacedClock());
        var rows = await Read(reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal((900, 9000), (rows.Count, rows.Sum(r => r.Entry!.Quantity)));
        Assert.Equal(3, registry.Asked.Count);
        Assert.Equal("VCS", Assert.Single(registry.Asked[0].Headers.GetValues("standardacronym")));
    }

    [Fact]
    public async Task Verra_gives_nothing_behind_its_window_and_nothing_for_a_wrong_standard_and_both_are_told()
    {
        using var large = new VerraPublicReader(Leave, Search(), new Recorded(Holdings(10_500)), new PacedClock());
        Assert.Equal("window-ends", (await Read(large.ReadAsync(TestContext.Current.CancellationToken)))[^1].Problem?.Code);
        using var none = new VerraPublicReader(Leave, Search(), new Recorded(Holdings(0)), new PacedClock());
        Assert.Equal("nothing-came", Assert.Single(await Read(none.ReadAsync(TestContext.Current.CancellationToken))).Problem?.Code);
        using var half = new VerraPublicReader(Leave, Search(), new Recorded(Holdings(9)) { Fault = "half" }, new PacedClock());
        Assert.Contains("\"failed\" is 1", Assert.Single(await Read(half.ReadAsync(TestContext.Current.CancellationToken))).Problem?.Message, StringComparison.Ordinal);
        using var shuffled = new VerraPublicReader(Leave, Search(), new Recorded(Holdings(900)) { Fault = "repeated" }, new PacedClock());
        Assert.Equal("row-repeated", (await Read(shuffled.ReadAsync(TestContext.Current.CancellationToken)))[^1].Problem?.Code);
    }

    [Fact]
    public void What_would_lose_rows_or_hide_who_asks_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search() with { Body = "{\"start\":{start},\"limit\":{limit}}" }));
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search() with { Limit = 401 }));
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search() with { Headers = new Dictionary<string, string> { ["registry"] = "x" } }));
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search() with { Headers = new Dictionary<string, string>(Search().Headers) { ["User-Agent"] = "Mozilla/5.0" } }));
        Assert.Throws<ArgumentException>(() => new VerraPublicReader(Leave, Search() with { Address = new Uri("http://search.example/x") }));
    }

    // The values of the headers and the shape of the body are the test's own: nobody documents them.
    private static VerraPublicSearch Search() => new()
    {
        Address = new Uri("https://search.example/holdings/publicReportPageSearch"),
        Headers = new Dictionary<string, string> { ["registry"] = "r", ["standardid"] = "s", ["standardacronym"] = "VCS", ["language"] = "en" },
        Body = "{\"start\":{start},\"limit\":{limit},\"sort\":\"entityId\"}",
        TotalMember = "total",
    };

    // Fields as third parties have captured them; blocks are made up.
    private static List<JsonObject> Credits(int count) => [.. Enumerable.Range(0, count).Select(i => new JsonObject
    {
        ["id"] = 900_000 - i, ["number_of_credits"] = 10, ["starting_credit_number"] = (i * 10) + 1, ["ending_credit_number"] = (i * 10) + 10,
        ["serial_number"] = $"GS1-1-IN-GS4533-2-2020-22653-{(i * 10) + 1}-{(i * 10) + 10}", ["certified_date"] = "2021-05-04", ["status"] = "Retired", ["vintage"] = "2020",
        ["project"] = new JsonObject { ["sustaincert_id"] = 4533 },
    })];

    private static List<JsonObject> Holdings(int count) => [.. Enumerable.Range(0, count).Select(i => new JsonObject
    {
        ["entityId"] = i, ["holdingQuantity"] = 10.0, ["serialNo"] = $"19298-{(i * 10) + 1}-{(i * 10) + 10}-VCS-VCU-1491-VER-BR-1-513-01012018-31122018-0",
    })];

    private static async Task<List<ExportRow>> Read(IAsyncEnumerable<ExportRow> rows)
    {
        var all = new List<ExportRow>();
        await foreach (var row in rows)
        {
            all.Add(row);
        }

        return all;
    }

    /// <summary>Answers as they were captured, in shape.</summary>
    private sealed class Recorded(List<JsonObject> rows) : HttpMessageHandler
    {
        internal List<HttpRequestMessage> Asked { get; } = [];

        internal string Fault { get; init; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(new HttpRequestMessage(request.Method, request.RequestUri));
            foreach (var header in request.Headers)
            {
                Asked[^1].Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            var isVerra = request.Method == HttpMethod.Post;
            var asked = isVerra ? JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)) : null;
            var (from, size) = isVerra ? ((int)asked!["start"]!, (int)asked["limit"]!) : ((Asked.Count - 1) * 25, 25);
            var page = rows.Skip(Fault == "repeated" ? 0 : from).Take(Fault == "clamped" ? 20 : size).Select(r => r.DeepClone()).ToArray();
            if (Fault == "throttled")
            {
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request, Headers = { RetryAfter = new(TimeSpan.FromHours(1)) } };
            }

            if (Fault == "forbidden")
            {
                return new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request };
            }

            var text = Fault == "html" ? "<!doctype html>" : isVerra ? new JsonObject { ["total"] = rows.Count, ["items"] = new JsonArray(page), ["shards"] = new JsonObject { ["failed"] = Fault == "half" ? 1 : 0 } }.ToJsonString()
                : Fault == "object" ? "{\"error\":\"no\"}" : new JsonArray(page).ToJsonString();
            var response = new HttpResponseMessage { Content = new StringContent(text, Encoding.UTF8, "application/json"), RequestMessage = request };
            if (!isVerra && Fault != "no-total")
            {
                response.Headers.Add("X-Total-Count", rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            return response;
        }
    }
}
