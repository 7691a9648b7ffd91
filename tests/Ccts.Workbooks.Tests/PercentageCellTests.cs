using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Workbooks.Reports;

namespace Ccts.Workbooks.Tests;

/// <summary>A cell that shows 98 % holds 0.98: as a share it is 0.98, whether its header says per cent or nothing.</summary>
public sealed class PercentageCellTests
{
    [Theory]
    [InlineData("oxidationFactor", "%0.98")]
    [InlineData("oxidationFactor (%)", "%0.98")]
    [InlineData("oxidationFactor (%)", "98")]
    [InlineData("oxidationFactor", "'98 %")]
    [InlineData("oxidationFactor", "0.98")]
    public void It_is_the_share_that_it_shows(string header, string cell)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plants", "cement-integrated.json")))!;
        json.AsObject().Remove("fuels");
        var sheets = new Sheets().Set("Streams", "A1", "list").Set("Streams", "B1", "id").Set("Streams", "C1", "fuel").Set("Streams", "D1", "state").Set("Streams", "E1", "amount (t)").Set("Streams", "F1", "ncv (GJ/t)").Set("Streams", "G1", header).Set("Streams", "H1", "factor.tier")
            .Set("Streams", "A2", "fuels").Set("Streams", "B2", "coal").Set("Streams", "C2", "other-bituminous-coal").Set("Streams", "D2", "solid").Set("Streams", "E2", "1000").Set("Streams", "F2", "24.8").Set("Streams", "G2", cell).Set("Streams", "H2", "type-i");
        var workbook = sheets.ToWorkbook();

        Assert.True(StreamSheet.TryAdd(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "report"), workbook, workbook.Sheets[0], out var report, out var problems), string.Join("\n", problems));
        Assert.Equal(0.98m, report.Fuels.Single().OxidationFactor);
    }

    /// <summary>Written without the blank it is refused, and the hint says how to write it where.</summary>
    [Fact]
    public void A_sign_without_its_blank_is_mended_by_its_hint()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plants", "cement-integrated.json")))!;
        json["fuels"]![0]!["oxidationFactor"] = "98%";
        Assert.False(MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), "report", out _, out var problems));
        Assert.Contains("\"2 %\" with a blank, or the share 0.02; in a field whose unit is % write 2 alone", Assert.Single(problems).Hint, StringComparison.Ordinal);
    }
}
