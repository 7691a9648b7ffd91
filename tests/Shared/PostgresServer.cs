using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace Ccts.Tests.Shared;

/// <summary>A PostgreSQL server of one's own, in a folder of its own, from the binaries of the machine. Gone when disposed.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;

    private PostgresServer(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    internal string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=5");

    /// <summary>Starts one, or says why that cannot be done.</summary>
    internal static PostgresServer? Start(out string? why)
    {
        if (!OperatingSystem.IsLinux())
        {
            why = "servers of PostgreSQL are started on Linux only";
            return null;
        }

        var binaries = Environment.GetEnvironmentVariable("CCTS_POSTGRES_BIN") ?? Candidates().Where(Directory.Exists).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")));
        if (binaries is null)
        {
            why = "PostgreSQL is not installed on this machine";
            return null;
        }

        var folder = Run("mktemp", ["-d", Path.Combine(Path.GetTempPath(), "ccts-postgres-XXXXXX")]).Trim();
        Run(Path.Combine(binaries, "initdb"), ["-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var server = new PostgresServer(binaries, folder, port);
        server.Up();
        why = null;
        return server;
    }

    /// <summary>Starts the server again after <see cref="Kill"/>.</summary>
    internal void Up()
    {
        Run(Path.Combine(_binaries, "pg_ctl"), [
            "-D", _folder + "/data", "-l", _folder + "/log", "-w", "-t", "60", "start",
            "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=60"),
        ]);
    }

    /// <summary>Kills the whole server at once, as a loss of power would, caches of the disk aside.</summary>
    internal void Kill() => Run(Path.Combine(_binaries, "pg_ctl"), ["-D", _folder + "/data", "-m", "immediate", "-w", "stop"]);

    public void Dispose()
    {
        try
        {
            Kill();
        }
        catch (InvalidOperationException)
        {
            // It was not running.
        }

        Run("rm", ["-rf", _folder]);
    }

    private static IEnumerable<string> Candidates() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => d + "/bin") : []);

    // The server refuses to run as root.
    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = Environment.UserName == "root" ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (true, true, "/tmp");
        using var process = Process.Start(start)!;

        // What it starts inherits the pipes and keeps them open: only its own end counts.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(2));
        if (!process.HasExited || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {(errors.Wait(1000) ? errors.Result : "")}");
        }

        return output.Wait(1000) ? output.Result : "";
    }
}
