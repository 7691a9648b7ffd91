using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Lint;

/// <summary>What a schedule says that is probably not meant: once where it is due, and once where it is nearly due.</summary>
public sealed class ScheduleLintTests
{
    [Fact]
    public void A_sector_with_other_than_its_number_of_rows_is_told()
    {
        // The shipped year has five rows of cement.
        Assert.DoesNotContain(Lint(sectors: t => t.Replace("Cement,tCO2e/t,186", "Cement,tCO2e/t,5", StringComparison.Ordinal)), f => f.StartsWith("schedule-gap Cement", StringComparison.Ordinal));
        Assert.Contains("schedule-gap Cement has 6 entities, and the schedule has 5 rows.", Lint(sectors: t => t.Replace("Cement,tCO2e/t,186", "Cement,tCO2e/t,6", StringComparison.Ordinal)));
        Assert.Contains("schedule-gap Cement has 4 entities, and the schedule has 5 rows.", Lint(sectors: t => t.Replace("Cement,tCO2e/t,186", "Cement,tCO2e/t,4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("CMTOE900RJ,KOTPUTLI  Cement-Works,Cement,,RJ", true)]
    [InlineData("CMTOE900RJ,Kotputli Cement Works II,Cement,,RJ", false)]
    [InlineData("CMTOE900GJ,Kotputli Cement Works,Cement,,GJ", false)]
    public void Two_rows_of_one_name_sector_and_state_are_told(string row, bool told)
    {
        var found = Lint(targets: t => t + row + ",2023-24,1000,0.8,0.7,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n");
        Assert.Equal(told, found.Any(f => f.StartsWith("schedule-overlap CMTOE085RJ and CMTOE900RJ", StringComparison.Ordinal)));
        Assert.Equal(told, found.Any(f => f.StartsWith("schedule-overlap", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_figure_that_is_not_met_is_found()
    {
        Assert.DoesNotContain(Lint(), f => f.StartsWith("case-fails", StringComparison.Ordinal));
        Assert.Single(Lint(figures: t => t.Replace("\"19797\"", "\"19798\"", StringComparison.Ordinal)), f => f.StartsWith("case-fails", StringComparison.Ordinal));
    }

    internal static List<string> Lint(Func<string, string>? sectors = null, Func<string, string>? targets = null, Func<string, string>? figures = null, Func<string, string>? header = null, Func<string, string>? factors = null, Func<string, string>? calendar = null, Ruleset? previous = null, string? without = null)
    {
        var files = TestRuleset.Shipped();
        files.Remove(without ?? "");
        Change(files, "ruleset.json", header);
        Change(files, "factors.json", factors);
        Change(files, "calendar.csv", calendar);
        Change(files, "sectors.csv", sectors);
        Change(files, "targets.csv", targets);
        Change(files, "tests/figures/kotputli-at-baseline.json", figures);
        var changed = RulesetFiles.FromMemory("changed", files);
        return [.. RulesetLinter.Run(RulesetReader.Read(changed), changed, previous).Findings.Select(f => f.Code + " " + f.Message)];
    }

    private static void Change(Dictionary<string, byte[]> files, string file, Func<string, string>? change)
    {
        if (change is not null)
        {
            files[file] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[file])));
        }
    }
}
