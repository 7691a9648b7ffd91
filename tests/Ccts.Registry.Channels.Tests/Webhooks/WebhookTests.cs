using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Webhooks;

namespace Ccts.Registry.Channels.Tests.Webhooks;

/// <summary>Notifications: signed, fresh, once, small; everything else is told apart and does nothing.</summary>
public sealed class WebhookTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("a secret of thirty-two bytes ...");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"type\":\"units.retired\",\"note\":\"₹\"}");
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly WebhookReceiver _receiver = new([Secret], new InMemoryWebhookInbox(), new FixedTime(Now));

    [Fact]
    public async Task A_signed_and_fresh_notification_counts_once()
    {
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await Receive("msg_1", time, signature, Body));
        Assert.Equal(WebhookVerdict.Repeated, await Receive("msg_1", time, signature, Body));
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_2", time, signature, Body));
    }

    /// <summary>Standard Webhooks signs "id.timestamp.body" with HMAC-SHA256; the test computes that for itself.</summary>
    [Fact]
    public async Task Any_bit_of_id_time_or_body_that_differs_makes_it_forged()
    {
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        for (var i = 0; i < Body.Length; i++)
        {
            var other = (byte[])Body.Clone();
            other[i] ^= 1;
            Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, signature, other));
        }

        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", (Now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture), signature, Body));
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, signature[..^4] + "AAA=", Body));
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, Sign("msg_1", Now, Body, Encoding.ASCII.GetBytes("another secret of many bytes ...")).Signature, Body));
        Assert.Equal(WebhookVerdict.Accepted, await Receive("msg_1", time, signature, Body));
    }

    [Theory]
    [InlineData(-301, WebhookVerdict.OutOfTime)]
    [InlineData(-300, WebhookVerdict.Accepted)]
    [InlineData(300, WebhookVerdict.Accepted)]
    [InlineData(301, WebhookVerdict.OutOfTime)]
    public async Task Five_minutes_are_tolerated(int seconds, WebhookVerdict expected)
    {
        var (time, signature) = Sign("msg_1", Now.AddSeconds(seconds), Body, Secret);
        Assert.Equal(expected, await Receive("msg_1", time, signature, Body));
    }

    [Theory]
    [InlineData(null, "1", "v1,AA==")]
    [InlineData("", "1", "v1,AA==")]
    [InlineData("a.b", "1", "v1,AA==")]
    [InlineData("a\nb", "1", "v1,AA==")]
    [InlineData("id", null, "v1,AA==")]
    [InlineData("id", "-1", "v1,AA==")]
    [InlineData("id", "1e3", "v1,AA==")]
    [InlineData("id", "99999999999999999", "v1,AA==")]
    [InlineData("id", "1", null)]
    [InlineData("id", "1", "")]
    public async Task What_cannot_be_read_is_malformed(string? id, string? time, string? signature) => Assert.Equal(WebhookVerdict.Malformed, await Receive(id, time, signature, Body));

    [Fact]
    public async Task A_large_body_is_not_even_signed_for()
    {
        Assert.Equal(WebhookVerdict.TooLarge, await Receive("id", "1", "v1,AA==", new byte[WebhookReceiver.MostBytes + 1]));
        var most = new byte[WebhookReceiver.MostBytes];
        var (time, signature) = Sign("id", Now, most, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await Receive("id", time, signature, most));
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_count()
    {
        var next = Encoding.ASCII.GetBytes("the next secret of many bytes ..");
        var receiver = new WebhookReceiver([next, Secret], new InMemoryWebhookInbox(), new FixedTime(Now));
        var (time, old) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await receiver.ReceiveAsync("msg_1", time, "v2,zzz " + old, Body, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => new WebhookReceiver([new byte[8]], new InMemoryWebhookInbox()));

        // The sender signs with both meanwhile; when the old one is taken out, it opens nothing any more.
        var after = new WebhookReceiver([next], new InMemoryWebhookInbox(), new FixedTime(Now));
        Assert.Equal(WebhookVerdict.Forged, await after.ReceiveAsync("msg_1", time, old, Body, TestContext.Current.CancellationToken));
        Assert.Equal(WebhookVerdict.Accepted, await after.ReceiveAsync("msg_1", time, old + " " + Sign("msg_1", Now, Body, next).Signature, Body, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_secret_is_in_nothing_that_a_receiver_tells()
    {
        var secret = Encoding.ASCII.GetString(Secret);
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        var failing = new WebhookReceiver([Secret], new Failing(), new FixedTime(Now));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => failing.ReceiveAsync("msg_1", time, signature, Body, TestContext.Current.CancellationToken));
        var refused = Assert.Throws<ArgumentException>(() => new WebhookReceiver([Secret, Secret[..20]], new InMemoryWebhookInbox()));
        Assert.All([thrown.ToString(), refused.ToString()], told =>
        {
            Assert.DoesNotContain(secret[..20], told, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Secret)[..20], told, StringComparison.Ordinal);
            Assert.DoesNotContain(signature, told, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Two_ids_from_fifty_threads_at_once_count_once_each()
    {
        var signed = new[] { "a", "b" }.Select(id => (Id: id, Signed: Sign(id, Now, Body, Secret))).ToArray();
        using var together = new System.Threading.Barrier(50);
        var threads = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return (i % 2 == 0 ? signed : signed.Reverse()).Select(s => (s.Id, Verdict: Receive(s.Id, s.Signed.Time, s.Signed.Signature, Body).GetAwaiter().GetResult())).ToArray();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        foreach (var id in new[] { "a", "b" })
        {
            Assert.Single(threads.SelectMany(t => t), v => v == (id, WebhookVerdict.Accepted));
            Assert.Equal(49, threads.SelectMany(t => t).Count(v => v == (id, WebhookVerdict.Repeated)));
        }
    }

    private sealed class Failing : IWebhookInbox
    {
        public Task<bool> AddAsync(string id, DateTimeOffset at, System.Threading.CancellationToken cancellationToken = default) => throw new InvalidOperationException("The inbox cannot be reached.");
    }

    [Theory]
    [InlineData(300.001, WebhookVerdict.OutOfTime)]
    [InlineData(299.999, WebhookVerdict.Accepted)]
    [InlineData(-300.001, WebhookVerdict.OutOfTime)]
    [InlineData(-299.999, WebhookVerdict.Accepted)]
    public async Task Five_minutes_end_to_the_millisecond(double later, WebhookVerdict expected)
    {
        var receiver = new WebhookReceiver([Secret], new InMemoryWebhookInbox(), new FixedTime(Now.AddSeconds(later)));
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(expected, await receiver.ReceiveAsync("msg_1", time, signature, Body, TestContext.Current.CancellationToken));
    }

    /// <summary>How long a comparison takes must not tell how much of a signature is right. That cannot be timed reliably; what compares them can be seen.</summary>
    [Fact]
    public void Signatures_are_compared_in_constant_time()
    {
        var called = typeof(WebhookReceiver).GetMethods(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).SelectMany(Called).ToHashSet();
        Assert.Contains(nameof(CryptographicOperations.FixedTimeEquals), called);
        Assert.DoesNotContain(nameof(Enumerable.SequenceEqual), called);

        static IEnumerable<string> Called(MethodInfo method)
        {
            const byte Call = 0x28;
            var code = method.GetMethodBody()!.GetILAsByteArray()!;
            for (var i = 0; i < code.Length - 4; i++)
            {
                // A byte of an operand may look like a call; then it names no method.
                if (code[i] == Call && BitConverter.ToInt32(code, i + 1) is var token && (token >> 24) is 0x06 or 0x0A or 0x2B && Resolved(method, token) is { } name)
                {
                    yield return name;
                }
            }
        }

        static string? Resolved(MethodInfo method, int token)
        {
            try
            {
                return method.Module.ResolveMethod(token)?.Name;
            }
            catch (Exception none) when (none is ArgumentException or BadImageFormatException)
            {
                return null;
            }
        }
    }

    /// <summary>An inbox forgets after two hours. Whoever then sets the host's clock back must not let the old notification in again.</summary>
    [Fact]
    public async Task A_clock_that_is_set_back_lets_nothing_in_twice()
    {
        var clock = new FixedTime(Now);
        var receiver = new WebhookReceiver([Secret], new InMemoryWebhookInbox(), clock);
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await receiver.ReceiveAsync("msg_1", time, signature, Body, TestContext.Current.CancellationToken));

        clock.Now = Now.AddHours(3);
        var (later, signed) = Sign("msg_2", clock.Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await receiver.ReceiveAsync("msg_2", later, signed, Body, TestContext.Current.CancellationToken));
        Assert.Equal(WebhookVerdict.OutOfTime, await receiver.ReceiveAsync("msg_1", time, signature, Body, TestContext.Current.CancellationToken));

        clock.Now = Now;
        Assert.Equal(WebhookVerdict.Repeated, await receiver.ReceiveAsync("msg_1", time, signature, Body, TestContext.Current.CancellationToken));
    }

    /// <summary>Otherwise an inbox would grow for as long as its process lives.</summary>
    [Fact]
    public async Task An_inbox_forgets_what_is_out_of_time()
    {
        var (inbox, stop) = (new InMemoryWebhookInbox(TimeSpan.FromMinutes(20)), TestContext.Current.CancellationToken);
        Assert.True(await inbox.AddAsync("a", Now, stop));
        Assert.False(await inbox.AddAsync("a", Now.AddMinutes(20), stop));
        Assert.True(await inbox.AddAsync("b", Now.AddMinutes(21), stop));
        Assert.True(await inbox.AddAsync("a", Now.AddMinutes(21), stop));
    }

    [Fact]
    public async Task Of_many_that_come_at_once_under_one_id_one_counts()
    {
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Receive("msg_1", time, signature, Body))));
        Assert.Single(verdicts, v => v == WebhookVerdict.Accepted);
        Assert.Equal(199, verdicts.Count(v => v == WebhookVerdict.Repeated));
    }

    /// <summary>An id counts once even where whoever holds the secret signs another body or another time under it.</summary>
    [Fact]
    public async Task An_id_is_used_once_whatever_is_signed_under_it()
    {
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Accepted, await Receive("msg_1", time, signature, Body));
        var (other, signed) = Sign("msg_1", Now.AddSeconds(1), [], Secret);
        Assert.Equal(WebhookVerdict.Repeated, await Receive("msg_1", other, signed, []));
    }

    [Theory]
    [InlineData("V1,")]
    [InlineData("v1")]
    [InlineData("v1:")]
    [InlineData("v1a,")]
    [InlineData("v1, ")]
    public async Task A_signature_in_another_form_is_none(string form)
    {
        var (time, signature) = Sign("msg_1", Now, Body, Secret);
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, signature.Replace("v1,", form, StringComparison.Ordinal), Body));
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, "v1," + Convert.ToHexString(Convert.FromBase64String(signature[3..])), Body));
        Assert.Equal(WebhookVerdict.Forged, await Receive("msg_1", time, signature.TrimEnd('='), Body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3601)]
    public void A_tolerance_that_tolerates_nothing_or_everything_is_refused(int seconds) =>
        Assert.Throws<ArgumentException>(() => new WebhookReceiver([Secret], new InMemoryWebhookInbox(), tolerance: TimeSpan.FromSeconds(seconds)));

    private Task<WebhookVerdict> Receive(string? id, string? time, string? signature, byte[] body) => _receiver.ReceiveAsync(id, time, signature, body, TestContext.Current.CancellationToken);

    private static (string Time, string Signature) Sign(string id, DateTimeOffset at, byte[] body, byte[] secret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (time, "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{time}.").Concat(body).ToArray())));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
