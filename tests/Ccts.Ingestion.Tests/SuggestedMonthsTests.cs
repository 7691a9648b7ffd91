using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Bills, stock cards and laboratories' sheets by the month, and JSON lines: what is proposed reads the file to the right amounts.</summary>
public sealed class SuggestedMonthsTests
{
    private static readonly string[] s_months = ["Apr-25", "May-25", "Jun-25", "Jul-25"];

    private static (JsonNode Source, string[] Amounts) Of(string text, string file = "x.csv")
    {
        var bytes = IngestionFile.Of(file, Encoding.UTF8.GetBytes(text));
        var suggestion = MappingSuggestion.Of(bytes, "2025-26", Plant.Fuels("other-bituminous-coal:coal", "diesel:hsd"));
        foreach (var fuel in suggestion.Mapping["report"]!["fuels"]?.AsArray() ?? [])
        {
            // What was analysed has its amounts from elsewhere.
            if ((string)suggestion.Mapping["sources"]![0]!["kind"]! == "laboratory")
            {
                fuel!["amounts"] = new JsonObject { ["2025-05"] = "1 t" };
            }
        }

        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(suggestion.Mapping.ToJsonString()), "m"), [bytes]);
        Assert.DoesNotContain(result.Problems, p => p.Severity == Severity.Error && p.Place.File == file);
        return (suggestion.Mapping["sources"]![0]!, [.. result.Values.Where(v => v.Period == "2025-05").Select(v => $"{v.Stream} {v.Member} {v.Amount}")]);
    }

    private static string Rows(string header, Func<int, string> row, string[]? months = null) => header + "\n" + string.Concat((months ?? s_months).Select((m, i) => string.Create(CultureInfo.InvariantCulture, $"{m},{row(i)}\n")));

    [Fact]
    public void Bills_of_electricity()
    {
        var (source, amounts) = Of(Rows("Bill Month,Previous Reading,Present Reading,MF,Units (kWh),Max Demand (kVA),Amount (Rs)", i => $"{100 + i},{101 + i},1000,{1000 + (i % 2)},2000,{9000 + i}"));
        Assert.Equal(("movements", "month"), ((string)source["kind"]!, (string)source["time"]!["format"]!));
        Assert.Equal(["units amounts 1.001 MWh"], amounts);
    }

    [Theory]
    [InlineData("2025-04 2025-05 2025-06")]
    [InlineData("April-2025 May-2025 June-2025")]
    [InlineData("04/2025 05/2025 06/2025")]
    public void Months_in_any_form(string months) => Assert.Equal(["coal amounts 11 t"], Of(Rows("Month,Coal (t)", i => $"{10 + (i % 2)}", months.Split(' '))).Amounts);

    [Fact]
    public void Of_a_stock_card_what_was_issued_is_taken() => Assert.Equal(["coal amounts 41 t"], Of(Rows("Month,Opening (t),Receipts (t),Issues (t),Closing (t)", i => $"{100 + i},50,{40 + (i % 2)},{110 + i}"), "coal.csv").Amounts);

    [Fact]
    public void A_sheet_of_a_laboratory()
    {
        var (source, amounts) = Of(Rows("Month,Fuel,NCV (kcal/kg),Total Moisture (%),Ash (%)", i => $"Coal,{5000 + i},{9 + i},30"));
        Assert.Equal("laboratory", (string)source["kind"]!);
        Assert.Equal(["other-bituminous-coal analyses.ncv 20.9381868 GJ/t", "other-bituminous-coal analyses.moisture 0.1"], amounts);
    }

    [Theory]
    [InlineData("Item,UoM,Apr-25,May-25,Jun-25,Total\nCoal,MT,10,11,12,33\nHSD,kl,1,2,3,6\n")]
    [InlineData("Fuel register\nName of fuel,Apr-25,May-25,Jun-25\nCoal (t),10,11,12\nHSD (kl),1,2,3\n")]
    public void Months_across(string text)
    {
        var (source, amounts) = Of(text);
        Assert.Equal("across", (string)source["time"]!["months"]!);
        Assert.Equal(["11 t", "2 kl"], amounts.Select(a => a.Substring(a.IndexOf(" amounts ", StringComparison.Ordinal) + 9)));
    }

    [Fact]
    public void Json_lines() => Assert.Equal(["coal amounts 310 t"], Of(string.Concat(Enumerable.Range(0, 61).Select(i => $$"""{"day":"{{new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}","ticket":"T{{i}}","coal (t)":10,"note":"a \"b\", c"}""" + "\n")), "x.jsonl").Amounts);

    [Fact]
    public void Months_without_a_year_get_the_one_of_the_report()
    {
        Assert.Equal(["coal amounts 11 t"], Of(Rows("Month,Coal (t)", i => $"{10 + (i % 2)}", ["April", "May", "June"])).Amounts);
        var (source, amounts) = Of("Register 2025-26\nItem,UoM,Dec,Apr,May\nCoal,t,9,10,11\n");
        Assert.Equal(("2025-26", "coal amounts 11 t"), ((string)source["time"]!["year"]!, Assert.Single(amounts)));
    }

    /// <summary>A result is none of a product, whatever its row is called; ash is left out.</summary>
    [Theory]
    [InlineData("Parameter,Unit,Apr-25,May-25\nNCV,kcal/kg,5000,5001\nMoisture,%,9,10\nAsh,%,30,31\n", "fuel")]
    [InlineData("Test,Apr-25,May-25\nNCV (kcal/kg),5000,5001\nTotal Moisture (%),9,10\nAsh (%),30,31\n", "fuel")]
    [InlineData("Fuel,Parameter,UoM,Apr-25,May-25\nCoal,NCV,kcal/kg,5000,5001\nCoal,Moisture,%,9,10\n", "other-bituminous-coal")]
    public void A_laboratorys_sheet_with_months_across(string text, string stream)
    {
        var (source, amounts) = Of(text);
        Assert.Equal(("laboratory", "across"), ((string)source["kind"]!, (string)source["time"]!["months"]!));
        Assert.Equal([stream + " analyses.ncv 20.9381868 GJ/t", stream + " analyses.moisture 0.1"], amounts);
    }
}
