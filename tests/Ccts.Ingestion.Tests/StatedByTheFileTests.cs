using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>What the headers and the other columns of a file say is held against the mapping: a thousandfold or cancelled amount never comes out in silence.</summary>
public sealed class StatedByTheFileTests
{
    private static JsonObject Coal(string column, string unit, string? series = null, string? table = null)
    {
        var mapping = Plant.Tickets(series);
        var source = mapping["sources"]![0]!.AsObject();
        source["time"]!["column"] = "Date";
        (source["series"]![0]!["column"], source["series"]![0]!["unit"]) = (column, unit);
        if (table is not null)
        {
            source["table"] = JsonNode.Parse(table);
        }

        return mapping;
    }

    private static JsonObject Grid(string column, string unit)
    {
        var mapping = Coal(column, unit);
        mapping["sources"]![0]!["series"]![0]!["stream"] = "grid";
        mapping["report"]!["electricity"]![0]!.AsObject().Remove("amount");
        mapping["report"]!["fuels"]![0]!["amount"] = "1 t";
        return mapping;
    }

    private static void Refused(IngestionResult result, string code, string word, int? line = null)
    {
        var problem = Plant.Finding(result, code);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Contains(word, problem.Message, System.StringComparison.Ordinal);
        Assert.Equal(line ?? problem.Place.Line, problem.Place.Line);
        Assert.Empty(result.Values);
    }

    private static Problem Warned(IngestionResult result, string code)
    {
        Assert.NotNull(result.Report);
        var problem = Plant.Finding(result, code);
        Assert.Equal(Severity.Warning, problem.Severity);
        return problem;
    }

