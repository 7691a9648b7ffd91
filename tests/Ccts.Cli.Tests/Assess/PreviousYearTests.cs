using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

/// <summary><c>--previous-year</c>: last year's report beside this one, so that a stream that is left out or lost a unit shows.</summary>
public sealed class PreviousYearTests
{
    private static readonly string Before = Path.Combine(CctsTool.Samples, "kotputli-2025-26.json");

    [Theory]
    [InlineData(null, 0, "changed-since-previous-year", false)]
    [InlineData("kg", 1, "changed-since-previous-year", true)]
    [InlineData("", 2, "stream-of-previous-year", true)]
    public async Task A_side_stream_is_held_against_the_year_before(string? unit, int exitCode, string code, bool isTold)
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(CctsTool.Samples, "kotputli-2026-27.json")))!;
        var fuels = report["fuels"]!.AsArray();
        var diesel = fuels[2]!.AsObject();
        diesel.Remove("previousYear");
        diesel.Remove("stock");
        if (unit == "")
        {
            fuels.RemoveAt(2);
        }
        else if (unit is not null)
        {
            foreach (var month in JsonNode.Parse(diesel["amounts"]!.ToJsonString())!.AsObject())
            {
                var parts = ((string)month.Value!).Split(' ');
                diesel["amounts"]![month.Key] = FormattableString.Invariant($"{decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / 1000m} {parts[1]}");
            }
        }

        var run = await CctsTool.Run(report.ToJsonString(), "assess", "-", "--previous-year", Before, "--json");
        Assert.Equal((exitCode, isTold), (run.ExitCode, (run.Output + run.Error).Contains(code, StringComparison.Ordinal)));
    }
}
