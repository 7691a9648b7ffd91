using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Ingestion.Tests;

/// <summary>What must not change an amount: how rows are ordered, how they are split into files, which unit they are in.</summary>
public class SameAmountTests
{
    private static readonly string[] Rows = [.. Plant.April(i => i % 37 == 5 ? null : (((i * 7919) % 1000) / 8m).ToString(CultureInfo.InvariantCulture))];
    private const string Fill = "\"missing\":{\"method\":\"neighbours\",\"longest\":2,\"source\":\"plan\"}";
    private static readonly string Whole = Plant.Amount(Plant.Run(Plant.Meter(series: Fill), Plant.Csv(Rows)))!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_rows_changes_nothing(int seed)
    {
        var random = new Random(seed);
        Assert.Equal(Whole, Plant.Amount(Plant.Run(Plant.Meter(series: Fill), Plant.Csv(Rows.OrderBy(_ => random.Next())))));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(7, true)]
    public void Splitting_into_files_changes_nothing(int parts, bool interleaved)
    {
        var files = Enumerable.Range(0, parts).Select(p => Plant.Csv(Rows.Where((_, i) => (interleaved ? i % parts : i * parts / Rows.Length) == p))).ToArray();
        Assert.Equal(Whole, Plant.Amount(Plant.Run(Plant.Meter(series: Fill), files)));
    }

    [Theory]
    [InlineData("MWh", "0.001")]
    [InlineData("GWh", "0.000001")]
    [InlineData("MU", "0.000001")]
    public void The_unit_changes_nothing(string unit, string perKilowattHour)
    {
        var mapping = Plant.Meter(series: Fill);
        mapping["sources"]![0]!["series"]![0]!["unit"] = unit;
        var factor = decimal.Parse(perKilowattHour, CultureInfo.InvariantCulture);
        var rows = Rows.Select(r => r.Split(',')).Select(c => c[0] + "," + (decimal.Parse(c[1], CultureInfo.InvariantCulture) * factor).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Whole, Plant.Amount(Plant.Run(mapping, Plant.Csv(rows))));
    }

    [Fact]
    public void How_the_file_is_written_changes_nothing()
    {
        var mapping = Plant.Meter(series: Fill);
        mapping["sources"]![0]!["table"] = System.Text.Json.Nodes.JsonNode.Parse("""{"separator":";","decimal":",","thousands":"."}""");
        mapping["sources"]![0]!["time"] = System.Text.Json.Nodes.JsonNode.Parse("""{"column":"Tag","clockColumn":"Uhr","format":"dd/MM/uuuu HH:mm"}""");
        var rows = Rows.Select(r => (At: DateTime.Parse(r[..16], CultureInfo.InvariantCulture), Value: r[17..])).Select(r => $"{r.At.ToString("dd/MM/yyyy;HH:mm", CultureInfo.InvariantCulture)};\"{r.Value.Replace('.', ',')}\";");
        Assert.Equal(Whole, Plant.Amount(Plant.Run(mapping, "Plant 1\r\n\r\n" + Plant.Csv(rows, "Tag;Uhr;value;").Replace("\n", "\r\n", StringComparison.Ordinal))));
        var lines = Plant.Meter(series: Fill);
        lines["sources"]![0]!["table"] = System.Text.Json.Nodes.JsonNode.Parse("""{"form":"json-lines"}""");
        Assert.Equal(Whole, Plant.Amount(Plant.Run(lines, string.Join("\n", Rows.Select(r => $$"""{"value":{{r[17..]}},"time":"{{r[..16]}}","tag":null}""")))));
    }

    [Fact]
    public void Times_of_another_clock_are_told_by_the_plants()
    {
        var utc = Rows.Select(r => DateTime.Parse(r[..16], CultureInfo.InvariantCulture).AddHours(-5).AddMinutes(-30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + r[16..]);
        Assert.Equal(Whole, Plant.Amount(Plant.Run(Plant.Meter(series: Fill), Plant.Csv(utc))));
    }

    [Fact]
    public void An_interval_named_by_its_end_is_the_one_before_it()
    {
        var mapping = Plant.Meter(series: Fill);
        mapping["sources"]![0]!["stamps"] = "end";
        var ends = Rows.Select(r => DateTime.Parse(r[..16], CultureInfo.InvariantCulture).AddHours(6).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + r[16..]);
        Assert.Equal(Whole, Plant.Amount(Plant.Run(mapping, Plant.Csv(ends))));
    }
}
