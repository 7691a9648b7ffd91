using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Crash;

/// <summary>
/// A loss of power: what was synced is there, and of what was written after it any part may be. The file and its WAL are copied after each
/// answer; then the WAL of the next answer is cut at every 512 bytes after what was synced before, and with each sector in turn left out.
/// </summary>
internal sealed class PowerCampaign(string folder, int seed, Tally tally)
{
    private const int Sector = 512;

    private readonly List<(byte[] Ledger, byte[] Wal, long Answered)> _moments = [];
    private long _answered;

    internal void Run(Spread spread)
    {
        var golden = new Golden(folder, seed);
        var path = Path.Combine(folder, "live.db");
        using (var journal = SqliteJournal.Open(path))
        {
            new Workload(seed).Run(journal, line => Keep(line, path));
        }

        var pairs = _moments.Zip(_moments.Skip(1)).Where(p => p.First.Ledger.AsSpan().SequenceEqual(p.Second.Ledger)).ToList();
        var points = pairs.SelectMany(p => Places(p.First.Wal, p.Second.Wal).SelectMany(at => new[] { (p, at, false), (p, at, true) })).ToList();
        var chosen = spread.Of(points.Count);
        foreach (var n in chosen)
        {
            var (((ledger, before, answered), (_, after, _)), at, isHole) = points[n - 1];
            tally.Note(FormattableString.Invariant($"power lost, point {n}"), Wrong(ledger, isHole ? Hole(before, after, at) : Cut(before, after, at), answered, golden));
        }

        tally.Say($"power lost, seed {seed}: {chosen.Count} of {points.Count} states of the WAL after {pairs.Count} answers");
    }

    private void Keep(string line, string path)
    {
        if (line.Split(' ') is ["ok", _, var position, _])
        {
            _answered = Math.Max(_answered, long.Parse(position, System.Globalization.CultureInfo.InvariantCulture));
            _moments.Add((Bytes(path), Bytes(path + "-wal"), _answered));
        }
    }

    // Every sector that is not as it was when the answer before was given.
    private static IEnumerable<int> Places(byte[] before, byte[] after)
    {
        var synced = before.AsSpan().CommonPrefixLength(after) / Sector * Sector;
        for (var at = synced; at < after.Length; at += Sector)
        {
            yield return at;
        }
    }

    // The new up to here, the old from here: what a disk has that wrote in order.
    private static byte[] Cut(byte[] before, byte[] after, int at) => [.. after.AsSpan(0, at), .. before.AsSpan(Math.Min(at, before.Length))];

    // All of the new but this sector: one that wrote out of order.
    private static byte[] Hole(byte[] before, byte[] after, int at)
    {
        var hole = after.ToArray();
        var length = Math.Min(Sector, hole.Length - at);
        hole.AsSpan(at, length).Clear();
        if (at < before.Length)
        {
            before.AsSpan(at, Math.Min(length, before.Length - at)).CopyTo(hole.AsSpan(at));
        }

        return hole;
    }

    private string? Wrong(byte[] ledger, byte[] wal, long answered, Golden golden)
    {
        var path = Path.Combine(folder, "torn.db");
        File.Delete(path + "-shm");
        File.WriteAllBytes(path, ledger);
        File.WriteAllBytes(path + "-wal", wal);
        try
        {
            using var stored = SqliteStoredLedger.Open(path);
            var text = stored.Text().ToList();
            return stored.Findings() is { Count: > 0 } findings ? findings[0]
                : stored.LastPosition < answered ? $"entry {answered} was answered, and the last one is {stored.LastPosition}."
                : !text.SequenceEqual(golden.Text.Take(text.Count)) ? "the journal is not the beginning of what was written."
                : null;
        }
        catch (CctsDataException bad)
        {
            return bad.Message;
        }
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
