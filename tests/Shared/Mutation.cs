using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Tests.Shared;

/// <summary>Damages valid files at random, the same way for the same seed.</summary>
internal static class Mutation
{
    private static readonly string[] Hostile =
    [
        "null", "true", "{}", "[]", "\"\"", "-1", "0", "1e400", "NaN", "99999999999999999999999999999999999999", "\"2026-02-30\"", "\"-9998-01-01\"", "\"9999-12-31\"",
        "\"2998-99\"", "\"0.00000000000000000000000000000000000001\"", "\"79228162514264337593543950335\"", "\"44/0\"", "\"/\"", "\"\\ud800\"", "\"\\u0000\"", "\"in-force\"", "\"unknown\"",
        ",", "\"", "\r", "\n", "\t", "{", "}", "[", "]", ":", "-", "?", "é", "\u202E", "\uFEFF", "$schema", "values", "table", "by",
    ];

    internal static Dictionary<string, byte[]> Apply(IReadOnlyDictionary<string, byte[]> files, int seed)
    {
        // Reproducible damage is the point; nothing here is a secret.
        var random = new Random(seed);
        var damaged = files.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var names = damaged.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var name = names[random.Next(names.Length)];
            if (damaged.TryGetValue(name, out var bytes))
            {
                Damage(damaged, name, bytes, random);
            }
        }

        return damaged;
    }

    private static void Damage(Dictionary<string, byte[]> files, string name, byte[] bytes, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                files[name] = bytes[..random.Next(bytes.Length + 1)];
                break;
            case 1:
                files[name] = Splice(bytes, random.Next(bytes.Length + 1), 1, [(byte)random.Next(256)]);
                break;
            case 2:
                files[name] = Splice(bytes, random.Next(bytes.Length + 1), random.Next(40), []);
                break;
            case 3:
                var from = random.Next(bytes.Length + 1);
                files[name] = Splice(bytes, random.Next(bytes.Length + 1), 0, bytes[from..Math.Min(bytes.Length, from + random.Next(200))]);
                break;
            case 4 when random.Next(4) == 0:
                files.Remove(name);
                break;
            case 5 when random.Next(4) == 0:
                files[files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Count))] = bytes;
                break;
            case 6:
                files[name] = Lines(bytes, random, lines => lines.RemoveAt(random.Next(lines.Count)));
                break;
            case 7:
                files[name] = Lines(bytes, random, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]));
                break;
            default:
                files[name] = ReplaceToken(bytes, random);
                break;
        }
    }

    // A text in quotes, or a run between commas, becomes something hostile.
    private static byte[] ReplaceToken(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length + 1);
        var stop = (byte)(random.Next(2) == 0 ? '"' : ',');
        var open = Array.IndexOf(bytes, stop, Math.Min(start, Math.Max(0, bytes.Length - 1)));
        var close = open < 0 ? -1 : Array.IndexOf(bytes, stop, open + 1);
        var hostile = Encoding.UTF8.GetBytes(Hostile[random.Next(Hostile.Length)]);
        return close < 0 ? Splice(bytes, start, 0, hostile)
            : stop == (byte)'"' && hostile[0] == (byte)'"' ? Splice(bytes, open, close - open + 1, hostile)
            : Splice(bytes, open + 1, close - open - 1, hostile);
    }

    private static byte[] Lines(byte[] bytes, Random random, Action<List<string>> change)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        change(lines);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Splice(byte[] bytes, int at, int remove, byte[] insert) =>
        [.. bytes[..at], .. insert, .. bytes[Math.Min(bytes.Length, at + remove)..]];
}
