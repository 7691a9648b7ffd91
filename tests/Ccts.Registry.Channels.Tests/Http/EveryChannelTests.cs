using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Connector;
using Ccts.Registry.Adapters.Channels.GoldStandard;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Channels.Verra;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>What holds for whoever asks over HTTP: no redirects, no plain text beyond this machine, bounded answers, and no word of what the network threw.</summary>
public sealed class EveryChannelTests
{
    private const string Secret = "s3cr3t of every channel";

    private static readonly Dictionary<string, Func<Uri, HttpMessageHandler, IDisposable>> Makers = new()
    {
        ["icm"] = (uri, handler) => IcmChannels.OverHttp(Access(uri), handler: handler),
        ["connector"] = (uri, handler) => new ConnectorChannel(Access(uri), ConnectorProgram.Verra, new ConnectorOptions { LotOf = _ => new ConnectorLot("E", 1) }, handler),
        ["gold-standard"] = (uri, handler) => new GoldStandardPublicReader(new PublicAccess("leave", "ops@x.example"), uri, handler),
        ["verra"] = (uri, handler) => new VerraPublicReader(new PublicAccess("leave", "ops@x.example"), new VerraPublicSearch
        {
            Address = uri, TotalMember = "total", Body = "{start}{limit}entityId", Headers = new Dictionary<string, string> { ["registry"] = "r", ["standardid"] = Secret, ["standardacronym"] = "VCS", ["language"] = "en" },
        }, handler),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_handler_that_follows_redirects_is_refused(string name)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = true };
        Assert.Throws<ArgumentException>(() => Makers[name](new Uri("https://registry.example/"), handler));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Plain_text_is_spoken_on_this_machine_alone(string name)
    {
        using var handler = new Silent();
        foreach (var address in new[] { "http://registry.example/", "http://10.0.0.1/", "http://127.0.0.1.example/", "ftp://127.0.0.1/", "https://user:password@registry.example/" })
        {
            var refused = Assert.Throws<ArgumentException>(() => Makers[name](new Uri(address), handler));
            Assert.DoesNotContain("password@", refused.Message, StringComparison.Ordinal);
        }

        foreach (var address in new[] { "http://127.0.0.1:5000/", "http://[::1]:5000/", "http://localhost:5000/" })
        {
            Makers[name](new Uri(address), handler).Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_network_throws_is_told_without_its_words(string name)
    {
        using var handler = new Silent();
        using var channel = Makers[name](new Uri("https://registry.example/"), handler);
        await foreach (var row in channel switch
        {
            ConnectorChannel c => c.ReadHoldingsAsync(TestContext.Current.CancellationToken),
            GoldStandardPublicReader r => r.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken),
            VerraPublicReader r => r.ReadAsync(TestContext.Current.CancellationToken),
            HttpChannel c => c.ReadHoldingsAsync(TestContext.Current.CancellationToken),
            _ => throw new InvalidOperationException(name),
        })
        {
            Assert.NotNull(row.Problem);
            Assert.DoesNotContain(Secret, row.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Secret, channel.ToString()!, StringComparison.Ordinal);
    }

    /// <summary>Each of these runs the conformance kit: <c>HttpConformanceTests</c>, <c>FileConformanceTests</c>, <c>ConnectorTests</c>. A new one is to run it too.</summary>
    [Fact]
    public void Every_channel_that_is_shipped_runs_the_conformance_kit() => Assert.Equal(
        [typeof(ConnectorChannel), typeof(Adapters.Channels.Files.FileChannel), typeof(HttpChannel)],
        typeof(HttpChannel).Assembly.GetExportedTypes().Where(t => t.IsClass && typeof(Adapters.Channels.IRegistryChannel).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal));

    private static HttpAccess Access(Uri address) => new(address, new Uri("https://registry.example/token"), "host", Secret, "a");

    private sealed class Silent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromException<HttpResponseMessage>(new HttpRequestException("nothing but " + Secret));
    }
}
