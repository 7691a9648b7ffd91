using System;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Slips in a laboratory's sheet that would make a mean of no lot, and a share of no sample.</summary>
public sealed class LabSlipsTests
{
    private const string Weighted = "\"mean\":{\"method\":\"weighted\",\"weight\":\"lot\",\"decimals\":6,\"source\":\"plan\"}";
    private const string Arithmetic = "\"mean\":{\"method\":\"arithmetic\",\"decimals\":8,\"source\":\"plan\"}";

    private static string Rows(string header, Func<int, string> row) => header + "\n" + string.Concat(Enumerable.Range(1, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"2025-04-0{i},{row(i)}\n")));

    /// <summary>1,000 kg and 1 t are one weight, and 1,000 and 1 are not.</summary>
    [Theory]
    [InlineData("t", "t", false)]
    [InlineData("t", "MT", false)]
    [InlineData("t", "kg", true)]
    [InlineData("t", "", false)]
    [InlineData("t", "each", false)]
    public void Lots_in_several_units_are_refused(string unit, string other, bool isRefused)
    {
        var result = Plant.Run(LaboratoryTests.Sheet(Weighted), Rows("day,value,lot,UoM", i => $"24.{i},{20 + i},{(i == 5 ? other : unit)}"));
        Assert.Equal(isRefused, result.Problems.Any(p => p is { Code: "weight-units", Severity: Severity.Error, Place.Pointer: "6/lot" }));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1000, true)]
    public void A_lot_that_is_a_thousand_times_as_heavy_is_told(int times, bool isTold) =>
        Assert.Equal(isTold, Plant.Run(LaboratoryTests.Sheet(Weighted), Rows("day,value,lot", i => $"24.{i},{(20 + i) * (i > 6 ? times : 1)}")).Problems.Any(p => p.Code == "unit-change-suspected"));

    [Theory]
    [InlineData("%", "9.1", null)]
    [InlineData("%", "0", null)]
    [InlineData("%", "100", null)]
    [InlineData("%", "109.1", "bad-value")]
    [InlineData("%", "-9.1", "bad-value")]
    [InlineData("1", "0.091", null)]
    [InlineData("1", "9.1", "bad-value")]
    public void A_share_is_a_part_of_the_whole(string unit, string value, string? code) =>
        Assert.Equal(code, Plant.Run(LaboratoryTests.Sheet(Arithmetic, "moisture", unit), $"day,value\n2025-04-06,{value}\n").Problems.FirstOrDefault(p => p.Severity == Severity.Error)?.Code);

    /// <summary>A coal has more than 1 % of carbon; a liquid fuel may have less of moisture, and no laboratory finds it to a thousandth of a per cent.</summary>
    [Theory]
    [InlineData("moisture", "0.09", true)]
    [InlineData("moisture", "9.", false)]
    [InlineData("moisture", "0.", false)]
    [InlineData("carbonContent", "0.6", true)]
    [InlineData("carbonContent", "6", false)]
    public void Parts_of_one_read_as_per_cent_are_told(string result, string digits, bool isTold) =>
        Assert.Equal(isTold, Plant.Run(LaboratoryTests.Sheet(Arithmetic, result, "%"), Rows("day,value", i => digits + i)).Problems.Any(p => p.Code == "fraction-suspected"));
}
