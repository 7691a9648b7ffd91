using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A process that is stopped while it sends, and woken after another owner has sent again, lets nothing leave.</summary>
public class SendWindowTests
{
    private static readonly Duration Limit = Duration.FromSeconds(30);

    private static readonly UnitInstruction Instruction = new()
    {
        Key = "t1", Kind = InstructionKind.Transfer, Units = new SerialBlock("icm", "s", new BlockRange(1, 40)), FromAccount = "R-mill", ToAccount = "R-buyer",
    };

    [Theory]
    [InlineData(29, OutcomeKind.Confirmed)]
    [InlineData(30, OutcomeKind.Rejected)]
    [InlineData(86_400, OutcomeKind.Rejected)]
    public async Task Stopped_while_it_connected_a_request_leaves_in_its_time_or_not_at_all(int seconds, OutcomeKind expected)
    {
        var time = new StoppedTime();
        using var network = new Network(() => time.Pass(TimeSpan.FromSeconds(seconds)));
        var access = new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret", "R-mill");
        using var channel = IcmChannels.OverHttp(access, handler: network);
        SendWindow.Current = new SendWindow(time, Limit);

        var outcome = await channel.SendAsync(Instruction, TestContext.Current.CancellationToken);

        Assert.Equal(expected, outcome.Kind);
        Assert.Equal(expected == OutcomeKind.Confirmed, network.Left.Length > 0);
        if (expected == OutcomeKind.Rejected)
        {
            Assert.Equal(("too-late", true), (outcome.Code, outcome.MayBeSentAgain));
        }
    }

    [Fact]
    public async Task A_file_appears_in_its_time_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-late-");
        try
        {
            var time = new StoppedTime();
            var channel = IcmChannels.OverFiles(new FileDrop(folder.FullName, folder.CreateSubdirectory("answers").FullName, "R-mill"));
            SendWindow.Current = new SendWindow(time, Limit);
            time.Pass(TimeSpan.FromHours(1));

            var late = await channel.SendAsync(Instruction, TestContext.Current.CancellationToken);
            Assert.True(late.MayBeSentAgain);
            Assert.Empty(folder.GetFiles("instruction-*.csv"));

            SendWindow.Current = new SendWindow(time, Limit);
            Assert.Equal(OutcomeKind.Pending, (await channel.SendAsync(Instruction, TestContext.Current.CancellationToken)).Kind);
            Assert.Single(folder.GetFiles("instruction-*.csv"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_dispatcher_gives_an_attempt_its_own_time_and_no_more()
    {
        SendWindow? given = null;
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ =>
        {
            given = SendWindow.Current;
            Assert.False(given!.IsOver);
            return new TaskCompletionSource<ChannelOutcome>().Task;
        };
        bench.Instruct("t1", 1, 40);
        bench.Advance(Duration.FromSeconds(10));
        Assert.False(given!.IsOver);
        bench.Advance(new OutboxPolicy(OutboxBench.Settling).AttemptTimeout);
        Assert.True(given.IsOver);
    }

    private sealed class StoppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        internal void Pass(TimeSpan time) => _ticks += time.Ticks;
    }

    /// <summary>Gives tokens, and stands still between the connection and the first byte of a body.</summary>
    private sealed class Network(Action standStill) : HttpMessageHandler
    {
        internal MemoryStream Left { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/token")
            {
                return Json("""{"access_token":"t","token_type":"bearer","expires_in":3600}""");
            }

            standStill();
            await request.Content!.CopyToAsync(Left, cancellationToken);
            return Json("""{"reference":"t1","status":"COMPLETED","id":"x"}""");
        }

        private static HttpResponseMessage Json(string text) => new() { Content = new StringContent(text) };
    }
}
