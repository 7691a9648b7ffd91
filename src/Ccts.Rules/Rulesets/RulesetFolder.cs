using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Archives;
using Ccts.Rules.Overlays;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>Rulesets as folders on disk, read within bounds.</summary>
internal static class RulesetFolder
{
    internal static RulesetFiles Read(string directory)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var links = new List<string>();
        long total = 0;
        foreach (var file in FilesBelow(new DirectoryInfo(directory), "", RulesetLimits.MaxFolderDepth, links))
        {
            total += file.Info.Length;
            if (file.Info.Length > RulesetLimits.MaxFileBytes || total > RulesetLimits.MaxTotalBytes || files.Count == RulesetLimits.MaxFiles)
            {
                throw Refuse(directory + "/" + file.Path, "ruleset-too-large", "With this file the ruleset is too large.", $"at most {RulesetLimits.MaxFiles} files, {RulesetLimits.MaxFileBytes} bytes each, {RulesetLimits.MaxTotalBytes} together");
            }

            // A named pipe has no length either, and opening it would wait for a writer that may never come.
            files.Add(file.Path, file.Info.Length == 0 ? [] : File.ReadAllBytes(file.Info.FullName));
        }

        return RulesetFiles.Own(directory, files, links);
    }

    /// <summary>What lies at or below a folder, in ordinal order: folders that hold a <c>ruleset.json</c> or an <c>overlay.json</c>, archives, and links, which are not followed.</summary>
    internal static RulesetFolderContents FindAll(string directory)
    {
        var found = new RulesetFolderContents([], [], [], []);
        Collect(new DirectoryInfo(directory), directory, RulesetLimits.MaxFolderDepth, found);
        return found;
    }

    private static void Collect(DirectoryInfo folder, string name, int depth, RulesetFolderContents found)
    {
        if (File.Exists(Path.Combine(folder.FullName, RulesetReader.HeaderFile)))
        {
            found.Folders.Add(name);
            return;
        }

        if (File.Exists(Path.Combine(folder.FullName, OverlayReader.HeaderFile)))
        {
            found.Overlays.Add(name);
            return;
        }

        if (found.Folders.Count + found.Overlays.Count + found.Archives.Count > RulesetLimits.MaxRulesets)
        {
            throw Refuse(name, "too-many-rulesets", $"Here are more than {RulesetLimits.MaxRulesets} rulesets.", $"at most {RulesetLimits.MaxRulesets}");
        }

        found.Links.AddRange(folder.GetFileSystemInfos().Where(IsLink).Select(l => name + "/" + l.Name));
        found.Archives.AddRange(folder.GetFiles().Where(f => !IsLink(f) && f.Name.EndsWith(RulesetArchive.Extension, StringComparison.Ordinal)).Select(f => name + "/" + f.Name).OrderBy(n => n, StringComparer.Ordinal));
        foreach (var below in depth == 0 ? [] : FoldersIn(folder))
        {
            Collect(below, name + "/" + below.Name, depth - 1, found);
        }
    }

    private static IEnumerable<(FileInfo Info, string Path)> FilesBelow(DirectoryInfo folder, string prefix, int depth, List<string> links)
    {
        links.AddRange(folder.GetFileSystemInfos().Where(IsLink).Select(e => prefix + e.Name));
        foreach (var file in folder.GetFiles().Where(f => !IsLink(f)))
        {
            yield return (file, prefix + file.Name);
        }

        foreach (var below in FoldersIn(folder))
        {
            if (depth == 0)
            {
                throw Refuse(below.FullName, "folder-too-deep", "This folder lies too deep.", $"at most {RulesetLimits.MaxFolderDepth} folders below the ruleset's own");
            }

            foreach (var file in FilesBelow(below, prefix + below.Name + "/", depth - 1, links))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<DirectoryInfo> FoldersIn(DirectoryInfo folder) =>
        folder.GetDirectories().Where(d => !IsLink(d)).OrderBy(d => d.Name, StringComparer.Ordinal);

    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>The files of an archive on disk; its size is looked at before it is read.</summary>
    internal static bool TryReadArchive(string path, out RulesetFiles? files, out IReadOnlyList<Problem> problems)
    {
        var length = new FileInfo(path).Length;
        if (length <= ArchiveReader.MaxBytes)
        {
            return RulesetArchive.TryRead(length == 0 ? [] : File.ReadAllBytes(path), path, out files, out problems);
        }

        (files, problems) = (null, Refuse(path, "archive-too-large", $"The archive has {length} bytes.", $"at most {ArchiveReader.MaxBytes}").Problems);
        return false;
    }

    private static CctsDataException Refuse(string place, string code, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(place, 0, 0, "")) { Expected = expected }]);
}

/// <summary>What a folder of rulesets holds.</summary>
internal sealed record RulesetFolderContents(List<string> Folders, List<string> Overlays, List<string> Archives, List<string> Links);
