using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>
/// Names that mean the same file on every system: plain ASCII, no device names, no path out of the folder, no two names that some
/// system cannot tell apart. Without this check, what was signed on one machine could be something else on another.
/// </summary>
internal static class FileNames
{
    private const int MaxLength = 200;
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    internal static void Check(RulesetFiles files, ProblemList problems)
    {
        foreach (var link in files.Links)
        {
            problems.Error("ruleset-link", Place(files.Name, link), "Here is a link; what it leads to is not part of the ruleset.", "files themselves");
        }

        Check(files.Name, files.Paths, problems);
    }

    internal static void Check(string name, IEnumerable<string> paths, ProblemList problems)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (Refusal(path) is { } refusal)
            {
                problems.Error(refusal.Code, Place(name, path), refusal.Message, "small letters, digits, hyphens, dots and underscores, folders parted by /");
            }
            else
            {
                CheckCase(name, path, known, problems);
            }
        }
    }

    // A folder is a name too: Tests/a and tests/b would collide, and so would a file "tests" with a folder "tests".
    private static void CheckCase(string name, string path, Dictionary<string, string> known, ProblemList problems)
    {
        var steps = path.Split('/');
        for (var depth = 1; depth <= steps.Length; depth++)
        {
            var part = string.Join("/", steps.Take(depth)) + (depth < steps.Length ? "/" : "");
            if (!known.TryGetValue(part.TrimEnd('/'), out var other))
            {
                known.Add(part.TrimEnd('/'), part);
            }
            else if (!string.Equals(part, other, StringComparison.Ordinal))
            {
                problems.Error("name-case-collision", Place(name, path), $"Some systems cannot tell {part} from {other}.", "names that differ by more than capital letters");
            }
        }
    }

    private static (string Code, string Message)? Refusal(string path)
    {
        var steps = path.Split('/');
        if (steps.Any(s => s is "" or "." or "..") || path.IndexOfAny(['\\', ':', '\0']) >= 0)
        {
            return ("name-traversal", "This name leads, or could lead, outside the ruleset.");
        }

        if (path.Any(c => c > '~'))
        {
            return ("name-unicode", "This name has characters outside ASCII, of which some look alike or fall together when a system normalises them.");
        }

        if (steps.Any(IsDevice))
        {
            return ("name-device", "Some systems take this name for a device.");
        }

        var plain = path.Length <= MaxLength && steps.Length <= RulesetLimits.MaxFolderDepth + 1
            && steps.All(s => s[s.Length - 1] != '.')
            && path.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/');
        return plain ? null : ("name-form", "This name is too long, too deep, or not plain.");
    }

    // NUL.json is the device as much as NUL is.
    private static bool IsDevice(string step)
    {
        var stem = step.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem, StringComparer.Ordinal)
            || (stem.Length == 4 && stem[3] is >= '0' and <= '9' && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)));
    }

    /// <summary>The path of a file, without characters that a terminal could interpret.</summary>
    internal static SourcePlace Place(string name, string path) =>
        new(name + "/" + new string(ShownText.Short(path).Select(c => c is < ' ' or (> '~' and < '\u00A0') ? '?' : c).ToArray()), 0, 0, "");
}
