using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Ingestion.Tests;

/// <summary>Ash, raw meal, limestone, electrodes: amounts and results of what carries carbon go where the report has them, each traced like a fuel's.</summary>
public sealed class MaterialResultsTests
{
    private const string Mean = "\"mean\":{\"method\":\"weighted\",\"weight\":\"lot\",\"decimals\":4,\"source\":\"plan 7.2\"}";

    private static JsonObject Plant(string stream, string series, string kind = "laboratory", string header = "\"day\"") => JsonNode.Parse($$"""
        {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
         "products":[{"id":"cement","product":"cement","amount":"1 t"}],{{stream}}},
         "sources":[{"id":"s","kind":"{{kind}}","files":"*.csv","time":{"column":{{header}}},"series":[{{series}}]}]}
        """)!.AsObject();

    private const string Limestone = "\"processMaterials\":[{\"id\":\"stone\",\"material\":\"limestone\",\"amounts\":{\"2025-04\":\"100 t\",\"2025-05\":\"120 t\"}}]";
    private const string Kiln = "\"fuels\":[{\"id\":\"coal\",\"fuel\":\"other-bituminous-coal\",\"state\":\"solid\",\"ncv\":\"24.8 GJ/t\",\"amount\":\"10 t\",\"unburnt\":[{\"material\":\"bottom ash\"UNSTATED}]}]";
    private const string Furnace = "\"massBalances\":[{\"id\":\"eaf\",\"inputs\":[{\"material\":\"electrodes\",\"carbonContent\":\"0.99\"},{\"material\":\"scrap\",\"amounts\":{\"2025-04\":\"10 t\"},\"carbonContent\":\"0.001\"}],\"outputs\":[{\"material\":\"steel\",\"amounts\":{\"2025-04\":\"9 t\"},\"carbonContent\":\"0.002\"}]}]";

    internal static JsonObject Composition(string series) => Plant(Limestone, "{\"stream\":\"stone\",\"result\":\"composition\",\"component\":\"CaCO3\",\"column\":\"value\",\"unit\":\"%\"," + series + "}");

    internal static JsonObject Electrodes(string series) => Plant(Furnace, "{\"stream\":\"eaf\",\"flow\":\"electrodes\",\"column\":\"net\",\"unit\":\"t\"," + series + "}", "movements");

    [Fact]
    public void A_factor_of_each_month_stands_in_the_analyses_of_the_material()
    {
        var result = Ingestion.Tests.Plant.Run(Plant(Limestone, """
            {"stream":"stone","result":"factor","column":"ef","unit":"tCO2/t","evidence":{"instrument":"Plant laboratory"}},
            {"stream":"stone","result":"externalFactor","column":"ext","unit":"tCO2/t","evidence":{"instrument":"Laboratory E"}},
            {"stream":"stone","result":"conversionFactor","column":"calcined","unit":"%"}
            """), "day,ef,ext,calcined\n2025-04-06,0.43,0.44,98.5\n2025-05-06,0.42,,99\n");
        Assert.Empty(result.Problems);
        var stone = Assert.Single(result.Report!.ProcessMaterials);
        Assert.Equal([(0.43m, 0.985m, 1), (0.42m, 0.99m, 1)], stone.Analyses.Select(a => (a.Factor!.Value.TonnesPerTonne, a.ConversionFactor!.Value, a.Samples!.Value)));
        Assert.Equal((0.44m, "Laboratory E"), (stone.Analyses[0].ExternalFactor!.Value.TonnesPerTonne, stone.Analyses[0].ExternalSource));
        Assert.Equal(2, stone.Samples);
        Assert.Contains(stone.Evidence, e => e.Of == "analyses/2025-05/factor" && e.FirstRow == 3 && e.Column == "ef");
    }

    // (0.91 x 100 + 0.93 x 300) / 400 = 0.925.
    [Fact]
    public void A_composition_is_the_mean_of_the_year_and_each_part_is_traced()
    {
        var result = Ingestion.Tests.Plant.Run(Plant(Limestone, $$"""
            {"stream":"stone","result":"composition","component":"CaCO3","column":"CaCO3 (%)","unit":"%",{{Mean}}},
            {"stream":"stone","result":"composition","component":"MgCO3","column":"MgCO3 (%)","unit":"%",{{Mean}}}
            """), "day,CaCO3 (%),MgCO3 (%),lot\n2025-04-06,91,2,100\n2025-05-06,93,2,300\n");
        Assert.Empty(result.Problems);
        var stone = Assert.Single(result.Report!.ProcessMaterials);
        Assert.Equal([("CaCO3", 0.925m), ("MgCO3", 0.02m)], stone.Composition.Select(c => (c.Component, c.Share)));
        Assert.Equal(("f0.csv", 2), (stone.AnalysisSource, stone.Samples));
        Assert.Contains(stone.Evidence, e => e.Of == "composition/CaCO3/share" && e.Method == "weighted mean (plan 7.2)" && e.LastRow == 3);
    }

    [Fact]
    public void Carbon_of_raw_meal_is_of_the_year_and_several_without_a_method_are_withheld()
    {
        const string series = "{\"stream\":\"stone\",\"result\":\"carbonContent\",\"column\":\"TOC\",\"unit\":\"%\"}";
        var one = Ingestion.Tests.Plant.Run(Plant(Limestone, series), "day,TOC\n2025-04-06,0.2\n");
        Assert.Equal(0.002m, one.Report!.ProcessMaterials[0].CarbonContent);
        Assert.Contains(Ingestion.Tests.Plant.Run(Plant(Limestone, series), "day,TOC\n2025-04-06,0.2\n2025-05-06,0.3\n").Problems, p => p.Code == "withheld");
    }

