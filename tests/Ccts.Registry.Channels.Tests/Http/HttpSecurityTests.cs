using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>Secrets stay where they are, TLS is demanded, nothing is followed to another host, and everything has an end.</summary>
public sealed class HttpSecurityTests
{
    private const string Secret = StubFixture.Secret;

    [Theory]
    [InlineData("http://registry.example")]
    [InlineData("ftp://registry.example")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://localhost.")]
    [InlineData("http://localhos\u0442")]
    [InlineData("http://[::ffff:10.0.0.1]")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://[::]")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://127.0.0.1@evil.example")]
    [InlineData("http://evil.example#@127.0.0.1")]
    [InlineData("http://evil.example\\@127.0.0.1")]
    [InlineData("file:///tmp/registry")]
    [InlineData("https://user:pass@registry.example")]
    public void Without_tls_or_with_a_password_in_it_an_address_is_refused_and_not_told(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            return;
        }

        foreach (var made in new Func<HttpAccess>[]
        {
            () => new HttpAccess(new Uri(address), new Uri("https://registry.example/token"), "host", Secret),
            () => new HttpAccess(new Uri("https://registry.example"), new Uri(address), "host", Secret),
        })
        {
            var refused = Assert.Throws<ArgumentException>(made);
            Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("pass@", refused.ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>No request would carry it, and a key in it would be in everything that shows the address.</summary>
    [Theory]
    [InlineData("https://registry.example/api/?key=" + Secret)]
    [InlineData("https://registry.example/api?key=" + Secret)]
    [InlineData("https://registry.example/#" + Secret)]
    public void A_registrys_address_with_something_behind_its_path_is_refused_and_not_told(string address)
    {
        var refused = Assert.Throws<ArgumentException>(() => new HttpAccess(new Uri(address), new Uri("https://registry.example/token?tenant=a"), "host", Secret));
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://127.9.8.7:5000")]
    [InlineData("http://LOCALHOST:5000")]
    [InlineData("https://registry.example/base")]
    public void On_this_machine_itself_it_may_be_spoken_to_without_tls(string address) =>
        Assert.EndsWith("/", new HttpAccess(new Uri(address), new Uri("https://registry.example/token"), "host", Secret).BaseAddress.AbsoluteUri, StringComparison.Ordinal);

    [Fact]
    public void A_handler_that_follows_redirects_is_refused_wherever_it_stands()
    {
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", Secret);
        foreach (var handler in new HttpMessageHandler[] { new HttpClientHandler(), new SocketsHttpHandler(), new Passing { InnerHandler = new Passing { InnerHandler = new SocketsHttpHandler() } } })
        {
            Assert.Throws<ArgumentException>(() => IcmChannels.OverHttp(access, handler: handler));
        }

        IcmChannels.OverHttp(access, handler: new SocketsHttpHandler { AllowAutoRedirect = false }).Dispose();
        IcmChannels.OverHttp(access).Dispose();
    }

    public static TheoryData<int, string> Redirections => [.. from status in new[] { 300, 301, 302, 303, 304, 307, 308 }
                                                             from to in new[] { "https://evil.example/", "http://registry.example/v1/instructions", "https://registry.example:8443/v1/instructions", "/v1/elsewhere" }
                                                             select new TheoryDataRow<int, string>(status, to)];

    /// <summary>Whatever stands in the answer: who points elsewhere has done nothing that is believed, and nothing goes there.</summary>
    [Theory]
    [MemberData(nameof(Redirections))]
    public async Task No_answer_that_points_elsewhere_is_followed_or_believed(int status, string to)
    {
        var network = new Pointing(status, to);
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", Secret, "R-mill");
        using var channel = IcmChannels.OverHttp(access, handler: network);
        var outcome = await channel.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Unknown, "redirected"), (outcome.Kind, outcome.Code));
        Assert.Equal(["https://registry.example/token", "https://registry.example/v1/instructions"], network.Asked);

        network.PointsTokens = true;
        network.Asked.Clear();
        using var other = IcmChannels.OverHttp(access, handler: network);
        Assert.Equal("no-token", (await other.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken)).Code);
        Assert.Equal(["https://registry.example/token"], network.Asked);
    }

    [Theory]
    [InlineData("https://evil.example/v1/instructions")]
    [InlineData("http://registry.example/v1/instructions")]
    [InlineData("https://registry.example:8443/v1/instructions")]
    public async Task An_answer_from_another_address_is_not_believed(string from)
    {
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", Secret, "R-mill");
        using var channel = IcmChannels.OverHttp(access, handler: new Pointing(200, from));
        var outcome = await channel.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Unknown, "redirected"), (outcome.Kind, outcome.Code));
    }

