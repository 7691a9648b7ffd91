using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Position;

/// <summary><c>ccts position</c> on a shipped sample.</summary>
public class PositionCommandTests
{
    private static readonly string Maihar = Path.Combine(CctsTool.Samples, "maihar-2025-26.json");

    [Fact]
    public async Task A_surplus_is_projected_to_the_years_output_with_its_range()
    {
        var run = await CctsTool.Run(null, "position", Maihar, "--year-output", "5433180 t", "--json");
        Assert.Equal(ExitCode.Yes, run.ExitCode);
        var position = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(45_786, position.GetProperty("yearToDate").GetInt64());
        Assert.Equal(45_786, position.GetProperty("projected").GetInt64());
        Assert.True(position.GetProperty("low").GetInt64() < 45_786);
    }

    [Fact]
    public async Task A_year_that_is_over_has_no_other_output_than_its_own()
    {
        var run = await CctsTool.Run(null, "position", Maihar, "--year-output", "10866360 t");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("year-is-over", run.Output + run.Error, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_about_the_report_stands_in_the_position_too()
    {
        const string Offered = "\"renewableCertificates\": [{ \"id\": \"recs\", \"amount\": \"20000 MWh\" }], ";
        var report = File.ReadAllText(Maihar).Replace("\"products\":", Offered + "\"products\":", System.StringComparison.Ordinal);

        var text = await CctsTool.Run(report, "position", "-");
        var json = JsonDocument.Parse((await CctsTool.Run(report, "position", "-", "--json")).Output).RootElement;

        Assert.Contains("rec-refused", text.Output, System.StringComparison.Ordinal);
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "rec-refused");
        Assert.Equal("in-ccts/2025-26", json.GetProperty("ruleset").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_deficit_is_a_clean_no_with_its_cost()
    {
        var run = await CctsTool.Run(null, "position", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--price", "1000 INR", "--json");
        Assert.Equal(ExitCode.No, run.ExitCode);
        var position = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(-19_797, position.GetProperty("net").GetInt64());

        // Both other readings together: 136,200.36 MWh at 0.716 instead of 0.727 tCO2/MWh, then seven twelfths: (19797.1452 - 1498.20396) x 7 / 12.
        Assert.Equal((-19_797, -10_674), (position.GetProperty("low").GetInt64(), position.GetProperty("high").GetInt64()));
        Assert.Equal("39594000 INR", position.GetProperty("costs")[0].GetProperty("total").GetString());
        Assert.Equal("19797000 INR", position.GetProperty("costs")[1].GetProperty("total").GetString());
    }

    [Fact]
    public async Task The_alert_before_the_oversell_limit_is_given_by_the_years_ruleset()
    {
        var folder = Directory.CreateTempSubdirectory("position").FullName;
        var (holdings, orders, journal) = (Path.Combine(folder, "h.csv"), Path.Combine(folder, "o.jsonl"), Path.Combine(folder, "j.jsonl"));
        File.WriteAllText(holdings, "account,registry,scope,kind,vintage,start,end,source\nmaihar,icm,s,ccc,2025,1,1000,\n");
        File.WriteAllText(orders, """
            {"command":"reserve","key":"a","at":"2026-10-16T09:30:00Z","account":"maihar","reservation":"a","purpose":"sale","take":{"kind":"ccc","tonnes":900}}
            {"command":"reserve","key":"b","at":"2026-10-16T09:31:00Z","account":"maihar","reservation":"b","purpose":"sale","take":{"kind":"ccc","tonnes":200}}
            """);
        await CctsTool.Run(null, "ledger", "import", holdings, "--journal", journal, "--at", "2026-10-15T09:30:00Z");
        await CctsTool.Run(null, "ledger", "import", orders, "--journal", journal, "--year", "2025-26", "--keep-refusals");
        string[] args = ["position", Maihar, "--journal", journal, "--account", "maihar"];
        var alert = JsonDocument.Parse((await CctsTool.Run(null, [.. args, "--json"])).Output).RootElement.GetProperty("oversellAlert");
        Assert.Equal(("near", 1000, 900, 100, 2), (alert.GetProperty("level").GetString(), alert.GetProperty("registryBalance").GetInt64(), alert.GetProperty("onSale").GetInt64(), alert.GetProperty("left").GetInt64(), alert.GetProperty("breachesLeft").GetInt32()));
        Assert.Contains("900 of 1,000 certificates at the registry are on sale; 100 more may be offered. 2 more breaches", (await CctsTool.Run(null, args)).Output, System.StringComparison.Ordinal);
        alert = JsonDocument.Parse((await CctsTool.Run(null, [.. args, "--json", "--at", "2027-01-10T00:00:00Z", "--warn-at", "0.95"])).Output).RootElement.GetProperty("oversellAlert");
        Assert.Equal(("clear", 3), (alert.GetProperty("level").GetString(), alert.GetProperty("breachesLeft").GetInt32()));
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, [.. args, "--warn-at", "0"])).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "position", Maihar, "--at", "2027-01-10T00:00:00Z")).ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--year-output", "1 t")]
    [InlineData("--year-output", "9000000 MWh")]
    [InlineData("--year-output", "much")]
    [InlineData("--price", "-5 INR")]
    [InlineData("--account", "mill")]
    [InlineData("--year-output", "1000000000000000000000 t")]
    [InlineData("--year-output", "79228162514264337593543950335 t")]
    public async Task Bad_options_are_refused(string option, string value) =>
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "position", Maihar, option, value)).ExitCode);

    [Fact]
    public async Task A_price_beyond_what_can_be_counted_is_refused() =>
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "position", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--price", "79228162514264337593543950335 INR")).ExitCode);
}
