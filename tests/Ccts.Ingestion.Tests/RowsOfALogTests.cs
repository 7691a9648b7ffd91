using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Ingestion.Tests;

/// <summary>What a log with a row a day, or a list with a row a month, shows of itself; and that an honest one shows nothing.</summary>
public sealed class RowsOfALogTests
{
    private static readonly string[] s_months = ["2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];

    private static JsonObject Of(bool areMonths, string? series = null)
    {
        var mapping = Plant.Tickets(series);
        if (areMonths)
        {
            mapping["sources"]![0]!["time"]!["format"] = "month";
        }

        return mapping;
    }

    private static List<(string Day, decimal Value)> Days(int count = 60) => [.. Enumerable.Range(0, count).Select(i => (new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1000m + ((i * 37) % 101)))];

    private static List<(string Day, decimal Value)> Months() => [.. s_months.Select((m, i) => (m, 50000m + ((i * 3700) % 9000)))];

    private static string[] Told(List<(string Day, decimal Value)> rows, bool areMonths, string? series = null) =>
        [.. Plant.Run(Of(areMonths, series), "day,net\n" + string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Day},{r.Value}\n")))).Problems.Select(p => p.Code)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_where_nothing_is_wrong(bool areMonths) => Assert.Empty(Told(areMonths ? Months() : Days(), areMonths));

    [Theory]
    [InlineData(false, 17)]
    [InlineData(true, 3)]
    public void One_that_is_missing(bool areMonths, int at)
    {
        var rows = areMonths ? Months() : Days();
        rows.RemoveAt(at);
        Assert.Equal(["gap"], Told(rows, areMonths));
    }

    /// <summary>A plant that stands still at times and writes no row of it.</summary>
    [Fact]
    public void Days_that_are_left_out_now_and_then_are_not_asked_about() => Assert.Empty(Told([.. Days().Where((_, i) => i % 14 != 5)], areMonths: false));

    [Theory]
    [InlineData(false, 17)]
    [InlineData(true, 3)]
    public void One_that_stands_twice(bool areMonths, int at)
    {
        var rows = areMonths ? Months() : Days();
        rows.Insert(at + 1, (rows[at].Day, rows[at].Value + 3));
        Assert.Equal(["second-row"], Told(rows, areMonths));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_below_zero(bool areMonths)
    {
        var rows = areMonths ? Months() : Days();
        rows[4] = (rows[4].Day, -rows[4].Value - 1);
        Assert.Equal(["negative-row"], Told(rows, areMonths));
    }

    /// <summary>A return takes back a row of the same amount, or the mapping chooses it by its kind.</summary>
    [Fact]
    public void A_reversal_is_no_slip()
    {
        var rows = Days();
        rows[9] = (rows[9].Day, -rows[4].Value);
        Assert.Empty(Told(rows, areMonths: false));
        rows[9] = (rows[9].Day, -5.5m);
        var csv = "day,net,kind\n" + string.Concat(rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Day},{r.Value},{(r.Value < 0m ? "return" : "issue")}\n")));
        Assert.Empty(Plant.Run(Of(false, """ "where":{"column":"kind","is":["issue","return"]} """), csv).Problems);
    }

    [Fact]
    public void Rows_that_were_copied_down()
    {
        var rows = Days();
        for (var i = 21; i < 34; i++)
        {
            rows[i] = (rows[i].Day, rows[20].Value);
        }

        Assert.Equal(["flat"], Told(rows, areMonths: false));
        Assert.Empty(Told([.. Days().Select(r => (r.Day, 1000m))], areMonths: false, series: """ "number":"day" """));
    }

    /// <summary>A yard with many tickets a day, which have a day and no time.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(25)]
    public void Tickets_of_a_busy_yard(int perDay) =>
        Assert.Empty(Plant.Run(Of(false, """ "number":"no" """), "no,day,net\n" + string.Concat(Days(40).SelectMany((d, i) => Enumerable.Range(0, perDay + (i % 2)).Select(k => FormattableString.Invariant($"T{i}-{k},{d.Day},{9000 + (((i * 31) + k) * 7919 % 2711 * 10)}\n"))))).Problems);

    /// <summary>Shifts of two kilns that stand still have no amount, which is none twice.</summary>
    [Fact]
    public void Shifts_without_an_amount_are_no_doubles() =>
        Assert.Empty(Plant.Run(Of(false), "day,shift,net\n" + string.Concat(Days(40).SelectMany((d, i) => "ABC".Select((s, k) => FormattableString.Invariant($"{d.Day},{s},{(i % 7 == 2 ? 0 : d.Value + (k * 211))}\n"))))).Problems);

    /// <summary>A meter whose values are never alike shows one of them for a week.</summary>
    [Fact]
    public void A_meter_that_is_stuck()
    {
        var stuck = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is > 40 and < 70 ? "1234.5" : FormattableString.Invariant($"{1000 + ((i * 37) % 101)}.{i % 10}"))));
        Assert.Equal("row 43", Plant.Finding(stuck, "flat").Place.Pointer);
        Assert.DoesNotContain(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is > 40 and < 70 ? "36" : FormattableString.Invariant($"{1000 + ((i * 37) % 101)}.{i % 10}")))).Problems, p => p.Code == "flat");
        Assert.DoesNotContain(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is > 40 and < 70 ? "12" : FormattableString.Invariant($"{11 + ((i / 3 * 37) % 4)}")))).Problems, p => p.Code == "flat");
    }

    /// <summary>A month that lacks its first or its last interval alone is mostly read by the wrong end of its intervals.</summary>
    [Theory]
    [InlineData("start", "end", 1)]
    [InlineData("end", "start", 0)]
    public void Times_that_are_the_other_end_of_their_intervals(string stated, string meant, int from)
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["stamps"] = stated;
        var rows = Enumerable.Range(from, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(6 * i):yyyy-MM-dd HH:mm},{100 + (i ^ 1)}"));
        Assert.Contains(Plant.Run(mapping, Plant.Csv(rows)).Problems, p => p.Code == "gap" && p.Hint?.Contains($"\"stamps\": \"{meant}\"", StringComparison.Ordinal) == true);
    }

    /// <summary>What a works makes may grow for weeks, as what a register shows does. What the plant holds for possible tells them apart.</summary>
    [Fact]
    public void A_log_that_grows_is_no_register_where_each_row_is_possible()
    {
        List<(string Day, decimal Value)> rows = [.. Days(40).Select((r, i) => (r.Day, 1000m + (17 * i)))];
        Assert.Equal(["register-suspected"], Told(rows, areMonths: false));
        Assert.Empty(Told(rows, areMonths: false, series: """ "plausible":{"most":"2000 kg","source":"p"} """));
        Assert.NotEmpty(Told(rows, areMonths: false, series: """ "plausible":{"most":"1500 kg","source":"p"} """));
    }

    [Fact]
    public void A_packed_file_has_the_name_that_it_had()
    {
        using var packed = new System.IO.MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("day,net\n2025-04-02,5\n"u8);
        }

        Assert.Equal("0.005 t", Plant.Amount(Ingestor.Run(Plant.Read(Plant.Tickets()), [Rows.IngestionFile.Of("t.csv.gz", packed.ToArray())])));
    }

    [Fact]
    public void Tickets_whose_weight_was_copied_down_are_told()
    {
        var rows = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i},2025-04-{1 + (i / 3):00},{(i is >= 20 and < 32 ? 27120 : 24000 + (i * 37 % 101 * 10))}\n"));
        Assert.Equal("row 22", Plant.Finding(Plant.Run(Plant.Tickets("\"number\":\"no\""), "no,day,net\n" + string.Concat(rows)), "flat").Place.Pointer);
    }

    /// <summary>A list that was pasted below itself, whole or in part, with serial numbers that go on, the name of a sheet or another document each.</summary>
    [Theory]
    [InlineData(0, 60, null)]
    [InlineData(20, 14, null)]
    [InlineData(0, 60, "\"number\":\"doc\"")]
    public void Rows_that_were_entered_again_with_other_cells(int from, int count, string? series)
    {
        var rows = Days();
        var csv = "doc,day,net\n" + string.Concat(rows.Concat(rows.Skip(from).Take(count)).Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"D{i},{r.Day},{r.Value}\n")));
        var problem = Assert.Single(Plant.Run(Of(areMonths: false, series), csv).Problems, p => p.Code == "identical-rows");
        Assert.Contains($"so {count - 1} others", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Fixed loads, shifts in blocks below each other, and a few days of the same amounts are honest.</summary>
    [Fact]
    public void Loads_and_shifts_that_are_alike_are_not_asked_about()
    {
        decimal[] loads = [16m, 20m, 25m, 30m, 20m, 25m];
        Assert.DoesNotContain("identical-rows", Codes(Days().SelectMany((d, i) => loads.Select((l, k) => (d.Day, loads[(i * k) % 6], $"truck {(i + k) % 5}")))));
        Assert.DoesNotContain("identical-rows", Codes("ABC".SelectMany((s, k) => Days().Select((d, i) => (d.Day, 90m + (((i * 7) + (k * 5)) % 11), $"{s}")))));

        static string[] Codes(IEnumerable<(string Day, decimal Value, string Of)> rows) => [.. Plant.Run(Of(areMonths: false), "of,day,net\n" + string.Concat(rows.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{r.Of} {i},{r.Day},{r.Value}\n")))).Problems.Select(p => p.Code)];
    }
}
