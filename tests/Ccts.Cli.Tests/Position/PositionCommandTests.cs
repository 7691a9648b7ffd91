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
        var run = await CctsTool.Run(null, "position", Maihar, "--year-output", "10866360 t", "--json");
        Assert.Equal(ExitCode.Yes, run.ExitCode);
        var position = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(45_786, position.GetProperty("yearToDate").GetInt64());
        Assert.Equal(91_572, position.GetProperty("projected").GetInt64());
        Assert.True(position.GetProperty("low").GetInt64() < 91_572);
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
