using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Testing;

/// <summary>Cases that assess a monitoring report and say what it comes to.</summary>
public sealed class FigureCaseTests
{
    private const string File = "tests/figures/own.json";

    [Theory]
    [InlineData("in-ccts/2025-26", 3)]
    [InlineData("in-ccts/2026-27", 1)]
    public void Shipped_figures_are_right(string id, int count)
    {
        var files = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/" + id);
        var report = RulesetTester.Run(RulesetReader.Read(files), files);
        Assert.Equal(count, report.Figures.Count);
        Assert.Empty(report.Figures.SelectMany(f => f.Differences));
    }

    [Theory]
    [InlineData("""{ "certificates.unrounded": "71489.691" }""", null)]
    [InlineData("""{ "certificates.unrounded": "71489.69" }""", "certificates.unrounded: expected 71489.69, is 71489.691")]
    [InlineData("""{ "certificates.unrounded": { "value": "71489.69", "tolerance": "0.001" } }""", null)]
    [InlineData("""{ "certificates.unrounded": { "value": "71489.69", "tolerance": "0.0009" } }""", "certificates.unrounded: expected 71489.69 within 0.0009, is 71489.691")]
    [InlineData("""{ "intensity.target": { "value": "0.7891 tCO2e/MWh", "tolerance": "1" } }""", "intensity.target: expected 0.7891 tCO2e/MWh within 1, is 0.7891 tCO2e/t")]
    [InlineData("""{ "certificates.kind": "issue" }""", "certificates.kind: expected issue, is surrender")]
    [InlineData("""{ "certificates.colour": "red" }""", "certificates.colour: expected red, is not there")]
    [InlineData("""{ "certificates": "red" }""", "certificates: expected red, is not there")]
    public void A_figure_is_compared_exactly_or_within_its_tolerance(string figures, string? difference)
    {
        var report = Run($$"""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figures": {{figures}} }] }""");
        Assert.Equal(difference is null ? [] : [difference], report.Figures.Single(f => f.Case.Name == "n").Differences);
        Assert.Equal(difference is null, report.Passed);
    }

    [Fact]
    public void Findings_are_compared_when_they_are_stated()
    {
        var report = Run("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figures": { "certificates.kind": "surrender" }, "findings": ["made-up"] }] }""");
        Assert.Contains("expected but not found: made-up", report.Figures.Single(f => f.Case.Name == "n").Differences);
    }

    [Theory]
    [InlineData("""{ "report": "tests/reports/nobody.json", "cases": [{ "name": "n", "figures": { "a": "1" } }] }""", "dangling-reference")]
    [InlineData("""{ "report": "targets.csv", "cases": [{ "name": "n", "figures": { "a": "1" } }] }""", "dangling-reference")]
    [InlineData("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [] }""", "bad-list")]
    [InlineData("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figures": {} }] }""", "wrong-type")]
    [InlineData("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figures": { "a": 1 } }] }""", "wrong-type")]
    [InlineData("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figures": { "a": { "value": "1", "tolerance": "-1" } } }] }""", "bad-value")]
    [InlineData("""{ "report": "tests/reports/kotputli-at-baseline.json", "cases": [{ "name": "n", "figure": { "a": "1" } }] }""", "unknown-key")]
    public void A_mistake_is_found_without_running(string json, string code)
    {
        var files = With(json);
        Assert.Contains(RulesetTester.Check(RulesetReader.Read(files), files), p => p.Code == code && p.Place.File == "own/" + File);
    }

    [Fact]
    public void A_mistake_in_the_cases_of_decisions_is_found_without_running()
    {
        var files = With("""{ "purpose": "gift" }""", "tests/own.json");
        Assert.Contains(RulesetTester.Check(RulesetReader.Read(files), files), p => p.Place.File == "own/tests/own.json");
        var shipped = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2026-27");
        Assert.Empty(RulesetTester.Check(RulesetReader.Read(shipped), shipped));
    }

    private static TestReport Run(string json)
    {
        var files = With(json);
        return RulesetTester.Run(RulesetReader.Read(files), files);
    }

    private static RulesetFiles With(string json, string path = File) =>
        RulesetFiles.FromMemory("own", new Dictionary<string, byte[]>(TestRuleset.Shipped("in-ccts/2026-27"), StringComparer.Ordinal) { [path] = Encoding.UTF8.GetBytes(json) });
}
