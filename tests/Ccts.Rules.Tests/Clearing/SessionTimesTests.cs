using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>When a session was open: from the very instant of its opening to that of its closing, which is no longer of it; both stated, or neither.</summary>
public sealed class SessionTimesTests
{
    [Theory]
    [InlineData("2026-11-23T04:29:59.999999999Z", "session-closed")]
    [InlineData("2026-11-23T04:30:00Z", "")]
    [InlineData("2026-11-23T06:29:59.999999999Z", "")]
    [InlineData("2026-11-23T06:30:00Z", "session-closed")]
    public void A_trade_is_of_it_from_the_opening_to_before_the_closing(string at, string limits)
    {
        var proof = Sessions.Prove(trades: $"trade,at,seller,buyer,tonnes,price,kind\nA,{at},cement,steel,1,900 INR,ccc\n");

        Assert.Equal(limits, string.Join(' ', proof.Trades[0].Limits.Select(l => l.Code)));
    }

    [Theory]
    [InlineData("2026-11-23T04:30:00Z", null)]
    [InlineData(null, "2026-11-23T06:30:00Z")]
    [InlineData("2026-11-23T04:30:00Z", "2026-11-23T04:30:00Z")] // open for no instant
    [InlineData("2026-11-23T04:30:00Z", "2026-11-23T04:29:59Z")]
    public void Times_that_are_not_an_opening_and_a_later_closing_are_refused(string? opens, string? closes) =>
        Assert.Equal("session-times", Assert.Single(Assert.Throws<CctsDataException>(() => Sessions.Prove(Terms(opens, closes))).Problems).Code);

    [Fact]
    public void Without_either_the_session_is_neither_open_nor_closed() =>
        Assert.Contains(Sessions.Prove(Terms(null, null)).Trades[0].Limits, l => l.Missing.Contains("session.open", StringComparer.Ordinal));

    [Fact]
    public void An_instant_is_time_enough_to_be_open() => Assert.NotNull(Sessions.Prove(Terms("2026-11-23T04:30:00Z", "2026-11-23T04:30:00.000000001Z")));

    private static string Terms(string? opens, string? closes)
    {
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!.AsObject();
        foreach (var (name, time) in new[] { ("opens", opens), ("closes", closes) })
        {
            terms.Remove(name);
            if (time is not null)
            {
                terms[name] = time;
            }
        }

        return terms.ToJsonString();
    }
}
