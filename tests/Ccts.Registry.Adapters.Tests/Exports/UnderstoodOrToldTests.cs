using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>A cell that was not understood is told, and nothing that rests on it looks clean.</summary>
public static class UnderstoodOrToldTests
{
    private const string Verra = "9344-82392553-82392562-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";
    private const string EcoRegistry = "project_id,serial,vintage,end_user,date,quantity,from,to\n1,CDC_1_1_1_321_14_1_2009,2009,x,2022-02-24,546,";

    [Theory]
    [InlineData("4426,4971", "4426-4971")]
    [InlineData("\"4,426\",\"4,971\"", "4426-4971")]
    [InlineData("4426.0,4971.0", "4426-4971")]
    [InlineData(",", null)]
    public static void First_and_last_number_are_read_as_people_write_them(string range, string? block)
    {
        var row = Read(EcoRegistry + range + "\n").Single();
        Assert.Null(row.Problem);
        Assert.Equal(block, row.Entry!.Block?.Range.ToString());
    }

    [Theory]
    [InlineData("4.43E+03,4.97E+03")]
    [InlineData("4971,4426")]
    [InlineData("4426,")]
    [InlineData(",4971")]
    [InlineData("4426.5,4971")]
    [InlineData("abc,def")]
    [InlineData("-5,4971")]
    public static void A_range_that_cannot_be_read_is_a_problem_of_its_row(string range)
    {
        var row = Read(EcoRegistry + range + "\n")[0];
        Assert.Equal("range-unreadable", row.Problem!.Code);
        Assert.Equal((Doubts.Numbers, 546m), (row.Entry!.Doubts, row.Entry.Quantity));
    }

    [Theory]
    [InlineData("\"1,00,000\"", 100000)]
    [InlineData("\"100,000\"", 100000)]
    [InlineData("\"36,66,138\"", 3666138)]
    [InlineData("\"3,666,138\"", 3666138)]
    public static void Both_groupings_of_digits_are_read(string cell, int quantity) =>
        Assert.Equal(quantity, Read($"serial,quantity,state\nCDC_1_1_1_321_14_1,{cell},held\n").Single().Entry!.StatedQuantity);

    [Theory]
    [InlineData("\"1,0,000\"")]
    [InlineData("\"1,00,00\"")]
    [InlineData("\"10,00,0000\"")]
    [InlineData("1E+05")]
    public static void Other_groupings_and_exponents_are_not(string cell) =>
        Assert.Equal("quantity-unreadable", Read($"serial,quantity,state\nCDC_1_1_1_321_14_1,{cell},held\n").Single().Problem!.Code);

    [Fact]
    public static void A_number_of_json_is_read_exactly() =>
        Assert.Equal(10000000m, new ExportReader().Read(Stream("[{\"serial\":\"CDC_1_1_1_321_14_1\",\"quantity\":1.0E7,\"state\":\"held\"}]"), "own.json").Single().Entry!.StatedQuantity);

    [Theory]
    [InlineData("Total,10,")]
    [InlineData("Grand Total:,10.0,")]
    [InlineData(",,")]
    [InlineData(",total,10")]
    public static void Totals_and_empty_rows_are_no_rows(string row) => Assert.Single(Read($"serial,quantity,state\n{Verra},10,held\n{row}\n"));

    [Fact]
    public static void A_row_without_its_serial_is_told_and_not_called_missing()
    {
        var row = Read("serial,quantity,state\n,10,held\n").Single();
        Assert.Equal("serial-missing", row.Problem!.Code);
        var reconciler = new Reconciler();
        reconciler.Add(StatementSide.Registry, row.Entry!);
        Assert.Equal(10, reconciler.Totals()[ReconciliationClass.Unparsable, StatementSide.Registry]);
    }

    [Theory]
    [InlineData("; ")]
    [InlineData(" | ")]
    [InlineData("\n")]
    [InlineData(", ")]
    public static void Several_serials_of_one_cell_are_rows_of_their_own(string between)
    {
        var other = Verra.Replace("82392553-82392562", "82392600-82392609", System.StringComparison.Ordinal);
        var rows = Read($"serial,quantity,state\n\"{Verra}{between}{other}\",20,retired\n");
        Assert.Equal(["82392553-82392562", "82392600-82392609"], rows.Select(r => r.Entry!.Block!.Value.Range.ToString()));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.All(Read($"serial,quantity,state\n\"{Verra}{between}{other}\",21,retired\n"), r => Assert.True(r.Entry!.HasQuantityFault));
    }

