using System;
using System.IO;
using System.Linq;
using Ccts.Tests.Shared;

namespace Ccts.Rules.NRules.Tests;

/// <summary>The programs that README and docs/engines.md show of a year as NRules rules, compiled and run as they are.</summary>
public static class DocumentedProgramTests
{
    [Fact]
    public static void The_years_rules_run_and_the_hosts_rule_chains_on_their_finding()
    {
        var lines = Run("engines.md").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal($"{ShippedCases.Newest.Ruleset.Rules.Rules.Count} rules of in-ccts/2025-26", lines[0]);
        Assert.Equal("Deny", lines[1]);
        Assert.StartsWith("order-7: ", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public static void The_first_page_shows_a_hosts_rule_that_acts_on_our_finding() =>
        Assert.StartsWith("order-7: ", Assert.Single(Run("README.md").Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    private static string Run(string page) =>
        DocumentedProgram.Run(DocumentedProgram.Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page))).Single(code => code.Contains("NRulesRuleset.Compile", StringComparison.Ordinal)));
}
