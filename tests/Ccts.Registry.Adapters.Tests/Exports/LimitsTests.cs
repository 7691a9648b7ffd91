using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>Numbers at the edge of what can be held, and text that is none: a row with a reason, never an exception or an endless sum.</summary>
public class LimitsTests
{
    private const string Batch = "GS1-1-IN-GS817-4-2012-1303-";
    private const string Largest = "340282366920938463463374607431768211455";

    [Theory]
    [InlineData("0-" + Largest + ",1", "block-too-large")]
    [InlineData("1-" + Largest + ",1", "block-too-large")]
    [InlineData("0-18446744073709551615,1", "block-too-large")]
    [InlineData("5-4,1", "serial-unreadable")]
    [InlineData("1-10,79228162514264337593543950335", "quantity-unreadable")]
    [InlineData("1-10,18446744073709551616", "quantity-unreadable")]
    [InlineData("1-10,-10", "quantity-unreadable")]
    [InlineData("1-10,1e9", "quantity-unreadable")]
    [InlineData("1-10,٣", "quantity-unreadable")]
    public void A_row_beyond_the_limits_is_a_problem(string row, string code)
    {
        var read = Assert.Single(Read(Batch + row + ",held"));
        Assert.Equal(code, read.Problem!.Code);
    }

    [Fact]
    public void Rows_at_the_limits_add_up()
    {
        var reconciler = new Reconciler();
        var rows = Read(string.Join("\n", Enumerable.Range(0, 20).Select(i => $"{Batch}1-18446744073709551615,18446744073709551615,held")
            .Append($"{Batch}{Largest}-{Largest},1,held")
            .Append($"{Batch}18446744073709551600-18446744073709551700,101,held")
            .Append("no serial,18446744073709551615,held")));
        foreach (var row in rows)
        {
            reconciler.Add(StatementSide.Local, row.Entry!);
        }

        var stated = (21 * 18446744073709551615m) + 102;
        Assert.Equal(stated, reconciler.Totals().Of(StatementSide.Local));
        Assert.Equal(stated, reconciler.Findings().Sum(f => f.LocalTonnes));
    }

    [Fact]
    public void A_host_is_told_of_a_row_that_states_too_much()
    {
        var entry = new StatementEntry { File = "f", Line = 1, Registry = "verra" };
        foreach (var beyond in new[]
        {
            entry with { StatedQuantity = -1 },
            entry with { StatedQuantity = StatementEntry.MostUnits + 1 },
            entry with { Block = new SerialBlock("verra", "vcu", new BlockRange(BlockNumber.Zero, BlockNumber.MaxValue)) },
        })
        {
            Assert.Throws<ArgumentException>(() => new Reconciler().Add(StatementSide.Local, beyond));
            Assert.Throws<ArgumentException>(() => new DoubleCountFinder().Add(beyond));
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        const string json = """[{"serialNumbers":"\ud800","holdingQuantity":5,"\udc00":1},{"serialNumbers":"ok","holdingQuantity":5}]""";
        var rows = new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(json.Replace("serialNumbers", "serialNo", StringComparison.Ordinal))), "page.json", "verra-holdings-json").ToArray();
        Assert.Equal(["serial-unreadable", "serial-unreadable"], rows.Select(r => r.Problem!.Code));
        Assert.Equal([5m, 5m], rows.Select(r => r.Entry!.Quantity));
    }

    private static ExportRow[] Read(string rows) =>
        new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes("serial,quantity,state\n" + rows + "\n")), "edge.csv").ToArray();
}
