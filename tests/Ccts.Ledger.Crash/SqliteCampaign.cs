using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>
/// The writer is killed, or told that the disk is full or broken, at every step of every kind: once beginning without a file, so that making
/// one is among them, and once with one of the first schema, so that bringing it forward is.
/// </summary>
internal sealed class SqliteCampaign(string folder, int seed, string? start, Tally tally)
{
    private readonly Golden _golden = new(folder, seed, start);

    /// <summary>Each kind of step at most so often, spread evenly over all there are; those of the beginning all of them.</summary>
    internal void Run(Spread spread)
    {
        var path = Fresh();
        var log = Path.Combine(folder, "calls.log");
        var undisturbed = Strace.Run(Write(path), path, inject: null, log);
        tally.Note("undisturbed", undisturbed.Closed ? Verdict.Of(path, undisturbed, _golden) : "the writer did not come to its end: " + undisturbed.Errors);
        var counts = Strace.Count(log);
        tally.Say($"{(start is null ? "from nothing" : "from the first schema")}, seed {seed}: steps of one run: {string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}"))}");
        foreach (var (call, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Every(call, count, spread, "killed", n => $"{call}:signal=KILL:when={n}");
            Every(call, count, Share(spread), "no space from then on", n => $"{call}:error=ENOSPC:when={n}+", when: call is "pwrite64" or "ftruncate" or "fallocate");
            Every(call, count, Share(spread), "broken once", n => $"{call}:error=EIO:when={n}", when: call is not "unlink");
        }
    }

    // A full or broken disk is told at fewer steps than a kill.
    private static Spread Share(Spread spread) => spread with { Most = spread.Most < 6 ? spread.Most / 2 : Math.Min(150, spread.Most / 6) };

    private string[] Write(string path) => ["write", path, seed.ToString(CultureInfo.InvariantCulture)];

    private void Every(string call, int count, Spread spread, string fault, Func<int, string> inject, bool when = true)
    {
        if (!when || spread.Most == 0)
        {
            return;
        }

        var since = Stopwatch.StartNew();
        var points = spread.Of(count);
        var came = 0;
        foreach (var n in points)
        {
            var path = Fresh();
            var told = Strace.Run(Write(path), path, inject(n));
            came += told.Closed ? 0 : 1;
            tally.Note($"{call} {n} {fault}", Verdict.Of(path, told, _golden));
        }

        // How commands share transactions depends on the clock, so a run may have a few steps less than the one that was counted.
        tally.Say($"{call}, {fault}: {points.Count} of {count} steps, {came} of them before the writer had ended, {since.Elapsed.TotalSeconds:0} s");
    }

    private string Fresh()
    {
        var path = Path.Combine(folder, "run", "journal.db");
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _golden.Begin(path);
        return path;
    }
}
