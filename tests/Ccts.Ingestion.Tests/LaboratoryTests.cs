using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Ingestion.Tests;

/// <summary>A laboratory's sheet becomes the analyses of a fuel, month by month; nothing is made of several results but by a method that is named.</summary>
public sealed class LaboratoryTests
{
    private const string Weighted = "\"mean\":{\"method\":\"weighted\",\"weight\":\"lot\",\"decimals\":3,\"source\":\"plan 7.2\"}";
    private const string Arithmetic = "\"mean\":{\"method\":\"arithmetic\",\"decimals\":3,\"source\":\"plan 7.2\"}";

    internal static JsonObject Sheet(string series = "", string result = "ncv", string unit = "GJ/t", string more = "") => JsonNode.Parse($$$"""
        {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
         "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","ncv":"24.8 GJ/t","amounts":{"2025-04":"10 t","2025-05":"12 t"}}],
         "products":[{"id":"cement","product":"cement","amount":"1 t"}]},"sources":[{"id":"lab","kind":"laboratory","files":"*.csv","time":{"column":"day"},
         "series":[{"stream":"coal","result":"{{{result}}}","column":"value","unit":"{{{unit}}}"{{{(series.Length == 0 ? "" : "," + series) + "}" + more}}}]}]}
        """)!.AsObject();

    [Fact]
    public void A_result_of_a_month_is_taken_as_it_stands()
    {
        var result = Plant.Run(Sheet("\"evidence\":{\"instrument\":\"Plant laboratory\"}"), "day,value\n2025-04-06,24.5\n2025-05-06,24.7\n");
        Assert.Empty(result.Problems);
        var analyses = Assert.Single(result.Report!.Fuels).Analyses;
        Assert.Equal([("2025-04", 24.5m, 1, "Plant laboratory"), ("2025-05", 24.7m, 1, "Plant laboratory")], analyses.Select(a => (a.Period.ToString(), a.Net!.Value, a.Samples!.Value, a.Source!)));
        Assert.Equal(2, result.Report.Fuels[0].Samples);
        Assert.Equal(["analyses/2025-04/ncv", "analyses/2025-05/ncv"], result.Report.Fuels[0].Evidence.Select(d => d.Of!));
    }

    [Theory]
    [InlineData("430", "result-suspected", false)]
    [InlineData("43000", "result-suspected", false)]
    [InlineData("4900", "", false)]
    [InlineData("0", "bad-value", true)]
    [InlineData("-4300", "bad-value", true)]
    public void A_result_that_is_none_or_far_from_the_others(string value, string code, bool isRefused)
    {
        var result = Plant.Run(Sheet(Arithmetic, unit: "kcal/kg"), "day,value\n" + string.Concat(Enumerable.Range(1, 8).Select(d => $"2025-04-0{d},{(d == 5 ? value : (4300 + d).ToString(System.Globalization.CultureInfo.InvariantCulture))}\n")));
        Assert.Equal(isRefused, result.HasErrors);
        Assert.Equal(code.Length > 0, result.Problems.Any(p => p.Code == code));
    }

