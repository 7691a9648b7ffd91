using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>The files of one ruleset from any source: a folder, an archive, a database, this package.</summary>
/// <remarks>Immutable and thread-safe; the bytes are copied in. At most 512 files, 8 MiB each, 32 MiB together.</remarks>
public sealed class RulesetFiles
{
    /// <summary>The file that makes a folder a ruleset.</summary>
    public const string RulesetFileName = "ruleset.json";

    /// <summary>The file that makes a folder an overlay.</summary>
    public const string OverlayFileName = "overlay.json";

    /// <summary>The file that holds the signature over the others.</summary>
    public const string SignatureFileName = "signature.json";
    private readonly Dictionary<string, RulesetFile> _files;

    private RulesetFiles(string name, Dictionary<string, RulesetFile> files, IReadOnlyList<string> links)
    {
        Name = name;
        _files = files;
        Links = links;
        Paths = files.Keys.OrderBy(p => p, StringComparer.Ordinal).ToList();
        Digest = CanonicalJson.Digest(Manifest());
    }

    /// <summary>What messages call the ruleset, e.g. its folder.</summary>
    public string Name { get; }

    /// <summary>The files' paths inside the ruleset, with <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>
    /// <c>sha256:</c> and 64 hexadecimal digits over the manifest: the path, size and SHA-256 of every file except
    /// <c>signature.json</c>, in ordinal order of the paths, as canonical JSON (RFC 8785).
    /// </summary>
    public string Digest { get; }

    /// <summary>Whether these are the files inside this package, which were checked when it was built.</summary>
    internal bool IsShipped { get; init; }

    /// <summary>Links that were found on disk and not followed; refused if signatures are required.</summary>
    internal IReadOnlyList<string> Links { get; }

    /// <summary>Takes the files from memory: path inside the ruleset and exact bytes.</summary>
    /// <exception cref="CctsDataException">A path or a size is out of bounds.</exception>
    public static RulesetFiles FromMemory(string name, IReadOnlyDictionary<string, byte[]> files) =>
        Own(Require.NotNull(name), Require.NotNull(files).ToDictionary(f => f.Key, f => (byte[])[.. f.Value], StringComparer.Ordinal), []);

    /// <summary>Like <see cref="FromMemory"/>, for bytes that nobody else holds; they are not copied.</summary>
    internal static RulesetFiles Own(string name, IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> links, bool isShipped = false)
    {
        var problems = new ProblemList();
        if (files.Count > RulesetLimits.MaxFiles)
        {
            problems.Error("too-many-files", new SourcePlace(name, 0, 0, ""), $"The ruleset has {files.Count} files.", $"at most {RulesetLimits.MaxFiles}");
        }

        foreach (var file in files)
        {
            CheckFile(name, file.Key, file.Value.Length, problems);
        }

        if (files.Sum(f => (long)f.Value.Length) > RulesetLimits.MaxTotalBytes)
        {
            problems.Error("ruleset-too-large", new SourcePlace(name, 0, 0, ""), "The files of the ruleset are too large together.", $"at most {RulesetLimits.MaxTotalBytes} bytes");
        }

        return problems.HasErrors
            ? throw new CctsDataException(problems.ToList())
            : new RulesetFiles(name, files.ToDictionary(f => f.Key, f => new RulesetFile(name + "/" + f.Key, f.Key, f.Value), StringComparer.Ordinal), links) { IsShipped = isShipped };
    }

    /// <summary>Reads every file in a folder and the folders below it; links are not followed.</summary>
    /// <exception cref="CctsDataException">The files are too many, too large or too deep.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static RulesetFiles FromDirectory(string directory) => RulesetFolder.Read(Require.NotNull(directory));

    /// <summary>The exact bytes of a file, a copy of them, or null when there is no such file.</summary>
    /// <param name="path">Its path inside the ruleset.</param>
    public byte[]? Read(string path) => Find(Require.NotNull(path)) is { } file ? [.. file.Bytes] : null;

    /// <summary>A link is not followed, and never skipped silently, because a rule could be behind it.</summary>
    internal void RefuseLinks(ProblemList problems)
    {
        foreach (var link in Links)
        {
            problems.Error("ruleset-link", new SourcePlace(Name + "/" + link, 0, 0, ""), "Here is a link; what it leads to is not read.", "the file itself", "Put a copy of the file in its place.");
        }
    }

    /// <summary>The file at a path, or null.</summary>
    public RulesetFile? Find(string path) => _files.TryGetValue(Require.NotNull(path), out var file) ? file : null;

    /// <summary>The same files with one added or replaced.</summary>
    internal RulesetFiles With(string path, byte[] bytes)
    {
        var files = _files.ToDictionary(f => f.Key, f => f.Value.Bytes, StringComparer.Ordinal);
        files[path] = [.. bytes];
        return Own(Name, files, Links);
    }

    /// <summary>Path, size and digest of every file except <c>signature.json</c>, in ordinal order of the paths.</summary>
    internal IEnumerable<ManifestEntry> Entries() => Paths.Where(p => p != SignatureFileName)
        .Select(path => new ManifestEntry(path, _files[path].Bytes.Length, Sha256.Of(_files[path].Bytes)));

    private JsonObject Manifest() => new() { ["files"] = new JsonArray([.. Entries().Select(e => (JsonNode)e.Json())]) };

    private static void CheckFile(string name, string path, int size, ProblemList problems)
    {
        var place = new SourcePlace(name + "/" + ShownText.Short(path), 0, 0, "");
        var steps = path.Split('/');
        if (path.Length > 200 || steps.Length > RulesetLimits.MaxFolderDepth + 1 || steps.Any(s => s is "" or "." or "..") || path.Any(c => c is '\\' or ':' || char.IsControl(c)))
        {
            problems.Error("bad-file-path", place, "This is not a path inside a ruleset.", $"names parted by /, at most {RulesetLimits.MaxFolderDepth} folders deep");
        }

        if (size > RulesetLimits.MaxFileBytes)
        {
            problems.Error("file-too-large", place, $"The file has {size} bytes.", $"at most {RulesetLimits.MaxFileBytes} bytes");
        }
    }
}