    private static string? Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code)) is { Length: > 0 } codes ? codes : null;

    [Theory]
    [InlineData("Net (kg)", "t", "kg")]
    [InlineData("Net [KGS]", "t", "KGS")]
    [InlineData("Net weight kg", "t", "kg")]
    [InlineData("Qty in MT", "kg", "MT")]
    [InlineData("Diesel (kl)", "t", "kl")]
    [InlineData("Power (MWh)", "t", "MWh")]
    public void A_unit_of_the_header_that_is_another_one(string column, string unit, string word) =>
        Refused(Plant.Run(Coal(column, unit), $"Date,{column}\n2025-04-01,33000\n"), "unit-differs", word, 1);

    [Theory]
    [InlineData("Net (kg)", "kg", null)]
    [InlineData("Net (MT)", "t", null)]
    [InlineData("Net (kg)", "t", "\"times\":\"0.001\"")]
    [InlineData("Net (t)", "t", "\"times\":\"-1\"")]
    [InlineData("Coal to kiln 2 (ARB)", "t", null)]
    [InlineData("Coal", "t", null)]
    [InlineData("m3", "t", null)]
    public void The_same_unit_and_a_header_without_one_are_nothing_to_tell(string column, string unit, string? series) =>
        Assert.Null(Told(Plant.Run(Coal(column, unit, series), $"Date,{column}\n2025-04-01,33\n")));

    [Fact]
    public void What_a_file_means_by_its_unit_is_said_in_the_table() =>
        Assert.Equal("33 t", Plant.Amount(Plant.Run(Coal("Net (kg)", "t", table: """{"units":{"kg":"t"}}"""), "Date,Net (kg)\n2025-04-01,33\n")));

    [Fact]
    public void A_meter_in_megawatt_hours_read_as_kilowatt_hours() =>
        Refused(Plant.Run(Grid("Import (MWh)", "kWh"), "Date,Import (MWh)\n2025-04-01,33\n"), "unit-differs", "MWh", 1);

    [Theory]
    [InlineData("All figures in MWh", "kWh", true)]
    [InlineData("Unit: MWh", "kWh", true)]
    [InlineData("Import of the month (MWh)", "kWh", true)]
    [InlineData("All figures in MWh", "MWh", false)]
    [InlineData("All figures in MT", "kWh", false)]
    [InlineData("All rights in this report are kept", "kWh", false)]
    public void A_unit_above_the_table(string title, string unit, bool isRefused)
    {
        var result = Plant.Run(Grid("Import", unit), title + ",\n\nDate,Import\n2025-04-01,33\n");
        Assert.Equal(isRefused ? "unit-differs" : null, Told(result));
    }

    [Fact]
    public void A_column_of_units_that_the_mapping_does_not_name()
    {
        Refused(Plant.Run(Coal("Qty", "t"), "Date,Qty,UoM\n2025-04-01,33,MT\n2025-05-02,34000,KG\n2025-05-03,34000,KG\n"), "unit-differs", "KG", 3);
        Assert.Null(Told(Plant.Run(Coal("Qty", "t"), "Date,Qty,UoM\n2025-04-01,33,MT\n2025-05-02,34,t\n")));
        Assert.Null(Told(Plant.Run(Coal("Qty", "t", """ "where":{"column":"M","is":"A"} """), "Date,M,Qty,UoM\n2025-04-01,A,33,MT\n2025-05-02,A,34,t\n")));

        // Beside the unit of a price and of another quantity.
        Assert.Null(Told(Plant.Run(Coal("Qty", "t"), "Date,Qty,UoM,Weight,Unit\n2025-04-01,33,MT,33000,kg\n")));
    }

    [Fact]
    public void A_sheet_and_json_lines_are_held_like_csv()
    {
        var mapping = Coal("Net (kg)", "t", table: """{"form":"json-lines"}""");
        Refused(Plant.Run(mapping, "{\"Date\":\"2025-04-01\",\"Net (kg)\":33000}\n"), "unit-differs", "kg", 1);
        mapping = Coal("net", "t", table: """{"form":"json-lines"}""");

        // JSON leaves out what is empty: a later line may have more.
        Refused(Plant.Run(mapping, "{\"Date\":\"2025-04-01\",\"net\":33}\n{\"Date\":\"2025-04-02\",\"net\":33000,\"uom\":\"kg\"}\n"), "unit-differs", "kg", 2);
        Assert.Equal("withdrawn-row", Told(Plant.Run(mapping, "{\"Date\":\"2025-04-01\",\"net\":33}\n{\"Date\":\"2025-04-02\",\"net\":34,\"status\":\"Cancelled\"}\n")));
        foreach (var line in new[] { "[{\"Date\":\"2025-04-01\",\"net\":33}]", "{}", "null", "33", "{\"Date\":\"2025-04-01\"}", "x" })
        {
            Assert.True(Plant.Run(mapping, line + "\n{\"Date\":\"2025-04-01\",\"net\":33}\n").HasErrors);
        }

        Refused(Plant.Run(mapping, "{\"Date\":\"2025-04-01\",\"net\":33000,\"uom\":\"kg\"}\n"), "unit-differs", "kg", 1);
    }

    [Theory]
    [InlineData("NCV (kcal/kg)", "kJ/kg", "ncv", "unit-differs")]
    [InlineData("NCV (KCAL/KG)", "kJ/kg", "ncv", "unit-differs")]
    [InlineData("NCV kcal/kg", "kJ/kg", "ncv", "unit-differs")]
    [InlineData("NCV (kcal/kg)", "kcal/kg", "ncv", null)]
    [InlineData("GCV (kcal/kg)", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("GCV (kcal/kg)", "kcal/kg", "gcv", null)]
    [InlineData("Calorific Value (kcal/kg)", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("Heat Value", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("HHV (kcal/kg)", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("GAR kcal/kg", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("UHV (kcal/kg)", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("NCV Guaranteed", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("NCV (ADB) kcal/kg", "kcal/kg", "ncv", "column-suspected")]
    [InlineData("NAR kcal/kg", "kcal/kg", "ncv", null)]
    [InlineData("NCV (BTU/lb)", "kcal/kg", "ncv", "unit-differs")]
    [InlineData("NCV Plant lab", "kcal/kg", "ncv", null)]
    [InlineData("Ext. NCV (kcal/kg)", "kcal/kg", "ncv", null)]
    [InlineData("TM (%)", "1", "moisture", "unit-differs")]
    [InlineData("TM (%)", "%", "moisture", null)]
    public void A_laboratory_that_says_another_unit_or_result(string column, string unit, string result, string? code)
    {
        var mapping = JsonNode.Parse($$"""
            {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
             "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","amounts":{"2025-26":"1 t"} }],"products":[{"id":"cement","product":"cement","amount":"1 t"}]},
             "sources":[{"id":"l","kind":"laboratory","files":"*.csv","time":{"column":"Date"},"series":[{"stream":"coal","result":"{{result}}","column":"{{column}}","unit":"{{unit}}"}]}]}
            """)!.AsObject();
        var told = Plant.Run(mapping, $"Date,{column}\n2025-04-01,0.5\n").Problems.Where(p => p.Code is "unit-differs" or "column-suspected").Select(p => p.Code);
        Assert.Equal(code is null ? [] : [code], told);
    }

    /// <summary>An ERP writes 261 and its reversal 262 with positive quantities and the sign in a column of its own.</summary>
    [Fact]
    public void A_reversal_with_the_sign_of_what_it_takes_back()
    {
        const string rows = "Doc,Date,MvT,Qty\n1,2025-04-01,261,100\n2,2025-04-02,261,100\n3,2025-04-03,262,";
        var mapping = Coal("Qty", "t", """ "number":"Doc","where":{"column":"MvT","is":["261","262"]} """);
        Refused(Plant.Run(mapping, rows + "100\n"), "reversal-sign", "262");
        Assert.Equal("100 t", Plant.Amount(Plant.Run(mapping, rows + "-100\n")));

        var parted = Coal("Qty", "t", """ "number":"Doc","where":{"column":"MvT","is":"261"} """);
        parted["sources"]![0]!["series"]!.AsArray().Add(JsonNode.Parse("""{"stream":"coal","column":"Qty","unit":"t","number":"Doc","times":"-1","where":{"column":"MvT","is":"262"}}"""));
        Assert.Equal("100 t", Plant.Amount(Plant.Run(parted, rows + "100\n")));
        parted["sources"]![0]!["series"]![1]!.AsObject().Remove("times");
        Refused(Plant.Run(parted, rows + "100\n"), "reversal-sign", "262");
    }

    [Fact]
    public void Codes_of_materials_are_no_movement_types() =>
        Assert.Equal("200 t", Plant.Amount(Plant.Run(Coal("Qty", "t", """ "where":{"column":"Material","is":["261","262"]} """), "Date,Material,Qty\n2025-04-01,261,100\n2025-04-02,262,100\n")));

    [Fact]
    public void Movement_types_that_nobody_chose()
    {
        var mapping = Coal("Qty", "t", """ "number":"Doc","where":{"column":"Mat","is":"COAL"} """);
        var told = Warned(Plant.Run(mapping, "Doc,Date,Mat,MvT,Qty\n1,2025-04-01,COAL,101,100\n2,2025-04-02,COAL,102,-100\n3,2025-04-03,COAL,261,-100\n4,2025-04-03,COAL,101,100\n"), "mixed-kinds");
        Assert.Contains("\"101\", \"102\", \"261\" in \"MvT\"", told.Message, System.StringComparison.Ordinal);
        Assert.Null(Told(Plant.Run(mapping, "Doc,Date,Mat,MvT,Qty\n1,2025-04-01,COAL,261,100\n2,2025-04-02,ASH,101,100\n3,2025-04-02,COAL,261,100\n").Problems.Where(p => p.Code != "row-of-no-series").Aggregate(new IngestionResult(), (r, p) => r with { Problems = [.. r.Problems, p] })));
    }

    [Theory]
    [InlineData("S/H", "S", "H", null)]
    [InlineData("Debit/Credit Ind.", "S", "H", "mixed-kinds")]
    [InlineData("Shift", "A", "B", null)]
    [InlineData("Plant", "1000", "2000", "several-names")]
    public void Sides_of_an_account_with_one_sign(string column, string one, string other, string? code) =>
        Assert.Equal(code, Told(Plant.Run(Coal("Qty", "t"), $"Date,{column},Qty\n2025-04-01,{one},100\n2025-04-02,{other},90\n")));

    [Theory]
    [InlineData("Status", "OK", "CANCELLED", true)]
    [InlineData("Doc. status", "posted", "Reversed", true)]
    [InlineData("Cancelled", "", "X", true)]
    [InlineData("Status", "OK", "closed", false)]
    [InlineData("Remarks", "", "lorry rejected by gate 2", false)]
    public void A_row_that_says_that_it_does_not_count(string column, string one, string other, bool isTold)
    {
        var result = Plant.Run(Coal("Qty", "t"), $"Date,{column},Qty\n2025-04-01,{one},100\n2025-04-02,{other},90\n2025-04-03,{other},91\n");
        Assert.Equal(isTold ? "withdrawn-row" : null, Told(result));
        Assert.Equal(isTold ? "row 3" : null, isTold ? Warned(result, "withdrawn-row").Place.Pointer : null);
    }

    [Theory]
    [InlineData("Date,MF,Qty\n2025-04-01,2000,5\n", true)]
    [InlineData("Date,Start,End,MF,Qty\n2025-04-01,100,105,2000,5\n", true)]
    [InlineData("Date,Start,End,MF,Qty\n2025-04-01,100,105,2000,10000\n", false)]
    [InlineData("Date,Difference,MF,Qty\n2025-04-01,5.5,2000,11000\n", false)]
    [InlineData("Date,MF,Qty\n2025-04-01,1,5\n", false)]
    public void A_multiplier_beside_what_was_not_multiplied(string csv, bool isTold) => Assert.Equal(isTold ? "multiplier-beside" : null, Told(Plant.Run(Grid("Qty", "kWh"), csv)));

    [Fact]
    public void A_multiplier_that_the_mapping_states()
    {
        var mapping = Grid("Qty", "kWh");
        mapping["sources"]![0]!["series"]![0]!["times"] = "2000";
        Assert.Equal("10 MWh", Plant.Amount(Plant.Run(mapping, "Date,MF,Qty\n2025-04-01,2000,5\n")));
        Assert.Null(Told(Plant.Run(mapping, "Date,MF,Qty\n2025-04-01,2000,5\n")));
    }

    [Theory]
    [InlineData("Coal MTD (t)", true)]
    [InlineData("Coal up to date (t)", true)]
    [InlineData("Coal planned (t)", true)]
    [InlineData("Closing stock (t)", true)]
    [InlineData("Coal cost", true)]
    [InlineData("Coal issued from stock (t)", false)]
    [InlineData("Final weight (t)", false)]
    [InlineData("Qty as per weighbridge (t)", false)]
    public void A_column_whose_rows_do_not_add_up(string column, bool isTold) => Assert.Equal(isTold ? "column-suspected" : null, Told(Plant.Run(Coal(column, "t"), $"Date,{column}\n2025-04-01,100\n2025-04-02,200\n")));
}
