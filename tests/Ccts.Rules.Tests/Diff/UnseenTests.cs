using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Files;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Diff;

/// <summary>Two texts that look alike are told apart by the code points in which they differ; what an eye sees is not told twice.</summary>
public sealed class UnseenTests
{
    [Theory]
    [InlineData("Kot\u200Bputli Cement Works", "character 4 is U+200B, was U+0070")]
    [InlineData("Kotputli\u00A0Cement Works", "character 9 is U+00A0, was U+0020")]
    [InlineData("K\u043Etputli Cement Works", "character 2 is U+043E, was U+006F")]
    [InlineData("Kotputli Cement Works\u200E", "character 22 is U+200E, was the end")]
    [InlineData("Kotputli Cement Works\uE000", "holds U+E000")]
    [InlineData("Kotputli Cement Mill", null)]
    [InlineData("KOTPUTLI Cement Works", null)]
    public void What_an_eye_does_not_see_of_a_change_is_told(string name, string? unseen)
    {
        var files = TestRuleset.Shipped();
        var old = RulesetFiles.FromMemory("old", files.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
        files["targets.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["targets.csv"]).Replace("Kotputli Cement Works", name, StringComparison.Ordinal));

        Assert.Equal(unseen, Assert.Single(RulesetDiff.EntriesBetween(old, RulesetFiles.FromMemory("new", files))).Unseen);
    }
}
