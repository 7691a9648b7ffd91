using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>Where the connection is cut.</summary>
public enum Cut
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>What the client sends next never reaches the server.</summary>
    Request,

    /// <summary>The server gets it, and its answer never reaches the client.</summary>
    Answer,
}

/// <summary>Stands between a client and the server, and cuts once where it is told.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _all = [];
    private readonly int _port;
    private int _cut;

    internal CuttingProxy(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        _port = to.Port;
        _listener.Start();
        to.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        ConnectionString = to.ConnectionString;
        _ = Accept();
    }

    internal string ConnectionString { get; }

    internal void Next(Cut cut) => Volatile.Write(ref _cut, (int)cut);

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _all)
        {
            client.Dispose();
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _port);
                _all.Add(client);
                _all.Add(server);
                _ = Pump(client, server, isRequest: true);
                _ = Pump(server, client, isRequest: false);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Pump(TcpClient from, TcpClient to, bool isRequest)
    {
        var bytes = new byte[1 << 16];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(bytes)) > 0)
            {
                var cut = isRequest ? (Cut)Interlocked.Exchange(ref _cut, 0) : Cut.None;
                if (cut != Cut.Request)
                {
                    await to.GetStream().WriteAsync(bytes.AsMemory(0, read));
                }

                if (cut != Cut.None)
                {
                    // The server's side stays open: it goes on with what it was given.
                    from.Close();
                    return;
                }
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has gone.
        }
    }
}