    private sealed class Pointing(int status, string to) : HttpMessageHandler
    {
        internal bool PointsTokens { get; set; }

        internal List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            var isToken = request.RequestUri.AbsolutePath == "/token";
            var answer = new HttpResponseMessage(isToken && !PointsTokens ? System.Net.HttpStatusCode.OK : (System.Net.HttpStatusCode)status)
            {
                Content = new StringContent(isToken ? "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600}" : "{\"reference\":\"k\",\"status\":\"COMPLETED\"}"),
            };
            answer.Headers.TryAddWithoutValidation("Location", to);

            // As a handler does that has followed by itself.
            answer.RequestMessage = status == 200 && !isToken ? new HttpRequestMessage(request.Method, to) : request;
            return Task.FromResult(answer);
        }
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_in_anything_told_whatever_the_network_throws()
    {
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", Secret, "R-mill");
        foreach (var thrown in new Exception[] { new HttpRequestException("token abc and " + Secret), new InvalidOperationException(Secret), new System.IO.IOException(Secret), new TaskCanceledException(Secret) })
        {
            using var channel = IcmChannels.OverHttp(access, handler: new Throwing(thrown));
            var instruction = EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire);
            var told = new List<string>
            {
                (await channel.SendAsync(instruction, TestContext.Current.CancellationToken)).ToString(),
                (await channel.AskAsync(instruction, null, TestContext.Current.CancellationToken)).ToString(),
                (await channel.ProbeAsync(TestContext.Current.CancellationToken)).ToString(),
                channel.ToString(), access.ToString(),
            };
            await foreach (var row in channel.ReadHoldingsAsync(TestContext.Current.CancellationToken))
            {
                told.Add(row.ToString());
            }

            Assert.All(told, t => Assert.DoesNotContain(Secret, t, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_wrong_secret_sends_nothing_and_is_told_without_it()
    {
        await using var registry = await StubRegistry.StartAsync(new StubOptions { ClientSecret = "another" });
        using var channel = IcmChannels.OverHttp(StubFixture.Access(registry));
        var outcome = await channel.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken);
        Assert.Equal("no-token", outcome.Code);
        Assert.True(outcome.MayBeSentAgain);
        Assert.Equal(0, registry.Requests(StubRequest.Instruction));
    }

    [Fact]
    public async Task A_registry_that_is_not_there_has_certainly_done_nothing()
    {
        var registry = await StubRegistry.StartAsync();
        using var channel = IcmChannels.OverHttp(new HttpAccess(registry.Address, registry.TokenAddress, "host", "stub-secret"));
        Assert.Equal(OutcomeKind.Confirmed, (await channel.ProbeAsync(TestContext.Current.CancellationToken)).Kind);
        await registry.DisposeAsync();
        var outcome = await channel.SendAsync(EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire), TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Rejected, "unreachable", true), (outcome.Kind, outcome.Code, outcome.MayBeSentAgain));
    }

    [Theory]
    [InlineData("/v1/units")]
    [InlineData("https://elsewhere.example/v1")]
    [InlineData("v1/../../admin")]
    [InlineData("javascript:alert(1)")]
    [InlineData("v1\\units")]
    public void A_profile_whose_path_leaves_the_base_address_is_refused(string path)
    {
        var profile = Encoding.UTF8.GetString(ShippedProfile()).Replace("v1/instructions", path.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("base address", Assert.Throws<CctsDataException>(() => HttpProfile.Read(Encoding.UTF8.GetBytes(profile))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_with_two_meanings_or_a_key_that_is_none_is_refused()
    {
        var profile = Encoding.UTF8.GetString(ShippedProfile());
        Assert.Throws<CctsDataException>(() => HttpProfile.Read(Encoding.UTF8.GetBytes(profile.Replace("\"pending\": [\"PENDING\"]", "\"pending\": [\"COMPLETED\"]", StringComparison.Ordinal))));
        Assert.Throws<CctsDataException>(() => HttpProfile.Read(Encoding.UTF8.GetBytes(profile.Replace("\"pageSize\"", "\"pagesize\"", StringComparison.Ordinal))));
    }

    private static byte[] ShippedProfile()
    {
        using var stream = typeof(HttpProfile).Assembly.GetManifestResourceStream("Channels/icm.profile.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Passing : DelegatingHandler;

    private sealed class Throwing(Exception thrown) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath == "/token"
                ? Task.FromResult(new HttpResponseMessage { Content = new StringContent("{\"access_token\":\"" + Secret.Replace(' ', '-') + "\",\"token_type\":\"bearer\",\"expires_in\":3600}") })
                : Task.FromException<HttpResponseMessage>(thrown);
    }
}
