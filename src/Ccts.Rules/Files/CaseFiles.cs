using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Files;

/// <summary>
/// Which files of a ruleset are for its tests: <c>tests/*.json</c> hold cases of decisions, <c>tests/figures/*.json</c> cases with
/// figures, and <c>tests/reports/*.json</c> the monitoring reports these assess.
/// </summary>
public static class CaseFiles
{
    /// <summary>Where the reports of tests lie.</summary>
    public const string ReportsFolder = "tests/reports/";
    private const string DecisionsFolder = "tests/";
    private const string FiguresFolder = "tests/figures/";

    internal static bool Contains(string path) => IsIn(DecisionsFolder, path) || IsIn(FiguresFolder, path) || IsIn(ReportsFolder, path);

    /// <summary>The files of tests of decisions.</summary>
    public static IEnumerable<RulesetFile> Decisions(RulesetFiles files) => In(DecisionsFolder, Require.NotNull(files));

    /// <summary>The files of tests of figures.</summary>
    public static IEnumerable<RulesetFile> Figures(RulesetFiles files) => In(FiguresFolder, Require.NotNull(files));

    private static IEnumerable<RulesetFile> In(string folder, RulesetFiles files) => files.Paths.Where(p => IsIn(folder, p)).Select(p => files.Find(p)!);

    private static bool IsIn(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && path.IndexOf('/', folder.Length) < 0;
}
