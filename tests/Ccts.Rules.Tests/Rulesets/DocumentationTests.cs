using System;
using System.Globalization;
using System.IO;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Corpus;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>docs/rulesets.md says what the reader does.</summary>
public sealed class DocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "rulesets.md"));

    [Fact]
    public void Every_needed_parameter_is_named()
    {
        var needed = RulesetReader.Read(RulesetFiles.FromMemory("base", BadCase.Base())).Parameters.Keys;

        Assert.All(needed, path => Assert.Contains($"`{path}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_bounds_are_those_of_the_code()
    {
        var folded = Text.Replace('\n', ' ');
        string[] expected =
        [
            $"{RulesetLimits.MaxFiles} files, {RulesetLimits.MaxFileBytes / 1024 / 1024} MiB each, {RulesetLimits.MaxTotalBytes / 1024 / 1024} MiB together, folders {RulesetLimits.MaxFolderDepth} deep",
            $"JSON {LocatedJson.MaxDepth} levels deep",
            RulesetLimits.MaxRows.ToString("N0", CultureInfo.InvariantCulture) + " rows",
            RulesetLimits.MaxParameters.ToString("N0", CultureInfo.InvariantCulture) + " parameters",
            $"{RulesetLimits.MaxDatedValues} dated values",
            LocatedCsv.MaxFieldLength.ToString("N0", CultureInfo.InvariantCulture) + " characters",
            $"at least {ScheduleSuspicions.FewestOthers} others",
            $"more than {ScheduleSuspicions.Spreads:0} times",
            $"more than {ScheduleSuspicions.LeastDistance * 100:0} percentage points",
        ];
        Assert.All(expected, words => Assert.Contains(words, folded, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_code_of_the_import_is_explained()
    {
        foreach (var code in new[] { "no-target", "target-above-baseline", "target-rises", "cut-too-deep", "baseline-differs", "cut-far-from-sector", "baseline-emissions-differ" })
        {
            Assert.Contains($"| `{code}` |", Text, StringComparison.Ordinal);
        }
    }
}
