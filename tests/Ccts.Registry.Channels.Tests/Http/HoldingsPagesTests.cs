using System;
using System.Linq;
using System.Threading.Tasks;
using System.Web;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>Each check of a page by itself, where every other one finds nothing: rows, units, account, order and the page's own number.</summary>
public class HoldingsPagesTests
{
    private const string First = """{"scope":"s","start":"1","end":"10","state":"ACTIVE","account":"R-mill"}""";
    private const string Second = """{"scope":"s","start":"11","end":"20","state":"ACTIVE","account":"R-mill"}""";
    private const string Theirs = """{"scope":"s","start":"11","end":"20","state":"ACTIVE","account":"R-kiln"}""";
    private const string Odd = """{"scope":"s","start":"11","end":"20","state":"PLEDGED","account":"R-mill"}""";

    [Theory]
    [InlineData("", 20, 2, 20, 1, First, 2, Second)]
    [InlineData("total-differs", 10, 2, 10, 1, First, 2, "")]
    [InlineData("total-differs", 20, 2, 21, 1, First, 2, Second)]
    [InlineData("filter-ignored", 10, 2, 20, 1, First, 2, Theirs)]
    [InlineData("row-repeated", 10, 2, 20, 1, First, 2, First)]
    [InlineData("other-page", 10, 2, 20, 1, First, 1, Second)]
    [InlineData("row-unreadable", 10, 2, 20, 1, First, 2, Odd)]
    [InlineData("too-many-pages", 20, 3, 30, 1, First, 2, Second)]
    public async Task A_page_that_does_not_add_up_is_told(string code, int read, int total, int units, int firstSays, string first, int secondSays, string second)
    {
        using var channel = IcmChannels.OverHttp(new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret", "R-mill") { MostPages = 2 }, handler: new SpokenRegistry(address =>
        {
            var isFirst = HttpUtility.ParseQueryString(address.Query)["page"] == "1";
            return $$"""{"page":{{(isFirst ? firstSays : secondSays)}},"total":{{total}},"totalUnits":{{units}},"rows":[{{(isFirst ? first : second)}}]}""";
        }));
        var rows = await channel.ReadHoldingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, string.Concat(rows.Select(r => r.Problem?.Code)));
        Assert.Equal(read, rows.Sum(r => r.Entry?.Quantity ?? 0));
    }

    [Fact]
    public async Task A_page_beside_an_error_is_not_relied_on()
    {
        using var channel = IcmChannels.OverHttp(
            new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret", "R-mill"),
            handler: new SpokenRegistry(_ => $$"""{"page":1,"total":1,"totalUnits":10,"rows":[{{First}}],"error":"timeout"}"""));
        var rows = await channel.ReadHoldingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("page-unreadable", Assert.Single(rows).Problem?.Code);
    }

    [Theory]
    [InlineData("", "\"hasMore\":false,\"next\":null")]
    [InlineData("total-differs", "\"hasMore\":true")]
    [InlineData("total-differs", "\"links\":{\"next\":\"v1/holdings?page=2\"}")]
    public async Task A_last_page_that_says_that_more_follows_is_told(string code, string says)
    {
        using var channel = IcmChannels.OverHttp(
            new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret", "R-mill"),
            handler: new SpokenRegistry(_ => $$"""{"page":1,"total":1,"totalUnits":10,"rows":[{{First}}],{{says}}}"""));
        var rows = await channel.ReadHoldingsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, string.Concat(rows.Select(r => r.Problem?.Code)));
        Assert.Equal(10, rows.Sum(r => r.Entry?.Quantity ?? 0));
    }
}
