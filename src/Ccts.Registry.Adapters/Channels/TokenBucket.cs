using System;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A rate limit: so many requests a minute, with a burst, by the caller's clock. The framework's own takes no injected clock.</summary>
/// <remarks>Not thread-safe. It keeps the time at which the next request would be due if all came evenly (the generic cell rate algorithm).</remarks>
internal sealed class TokenBucket
{
    private readonly Duration _interval;
    private readonly Duration _tolerance;
    private Instant _even = Instant.MinValue;

    /// <param name="perMinute">Requests a minute in the long run; above zero.</param>
    /// <param name="burst">Requests at once after a pause; above zero.</param>
    internal TokenBucket(int perMinute, int burst)
    {
        if (perMinute < 1 || burst < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(perMinute), "Requests a minute and at once are above zero.");
        }

        _interval = Duration.FromMinutes(1) / perMinute;
        _tolerance = _interval * (burst - 1);
    }

    /// <summary>When the next request may go; not later than now when one may go now.</summary>
    internal Instant Next => _even == Instant.MinValue ? _even : _even - _tolerance;

    /// <summary>Takes a token for one request, if there is one.</summary>
    internal bool TryTake(Instant now)
    {
        if (Next > now)
        {
            return false;
        }

        _even = Instant.Max(_even, now) + _interval;
        return true;
    }

    /// <summary>Permits no request before a time, because the registry asked for it.</summary>
    internal void HoldUntil(Instant time) => _even = Instant.Max(_even, time + _tolerance);
}
