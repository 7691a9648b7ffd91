using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

/// <summary>A made-up sector that is counted in metres arrives as an overlay of files: unit, gas, sector and target, without a build.</summary>
public sealed class UnitFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-units").FullName;

    public UnitFilesTests()
    {
        var overlay = Directory.CreateDirectory(At("cloth")).FullName;
        File.WriteAllText(Path.Combine(overlay, "overlay.json"), """
            { "format": 1, "id": "cloth", "revision": 1, "force": "draft", "title": "a made-up sector", "published": "2026-11-22", "extends": ["in-ccts/2026-27"],
              "instruments": [ { "id": "MADE-UP", "title": "A made-up schedule", "issuer": "nobody", "date": "2026-11-22", "status": "draft", "evidence": "assumption" } ] }
            """);
        File.WriteAllText(Path.Combine(overlay, "units.csv"), "unit,of,each,title,instrument,clause,force,evidence,note\nm,,,metres of cloth,MADE-UP,s.1,draft,assumption,\nkm,m,1000,kilometres of cloth,MADE-UP,s.1,draft,assumption,\n");
        File.WriteAllText(Path.Combine(overlay, "sectors.csv"), "sector,unit,entities,instrument,clause,force,evidence,note\nCloth,tCO2e/m,1,MADE-UP,s.1,draft,assumption,\n");
        File.WriteAllText(Path.Combine(overlay, "targets.on-request.csv"), "key,entity,sector,sub_sector,state,baseline_year,baseline_output,baseline_gei,target_gei,unit,instrument,clause,force,evidence,note\n"
            + "made-up-weaver,Weaver,Cloth,,GJ,2023-24,1000000,0.0011,0.0010,tCO2e/m,MADE-UP,s.1,draft,assumption,\n");
        File.WriteAllText(Path.Combine(overlay, "parameters.json"), """
            { "parameters": { "gases.global-warming-potential": { "title": "Further gases that count", "by": "gas",
              "table": { "N2O": [{ "from": "2026-04-01", "value": "265", "unit": "multiple", "source": { "instrument": "MADE-UP", "clause": "s.2" }, "force": "draft", "evidence": "assumption" }] } } } }
            """);
        File.WriteAllText(At("weaver.json"), """
            { "format": "ccts-monitoring-report/1", "entity": { "name": "Weaver", "sector": "Cloth" }, "complianceYear": "2026-27", "targetRow": "made-up-weaver",
              "gases": [ { "id": "stack", "gas": "N2O", "amount": "3 t", "source": "analyser" } ],
              "products": [ { "id": "cloth", "product": "cloth", "amount": "600000 m" }, { "id": "long", "product": "cloth", "amount": "300 km" },
                { "id": "yarn", "product": "yarn", "amount": "20 t", "equivalence": "5000 m/t", "equivalenceSource": "norm of the sector" } ] }
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>3 t x 265 = 795 t on 600,000 + 300 x 1,000 + 20 x 5,000 m; the target is 0.0010 t a metre.</summary>
    [Fact]
    public async Task A_plant_of_it_is_assessed_and_its_receipt_replays()
    {
        var run = await CctsTool.Run(null, "assess", At("weaver.json"), "--overlay", At("cloth"), "--json", "--receipt", At("r.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(("1000000 m", "795 t", "205"), ((string)json["output"]!, (string)json["emissions"]!["total"]!, json["certificates"]!["quantity"]!.ToJsonString()));
        Assert.Equal("0.0008 tCO2e/m", (string)json["intensity"]!["achieved"]!);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", At("r.json"), "--overlay", At("cloth"))).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "position", At("weaver.json"), "--overlay", At("cloth"), "--year-output", "1000000 m")).ExitCode);
    }

    [Fact]
    public async Task Without_the_files_the_unit_is_none_of_the_law()
    {
        var run = await CctsTool.Run(null, "assess", At("weaver.json"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"cloth\" is in m, which is no unit of in-ccts/2026-27", run.Error, StringComparison.Ordinal);
        Assert.Contains("units.csv", run.Error, StringComparison.Ordinal);
    }

    private string At(string file) => Path.Combine(_folder, file);
}
