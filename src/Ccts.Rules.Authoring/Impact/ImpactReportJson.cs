using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Authoring.Diff;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>An impact report as JSON: the stable contract of <c>ccts ruleset impact --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed. Tonnes are text, as all regulated numbers.</remarks>
public static class ImpactReportJson
{
    /// <summary>The report.</summary>
    public static JsonObject Write(ImpactReport report)
    {
        Require.NotNull(report);
        return new JsonObject
        {
            ["old"] = AssessmentJson.Ruleset(report.Old),
            ["new"] = AssessmentJson.Ruleset(report.New),
            ["entities"] = report.Entities,
            ["changedSides"] = report.ChangedSides,
            ["total"] = new JsonObject { ["old"] = Write(report.OldTotal), ["new"] = Write(report.NewTotal) },
            ["sectors"] = new JsonArray([.. report.Sectors.Select(s => (JsonNode)Write(s))]),
            ["movers"] = new JsonArray([.. report.Movers.Select(m => (JsonNode)Write(m))]),
            ["sideChanges"] = new JsonArray([.. report.SideChanges.Select(m => (JsonNode)Write(m))]),
            ["readings"] = new JsonArray([.. report.Readings.Select(r => (JsonNode)new JsonObject { ["path"] = r.Path, ["used"] = r.Used, ["other"] = r.Other, ["entities"] = r.Entities, ["tonnes"] = QuantityText.Format(r.Tonnes) })]),
            ["unreached"] = RulesetDiffJson.Write(report.Unreached),
            ["remarks"] = new JsonArray([.. report.Remarks.Select(r => (JsonNode)ProblemJson.Write(r, withPosition: true))]),
        };
    }

    /// <summary>One entity, both outcomes.</summary>
    public static JsonObject Write(EntityImpact impact) => new()
    {
        ["entity"] = Require.NotNull(impact).Entity.Key,
        ["name"] = impact.Name,
        ["sector"] = impact.Sector,
        ["output"] = impact.Entity.Output.ToString(),
        ["emissions"] = impact.Entity.Emissions.ToString(),
        ["old"] = Write(impact.Old),
        ["new"] = Write(impact.New),
        ["change"] = impact.Change,
    };

    /// <summary>The word of a side in reports.</summary>
    public static string Word(EntitySide side) => side == EntitySide.NoTarget ? "no-target" : side.ToString().ToLowerInvariant();

    private static JsonObject Write(EntityOutcome outcome) => new()
    {
        ["side"] = Word(outcome.Side),
        ["target"] = outcome.Target?.ToString(),
        ["certificates"] = outcome.Certificates,
    };

    private static JsonObject Write(SectorImpact sector) => new()
    {
        ["sector"] = sector.Sector,
        ["entities"] = sector.Entities,
        ["old"] = Write(sector.Old),
        ["new"] = Write(sector.New),
        ["moves"] = new JsonArray([.. sector.Moves.OrderBy(m => m.Key.Old).ThenBy(m => m.Key.New).Select(m => (JsonNode)new JsonObject { ["from"] = Word(m.Key.Old), ["to"] = Word(m.Key.New), ["entities"] = m.Value })]),
    };

    private static JsonObject Write(SectorSide side) => new()
    {
        ["long"] = side.Long,
        ["short"] = side.Short,
        ["even"] = side.Even,
        ["noTarget"] = side.NoTarget,
        ["unknown"] = side.Unknown,
        ["tonnesLong"] = QuantityText.Format(side.TonnesLong),
        ["tonnesShort"] = QuantityText.Format(side.TonnesShort),
        ["net"] = QuantityText.Format(side.Net),
    };
}
