using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>The times that an owner before this one wrote, by its own clock.</content>
public sealed partial record OutboxRecord
{
    /// <summary>
    /// The instruction as an owner takes it over. Where the one before it had a clock that was ahead, every wait is counted in full from now on: otherwise it would last
    /// until the right clock has come to that date. The time of the outcome stays, since the ledger may already have it.
    /// </summary>
    internal OutboxRecord CountedFrom(Instant now)
    {
        if (Since <= now)
        {
            return this;
        }

        var ahead = Since - now;
        return this with
        {
            Attempt = Attempt is { } attempt ? attempt with { At = attempt.At - ahead, Until = attempt.Until - ahead } : null,
            Due = Due - ahead,
            SameSince = SameSince - ahead,
            ContradictedSince = ContradictedSince - ahead,
            RestsUntil = RestsUntil - ahead,
        };
    }
}
