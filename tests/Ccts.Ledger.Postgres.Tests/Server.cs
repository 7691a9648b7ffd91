using System;
using System.Threading;
using Ccts.Tests.Shared;

[assembly: AssemblyFixture(typeof(Ccts.Ledger.Postgres.Tests.Server))]

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>One server for all tests that only use one; those that kill it have their own. Where none can be started, tests are skipped with the reason.</summary>
public sealed class Server : IDisposable
{
    private readonly Lazy<(PostgresServer? Server, string? Why)> _server = new(() => (PostgresServer.Start(out var why), why));
    private int _ledgers;

    internal string ConnectionString
    {
        get
        {
            Assert.SkipWhen(_server.Value.Server is null, _server.Value.Why ?? "");
            return _server.Value.Server!.ConnectionString;
        }
    }

    internal string NewLedger() => "ledger-" + Interlocked.Increment(ref _ledgers);

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Server?.Dispose();
        }
    }
}