    [Theory]
    [InlineData("1687,2017", "project-contradicts-serial")]
    [InlineData("1686,2019", "vintage-contradicts-serial")]
    [InlineData("1686,2017", null)]
    public static void A_column_that_contradicts_the_serial_is_told(string columns, string? code) =>
        Assert.Equal(code, Read($"serial,quantity,state,project,vintage\n{Verra},10,held,{columns}\n").Single().Problem?.Code);

    [Fact]
    public static void A_row_with_several_states_is_several_rows_that_add_up()
    {
        var rows = Read("CARB Project ID,OPR Project ID,Vintage,ARB Offset Credits Issued,Forest Buffer Account Contribution,Issuance Date,CARB Issuance ID,Invalidated or Canceled,Buffer Pool Retired,Retired for Intentional Reversal,Retired Voluntarily,"
            + "Retired 1st Compliance Period (CA),Retired 2nd Compliance Period (CA),Retired 3rd Compliance Period (CA),Retired 4th Compliance Period (CA),Retired 5th Compliance Period (CA),Retired for Compliance in Quebec\n"
            + "CAOD1007,ACR1007,2024.0,100.0,,2024-06-11,CAOD1007-A,10.0,,0.0,0.0,0.0,0.0,0.0,0.0,60.0,0.0\n");
        Assert.Equal([(UnitState.Cancelled, 10m), (UnitState.Retired, 60m), (UnitState.Issued, 30m)], rows.Select(r => (r.Entry!.State, r.Entry.Quantity)));
    }

    [Fact]
    public static void States_that_come_to_more_than_the_row_are_told() =>
        Assert.Equal("state-unclear", Read("CARB Project ID,OPR Project ID,Vintage,ARB Offset Credits Issued,Issuance Date,CARB Issuance ID,Invalidated or Canceled,Retired Voluntarily\nCAOD1007,ACR1007,2024,100,2024-06-11,CAOD1007-A,60,60\n").Single().Problem!.Code);

    [Theory]
    [InlineData(" Retirement/Cancellation  Date", true)]
    [InlineData("retirement/cancellation\u00A0date ", true)]
    [InlineData("Retirement / Cancellation Date", false)]
    [InlineData("Retired On", false)]
    public static void A_column_that_decides_the_state_has_to_be_there(string header, bool isThere)
    {
        var csv = $"ID,Total Vintage Quantity,Quantity Issued,Serial Number,{header}\n1686,1000,10,{Verra},2021-10-20\n";
        if (isThere)
        {
            Assert.Equal(UnitState.RetiredOrCancelled, new ExportReader().Read(Stream(csv), "v.csv", "verra-transactions").Single().Entry!.State);
            return;
        }

        var refused = Assert.Throws<CctsDataException>(() => new ExportReader().Read(Stream(csv), "v.csv", "verra-transactions").ToList());
        Assert.Equal("missing-column", Assert.Single(refused.Problems).Code);
    }

    [Theory]
    [InlineData("serial,quantity,state,from,to", "ledger")]
    [InlineData("serial,quantity,from,to", "ledger")]
    [InlineData("serial,quantity,state,as_of,project,vintage,from,to", "ledger")]
    public static void The_own_ledger_is_not_taken_for_a_registrys_export_by_its_documented_columns(string headers, string format) =>
        Assert.Equal((format, ExportChoice.Ledger), new ExportReader().OpenLedger(Stream(headers + "\n"), "own.csv").Recognition is var told ? (told.Format, told.Choice) : default);

    [Fact]
    public static void Units_whose_row_has_a_bad_cell_are_unreadable_on_both_sides_and_no_ghost()
    {
        var reconciler = new Reconciler();
        foreach (var row in Read($"serial,quantity,state,as_of\n{Verra},10,retired,45581\n"))
        {
            Assert.Equal("date-unreadable", row.Problem!.Code);
            reconciler.Add(StatementSide.Registry, row.Entry!);
        }

        reconciler.Add(StatementSide.Local, Read($"serial,quantity,state\n{Verra},10,held\n").Single().Entry!);
        var totals = reconciler.Totals();
        Assert.Equal((10m, 10m, 0m), (totals[ReconciliationClass.Unparsable, StatementSide.Local], totals[ReconciliationClass.Unparsable, StatementSide.Registry], totals[ReconciliationClass.MissingAtRegistry, StatementSide.Local]));
    }

    private static ExportRow[] Read(string csv) => new ExportReader().Read(Stream(csv), "x.csv").ToArray();

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
