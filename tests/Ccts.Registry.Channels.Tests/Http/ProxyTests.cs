using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>Without TLS a registry is spoken to on this machine alone. A proxy would be another machine, and read the client's secret.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);

    public ProxyTests() => _proxy.Start();

    public void Dispose() => _proxy.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hosts_own_handler_hands_nothing_to_a_proxy(bool isWrapped)
    {
        await using var registry = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret });
        var over = new WebProxy(new Uri($"http://127.0.0.1:{((IPEndPoint)_proxy.LocalEndpoint).Port}"));
        HttpMessageHandler handler = isWrapped ? new Passing { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = over } } : new HttpClientHandler { AllowAutoRedirect = false, Proxy = over };
        using var channel = IcmChannels.OverHttp(StubFixture.Access(registry), handler: handler);
        var outcome = await channel.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Rejected, true, "no-token"), (outcome.Kind, outcome.MayBeSentAgain, outcome.Code));
        Assert.False(_proxy.Pending());
        Assert.Empty(registry.Effects);
    }

    /// <summary>As environments name one: http_proxy.</summary>
    [Fact]
    public void The_handler_of_a_channel_goes_to_this_machine_itself_and_to_others_by_the_environments_proxy()
    {
        var proxy = ((HttpClientHandler)HttpAccess.NewHandler()).Proxy!;
        foreach (var own in new[] { "http://127.0.0.1:5000/", "http://localhost/", "http://[::1]:5000/", "https://localhost/" })
        {
            Assert.True(proxy.IsBypassed(new Uri(own)));
        }

        var other = new Uri("https://registry.example/");
        Assert.Equal(HttpClient.DefaultProxy.IsBypassed(other), proxy.IsBypassed(other));
        Assert.Equal(HttpClient.DefaultProxy.GetProxy(other), proxy.GetProxy(other));
    }

    private sealed class Passing : DelegatingHandler;
}
