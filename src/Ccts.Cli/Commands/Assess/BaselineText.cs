using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments;
using Spectre.Console;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The baseline years, singly and together, after the account of the year and in its JSON.</summary>
internal static class BaselineText
{
    internal static void Print(BaselineYears? baseline, IAnsiConsole console)
    {
        if (baseline is null)
        {
            return;
        }

        console.Line(Markup.Escape("Baseline, your own years by this year's rules:"));
        foreach (var year in baseline.Years)
        {
            console.Line(Markup.Escape($"  {year.Year}: {year.Emissions.Total} over {year.Output} = {year.Intensity.Achieved}"));
        }

        foreach (var finding in baseline.Findings)
        {
            console.Line(Markup.Escape($"  warning {finding.Code}: {finding.Message}"));
        }

        console.Line(Markup.Escape($"  mean emissions {baseline.Emissions} over mean product {baseline.Output} = {baseline.Intensity}"));
    }

    internal static JsonObject Json(JsonObject assessment, BaselineYears? baseline)
    {
        if (baseline is not null)
        {
            assessment["baselineYears"] = new JsonObject
            {
                ["years"] = new JsonArray([.. baseline.Years.Select(y => (JsonNode)new JsonObject { ["year"] = y.Year.ToString(), ["total"] = y.Emissions.Total.ToString(), ["output"] = y.Output.ToString(), ["intensity"] = y.Intensity.Achieved.ToString() })]),
                ["findings"] = new JsonArray([.. baseline.Findings.Select(f => (JsonNode)new JsonObject { ["code"] = f.Code, ["message"] = f.Message })]),
                ["emissions"] = baseline.Emissions.ToString(),
                ["output"] = baseline.Output.ToString(),
                ["intensity"] = baseline.Intensity.ToString(),
            };
        }

        return assessment;
    }
}
