using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Testing;

/// <summary>Which files of a ruleset hold cases: <c>tests/*.json</c>.</summary>
internal static class CaseFiles
{
    private const string Folder = "tests/";

    internal static bool Contains(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && path.IndexOf('/', Folder.Length) < 0;

    internal static IEnumerable<RulesetFile> In(RulesetFiles files) => files.Paths.Where(Contains).Select(p => files.Find(p)!);
}
