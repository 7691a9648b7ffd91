using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>How a file writes days and times is said whole, or the mapping is refused: half a pattern reads a day as another and nobody sees it.</summary>
public sealed class TimeFormTests
{
    private static JsonObject With(string format)
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["time"]!["format"] = format;
        return mapping;
    }

    [Theory]
    [InlineData("dd-mm-uuuu")]
    [InlineData("dd-MM")]
    [InlineData("MM-uuuu")]
    [InlineData("uuuu")]
    [InlineData("dd-MM-uuuu hh:mm")]
    [InlineData("h 'h' dd-MM-uuuu")]
    [InlineData("HH:mm")]
    [InlineData("dd-MM-uu")]
    public void Half_a_pattern_is_refused_with_its_place(string format)
    {
        var told = Assert.Throws<CctsDataException>(() => Plant.Read(With(format))).Problems;
        Assert.Contains(told, p => p.Place.Pointer == "/sources/0/time/format" && p.Expected!.Contains("pattern", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dd-MM-uuuu", "23-11-2025")]
    [InlineData("d/M/uuuu", "3/11/2025")]
    [InlineData("dd-MM-yy", "23-11-25")]
    [InlineData("dd-MMM-yy", "23-Nov-25")]
    [InlineData("dd-MM-uuuu hh:mm tt", "23-11-2025 01:47 PM")]
    [InlineData("dd-MM-uuuu HH:mm:ss", "23-11-2025 24:00:00")]
    [InlineData("uuuuMMddHH", "2025112313")]
    [InlineData("uuuu-MM-dd'T'HH:mm:ss.FFFFFFF", "2025-11-23T13:47:00.25")]
    public void A_whole_pattern_reads_its_day(string format, string day)
    {
        var result = Plant.Run(With(format), $"day,net\n{day},1000\n");
        Assert.Equal(("2025-11", "1 t"), result.Values.Select(v => (v.Period, v.Amount!)).Single());
    }

    // 18:30 UTC is midnight in India, 2025-05-01.
    [Theory]
    [InlineData("+00:00", "30-04-2025 18:29", "2025-04")]
    [InlineData("+00:00", "30-04-2025 18:30", "2025-05")]
    [InlineData("+05:30", "30-04-2025 18:30", "2025-04")]
    public void A_file_in_utc_is_told_by_the_clock_of_the_plant(string clock, string time, string month)
    {
        var mapping = With("dd-MM-uuuu HH:mm");
        mapping["sources"]![0]!["time"]!["writtenBy"] = clock;
        Assert.Equal(month, Plant.Run(mapping, $"day,net\n{time},1000\n").Values.Single().Period);
    }

    [Theory]
    [InlineData("writtenBy", "UTC")]
    [InlineData("offset", "IST")]
    public void A_clock_is_an_offset(string member, string value)
    {
        var mapping = With("dd-MM-uuuu HH:mm");
        mapping["sources"]![0]!["time"]![member] = value;
        Assert.Contains(Assert.Throws<CctsDataException>(() => Plant.Read(mapping)).Problems, p => p.Place.Pointer == "/sources/0/time/" + member);
    }

    // Plants and their records are of this century, in 2031 too.
    [Fact]
    public void Two_digits_of_a_year_are_of_this_century()
    {
        var mapping = With("dd-MM-yy");
        mapping["report"]!["complianceYear"] = "2035-36";
        Assert.Equal("2035-11", Plant.Run(mapping, "day,net\n23-11-35,1000\n").Values.Single().Period);
    }
}
