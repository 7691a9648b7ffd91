using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>Rows of <c>targets.csv</c> that are alike.</summary>
public sealed class TargetRowsTests
{
    [Fact]
    public void Every_row_that_contradicts_its_instrument_is_told()
    {
        var files = TestRuleset.Shipped();
        var rows = Encoding.UTF8.GetString(files["targets.csv"]).Replace("GEI-2025,", "made-up-draft,", StringComparison.Ordinal);
        files["targets.csv"] = Encoding.UTF8.GetBytes(rows);
        files["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["ruleset.json"]).Replace("\"instruments\": [", "\"instruments\": [ { \"id\": \"made-up-draft\", \"title\": \"t\", \"issuer\": \"nobody\", \"reference\": \"r\", \"date\": \"2026\", \"status\": \"draft\", \"evidence\": \"verbatim\", \"location\": \"l\" },", StringComparison.Ordinal));

        Assert.False(RulesetReader.TryRead(RulesetFiles.FromMemory("alike", files), out _, out var problems));
        Assert.Equal([2, 3, 4, 5, 6], problems.Where(p => p.Code == "force-contradicts-instrument").Select(p => p.Place.Line));
    }

    [Fact]
    public void Rows_that_stand_alike_share_one_standing()
    {
        var rows = RulesetReader.Read(RulesetFiles.FromMemory("shipped", TestRuleset.Shipped())).Assessment.Targets;
        Assert.Same(rows["CMTOE019MP"].Standing, rows["CGUOE005UP"].Standing);
        Assert.NotNull(rows["CMTOE087GJ"].Standing.Note);
        Assert.Null(rows["CMTOE019MP"].Standing.Note);
    }
}
