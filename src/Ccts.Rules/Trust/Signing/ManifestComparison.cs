using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Trust.Signing;

/// <summary>Compares the files with the signed manifest and says for each whether it is as signed.</summary>
internal static class ManifestComparison
{
    internal static void Check(RulesetFiles files, IReadOnlyList<ManifestEntry> signed, ProblemList problems)
    {
        var here = files.Entries().ToDictionary(e => e.Path, StringComparer.Ordinal);
        var listed = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        foreach (var entry in signed)
        {
            if (entry.Path == RulesetFiles.SignatureFileName)
            {
                problems.Error("manifest-lists-itself", Place(files, entry.Path), "The signed list names its own file, whose bytes it cannot know.", "every other file");
                continue;
            }

            if (listed.ContainsKey(entry.Path))
            {
                problems.Error("manifest-duplicate", Place(files, entry.Path), "The signed list names this file twice.", "each file once");
            }

            listed[entry.Path] = entry;
        }

        var missing = listed.Values.Where(e => !here.ContainsKey(e.Path)).ToList();
        var extra = here.Values.Where(e => !listed.ContainsKey(e.Path)).ToList();
        foreach (var entry in missing)
        {
            var renamed = extra.FirstOrDefault(e => SameBytes(e, entry));
            if (renamed is null)
            {
                problems.Error("signed-file-missing", Place(files, entry.Path), "This file was signed and is not here.", "every file that was signed");
            }
            else
            {
                extra.Remove(renamed);
                problems.Error("signed-file-renamed", Place(files, renamed.Path), $"This file was signed under the name {entry.Path}.", entry.Path);
            }
        }

        foreach (var entry in extra)
        {
            problems.Error("signed-file-extra", Place(files, entry.Path), "This file is not among those that were signed.", "no file but those");
        }

        CheckBytes(files, here, listed, problems);
    }

    private static void CheckBytes(RulesetFiles files, Dictionary<string, ManifestEntry> here, Dictionary<string, ManifestEntry> listed, ProblemList problems)
    {
        var altered = here.Values.Where(e => listed.TryGetValue(e.Path, out var was) && !SameBytes(e, was)).ToList();
        foreach (var entry in altered)
        {
            var from = altered.FirstOrDefault(other => SameBytes(entry, listed[other.Path]));
            if (from is null)
            {
                problems.Error("signed-file-altered", Place(files, entry.Path), "The bytes of this file are not those that were signed.", $"{listed[entry.Path].Size} bytes, {listed[entry.Path].Sha256}");
            }
            else
            {
                problems.Error("signed-file-swapped", Place(files, entry.Path), $"This file holds what was signed as {from.Path}.", $"{listed[entry.Path].Size} bytes, {listed[entry.Path].Sha256}");
            }
        }
    }

    private static bool SameBytes(ManifestEntry one, ManifestEntry other) => one.Size == other.Size && string.Equals(one.Sha256, other.Sha256, StringComparison.Ordinal);

    private static SourcePlace Place(RulesetFiles files, string path) => new(files.Name + "/" + path, 0, 0, "");
}
