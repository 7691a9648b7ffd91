using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>Exports as they really come: odd encodings, quotes, numbers and dates; and what cannot be read is said and counted.</summary>
public class HostileExportsTests
{
    private const string Headers = "serial,quantity,state,as_of,project,note\n";

    [Theory]
    [InlineData("1000", 1000)]
    [InlineData("\"1,454,054\"", 1454054)]
    [InlineData("159383.0", 159383)]
    [InlineData(" 12 ", 12)]
    public void Quantities_as_registries_write_them(string cell, decimal quantity) => Assert.Equal(quantity, Entry(Row(quantity: cell)).StatedQuantity);

    [Theory]
    [InlineData("\"1,45\"")]
    [InlineData("\"1454,054\"")]
    [InlineData("-5")]
    [InlineData("1e5")]
    [InlineData("$5")]
    [InlineData("99999999999999999999999999999999")]
    public void Other_quantities_are_a_problem_with_the_line(string cell)
    {
        var row = Read(Row(quantity: cell)).Single();
        Assert.Null(row.Entry!.StatedQuantity);
        Assert.Equal(("quantity-unreadable", 2, "quantity"), (row.Problem!.Code, row.Problem.Place.Line, row.Problem.Place.Pointer));
    }

    [Theory]
    [InlineData("verra", "17/06/2015", 2015, 6, 17)]
    [InlineData("verra", "2026-04-10", 2026, 4, 10)]
    [InlineData("acr", "11/22/2025 1:42:05 AM", 2025, 11, 22)]
    [InlineData("acr", "02/28/2025", 2025, 2, 28)]
    public void Dates_by_registry_and_year(string registry, string cell, int year, int month, int day)
    {
        var text = registry == "verra"
            ? "Serial Number,Quantity Issued,Total Vintage Quantity,Retirement/Cancellation Date\n19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1,425,\"1,454,054\"," + cell
            : "Credit Serial Numbers,Quantity of Credits,Status Effective  (GMT),Cancellation Type\nACR-US-594-2025-2960-1 to 19733,19733," + cell + ",Convert to ARB offset credits";
        Assert.Equal(new NodaTime.LocalDate(year, month, day), Read(text).Single().Entry!.Date);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_a_problem() => Assert.Equal("date-unreadable", Read(Row(date: "2026-02-30")).Single().Problem!.Code);

    [Fact]
    public void A_state_nobody_knows_is_a_problem() => Assert.Equal("state-unknown", Read(Row(state: "Lost")).Single().Problem!.Code);

    [Fact]
    public void A_serial_that_cannot_be_read_keeps_its_tonnes()
    {
        var row = Read(Row(serial: "13835-529319935-529403602-VCS-VCU-997-VER-IN-1...", quantity: "83668")).Single();
        Assert.Equal("serial-unreadable", row.Problem!.Code);
        Assert.Equal((null, 83668m), (row.Entry!.Block, row.Entry.Quantity));
    }

    [Fact]
    public void A_quantity_that_is_off_by_one_is_said()
    {
        var row = Read(Row(serial: "CAR-1-US-443-4-207-MI-2025-9734-1 to 29251", quantity: "29250")).Single();
        Assert.Equal("quantity-mismatch", row.Problem!.Code);
        Assert.True(row.Entry!.HasQuantityFault);
        Assert.Equal(29251m, row.Entry.Quantity);
    }

    [Fact]
    public void The_rest_goes_on_after_a_bad_row()
    {
        var rows = Read(Headers + "a\n" + Row(quantity: "x").Substring(Headers.Length) + Row().Substring(Headers.Length) + "\"a\"b,1,Held,,,\n" + Row().Substring(Headers.Length));
        Assert.Equal(["row-too-short", "serial-unreadable", "quantity-unreadable", null, "bad-quotes", "serial-unreadable", null], rows.Select(r => r.Problem?.Code));
        Assert.Equal([2, 2, 3, 5, 5], rows.Where(r => r.Problem is not null).Select(r => r.Problem!.Place.Line));
    }

    [Fact]
    public void Windows_1252_utf8_and_a_byte_order_mark_are_all_read()
    {
        var text = Headers + "iss_1JF7EGFQ11S0J9VK,1,Held,,Othón – Pé,\n";
        var windows = Encoding.UTF8.GetBytes(text).ToList();
        Replace(windows, [0xC3, 0xB3], [0xF3]);
        Replace(windows, [0xE2, 0x80, 0x93], [0x96]);
        Replace(windows, [0xC3, 0xA9], [0xE9]);
        foreach (var bytes in new[] { windows.ToArray(), Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)] })
        {
            Assert.Equal("Othón – Pé", new ExportReader().Read(new MemoryStream(bytes), "x.csv").Single().Entry!.Project);
        }
    }

    [Fact]
    public void Newlines_in_quotes_are_part_of_the_cell()
    {
        var rows = Read(Headers + "CAR-1-US-443-4-207-MI-2025-9734-1 to 5,5,Held,,,\"first\nsecond\"\nCAR-1-US-443-4-207-MI-2025-9734-6 to 7,3,Held,,,\n");
        Assert.Equal(2, rows.Length);
        Assert.Equal(4, rows[1].Problem!.Place.Line);
    }

    [Fact]
    public void A_quote_never_closed_ends_the_file_and_is_said()
    {
        var rows = Read(Row() + "\"" + new string('x', 3_000_000));
        Assert.Equal([null, "cell-without-end"], rows.Select(r => r.Problem?.Code));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "unknown-export")]
    [InlineData("", "empty-export")]
    public void An_export_nobody_knows_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Throws<CctsDataException>(() => Read(text)).Problems.Single().Code);

    [Fact]
    public void Json_answers_read_like_tables()
    {
        const string gold = """{"items":[{"serial_number":"GS1-1-IN-GS817-4-2012-1303-93-4644","number_of_credits":4552,"status":"RETIRED","certified_date":"2014-01-02T00:00:00Z","project":{"sustaincert_id":817}}]}""";
        var entry = Json(gold).Single().Entry!;
        Assert.Equal((UnitState.Retired, 4552m, "817"), (entry.State, entry.Quantity, entry.Project));
        const string platts = """[{"serialNo":"19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1","holdingQuantity":425.0},{"serial_no":"19385-941467432-941467432-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1","holdingQuantity":1.0}]""";
        Assert.Equal([425m, 1m], Json(platts).Select(r => r.Entry!.Quantity));
    }

    [Theory]
    [InlineData("<!doctype html><html></html>", "file-kind")]
    [InlineData("{\"a\":1}", "no-list")]
    [InlineData("[{\"a\":1}]", "unknown-export")]
    public void Json_that_is_none_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Throws<CctsDataException>(() => Json(text)).Problems.Single().Code);

    private static ExportRow[] Json(string text) => new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.json").ToArray();

    private static StatementEntry Entry(string text) => Read(text).Single().Entry!;

    private static ExportRow[] Read(string text) => new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv").ToArray();

    private static string Row(string serial = "iss_1JF7EGFQ11S0J9VK", string quantity = "1", string state = "Held", string date = "") =>
        $"{Headers}{serial},{quantity},{state},{date},,\n";

    private static void Replace(System.Collections.Generic.List<byte> bytes, byte[] old, byte[] made)
    {
        var at = Enumerable.Range(0, bytes.Count).First(i => bytes.Skip(i).Take(old.Length).SequenceEqual(old));
        bytes.RemoveRange(at, old.Length);
        bytes.InsertRange(at, made);
    }
}
