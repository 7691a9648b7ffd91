using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>Reads a ruleset from a folder on disk, within limits.</summary>
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

    internal static IEnumerable<DirectoryInfo> FoldersIn(DirectoryInfo folder) =>
        folder.GetDirectories().Where(d => !IsLink(d)).OrderBy(d => d.Name, StringComparer.Ordinal);

    internal static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    internal static CctsDataException Refuse(string place, string code, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(place, 0, 0, "")) { Expected = expected }]);
}
