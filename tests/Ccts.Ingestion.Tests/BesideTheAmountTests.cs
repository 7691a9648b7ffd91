using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>What stands in the same row as the amount and speaks against it is told; what is as it should be is not.</summary>
public sealed class BesideTheAmountTests
{
    private static JsonObject Coal(string column, string? series = null)
    {
        var mapping = Plant.Tickets(series);
        (mapping["sources"]![0]!["time"]!["column"], mapping["sources"]![0]!["series"]![0]!["column"], mapping["sources"]![0]!["series"]![0]!["unit"]) = ("Date", column, "t");
        return mapping;
    }

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code).Distinct());

    [Theory]
    [InlineData("Gross (t)", "Tare (t),Net (t)", true)]
    [InlineData("Gross", "Tare", true)]
    [InlineData("First Weight", "Second Weight,Net", true)]
    [InlineData("Tare (t)", "Gross (t),Net (t)", true)]
    [InlineData("Net (t)", "Gross (t),Tare (t)", false)]
    [InlineData("Gross weight", "Vehicle", false)]
    [InlineData("First shift", "Second shift,Net", false)]
    [InlineData("Gross generation", "Net generation", false)]
    [InlineData("Challan Qty", "Received Qty", true)]
    [InlineData("Received Qty", "Challan Qty", false)]
    [InlineData("Invoice Qty", "Received by", false)]
    [InlineData("Receipt", "Issue,Closing", true)]
    [InlineData("Issue", "Receipt,Closing", false)]
    public void Another_column_is_more_likely_the_amount(string column, string beside, bool isTold)
    {
        var others = string.Concat(beside.Split(',').Select(_ => ",7"));
        Assert.Equal(isTold ? "column-suspected" : "", Told(Plant.Run(Coal(column), $"Date,{column},{beside}\n2025-04-01,45{others}\n2025-04-02,50{others}\n")));
    }

    [Fact]
    public void What_came_in_may_go_into_the_stock()
    {
        var mapping = Coal("Receipt", "\"into\":\"stock.received\"");
        mapping["report"]!["fuels"]![0]!["amount"] = "1 t";
        Assert.DoesNotContain(Plant.Run(mapping, "Date,Receipt,Issue\n2025-04-01,45,7\n").Problems, p => p.Code == "column-suspected");
    }

    [Theory]
    [InlineData("Gross,Tare,Net", "45,12,33 46,12,34 45,12,57", "Net", 4)]
    [InlineData("Gross,Tare,Net", "45,12,33 46,12,34 45,12,33", "Net", null)]
    [InlineData("Gross kg,Tare kg,Net (t)", "45000,12000,33 46000,12000,34 45000,12000,57", "Net (t)", 4)]
    [InlineData("Gross,Tare,Net", "45,12,32 46,12,31 45,12,30", "Net", null)]
    [InlineData("Opening Stock,Receipt,Consumption,Closing Stock", "0,300,0,300 300,0,100,200 200,0,150,100", "Consumption", 4)]
    [InlineData("Opening Stock,Receipt,Consumption,Closing Stock", "0,300,0,300 300,,100,200 200,0,100,100", "Consumption", null)]
    public void A_row_that_does_not_add_up_as_the_others_do(string header, string rows, string column, int? row)
    {
        var result = Plant.Run(Coal(column), $"Date,{header}\n" + string.Concat(rows.Split(' ').Select((r, i) => $"2025-04-{i + 1:00},{r}\n")));
        Assert.Equal(row is null ? "" : "row-sum-differs", Told(result));
        Assert.Equal(row is null ? null : $"row {row}", result.Problems.SingleOrDefault()?.Place.Pointer);
    }

    [Theory]
    [InlineData("Remarks", "", "CANCELLED SLIP", true)]
    [InlineData("Remark", "", "rejected - returned to supplier", true)]
    [InlineData("Remarks", "", "Duplicate of slip 17", true)]
    [InlineData("Remarks", "", "lorry rejected by gate 2", false)]
    [InlineData("Remarks", "", "test of the kiln", false)]
    [InlineData("Del", "", "X", true)]
    [InlineData("Del", "", "8000123", false)]
    [InlineData("Cancels", "", "4900000002", true)]
    public void A_row_that_says_that_it_does_not_count(string column, string one, string other, bool isTold) =>
        Assert.Equal(isTold ? "withdrawn-row" : "", Told(Plant.Run(Coal("Qty"), $"Date,{column},Qty\n2025-04-01,{one},100\n2025-04-02,{other},90\n")));

    [Fact]
    public void A_document_that_is_taken_back_with_a_minus_is_taken_off() =>
        Assert.Equal("", Told(Plant.Run(Coal("Qty"), "Date,Cancels,Qty\n2025-04-01,,100\n2025-04-02,,90\n2025-04-03,2,-90\n")));

    [Theory]
    [InlineData("Type", "Issue", "Return to store", "100", true)]
    [InlineData("Transaction", "Receipt", "Consumption", "100", true)]
    [InlineData("Type", "Issue", "Return to store", "-100", false)]
    [InlineData("Type", "Issue to kiln", "Issue to CPP", "100", false)]
    [InlineData("Type", "Imported", "Domestic", "100", false)]
    [InlineData("DrCr", "H", "S", "100", true)]
    public void Rows_of_opposite_kinds_that_are_added_up(string column, string one, string other, string amount, bool isTold) =>
        Assert.Equal(isTold ? "mixed-kinds" : "", Told(Plant.Run(Coal("Qty"), $"Date,{column},Qty\n2025-04-01,{one},100\n2025-04-02,{one},110\n2025-04-03,{other},{amount}\n")));

    [Theory]
    [InlineData("101", "122")]
    [InlineData("101", "161")]
    [InlineData("601", "655")]
    public void A_return_with_the_sign_of_what_it_takes_back(string forth, string back)
    {
        var mapping = Coal("Qty", $$""" "number":"Doc","where":{"column":"MvT","is":["{{forth}}","{{back}}"]} """);
        var rows = $"Doc,Date,MvT,Qty\n1,2025-04-01,{forth},100\n2,2025-04-02,{forth},100\n3,2025-04-03,{back},";
        Assert.Equal(Severity.Error, Plant.Finding(Plant.Run(mapping, rows + "100\n"), "reversal-sign").Severity);
        Assert.Equal("100 t", Plant.Amount(Plant.Run(mapping, rows + "-100\n")));
    }

    [Theory]
    [InlineData("Date,CT/PT Ratio,Qty\n2025-04-01,2000,5\n", true)]
    [InlineData("Date,M.F.,Qty\n2025-04-01,2000,5\n", true)]
    [InlineData("Date,OMF,Qty\n2025-04-01,2000,5\n", true)]
    [InlineData("Date,CT Ratio,PT Ratio,Start,End,Qty\n2025-04-01,400/5,11000/110,100,105,5\n", true)]
    [InlineData("Date,CT Ratio,PT Ratio,Start,End,Qty\n2025-04-01,400/5,11000/110,100,105,40000\n", false)]
    [InlineData("Feeder 1 MF = 2000,,\nDate,Start,Qty\n2025-04-01,3,5\n", true)]
    [InlineData("Feeder 1 MF = 1,,\nDate,Start,Qty\n2025-04-01,3,5\n", false)]
    [InlineData("Boiler MF 2,,\nDate,MFG date,Qty\n2025-04-01,3,5\n", true)]
    [InlineData("Line 2000,,\nDate,CT room,Qty\n2025-04-01,3,5\n", false)]
    public void A_multiplier_under_any_name(string csv, bool isTold)
    {
        var mapping = Coal("Qty");
        (mapping["sources"]![0]!["series"]![0]!["stream"], mapping["sources"]![0]!["series"]![0]!["unit"]) = ("grid", "kWh");
        mapping["report"]!["electricity"]![0]!.AsObject().Remove("amount");
        mapping["report"]!["fuels"]![0]!["amount"] = "1 t";
        Assert.Equal(isTold ? "multiplier-beside" : "", Told(Plant.Run(mapping, csv)));
    }

    [Theory]
    [InlineData("Σ", "total-row")]
    [InlineData("कुल", "total-row")]
    [InlineData("To Date", "total-row")]
    [InlineData("Cumulative", "total-row")]
    [InlineData("Opening", "total-row")]
    [InlineData("Apr-25", "sum-of-rows")]
    [InlineData("", "sum-of-rows")]
    [InlineData("Gross", "several-names sum-of-rows")]
    [InlineData("Coal", "")]
    public void A_row_that_is_called_otherwise_than_those_it_adds_up(string label, string code)
    {
        Assert.Equal(code, Told(Plant.Run(Coal("Qty"), $"Date,Item,Qty\n2025-04-02,Coal,10\n2025-04-03,Coal,20\n2025-04-30,{label},30\n2025-05-03,Coal,21\n")));
        Assert.DoesNotContain("sum-of-rows", Told(Plant.Run(Coal("Qty"), $"Date,Item,Qty\n2025-04-02,Coal,10\n2025-04-03,Coal,20\n2025-04-30,{label},31\n")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, true, false, true)]
    [InlineData(30, true, true, true)]
    [InlineData(8, true, false, false)]
    [InlineData(30, false, false, false)]
    public void A_sum_since_the_month_began_under_a_plain_name(int days, bool isSum, bool hasStops, bool isTold)
    {
        // 40 and some tonnes a day, none on each seventh.
        var sum = 0;
        var rows = Enumerable.Range(1, days).Select(d =>
        {
            var day = hasStops && d % 7 == 0 ? 0 : 40 + (d * 37 % 11);
            sum += day;
            return $"2025-04-{d:00},{(isSum ? sum : day)}\n";
        });
        Assert.Equal(isTold ? "running-sum-suspected" : "", Told(Plant.Run(Coal("Coal"), "Date,Coal\n" + string.Concat(rows))));
    }

    [Theory]
    [InlineData(1000000, 227, true)]
    [InlineData(12500, 227, true)]
    [InlineData(0, 227, false)]
    public void What_a_register_shows_is_no_consumption(int first, int step, bool isRegister)
    {
        var told = Told(Plant.Run(Coal("Coal"), "Date,Coal\n" + string.Concat(Enumerable.Range(0, 30).Select(d => $"2025-04-{d + 1:00},{first + (d * step)}\n"))));
        Assert.Equal(isRegister ? "register-suspected" : "running-sum-suspected", told);
    }

    [Theory]
    [InlineData("Quality", "192", "0", "estimated-row")]
    [InlineData("Quality", "192", "216", "")]
    [InlineData("Status", "Measured", "Manual Entry", "estimated-row")]
    [InlineData("Flag", "A", "E", "estimated-row")]
    [InlineData("Status", "Posted", "Entered", "")]
    [InlineData("Status", "Measured", "Defective", "estimated-row")]
    [InlineData("Remarks", "ok", "estimated", "estimated-row")]
    [InlineData("Remarks", "ok", "Meter faulty", "estimated-row")]
    [InlineData("Remarks", "ok", "CT failure", "estimated-row")]
    [InlineData("Remarks", "ok", "grid failure", "")]
    [InlineData("Remarks", "ok", "no fault", "")]
    [InlineData("Remarks", "ok", "estimated by the driver to arrive at noon", "")]
    public void A_row_that_says_that_it_was_not_measured(string column, string one, string other, string code) =>
        Assert.Equal(code, Told(Plant.Run(Coal("Qty"), $"Date,{column},Qty\n2025-04-01,{one},100\n2025-04-02,{other},90\n")));

    [Theory]
    [InlineData("33334.333333333336")]
    [InlineData("1300.9765181769476")]
    public void A_number_that_a_computer_wrote_in_full_is_read_exactly(string number) =>
        Assert.Equal(number + " t", Plant.Amount(Plant.Run(Coal("Qty"), $"Date,Qty\n2025-04-01,{number}\n")));

    [Fact]
    public void Rows_of_no_series_are_counted() =>
        Assert.Contains("the 3 rows of \"ASH\"", Plant.Finding(Plant.Run(Coal("Qty", """ "where":{"column":"M","is":"COAL"} """), "Date,M,Qty\n2025-04-01,COAL,7\n2025-04-01,ASH,1\n2025-04-02,ASH,2\n2025-04-03,ASH,3\n"), "row-of-no-series").Message, StringComparison.Ordinal);
}
