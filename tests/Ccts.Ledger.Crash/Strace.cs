using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>Runs this program under strace, which kills it, or makes a call fail, at exactly the step that is named.</summary>
internal static class Strace
{
    /// <summary>The calls by which SQLite changes a file.</summary>
    internal static readonly string[] Changing = ["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "fallocate", "rename"];

    // However this program was started.
    internal static string[] Self => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.ProcessPath!, typeof(Strace).Assembly.Location] : [Environment.ProcessPath!];

    /// <summary>What the program said before it ended.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="path">A ledger; only calls on it and its companions count.</param>
    /// <param name="inject">Such as <c>pwrite64:signal=KILL:when=7</c>; null for none.</param>
    /// <param name="log">Where the calls are written, in order; null for nowhere.</param>
    internal static Told Run(string[] arguments, string path, string? inject, string? log = null)
    {
        var start = new ProcessStartInfo("strace", Options(path, inject, log).Concat(Self).Concat(arguments)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

        // No files of its own, and nothing written to the ledger's folder but the ledger.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.WaitForExit();
        return new Told(lines, errors.Result);
    }

    /// <summary>How often each call is made, by the thread that makes it most: that is how strace counts.</summary>
    internal static Dictionary<string, int> Count(string log) => File.ReadLines(log)
        .Select(l => l.Split([' '], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(p => p.Length == 2 && p[1].Contains('(', StringComparison.Ordinal) && p[1][0] != '<')
        .GroupBy(p => (Thread: p[0], Call: p[1][..p[1].IndexOf('(', StringComparison.Ordinal)]))
        .GroupBy(g => g.Key.Call, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Max(t => t.Count()), StringComparer.Ordinal);

    private static IEnumerable<string> Options(string path, string? inject, string? log)
    {
        // Quick, but no signal is injected under it (strace 6.1).
        if (inject?.Contains("signal", StringComparison.Ordinal) != true)
        {
            yield return "--seccomp-bpf";
        }

        yield return "-f";
        yield return "-qq";
        foreach (var file in new[] { "", "-wal", "-journal" })
        {
            yield return "-P";
            yield return path + file;
        }

        yield return "-e";
        yield return "trace=" + string.Join(',', Changing);
        if (inject is not null)
        {
            yield return "-e";
            yield return "inject=" + inject;
        }

        yield return "-o";
        yield return log ?? "/dev/null";
    }
}
