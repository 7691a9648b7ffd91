using System;
using System.Globalization;
using Ccts.Tests.Shared;

namespace Ccts.Ledger.Crash;

/// <summary>The PostgreSQL server of a campaign that stops no server: the one that CCTS_CRASH_SERVER names, or its own. Its ledgers have names of their own.</summary>
internal sealed class MarketServer : IDisposable
{
    private readonly PostgresServer? _own;
    private readonly string _ledgers = Guid.NewGuid().ToString("N");
    private int _count;

    internal MarketServer()
    {
        var named = Environment.GetEnvironmentVariable("CCTS_CRASH_SERVER");
        string? why = null;
        _own = named is null ? PostgresServer.Start(out why) ?? throw new InvalidOperationException(why) : null;
        ConnectionString = named ?? _own!.ConnectionString;
    }

    internal string ConnectionString { get; }

    /// <summary>A ledger that is not there yet, as a host is told it.</summary>
    internal string NewStore() => ConnectionString + "|" + string.Create(CultureInfo.InvariantCulture, $"market-{_ledgers}-{_count++}");

    public void Dispose() => _own?.Dispose();
}
