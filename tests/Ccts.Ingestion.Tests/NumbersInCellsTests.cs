using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Ingestion.Tests;

/// <summary>A number with its unit behind it, as people and ERPs write it, is read; a cure that would lose an amount is never given.</summary>
public sealed class NumbersInCellsTests
{
    private static JsonObject With(string table)
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["series"]![0]!["unit"] = "t";
        mapping["sources"]![0]!["table"] = JsonNode.Parse(table);
        return mapping;
    }

    [Theory]
    [InlineData("12.5 t", "{}", "12.5 t")]
    [InlineData("12 MT", "{}", "12 t")]
    [InlineData("12.50 Tonnes", "{}", "12.5 t")]
    [InlineData("12t", "{}", "12 t")]
    [InlineData("\"1,234.5 t\"", """{"thousands":","}""", "1234.5 t")]
    [InlineData("\"12,34,567.5 MT\"", """{"thousands":","}""", "1234567.5 t")]
    [InlineData("12 TO", """{"units":{"TO":"t"}}""", "12 t")]
    public void A_number_with_the_unit_of_its_column_is_read(string cell, string table, string amount)
    {
        var result = Plant.Run(With(table), $"day,net\n2025-04-01,{cell}\n");
        Assert.DoesNotContain(result.Problems, p => p.Severity == Sdk.Problems.Severity.Error);
        Assert.Equal(amount, Plant.Amount(result));
    }

    [Theory]
    [InlineData("12 kg", "unit-differs", "unitColumn")]
    [InlineData("12.5 T", "bad-value", "\"units\"")]
    [InlineData("1e3", "bad-value", "Write out every digit")]
    [InlineData("\u22125", "bad-value", "hyphen")]
    [InlineData("12.5*", "bad-value", "Write the number alone")]
    [InlineData("12.5 (est)", "bad-value", "Write the number alone")]
    [InlineData(".5", "bad-value", "a digit before and behind its point")]
    [InlineData("\"1,234.5\"", "bad-value", "\"thousands\"")]
    [InlineData("\"1,234.5 t\"", "bad-value", "\"thousands\"")]
    [InlineData("12 lakh", "bad-value", "what it comes to in t")]
    [InlineData("12 TPH", "bad-value", "what it comes to in t")]
    [InlineData("12 Qtl", "bad-value", "what it comes to in t")]
    [InlineData("12 bags", "bad-value", "what it comes to in t")]
    [InlineData("NIL", "bad-value", "\"absent\"")]
    [InlineData("-", "bad-value", "\"absent\"")]
    public void Any_other_text_is_refused_with_a_cure_that_loses_nothing(string cell, string code, string cure)
    {
        var problem = Assert.Single(Plant.Run(With("{}"), $"day,net\n2025-04-01,{cell}\n").Problems, p => p.Code == code);
        Assert.Contains(cure, problem.Hint, System.StringComparison.Ordinal);
        Assert.Equal(cell.Any(char.IsDigit), !problem.Hint!.Contains("absent", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Qty (t)", "", "KG", "unit-differs")]
    [InlineData("Qty (t)", "", "MT", null)]
    [InlineData("Qty", "All weights in tonnes\n", "KG", "unit-differs")]
    [InlineData("Qty", "All weights in tonnes\n", "MT", null)]
    [InlineData("Qty", "Capacity of the scale: 60 t\n", "KG", null)]
    public void What_the_file_says_above_its_rows_and_a_column_of_units_must_agree(string header, string title, string unit, string? code)
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["table"] = JsonNode.Parse("""{"units":{"KG":"kg","MT":"t"}}""");
        mapping["sources"]![0]!["series"]![0] = JsonNode.Parse("""{"stream":"coal","column":"{{header}}","unitColumn":"UoM","number":"no"}""".Replace("{{header}}", header, System.StringComparison.Ordinal));
        var result = Plant.Run(mapping, $"{title}no,day,{header},UoM\n1,2025-04-01,20,{unit}\n");
        Assert.Equal(code, result.Problems.FirstOrDefault(p => p.Severity == Sdk.Problems.Severity.Error)?.Code);
    }
}
