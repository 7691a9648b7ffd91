using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>The times that a previous owner wrote, by its own clock.</content>
public sealed partial record OutboxRecord
{
    /// <summary>The instruction with every wait moved by this time, so that the rest of each wait stays the same. The time of the outcome stays, since the ledger may already have it.</summary>
    internal OutboxRecord MovedBy(Duration by) => by == Duration.Zero
        ? this
        : this with
        {
            Attempt = Attempt is { } attempt ? attempt with { At = attempt.At + by, Until = attempt.Until + by } : null,
            Due = Due + by,
            LeaveAloneUntil = LeaveAloneUntil + by,
            SameSince = SameSince + by,
            SilentSince = SilentSince + by,
            ContradictedSince = ContradictedSince + by,
            RestsUntil = RestsUntil + by,
        };
}
