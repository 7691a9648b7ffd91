using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.GoldStandard;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>What has certainly not left and what may have, whatever fails on the way; and how long a token counts.</summary>
public sealed class TransportTests
{
    private static readonly UnitInstruction Instruction = EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire);

    /// <summary>An expired or foreign certificate leaves no instruction in doubt: nothing of it was sent.</summary>
    [Fact]
    public async Task Where_tls_fails_nothing_has_left()
    {
        await using var tokens = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret });
        using var forger = new ForgedRegistry();
        using var channel = IcmChannels.OverHttp(new HttpAccess(forger.Address, tokens.TokenAddress, "host", StubFixture.Secret, "R-mill"));
        var outcome = await channel.SendAsync(Instruction, TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Rejected, "tls-failed", true), (outcome.Kind, outcome.Code, outcome.MayBeSentAgain));
        Assert.True((await channel.AskAsync(Instruction, null, TestContext.Current.CancellationToken)).IsUnknown);
        Assert.Equal(0, forger.Read);
    }

    [Fact]
    public async Task What_was_read_by_nobody_has_not_left_and_what_was_read_may_have()
    {
        foreach (var thrown in new Exception[] { new HttpRequestException("x"), new IOException("x"), new TaskCanceledException("x"), new InvalidOperationException("x") })
        {
            Assert.True((await SendThrough(new Failing(thrown, reads: false))).MayBeSentAgain);
            Assert.Equal(OutcomeKind.Unknown, (await SendThrough(new Failing(thrown, reads: true))).Kind);
        }
    }

    /// <summary>A host's own handler that repeats requests: the first may have arrived, although the second certainly did not.</summary>
    [Fact]
    public async Task A_handler_that_repeats_a_request_makes_no_certainty_of_its_second_failure()
    {
        var refused = new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
        Assert.Equal("unreachable", (await SendThrough(new Failing(refused, reads: false))).Code);
        var twice = await SendThrough(new Repeating { InnerHandler = new Failing(refused, reads: true) });
        Assert.Equal((OutcomeKind.Unknown, false), (twice.Kind, twice.MayBeSentAgain));
    }

    /// <summary>Once it is told that nothing has left, nothing can leave any more.</summary>
    [Fact]
    public async Task What_was_given_up_unread_cannot_be_read_later()
    {
        HttpContent? kept = null;
        Assert.True((await SendThrough(new Failing(new HttpRequestException("x"), reads: false) { See = r => kept = r.Content })).MayBeSentAgain);
        await Assert.ThrowsAnyAsync<Exception>(() => kept!.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Tokens end by a stopwatch: a clock that is set back makes none last longer, one that is set ahead asks for no more.</summary>
    [Theory]
    [InlineData(-48)]
    [InlineData(0)]
    [InlineData(48)]
    public async Task A_token_lasts_as_long_as_it_was_given_for_whatever_the_clock_says(int hours)
    {
        var (clock, network) = (new SetClock(), new Tokens());
        using var channel = IcmChannels.OverHttp(NewAccess(), handler: network, time: clock);
        await channel.ProbeAsync(TestContext.Current.CancellationToken);
        clock.Off = TimeSpan.FromHours(hours);
        clock.Passed += TimeSpan.FromMinutes(59);
        await channel.ProbeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["token-1", "token-1"], network.Used);
        clock.Passed += TimeSpan.FromMinutes(1);
        await channel.ProbeAsync(TestContext.Current.CancellationToken);
        Assert.Equal("token-2", network.Used[^1]);
    }

    [Theory]
    [InlineData(200, """{"status":"REJECTED","code":"token-expired"}""", "token-2")]
    [InlineData(200, """{"status":"REJECTED","code":"not-permitted"}""", "token-1")]
    [InlineData(401, """{"error":"invalid_token"}""", "token-2")]
    [InlineData(401, "<!doctype html><html></html>", "token-2")]
    [InlineData(403, """{"error":"insufficient_scope"}""", "token-1")]
    public async Task A_token_that_is_refused_is_not_shown_again(int status, string says, string next)
    {
        var network = new Tokens { Status = status, Says = says };
        using var channel = IcmChannels.OverHttp(NewAccess(), handler: network);
        await channel.ProbeAsync(TestContext.Current.CancellationToken);
        await channel.ProbeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["token-1", next], network.Used);
    }

    /// <summary>In an attempt's answer, a question's and a probe's, whatever else they say.</summary>
    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(200, "120", 120)]
    [InlineData(503, "99999999999999999999", 86_400)]
    [InlineData(503, "-5", null)]
    [InlineData(503, "soon", null)]
    public async Task How_long_a_registry_asks_to_be_left_alone_is_in_every_answer(int status, string asked, int? seconds)
    {
        using var channel = IcmChannels.OverHttp(NewAccess(), handler: new Answering(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("""{"status":"OK"}""", Encoding.UTF8, "application/json") };
            answer.Headers.TryAddWithoutValidation("Retry-After", asked);
            return answer;
        }));
        var token = TestContext.Current.CancellationToken;
        var told = new[] { (await channel.SendAsync(Instruction, token)).After, (await channel.AskAsync(Instruction, null, token)).After, (await channel.ProbeAsync(token)).After };
        Assert.All(told, after => Assert.Equal(seconds, after?.TotalSeconds));
    }

    [Fact]
    public async Task A_total_that_stands_twice_is_none()
    {
        using var reader = new GoldStandardPublicReader(new PublicAccess("J. Doe, 2026-11-29", "ops@exchange.example"), null, new Answering(() =>
        {
            var answer = new HttpResponseMessage { Content = new StringContent("[]") };
            answer.Headers.Add("X-Total-Count", ["0", "1"]);
            return answer;
        }));
        await foreach (var row in reader.ReadCreditsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("page-unreadable", row.Problem?.Code);
        }
    }

    [Fact]
    public async Task What_a_registry_writes_stands_on_one_line_in_the_order_in_which_it_is_written()
    {
        const string Body = """{"reference":"k","status":"REJECTED","code":"not-permitted","message":"a\nb\u2028c\u2029d\u202Ee\u2066f\u0085g\ud83d\ude00h"}""";
        var outcome = await SendThrough(new Answering(() => new HttpResponseMessage { Content = new StringContent(Body, Encoding.UTF8, "application/json") }));
        Assert.Equal("not-permitted", outcome.Code);
        Assert.DoesNotContain(outcome.Reason, c => c is '\n' or '\u2028' or '\u2029' or '\u202E' or '\u2066' or '\u0085');
    }

    private static HttpAccess NewAccess() => new(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", StubFixture.Secret, "R-mill");

    private static async Task<ChannelOutcome> SendThrough(HttpMessageHandler network)
    {
        using var channel = IcmChannels.OverHttp(NewAccess(), handler: network);
        return await channel.SendAsync(Instruction, TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Token(int number) => new() { Content = new StringContent($$"""{"access_token":"token-{{number}}","token_type":"bearer","expires_in":3600}""") };

    private static bool IsToken(HttpRequestMessage request) => request.RequestUri!.AbsolutePath == "/token";

    /// <summary>Fails, after or before it has read what was to be sent.</summary>
    private sealed class Failing(Exception thrown, bool reads) : HttpMessageHandler
    {
        internal Action<HttpRequestMessage> See { get; init; } = _ => { };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsToken(request))
            {
                return Token(1);
            }

            See(request);
            if (reads)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            throw thrown;
        }
    }

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(IsToken(request) ? Token(1) : answer());
    }

    private sealed class Tokens : HttpMessageHandler
    {
        private int _given;

        internal List<string> Used { get; } = [];

        internal string Says { get; init; } = "{}";

        internal int Status { get; init; } = 200;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsToken(request))
            {
                return Task.FromResult(Token(++_given));
            }

            Used.Add(request.Headers.Authorization!.Parameter!);
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)Status) { Content = new StringContent(Says) });
        }
    }

    private sealed class SetClock : TimeProvider
    {
        internal TimeSpan Passed { get; set; }

        internal TimeSpan Off { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Passed + Off + TimeSpan.FromDays(20_000);
    }

    /// <summary>Listens with a certificate that nobody has reason to trust, and counts what it is told.</summary>
    private sealed class ForgedRegistry : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate = NewCertificate();

        internal ForgedRegistry()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        internal Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

        internal int Read { get; private set; }

        public void Dispose()
        {
            _listener.Dispose();
            _certificate.Dispose();
        }

        private static X509Certificate2 NewCertificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var own = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var socket = await _listener.AcceptTcpClientAsync();
                    await using var secure = new SslStream(socket.GetStream());
                    try
                    {
                        await secure.AuthenticateAsServerAsync(_certificate);
                        Read += await secure.ReadAsync(new byte[4096]);
                    }
                    catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
                    {
                        // The client hangs up, as it should.
                    }
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
