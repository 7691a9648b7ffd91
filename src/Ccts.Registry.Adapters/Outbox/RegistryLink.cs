using System;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>How the outbox treats one registry: what the host states, and what the registry's traits say.</summary>
public sealed record RegistryLinkOptions
{
    /// <summary>The settling time, where the registry publishes none or the host knows a better one; null to use that of the traits.</summary>
    public Duration? SettlingTime { get; init; }

    /// <summary>Time-outs, pauses and limits of repetition. Its settling time is ignored.</summary>
    public OutboxPolicy Patience { get; init; } = new(Duration.MaxValue);

    /// <summary>Requests a minute; null to use that of the traits, or 30 where they state none. 1 to 600,000.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests at once after a pause; 1 to 100,000.</summary>
    public int Burst { get; init; } = 1;

    /// <summary>Concurrent requests; 1 to 10,000. A registry that hangs delays no other.</summary>
    public int MostAtOnce { get; init; } = 8;

    /// <summary>The breaker opens when this share of the requests failed; above 0, at most 1.</summary>
    public decimal BreakAt { get; init; } = 0.5m;

    /// <summary>Requests in <see cref="BreakWindow"/> below which it never opens; 2 to 10,000. The failures of one instruction count once in that time, since the fault may be the instruction's and not the registry's.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>The time over which requests are counted; half a second to a day.</summary>
    public Duration BreakWindow { get; init; } = Duration.FromMinutes(1);

    /// <summary>How long it stays open before the outbox probes the registry; half a second to a day.</summary>
    public Duration BreakFor { get; init; } = Duration.FromMinutes(1);
}

/// <summary>A channel with how it is to be used.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RegistryLink
{
    /// <summary>Joins a channel and its options.</summary>
    /// <exception cref="ArgumentException">The settling time is not known, or an option is out of its range; the message says which.</exception>
    public RegistryLink(IRegistryChannel channel, RegistryLinkOptions? options = null)
    {
        Channel = Require.NotNull(channel);
        Options = options ?? new RegistryLinkOptions();
        var settling = Options.SettlingTime ?? channel.Traits.SettlingTime.Value ?? throw new ArgumentException(
            $"How long {channel.Registry} may take to act is not published ({channel.Traits.SettlingTime.Source}). State it: {nameof(RegistryLinkOptions.SettlingTime)}.", nameof(options));
        Policy = Options.Patience with { SettlingTime = settling };
        RequestsPerMinute = Options.RequestsPerMinute ?? channel.Traits.RequestsPerMinute.Value ?? 30;
        Policy.Validate();
        if (Fault(Options, RequestsPerMinute) is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        Pace = new Pace(RequestsPerMinute, Options.Burst);
    }

    /// <summary>The channel.</summary>
    public IRegistryChannel Channel { get; }

    /// <summary>The options, as given.</summary>
    public RegistryLinkOptions Options { get; }

    /// <summary>Its time-outs, pauses and limits, settling time included.</summary>
    public OutboxPolicy Policy { get; }

    /// <summary>Requests a minute.</summary>
    public int RequestsPerMinute { get; }

    internal Pace Pace { get; }

    private static string? Fault(RegistryLinkOptions options, int perMinute) =>
        perMinute is < 1 or > 600_000 ? "Requests a minute: 1 to 600,000."
        : options.Burst is < 1 or > 100_000 ? "Requests at once after a pause: 1 to 100,000."
        : options.MostAtOnce is < 1 or > 10_000 ? "Requests at the same time: 1 to 10,000."
        : options.BreakAt is <= 0 or > 1 ? "The part at which the breaker opens: above 0, at most 1."
        : options.BreakAfter is < 2 or > 10_000 ? "Requests below which the breaker never opens: 2 to 10,000."
        : !IsBreak(options.BreakWindow) || !IsBreak(options.BreakFor) ? "The times of the breaker: half a second to a day."
        : null;

    private static bool IsBreak(Duration time) => time >= Duration.FromMilliseconds(500) && time <= Duration.FromDays(1);
}
