using System;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>How an outbox's instructions are sent.</summary>
public sealed record OutboxDispatcherOptions
{
    /// <summary>The owner's name for people to read: host and process.</summary>
    public string Owner { get; init; } = "outbox";

    /// <summary>How long the lease lasts unless it is renewed; longer than the time-out of every attempt. 5 seconds to an hour.</summary>
    public Duration Lease { get; init; } = Duration.FromMinutes(2);

    /// <summary>How often the dispatcher reads the journal for new instructions, unless <see cref="OutboxDispatcher.Wake()"/> wakes it earlier. 10 milliseconds to a minute.</summary>
    public Duration LookEvery { get; init; } = Duration.FromSeconds(1);

    /// <summary>Instructions taken over from the journal in one transaction; 1 to 10,000.</summary>
    public int TakeAtOnce { get; init; } = 500;

    /// <summary>Outcomes recorded in the ledger at the same time; 1 to 10,000.</summary>
    public int SettleAtOnce { get; init; } = 64;

    /// <summary>
    /// The longest believable time between the last move of one owner and the start of the next. A longer one means a wrong date:
    /// every wait for a registry then continues from where the last move of the outbox left it; with zero, from the last move of its own instruction. A shorter value is safer where a process may start with a wrong date; a longer one suits a host that runs seldom. Zero to 3,650 days.
    /// </summary>
    public Duration LongestAbsence { get; init; } = Duration.FromDays(1);

    /// <summary>For a simulation on one thread: a waiter continues inside the call that wakes it.</summary>
    internal bool GoesOnAtOnce { get; init; }

    internal string? Fault() =>
        Owner is null || Owner.Length is 0 or > 200 ? "The owner has 1 to 200 characters."
        : Lease < Duration.FromSeconds(5) || Lease > Duration.FromHours(1) ? "The lease: 5 seconds to an hour."
        : LookEvery < Duration.FromMilliseconds(10) || LookEvery > Duration.FromMinutes(1) ? "Looking into the journal: every 10 milliseconds to every minute."
        : LongestAbsence < Duration.Zero || LongestAbsence > Duration.FromDays(3650) ? "The longest absence: zero to 3,650 days."
        : TakeAtOnce is < 1 or > 10_000 || SettleAtOnce is < 1 or > 10_000 ? "Instructions and outcomes at once: 1 to 10,000."
        : null;
}