    /// <summary>By the samples a source's sampling is held against s.5(13): a verifier's package has those of the files.</summary>
    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(20, 1, false)]
    [InlineData(2, 10, false)]
    public void A_package_holds_the_number_of_samples(int ofYear, int ofApril, bool isHeld)
    {
        var mapping = Sheet();
        const string csv = "day,value\n2025-04-06,24.5\n2025-05-06,24.7\n";
        var report = Plant.Run(mapping, csv).Report!;
        var fuel = report.Fuels[0];
        var altered = report with { Fuels = [fuel with { Samples = ofYear, Analyses = [fuel.Analyses[0] with { Samples = ofApril }, fuel.Analyses[1]] }] };
        var told = Record.Exception(() => Evidence.EvidencePack.Make(altered, System.Text.Encoding.UTF8.GetBytes(mapping.ToJsonString()), [Rows.IngestionFile.Of("f0.csv", System.Text.Encoding.UTF8.GetBytes(csv))])) as Sdk.Problems.CctsDataException;
        Assert.Equal(isHeld ? null : "value-differs", told?.Problems.Single().Code);
    }

    // (24 x 100 + 25 x 300) / 400 = 24.75; the plain mean is 24.5.
    [Theory]
    [InlineData(Weighted, "24.75 GJ/t")]
    [InlineData(Arithmetic, "24.5 GJ/t")]
    [InlineData("", null)]
    public void Several_results_become_one_only_by_a_method_that_is_named(string mean, string? amount)
    {
        var result = Plant.Run(Sheet(mean), "day,value,lot\n2025-04-06,24,100\n2025-04-20,25,300\n");
        Assert.Equal(amount, Plant.Amount(result));
        Assert.Equal(amount is null, result.Problems.Any(p => p.Code == "withheld"));
        Assert.Equal(amount is null ? null : "2 samples", result.Report?.Fuels[0].Analyses.Select(a => a.Samples + " samples").FirstOrDefault());
        Assert.All(result.Values, v => Assert.Equal(mean.Length > 0, v.Sources[0].Method is not null));
    }

    [Fact]
    public void A_mean_is_rounded_once_and_the_order_of_rows_is_no_matter()
    {
        string[] rows = ["2025-04-06,24.1,1", "2025-04-07,24.2,1", "2025-04-08,24.2,1"];
        Assert.Equal("24.167 GJ/t", Plant.Amount(Plant.Run(Sheet(Weighted), "day,value,lot\n" + string.Join("\n", rows) + "\n")));
        Assert.Equal("24.167 GJ/t", Plant.Amount(Plant.Run(Sheet(Weighted), "day,value,lot\n" + string.Join("\n", rows.Reverse()) + "\n")));
    }

    [Fact]
    public void Units_are_read_and_shares_in_per_cent()
    {
        Assert.Equal("24.702 GJ/t", Plant.Amount(Plant.Run(Sheet(unit: "MJ/kg"), "day,value\n2025-04-06,24.702\n")));
        var moisture = Plant.Run(Sheet(result: "moisture", unit: "%"), "day,value\n2025-04-06,8.25\n");
        Assert.Equal(0.0825m, Assert.Single(moisture.Report!.Fuels[0].Analyses).Moisture);
    }

    [Fact]
    public void The_external_laboratory_stands_beside_the_own_one()
    {
        const string external = ",{\"stream\":\"coal\",\"result\":\"externalNcv\",\"column\":\"ext\",\"unit\":\"GJ/t\",\"evidence\":{\"instrument\":\"Laboratory E\"}}";
        var result = Plant.Run(Sheet(more: external), "day,value,ext\n2025-04-06,24.5,25\n2025-05-06,24.7,\n");
        var april = result.Report!.Fuels[0].Analyses[0];
        Assert.Equal((24.5m, 25m, "Laboratory E"), (april.Net!.Value, april.ExternalNet!.Value, april.ExternalSource));
        Assert.Null(result.Report.Fuels[0].Analyses[1].ExternalNet);
    }

    [Fact]
    public void The_same_report_number_counts_once_and_two_results_of_one_number_not_at_all()
    {
        Assert.Equal("24.5 GJ/t", Plant.Amount(Plant.Run(Sheet("\"number\":\"no\""), "day,no,value\n2025-04-06,L1,24.5\n2025-04-06,L1,24.5\n")));
        Assert.Null(Plant.Amount(Plant.Run(Sheet("\"number\":\"no\""), "day,no,value\n2025-04-06,L1,24.5\n2025-04-06,L1,25\n")));
    }

    [Theory]
    [InlineData("bad-value", "day,value,lot\n2025-04-06,24,0\n")]
    [InlineData("bad-value", "day,value,lot\n2025-04-06,24,\n")]
    [InlineData("bad-value", "day,value,lot\n2025-04-06,n/a,3\n")]
    public void A_slip_is_told_and_nothing_taken_in(string code, string csv)
    {
        var result = Plant.Run(Sheet(Weighted), csv);
        Assert.Contains(result.Problems, p => p.Code == code && p.Place.Line == 2);
        Assert.Null(result.Report);
    }

    [Theory]
    [InlineData("series-twice", ",{\"stream\":\"coal\",\"result\":\"ncv\",\"column\":\"other\",\"unit\":\"GJ/t\"}")]
    [InlineData("stream-without-analyses", ",{\"stream\":\"cement\",\"result\":\"ncv\",\"column\":\"other\",\"unit\":\"GJ/t\"}")]
    [InlineData("unreadable-unit", ",{\"stream\":\"coal\",\"result\":\"gcv\",\"column\":\"other\",\"unit\":\"kWh\"}")]
    public void A_mapping_that_makes_no_sense_is_refused(string code, string more)
    {
        var problems = Assert.Throws<Sdk.Problems.CctsDataException>(() => Plant.Read(Sheet(more: more))).Problems;
        Assert.True(code == "unreadable-unit" ? problems.Count > 0 : problems.Any(p => p.Code == code), string.Join("\n", problems));
    }
}
