using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace FollowAFolder;

/// <summary>
/// A folder that receives files. A file counts as complete once two looks find it with the same length and time. Each content is read once, whatever its name, and
/// recorded next to the files, so that a restart reads nothing twice.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    private const string Memory = ".taken.jsonl";
    private const string Lock = ".followed";
    private static readonly string[] s_unfinished = [".part", ".tmp", ".crdownload", "~"];
    private readonly string _path;
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _toldTwice = new(StringComparer.Ordinal);
    private readonly FileStream _lock;

    /// <exception cref="IOException">There is no such folder, or another program follows it.</exception>
    internal WatchedFolder(string path)
    {
        _path = path;
        _lock = new FileStream(PathOf(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var memory = Path.Combine(path, Memory);
        foreach (var line in File.Exists(memory) ? File.ReadAllLines(memory) : [])
        {
            // A line cut off by a power failure belongs to a file that counts as unread; it is read again.
            if (TryRead(line) is { } entry)
            {
                _taken[entry.File] = entry.Sha256;
            }
        }
    }

    /// <summary>The names of the files read so far.</summary>
    internal IReadOnlyCollection<string> Taken => _taken.Keys;

    internal string PathOf(string file) => Path.Combine(_path, file);

    public void Dispose() => _lock.Dispose();

    /// <summary>The complete new files. A file seen for the first time, or still growing, waits for the next look.</summary>
    internal IReadOnlyList<string> Look(Action<string> tell)
    {
        var fresh = new List<string>();
        var known = _taken.GroupBy(t => t.Value, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.First().Key, StringComparer.Ordinal);
        foreach (var info in new DirectoryInfo(_path).GetFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var isOurs = info.Name[0] != '.' && !s_unfinished.Any(end => info.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
            var now = (info.Length, info.LastWriteTimeUtc);
            var rests = _seen.TryGetValue(info.Name, out var before) && before == now;
            _seen[info.Name] = now;
            if (!isOurs || !rests || info.Length == 0 || _taken.ContainsKey(info.Name))
            {
                continue;
            }

            var digest = DigestOf(info.Name);
            if (!known.TryGetValue(digest, out var same))
            {
                fresh.Add(info.Name);
                known.Add(digest, info.Name);
            }
            else if (_toldTwice.Add(info.Name))
            {
                tell($"{info.Name} is {same} again, byte for byte; it is left out.");
            }
        }

        return fresh;
    }

    /// <summary>Files that differ from what was read: the position is unknown until they are restored.</summary>
    internal IReadOnlyList<string> Changed() => [.. _taken.Where(t => !File.Exists(PathOf(t.Key)) || DigestOf(t.Key) != t.Value).Select(t => t.Key)];

    /// <summary>Files among those read that were read before and are different now: they changed between two looks.</summary>
    internal IReadOnlyList<string> Changed(IEnumerable<(string File, string Sha256)> read) => [.. read.Where(r => _taken.TryGetValue(r.File, out var taken) && taken != r.Sha256).Select(r => r.File)];

    /// <summary>Records files by the digests of their content, on disk before anything is reported.</summary>
    internal void Remember(IEnumerable<(string File, string Sha256)> files)
    {
        using var memory = new FileStream(PathOf(Memory), FileMode.Append, FileAccess.Write);
        foreach (var (file, sha256) in files)
        {
            // The line before may have been cut off, so end it here.
            _taken[file] = sha256;
            memory.Write(System.Text.Encoding.UTF8.GetBytes("\n" + new JsonObject { ["file"] = file, ["sha256"] = sha256 }.ToJsonString() + "\n"));
        }

        memory.Flush(flushToDisk: true);
    }

    private string DigestOf(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static (string File, string Sha256)? TryRead(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject entry && entry["file"] is { } file && entry["sha256"] is { } digest ? (file.GetValue<string>(), digest.GetValue<string>()) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
