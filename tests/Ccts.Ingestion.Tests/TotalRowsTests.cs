using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A row that adds others up is refused or told, whatever it is called; a name that only sounds so is no total.</summary>
public sealed class TotalRowsTests
{
    private static IngestionResult Tickets(string csv, string? series = null) => Plant.Run(Plant.Tickets(series), csv);

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Where(p => p.Code != "identical-rows").Select(p => p.Code + ":" + p.Severity));

    [Theory]
    [InlineData("Total")]
    [InlineData("TOTAL:")]
    [InlineData("Sum")]
    [InlineData("Summe")]
    [InlineData("Ttl")]
    [InlineData("G.TOTAL")]
    [InlineData("Grand Total (MT)")]
    [InlineData("Sub Total")]
    [InlineData("Total qty")]
    [InlineData("Total Consumption")]
    [InlineData("Total - Coal")]
    [InlineData("Total for the month")]
    [InlineData("Total April")]
    [InlineData("Monthly total April")]
    [InlineData("Average")]
    [InlineData("Mean")]
    [InlineData("c/f")]
    [InlineData("Balance B/F")]
    public void A_row_of_that_name_is_refused(string name)
    {
        // 25 is not what the rows above come to: the word alone tells.
        var problem = Plant.Finding(Tickets($"day,remark,net\n2025-04-01,,10\n2025-04-02,,20\n2025-04-30,{name},25\n"), "total-row");
        Assert.Equal((Severity.Error, 4), (problem.Severity, problem.Place.Line));
    }

    [Theory]
    [InlineData("Total Coal", 30, "total-row:Error")]
    [InlineData("Total Coal", 25, "total-suspected:Warning")]
    [InlineData("Total Energies Marketing", 30, "total-row:Error")]
    [InlineData("Total Energies Marketing", 25, "total-suspected:Warning")]
    [InlineData("TotalEnergies", 25, "")]
    [InlineData("Lump sum paid", 25, "")]
    [InlineData("lorry averaged", 25, "")]
    [InlineData("meantime store", 25, "")]
    public void A_name_that_may_be_one_is_told_and_refused_where_the_amount_says_so(string name, int amount, string told) =>
        Assert.Equal(told, Told(Tickets($"day,supplier,net\n2025-04-01,,10\n2025-04-02,,20\n2025-04-30,{name},{amount}\n")));

    [Fact]
    public void What_the_mapping_chooses_is_no_total() =>
        Assert.Equal("", Told(Tickets("day,mat,net\n2025-04-01,TOTAL COKE,10\n2025-04-02,TOTAL COKE,20\n2025-04-03,TOTAL COKE,30\n", """ "where":{"column":"mat","is":"TOTAL COKE"} """)));

    [Theory]
    [InlineData("10 20 30", "")]
    [InlineData("10 20 40 50 120", "sum-of-rows:Error")]
    [InlineData("10 20 30 5 6 11 41", "sum-of-rows:Error")]
    [InlineData("10 20 30 5 7 11 46 47 48 49 50", "")]
    [InlineData("10 20 30 5 7 12 41 47", "sum-of-rows:Warning")]
    [InlineData("10 11 12 33 14 15 16 45", "sum-of-rows:Error")]
    [InlineData("120 10 20 40 50", "sum-of-rows:Error")]
    [InlineData("30 10 20 11 5 6 35 17 18", "sum-of-rows:Error")]
    [InlineData("120 10 20 40 50 9", "")]
    [InlineData("10 20 40 51 120 7 8", "")]
    [InlineData("0 0 0 0 0 7 7", "")]
    [InlineData("33 33 33 33 33 33", "")]
    public void An_amount_that_the_rows_above_come_to(string amounts, string told) =>
        Assert.Equal(told, Told(Tickets("day,net\n" + string.Concat(amounts.Split(' ').Select((a, i) => $"2025-04-{i + 1:00},{a}\n")))));

    /// <summary>A ticket of its own number, and an amount that the plant holds for possible, may be what others come to by chance.</summary>
    [Theory]
    [InlineData("no,day,net\n1,2025-04-01,10\n2,2025-04-02,20\n3,2025-04-03,40\n4,2025-04-04,50\n5,2025-04-05,120\n", "\"number\":\"no\"", "sum-of-rows:Warning")]
    [InlineData("day,net\n2025-04-01,10\n2025-04-02,20\n2025-04-03,40\n2025-04-04,50\n2025-04-05,120\n", "\"plausible\":{\"most\":\"200 kg\",\"source\":\"plan\"}", "sum-of-rows:Warning")]
    public void A_sum_by_chance_is_asked_about(string csv, string series, string told) => Assert.Equal(told, Told(Tickets(csv, series)));

    [Fact]
    public void A_member_of_json_lines_says_it_too()
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["table"] = new System.Text.Json.Nodes.JsonObject { ["form"] = "json-lines" };
        Assert.Equal(Severity.Error, Plant.Finding(Plant.Run(mapping, "{\"day\":\"2025-04-01\",\"net\":10,\"what\":\"coal\"}\n{\"day\":\"2025-04-30\",\"net\":12,\"what\":\"Total\"}\n"), "total-row").Severity);
    }

    /// <summary>A page repeats its header; a second table behind blank rows has it as well, and its rows are counted with the others.</summary>
    [Theory]
    [InlineData("day,net\n", Severity.Info)]
    [InlineData("\nday,net\n", Severity.Warning)]
    [InlineData(",\nday,net\n", Severity.Warning)]
    public void A_header_that_stands_again(string again, Severity severity) =>
        Assert.Equal(severity, Plant.Finding(Tickets("day,net\n2025-04-01,10\n" + again + "2025-04-02,27\n"), "repeated-header").Severity);
}
