using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Every kind of doubt about a meter, each by a file that shows it. April whole is 120 x 100 + (0 + … + 119) = 19,140 kWh.</summary>
public class MeterFindingsTests
{
    private const string Fill = "\"missing\":{\"method\":\"neighbours\",\"longest\":2,\"source\":\"plan\"}";

    [Fact]
    public void A_whole_month_is_its_sum_and_nothing_is_told()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April()));
        Assert.Equal("19.14 MWh", Plant.Amount(result));
        Assert.Empty(result.Problems);
        Assert.True(result.IsComplete);
        Assert.Equal(("f0.csv", 2, 121, 120), result.Values.Single().Sources.Select(s => (s.File, s.FirstRow, s.LastRow, s.Rows)).Single());
        Assert.Equal("19.14 MWh", result.ReportJson!["electricity"]![0]!["amounts"]!["2025-04"]!.GetValue<string>());
        Assert.Equal(100m, result.MeasuredPercent);
    }

    [Fact]
    public void A_gap_withholds_the_month_and_says_its_rows()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is 10 or 11 ? null : "100")));
        var gap = Plant.Finding(result, "gap");
        Assert.Equal(("f0.csv", "row 12"), (gap.Place.File, gap.Place.Pointer));
        Assert.Contains("2 intervals are missing between row 11 (2025-04-03 06:00) and this row (2025-04-04)", gap.Message, System.StringComparison.Ordinal);
        Plant.Finding(result, "withheld");
        Assert.Null(Plant.Amount(result));
        Assert.False(result.IsComplete);
    }

    [Theory]
    [InlineData("neighbours", "19.14 MWh")]
    [InlineData("previous", "19.137 MWh")]
    [InlineData("day-before", "19.132 MWh")]
    [InlineData("largest", "19.357 MWh")]
    public void A_named_method_fills_a_gap_and_is_counted(string method, string amount)
    {
        // Rows 10 and 11 hold 110 and 111; the neighbours' mean is (109 + 112) / 2 = 110.5, the value before 109, a day before 106 and 107, the largest 219.
        var result = Plant.Run(Plant.Meter(series: Fill.Replace("neighbours", method, System.StringComparison.Ordinal)), Plant.Csv(Plant.April(i => i is 10 or 11 ? null : (100 + i).ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(amount, Plant.Amount(result));
        Assert.Equal((118, 2, 0), (result.Measured, result.Substituted, result.Missing));
        Assert.Equal(method + " (plan)", result.Values.Single().Sources.Single().Method);
    }

    [Fact]
    public void A_gap_longer_than_the_plan_allows_is_not_filled() =>
        Assert.Null(Plant.Amount(Plant.Run(Plant.Meter(series: Fill), Plant.Csv(Plant.April(i => i is 10 or 11 or 12 ? null : "100")))));

    [Fact]
    public void A_month_that_begins_late_or_ends_early_is_not_whole()
    {
        Assert.Null(Plant.Amount(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().Skip(1)))));
        Assert.Null(Plant.Amount(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().SkipLast(1)))));
    }

    [Fact]
    public void The_same_reading_twice_is_a_double_in_one_file_and_an_overlap_of_two()
    {
        var april = Plant.April();
        var one = Plant.Run(Plant.Meter(), Plant.Csv(april.Append(april[7])));
        Assert.Equal(("19.14 MWh", "row 122"), (Plant.Amount(one), Plant.Finding(one, "double").Place.Pointer));
        var two = Plant.Run(Plant.Meter(), Plant.Csv(april.Take(64)), Plant.Csv(april.Skip(60)));
        Assert.Equal("19.14 MWh", Plant.Amount(two));
        Assert.Contains("4 readings from 2025-04-16 to 2025-04-16 18:00", Plant.Finding(two, "overlap").Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_for_one_time_are_a_conflict_and_neither_counts()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().Append("2025-04-02 06:00,999")));
        Assert.Equal("row 122", Plant.Finding(result, "conflict").Place.Pointer);
        Assert.Null(Plant.Amount(result));
    }

    [Fact]
    public void An_interval_that_lies_on_another_takes_both_out()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().Append("2025-04-02 07:00,100")));
        Plant.Finding(result, "overlap");
        Assert.Null(Plant.Amount(result));
    }

    [Fact]
    public void A_value_above_what_the_plant_holds_for_possible_is_a_spike()
    {
        var result = Plant.Run(Plant.Meter(series: "\"plausible\":{\"most\":\"0.3 MWh\",\"source\":\"plan 4.2\"}"), Plant.Csv(Plant.April(i => i == 50 ? "300.1" : "300")));
        var spike = Plant.Finding(result, "spike");
        Assert.Equal("row 52", spike.Place.Pointer);
        Assert.Contains("plan 4.2", spike.Message, System.StringComparison.Ordinal);
        Assert.Null(Plant.Amount(result));
    }

    [Fact]
    public void A_value_below_zero_is_not_taken()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i == 50 ? "-1" : "300")));
        Assert.Equal("row 52", Plant.Finding(result, "negative").Place.Pointer);
        Assert.Null(Plant.Amount(result));
    }

    [Fact]
    public void A_stuck_meter_is_told_and_still_counted()
    {
        var result = Plant.Run(Plant.Meter(series: "\"plausible\":{\"stuckAfter\":5,\"source\":\"plan\"}"), Plant.Csv(Plant.April(i => i is >= 20 and < 25 ? "7" : (100 + (i % 2)).ToString(CultureInfo.InvariantCulture))));
        var stuck = Plant.Finding(result, "stuck");
        Assert.Equal("row 22", stuck.Place.Pointer);
        Assert.Contains("the same 0.007 occurs 5 times", stuck.Message, System.StringComparison.Ordinal);
        Assert.NotNull(Plant.Amount(result));
    }

    [Fact]
    public void A_clock_that_was_moved_is_told_and_the_sum_stays()
    {
        var moved = Plant.April().Select((row, i) => i < 40 ? row : row.Replace(":00,", ":07,", System.StringComparison.Ordinal));
        var result = Plant.Run(Plant.Meter(), Plant.Csv(moved));
        Assert.Equal("19.14 MWh", Plant.Amount(result));
        Assert.Contains("7 minutes later", Plant.Finding(result, "clock-shift").Message, System.StringComparison.Ordinal);
        Assert.Equal("row 42", Plant.Finding(result, "clock-shift").Place.Pointer);
    }

    [Fact]
    public void A_logger_that_writes_seconds_late_raises_nothing_and_many_shifts_are_told_once()
    {
        var late = Plant.April().Select((row, i) => row.Replace(":00,", $":0{i * 3 % 5},", System.StringComparison.Ordinal));
        Assert.Empty(Plant.Run(Plant.Meter(), Plant.Csv(late)).Problems);
        var moved = Plant.April().Select((row, i) => row.Replace(":00,", i % 6 < 3 ? ":00," : ":30,", System.StringComparison.Ordinal));
        Assert.Contains("So it was 38 times more", Plant.Finding(Plant.Run(Plant.Meter(), Plant.Csv(moved)), "clock-shift").Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_go_back_in_time_are_told()
    {
        var april = Plant.April();
        var result = Plant.Run(Plant.Meter(), Plant.Csv(april.Skip(60).Concat(april.Take(60))));
        Assert.Equal(("19.14 MWh", "row 62"), (Plant.Amount(result), Plant.Finding(result, "clock-back").Place.Pointer));
    }

    [Fact]
    public void Another_interval_than_the_mapping_says_is_an_error_and_no_amount_is_given()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Enumerable.Range(0, 100).Select(i => $"2025-04-01 {i / 4:00}:{15 * (i % 4):00},1").Take(96)));
        Assert.Contains("15 minutes apart, and the mapping says 360 minutes", Plant.Finding(result, "interval-differs").Message, System.StringComparison.Ordinal);
        Assert.Null(result.Report);
        Assert.Empty(result.Values);
    }

    [Fact]
    public void A_change_of_the_unit_within_a_file_is_told_and_each_row_taken_in_its_own()
    {
        var mapping = Plant.Meter();
        var series = mapping["sources"]![0]!["series"]![0]!.AsObject();
        series.Remove("unit");
        series["unitColumn"] = "unit";
        var result = Plant.Run(mapping, Plant.Csv(Plant.April(i => i < 60 ? "250,kWh" : "0.25,MWh"), "time,value,unit"));
        Assert.Equal(("30 MWh", "row 62"), (Plant.Amount(result), Plant.Finding(result, "unit-change").Place.Pointer));
    }

    /// <summary>A register that was replaced by one at 90,000, and one that stands still for a month, are told though the mapping states no limits; and that it states none.</summary>
    [Fact]
    public void A_meter_without_limits_is_watched_all_the_same()
    {
        var register = Plant.Run(Plant.Meter("register"), Plant.Csv(Plant.April(i => $"{(i < 60 ? 1000 + i : 90000 + i)}").Append("2025-05-01 00:00,90120")));
        Assert.Equal("row 62", Plant.Finding(register, "leap").Place.Pointer);
        Assert.Equal(["grid"], register.Unwatched);
        Assert.Equal("row 3", Plant.Finding(Plant.Run(Plant.Meter("register"), Plant.Csv(Plant.April(_ => "1000").Append("2025-05-01 00:00,1000"))), "flat").Place.Pointer);
        Assert.Equal("row 2", Plant.Finding(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(_ => "0"))), "flat").Place.Pointer);
        Assert.DoesNotContain(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i % 40 == 0 ? "900" : "10"))).Problems, p => p.Code is "leap" or "flat");
        var watched = Plant.Run(Plant.Meter(series: "\"plausible\":{\"most\":\"2 MWh\",\"stuckAfter\":200,\"source\":\"plan\"}"), Plant.Csv(Plant.April(_ => "0")));
        Assert.Empty(watched.Unwatched);
        Assert.DoesNotContain(watched.Problems, p => p.Code == "flat");
    }

    [Fact]
    public void Values_of_another_year_are_not_counted()
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().Prepend("2025-03-31 18:00,5000")));
        Assert.Equal("19.14 MWh", Plant.Amount(result));
        Assert.Equal(Severity.Info, Plant.Finding(result, "outside-year").Severity);
    }

    [Fact]
    public void A_month_in_which_one_of_two_meters_says_nothing_is_withheld()
    {
        var mapping = Plant.Meter();
        var series = mapping["sources"]![0]!["series"]!.AsArray();
        var second = series[0]!.DeepClone();
        second["column"] = "second";
        series.Add(second);
        var may = Plant.April().Select(r => r.Replace("2025-04", "2025-05", System.StringComparison.Ordinal) + ",1").Concat(Enumerable.Range(0, 4).Select(i => $"2025-05-31 {6 * i:00}:00,1,1"));
        var result = Plant.Run(mapping, Plant.Csv(Plant.April().Select(r => r + ",").Concat(may), "time,value,second"));
        Assert.Null(Plant.Amount(result));
        Assert.NotNull(Plant.Amount(result, "2025-05"));
    }
}
