using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Trust.Archives;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>The rulesets in a folder: as folders, overlays and archives; and the links there, which are not followed.</summary>
public sealed record FoundRulesets(List<string> Folders, List<string> Overlays, List<string> Archives, List<string> Links)
{
    /// <summary>What is at or below a folder, in ordinal order: folders that hold a <c>ruleset.json</c> or an <c>overlay.json</c>, archives, and links, which are not followed.</summary>
    public static FoundRulesets In(string directory)
    {
        Require.NotNull(directory);
        var found = new FoundRulesets([], [], [], []);
        Collect(new DirectoryInfo(directory), directory, RulesetLimits.MaxFolderDepth, found);
        return found;
    }

    private static void Collect(DirectoryInfo folder, string name, int depth, FoundRulesets found)
    {
        if (File.Exists(Path.Combine(folder.FullName, RulesetFiles.RulesetFileName)))
        {
            found.Folders.Add(name);
            return;
        }

        if (File.Exists(Path.Combine(folder.FullName, RulesetFiles.OverlayFileName)))
        {
            found.Overlays.Add(name);
            return;
        }

        if (found.Folders.Count + found.Overlays.Count + found.Archives.Count > RulesetLimits.MaxRulesets)
        {
            throw RulesetFolder.Refuse(name, "too-many-rulesets", $"Here are more than {RulesetLimits.MaxRulesets} rulesets.", $"at most {RulesetLimits.MaxRulesets}");
        }

        found.Links.AddRange(folder.GetFileSystemInfos().Where(RulesetFolder.IsLink).Select(l => name + "/" + l.Name));
        found.Archives.AddRange(folder.GetFiles().Where(f => !RulesetFolder.IsLink(f) && f.Name.EndsWith(RulesetArchive.Extension, StringComparison.Ordinal)).Select(f => name + "/" + f.Name).OrderBy(n => n, StringComparer.Ordinal));
        foreach (var below in depth == 0 ? [] : RulesetFolder.FoldersIn(folder))
        {
            Collect(below, name + "/" + below.Name, depth - 1, found);
        }
    }

    /// <summary>The files of an archive on disk; its size is checked before it is read.</summary>
    public static bool TryReadArchive(string path, [NotNullWhen(true)] out RulesetFiles? files, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(path);
        var length = new FileInfo(path).Length;
        if (length <= ArchiveReader.MaxBytes)
        {
            return RulesetArchive.TryRead(length == 0 ? [] : File.ReadAllBytes(path), path, out files, out problems);
        }

        (files, problems) = (null, RulesetFolder.Refuse(path, "archive-too-large", $"The archive has {length} bytes.", $"at most {ArchiveReader.MaxBytes}").Problems);
        return false;
    }
}