    [Fact]
    public void Ash_of_a_fuel_has_its_amounts_from_tickets_and_its_carbon_from_a_sheet()
    {
        var amounts = Ingestion.Tests.Plant.Run(Plant(Kiln.Replace("UNSTATED", ",\"carbonContent\":\"0.05\"", System.StringComparison.Ordinal), "{\"stream\":\"coal\",\"flow\":\"bottom ash\",\"column\":\"net\",\"unit\":\"kg\",\"number\":\"no\"}", "movements"), "day,no,net\n2025-04-06,1,2000\n2025-05-06,2,3000\n");
        Assert.Empty(amounts.Problems);
        var coal = Assert.Single(amounts.Report!.Fuels);
        Assert.Equal([2m, 3m], Assert.Single(coal.Unburnt).Amounts.Select(a => a.Amount.Tonnes));
        Assert.Equal(["unburnt/bottom ash/amounts/2025-04", "unburnt/bottom ash/amounts/2025-05"], coal.Evidence.Select(e => e.Of!));

        var carbon = Ingestion.Tests.Plant.Run(Plant(Kiln.Replace("UNSTATED", ",\"amounts\":{\"2025-04\":\"2 t\"}", System.StringComparison.Ordinal), "{\"stream\":\"coal\",\"flow\":\"bottom ash\",\"result\":\"carbonContent\",\"column\":\"C\",\"unit\":\"%\"}"), "day,C\n2025-04-06,4.5\n");
        Assert.Equal(0.045m, carbon.Report!.Fuels[0].Unburnt[0].CarbonContent);
        Assert.Null(carbon.Report.Fuels[0].Samples);
    }

    [Fact]
    public void Electrodes_go_into_a_mass_balance_and_a_pack_traces_them()
    {
        var mapping = Plant(Furnace, "{\"stream\":\"eaf\",\"flow\":\"electrodes\",\"column\":\"net\",\"unit\":\"t\",\"number\":\"no\"}", "movements");
        var bytes = System.Text.Encoding.UTF8.GetBytes(mapping.ToJsonString());
        var files = new[] { Rows.IngestionFile.Of("e.csv", System.Text.Encoding.UTF8.GetBytes("day,no,net\n2025-04-06,1,2\n2025-04-07,2,0.5\n")) };
        var report = Ingestor.Run(Ingestion.Tests.Plant.Read(mapping), files).Report!;
        Assert.Equal(2.5m, report.MassBalances[0].Inputs[0].Amounts.Single().Amount.Tonnes);

        var pack = Evidence.EvidencePack.Make(report, bytes, files);
        Assert.DoesNotContain("/massBalances/eaf/inputs/electrodes/amounts/2025-04", pack["stated"]!.AsArray().Select(s => s!.ToString()));
        Assert.Contains("/massBalances/eaf/inputs/scrap/amounts/2025-04", pack["stated"]!.AsArray().Select(s => s!.ToString()));
        Assert.Empty(Evidence.EvidenceCheck.Of(System.Text.Encoding.UTF8.GetBytes(pack.ToJsonString()), "pack.json", files));
    }

    [Theory]
    [InlineData("unknown-flow", Furnace, "{\"stream\":\"eaf\",\"flow\":\"lime\",\"column\":\"net\",\"unit\":\"t\"}", "movements")]
    [InlineData("missing-key", Furnace, "{\"stream\":\"eaf\",\"column\":\"net\",\"unit\":\"t\"}", "movements")]
    [InlineData("stated-already", Furnace, "{\"stream\":\"eaf\",\"flow\":\"scrap\",\"column\":\"net\",\"unit\":\"t\"}", "movements")]
    [InlineData("stream-without-analyses", Furnace, "{\"stream\":\"eaf\",\"result\":\"carbonContent\",\"column\":\"net\",\"unit\":\"%\"}", "laboratory")]
    [InlineData("stream-without-analyses", Limestone, "{\"stream\":\"stone\",\"result\":\"ncv\",\"column\":\"net\",\"unit\":\"GJ/t\"}", "laboratory")]
    [InlineData("missing-key", Limestone, "{\"stream\":\"stone\",\"result\":\"composition\",\"column\":\"net\",\"unit\":\"%\"}", "laboratory")]
    [InlineData("unknown-key", Limestone, "{\"stream\":\"stone\",\"result\":\"carbonContent\",\"column\":\"net\",\"unit\":\"%\",\"missing\":{\"method\":\"previous\",\"longest\":1,\"source\":\"p\"}}", "laboratory")]
    [InlineData("bad-value", Furnace, "{\"stream\":\"eaf\",\"flow\":\"electrodes\",\"into\":\"stock.received\",\"column\":\"net\",\"unit\":\"t\"}", "movements")]
    public void A_mapping_that_makes_no_sense_is_refused(string code, string stream, string series, string kind)
    {
        var problems = Assert.Throws<Sdk.Problems.CctsDataException>(() => Ingestion.Tests.Plant.Read(Plant(stream, series, kind))).Problems;
        Assert.True(problems.Any(p => p.Code == code && p.Place.Line > 0), string.Join("\n", problems));
    }
}
