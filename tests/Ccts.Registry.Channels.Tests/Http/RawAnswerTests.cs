using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;

namespace Ccts.Registry.Channels.Tests.Http;

/// <summary>Answers as no server of a framework would send them, byte by byte over a socket: every one says nothing, none is thrown, and each has its end.</summary>
public sealed class RawAnswerTests
{
    private const string Done = "{\"reference\":\"k\",\"status\":\"COMPLETED\"}";

    private static readonly UnitInstruction Instruction = EndToEnd.SqliteMarket.NewInstruction("k", 1, 2, InstructionKind.Retire);

    private static Dictionary<string, byte[]> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["headers of a megabyte"] = Text("HTTP/1.1 200 OK\r\nX: " + new string('x', 1 << 20) + "\r\nContent-Length: 2\r\n\r\n{}"),
        ["very many headers"] = Text("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X{i}: 1\r\n")) + $"Content-Length: {Done.Length}\r\n\r\n{Done}"),
        ["a packed body that nobody asked for"] = Packed(Encoding.UTF8.GetBytes(Done)),
        ["a packed body of sixty megabytes"] = Packed(Encoding.UTF8.GetBytes(Done[..^1] + ",\"x\":\"" + new string('x', 60 << 20) + "\"}")),
        ["a length that is too long"] = Text($"HTTP/1.1 200 OK\r\nContent-Length: {Done.Length + 1}\r\n\r\n{Done}"),
        ["chunks that are none"] = Text($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{Done}\r\n0\r\n\r\n"),
        ["chunks that do not end"] = Text($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Done.Length:x}\r\n{Done}\r\n"),
        ["no protocol"] = Text(Done),
        ["UTF-16"] = [.. Text($"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-16\r\nContent-Length: {2 * Done.Length}\r\n\r\n"), .. Encoding.Unicode.GetBytes(Done)],
        ["Latin-1"] = [.. Text("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=iso-8859-1\r\nConnection: close\r\n\r\n"), .. Encoding.Latin1.GetBytes(Done[..^1] + ",\"message\":\"d\u00e9j\u00e0\"}")],
        ["UTF-7"] = Text("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-7\r\nConnection: close\r\n\r\n" + Done.Replace("{", "+AHs-", StringComparison.Ordinal)),
        ["doubled members"] = Text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + Done[..^1] + ",\"status\":\"COMPLETED\"}"),
        ["members that differ by an escape alone"] = Text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + Done[..^1] + ",\"st\\u0061tus\":\"REJECTED\"}"),
        ["moved, with a body that says done"] = Text($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: {Done.Length}\r\n\r\n{Done}"),
        ["a switch of protocols"] = Text($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n{Done}"),
        ["nothing"] = [],
    };

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_says_nothing_and_the_instruction_is_in_doubt(string name)
    {
        await using var tokens = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret });
        using var registry = new RawServer(Answers[name]);
        foreach (var unpacks in new[] { false, true })
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = unpacks ? DecompressionMethods.All : DecompressionMethods.None };
            using var channel = IcmChannels.OverHttp(new HttpAccess(registry.Address, tokens.TokenAddress, "host", StubFixture.Secret, "R-mill") { Timeout = TimeSpan.FromSeconds(20) }, handler: handler);
            var outcome = await channel.SendAsync(Instruction, TestContext.Current.CancellationToken);

            // A host's handler that unpacks shows what was packed; that is an answer like any other, and is read to its bound.
            var isPlain = unpacks && name == "a packed body that nobody asked for";
            Assert.Equal(isPlain ? OutcomeKind.Confirmed : OutcomeKind.Unknown, outcome.Kind);
            Assert.True(!unpacks || name != "a packed body of sixty megabytes" || outcome.Code == "answer-too-large", outcome.Code);
        }
    }

    /// <summary>One byte now and then would keep a request busy for ever.</summary>
    [Fact]
    public async Task A_body_that_trickles_is_cut_off_when_its_time_is_over()
    {
        await using var tokens = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret });
        using var registry = new RawServer(Text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"), trickles: true);
        using var channel = IcmChannels.OverHttp(new HttpAccess(registry.Address, tokens.TokenAddress, "host", StubFixture.Secret, "R-mill") { Timeout = TimeSpan.FromSeconds(1) });
        var outcome = await channel.SendAsync(Instruction, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal((OutcomeKind.Unknown, "time-out"), (outcome.Kind, outcome.Code));
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return [.. Text($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), .. packed.ToArray()];
    }

    /// <summary>Reads a request with its body and writes the same bytes to each; then it hangs up, or goes on byte by byte.</summary>
    private sealed class RawServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly byte[] _answer;
        private readonly bool _trickles;

        internal RawServer(byte[] answer, bool trickles = false)
        {
            (_answer, _trickles) = (answer, trickles);
            _listener.Start();
            _ = ServeAsync();
        }

        internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task AnswerAsync(TcpClient client)
        {
            try
            {
                using (client)
                {
                    var stream = client.GetStream();
                    var (text, buffer) = ("", new byte[64 * 1024]);
                    while (!text.TrimEnd().EndsWith('}'))
                    {
                        var read = await stream.ReadAsync(buffer);
                        if (read == 0)
                        {
                            return;
                        }

                        text += Encoding.Latin1.GetString(buffer, 0, read);
                    }

                    await stream.WriteAsync(_answer);
                    while (_trickles)
                    {
                        await stream.WriteAsync(Text("1\r\n \r\n"));
                        await Task.Delay(100);
                    }

                    client.Client.Shutdown(SocketShutdown.Send);
                    while (await stream.ReadAsync(buffer) > 0)
                    {
                        // Until the other side has read all of it.
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                // The client has hung up.
            }
        }
    }
}
