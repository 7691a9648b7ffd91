using System;

namespace Ccts.Ledger.Postgres;

/// <summary>Which ledger of a database, and how its writer holds it.</summary>
/// <param name="ConnectionString">For Npgsql. It must connect to the server itself: a pooler that gives each transaction another connection does not work.</param>
/// <param name="Ledger">The ledger's name in the database, which may hold many. It is the first part of every key.</param>
public sealed record PostgresJournalOptions(string ConnectionString, string Ledger)
{
    /// <summary>
    /// How long the writer owns the ledger without renewal, by the server's clock; it renews three times as often. A process that takes over after a crash
    /// waits this long. The lease only decides when another process may take over; the epoch refuses every write of a replaced owner, however late.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for a ledger that another process holds. The default is a lease and a second, so that a restart after a crash succeeds.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How long to reconnect after a connection was lost during a commit. After that the outcome is unknown, and the journal stops.</summary>
    public TimeSpan Reconnecting { get; init; } = TimeSpan.FromSeconds(30);
}
