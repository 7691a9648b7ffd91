using System;

namespace Ccts.Ledger.Postgres;

/// <summary>Which ledger of a database, and how its writer holds it.</summary>
/// <param name="ConnectionString">For Npgsql. It must lead to the server itself: a pooler that gives each transaction another connection does not work.</param>
/// <param name="Ledger">The ledger's name in the database, which may hold many. It is the first part of every key.</param>
public sealed record PostgresJournalOptions(string ConnectionString, string Ledger)
{
    /// <summary>
    /// How long the writer has the ledger without renewing, on the server's clock; it renews three times as often. Whoever takes over after a crash
    /// waits this long. It only decides when somebody may take over; the epoch refuses whatever a replaced owner writes, however late it wakes.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for a ledger that another holds; left out, a lease and a second, so that a restart after a crash succeeds.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How long to look for the server again when a connection was lost during a commit. After that nobody knows, and the journal stops.</summary>
    public TimeSpan Reconnecting { get; init; } = TimeSpan.FromSeconds(30);
}
