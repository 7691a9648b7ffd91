using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>A cell that is there and cannot be read is a problem of its row, whatever it is for; and what else the row says still counts.</summary>
public class RowCellsTests
{
    private const string Cdc = "CDC_1_1_1_321_14_1_2009";
    private const string Batch = "GS1-1-IN-GS817-4-2012-1303-";
    private const string Verra = "9344-82392553-82392562-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";
    private const string Headers = "serial,quantity,state,as_of,project,vintage,from,to\n";

    [Theory]
    [InlineData("4.43E+03,4.97E+03", "range-unreadable")]
    [InlineData("4426,", "range-unreadable")]
    [InlineData(",4971", "range-unreadable")]
    [InlineData("4971,4426", "range-unreadable")]
    [InlineData("abc,def", "range-unreadable")]
    [InlineData("-4426,4971", "range-unreadable")]
    [InlineData("4426.5,4971", "range-unreadable")]
    [InlineData("\"44,26\",4971", "range-unreadable")]
    [InlineData("\"4,42\",4971", "range-unreadable")]
    [InlineData("4 426,4971", "range-unreadable")]
    [InlineData("#######,4971", "range-unreadable")]
    [InlineData("4.426,4.971", "range-unreadable")]
    public void Numbers_that_cannot_be_read_are_told_and_make_nothing_missing(string numbers, string code)
    {
        var row = Read($"{Headers}{Cdc},546,Retired,,1,2009,{numbers}\n")[0];
        Assert.Equal((code, null, null, 546m), (row.Problem!.Code, row.Entry!.Block, row.Entry.Canonical, row.Entry.Quantity));
        var totals = Reconciled([row], Read($"{Headers}{Cdc},546,Retired,,1,2009,4426,4971\n"));
        Assert.Equal((546m, 546m), (totals[ReconciliationClass.Unparsable, StatementSide.Local], totals[ReconciliationClass.Ambiguous, StatementSide.Registry]));
        Assert.Equal((546m, 546m), (totals.Of(StatementSide.Local), totals.Of(StatementSide.Registry)));
    }

    [Theory]
    [InlineData("4426,4971")]
    [InlineData("\"4,426\",\"4,971\"")]
    [InlineData("4426.0,4971.00")]
    [InlineData(" 4426 ,4971")]
    public void Numbers_as_spreadsheets_write_them_are_read(string numbers) =>
        Assert.Equal("4426-4971", Assert.Single(Read($"{Headers}{Cdc},546,Retired,,1,2009,{numbers}\n")).Entry!.Block!.Value.Range.ToString());

    [Theory]
    [InlineData("1,00,000", "100000")]
    [InlineData("12,34,56,789.50", "123456789.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("9,99,999", "999999")]
    [InlineData("99,999", "99999")]
    public void Indian_and_western_groups(string cell, string quantity) => Assert.Equal(decimal.Parse(quantity, CultureInfo.InvariantCulture), Read($"{Headers}{Cdc},\"{cell}\",Held,,,,,\n")[0].Entry!.StatedQuantity);

    [Theory]
    [InlineData("1,00,00")]
    [InlineData("1,0000")]
    [InlineData("123,45,678")]
    [InlineData("1,23,4567")]
    [InlineData("1,234,56,789")]
    [InlineData("12,345,67")]
    [InlineData(",123")]
    [InlineData("1.2.3")]
    [InlineData("(5)")]
    public void Other_groups_are_none(string cell) => Assert.Equal("quantity-unreadable", Read($"{Headers}{Cdc},\"{cell}\",Held,,,,,\n")[0].Problem!.Code);

    [Theory]
    [InlineData("1.0E7", "10000000")]
    [InlineData("1e2", "100")]
    [InlineData("12.5e1", "125")]
    [InlineData("1250E-1", "125.0")]
    [InlineData("100", "100")]
    [InlineData("5.0", "5.0")]
    public void Any_number_of_json_is_read_exactly(string number, string quantity)
    {
        var json = $$"""[{"serialNo":"{{Verra}}","holdingQuantity":{{number}}}]""";
        Assert.Equal(decimal.Parse(quantity, CultureInfo.InvariantCulture), Read(json)[0].Entry!.StatedQuantity);
    }

    [Theory]
    [InlineData("1e5000")]
    [InlineData("1e-500")]
    [InlineData("-5")]
    [InlineData("1e40")]
    public void A_number_of_json_beyond_all_bounds_is_a_problem(string number) =>
        Assert.Equal("quantity-unreadable", Read($$"""[{"serialNo":"{{Verra}}","holdingQuantity":{{number}}}]""")[0].Problem!.Code);

    [Fact]
    public void Dots_in_a_file_parted_by_semicolons_are_not_guessed()
    {
        var problem = Read($"serial;quantity;state\n{Cdc};1.150;Held\n")[0].Problem!;
        Assert.Equal("quantity-unreadable", problem.Code);
        Assert.Contains("1150", problem.Message, StringComparison.Ordinal);
    }

    // One bad cell in turn, on either side: the block stays known, the row is told, and nothing is missing anywhere.
    [Theory]
    [InlineData("quantity", "many", ReconciliationClass.Unparsable)]
    [InlineData("quantity", "1E+05", ReconciliationClass.Unparsable)]
    [InlineData("state", "Lost", ReconciliationClass.Unparsable)]
    [InlineData("as_of", "45581", ReconciliationClass.Unparsable)]
    [InlineData("as_of", "2026-02-30", ReconciliationClass.Unparsable)]
    [InlineData("as_of", "2026-01-31 soon", ReconciliationClass.Unparsable)]
    [InlineData("project", "1687", ReconciliationClass.Matched)]
    [InlineData("vintage", "old", ReconciliationClass.Matched)]
    [InlineData("vintage", "2016", ReconciliationClass.Matched)]
    [InlineData("from", "1", ReconciliationClass.Matched)]
    [InlineData("from", "8.24E+07", ReconciliationClass.Matched)]
    [InlineData("to", "82392563", ReconciliationClass.Matched)]
    public void A_bad_cell_takes_no_tonne_out_of_its_class(string column, string cell, ReconciliationClass kind)
    {
        var names = Headers.TrimEnd().Split(',');
        var good = new[] { Verra, "10", "Retired", "2026-01-31", "1686", "2017", "82392553", "82392562" };
        var bad = good.ToArray();
        bad[Array.IndexOf(names, column)] = cell;
        var (sound, faulty) = (Read(Headers + string.Join(",", good)), Read(Headers + string.Join(",", bad)));
        Assert.Null(Assert.Single(sound).Problem);
        Assert.Equal(Ccts.Sdk.Problems.Severity.Error, faulty[0].Problem!.Severity);
        foreach (var totals in new[] { Reconciled(faulty, sound), Reconciled(sound, faulty) })
        {
            Assert.Equal((10m, 10m), (totals[kind, StatementSide.Local], totals[kind, StatementSide.Registry]));
            Assert.Equal(20m, totals.Of(StatementSide.Local) + totals.Of(StatementSide.Registry));
        }
    }

    [Fact]
    public void As_of_a_day_a_row_without_a_readable_day_agrees_with_nothing()
    {
        var (faulty, sound) = (Read($"{Headers}{Verra},10,Retired,45581,,,,\n"), Read($"{Headers}{Verra},10,Retired,2026-01-31,,,,\n"));
        Assert.Equal(10m, Reconciled(faulty, sound, new Reconciler(new NodaTime.LocalDate(2026, 2, 1)))[ReconciliationClass.Unparsable, StatementSide.Registry]);
    }

    [Theory]
    [InlineData("\"{0};{1}\"")]
    [InlineData("\"{0}; {1};\"")]
    [InlineData("\"{0}, {1}\"")]
    [InlineData("\"{0}\n{1}\"")]
    [InlineData("\"{0}\r\n{1}\"")]
    [InlineData("{0} | {1}")]
    [InlineData("{0} and {1}")]
    [InlineData("{0} & {1}")]
    [InlineData("{0} / {1}")]
    [InlineData("{0} {1}")]
    public void Several_serials_in_a_cell_are_read(string cell)
    {
        var cells = string.Format(CultureInfo.InvariantCulture, cell, Batch + "1-10", Batch + "21-25");
        var rows = Read($"serial,quantity,state\n{cells},15,Held\n");
        Assert.Equal(["1-10", "21-25"], rows.Select(r => r.Entry!.Block!.Value.Range.ToString()));
        Assert.All(rows, r => Assert.Null(r.Problem));
        var off = Read($"serial,quantity,state\n{cells},16,Held\n");
        Assert.Equal("quantity-mismatch", off[0].Problem!.Code);
        Assert.Equal(15m, Reconciled(off, rows)[ReconciliationClass.QuantityMismatch, StatementSide.Local]);
    }

    [Fact]
    public void Serials_with_blanks_in_them_are_parted_too()
    {
        var rows = Read("serial,quantity,state\n\"ACR-US-776-2020-1937-83608 to 84755; ACR-US-776-2020-1937-1 to 2\",1150,Held\nRW-5-1463953-2-2-0-7014 - RW-5-1467609-2-2-0-7014,3657,Held\n");
        Assert.Equal([1148m, 2m, 3657m], rows.Select(r => r.Entry!.Quantity));
    }

    [Fact]
    public void Of_several_serials_one_that_cannot_be_read_keeps_its_tonnes()
    {
        var rows = Read($"serial,quantity,state\n{Batch}1-10; {Batch}oops,15,Held\n");
        Assert.Equal(("serial-unreadable", 10m, 5m), (rows.Single(r => r.Problem is not null).Problem!.Code, rows[0].Entry!.Quantity, rows[1].Entry!.Quantity));
    }

    [Theory]
    [InlineData("1686", "2017", null)]
    [InlineData("VCS1686", "2017-01-01", null)]
    [InlineData("01686", "2017.0", null)]
    [InlineData("My forest", "2016-2017", null)]
    [InlineData("", "2017-18", null)]
    [InlineData("1687", "2017", "project-contradicts-serial")]
    [InlineData("VCS168", "2017", "project-contradicts-serial")]
    [InlineData("1686", "2018", "vintage-contradicts-serial")]
    [InlineData("1686", "2018-19", "vintage-contradicts-serial")]
    [InlineData("1686", "2014-2016", "vintage-contradicts-serial")]
    [InlineData("1686", "20171", "vintage-unreadable")]
    [InlineData("1686", "N/A", null)]
    public void Columns_that_contradict_the_serial_are_told(string project, string vintage, string? code) =>
        Assert.Equal(code, Assert.Single(Read($"{Headers}{Verra},10,Retired,,{project},{vintage},,\n")).Problem?.Code);

    [Fact]
    public void Columns_that_contradict_the_serial_are_told_of_a_registry_too()
    {
        const string Table = "Vintage,Credit Status,Quantity,GSID,Serial Number,Issuance Date\n{0},Issued,4552,{1},GS1-1-IN-GS817-4-2012-1303-93-4644,2014-01-01";
        Assert.Null(Read(string.Format(CultureInfo.InvariantCulture, Table, 2012, "817"))[0].Problem);
        Assert.Equal("vintage-contradicts-serial", Read(string.Format(CultureInfo.InvariantCulture, Table, 2013, "817"))[0].Problem!.Code);
        Assert.All(new[] { "818", "Retired", "8 t", "\"8,17\"", "GS818" }, id => Assert.Equal("project-contradicts-serial", Read(string.Format(CultureInfo.InvariantCulture, Table, 2012, id))[0].Problem?.Code));
        Assert.All(new[] { "GS817", "817.0", " 0817", "" }, id => Assert.Null(Read(string.Format(CultureInfo.InvariantCulture, Table, 2012, id))[0].Problem));
    }

    /// <summary>A spreadsheet or a program writes its day 0 where a day was lost, and a database its last day where nothing has ended, also where no serial states a vintage.</summary>
    [Theory]
    [InlineData("1899-12-30")]
    [InlineData("1900-01-01T00:00:00Z")]
    [InlineData("1970-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2099-12-31T23:59:59Z")]
    public void A_day_before_there_were_units_is_none(string day)
    {
        var row = Read($"retirement_id,retired_at,credit_batch_size_total.credit_kgs,project_id\nret_1,{day},5000,prj_1\n")[0];
        Assert.Equal(("date-unreadable", UnitState.Retired, null), (row.Problem?.Code, row.Entry!.State, row.Entry.Date));
    }

    [Theory]
    [InlineData("Gold Standard", "registry-contradicts-serial")]
    [InlineData("ACR", "registry-contradicts-serial")]
    [InlineData("Verra", null)]
    [InlineData("VCS", null)]
    [InlineData("APX", null)]
    [InlineData("", null)]
    public void A_registry_beside_the_serial_is_the_serials(string registry, string? code) =>
        Assert.Equal(code, Read($"serial,quantity,state,registry\n{Verra},10,Retired,{registry}\n")[0].Problem?.Code);

    private const string VerraHeader = "Quantity Issued,Total Vintage Quantity,Serial Number,Retirement/Cancellation Date";
    private const string GoldHeader = "Vintage,Credit Status,Quantity,GSID,Country,Issuance Date,Serial Number";
    private const string Gold = "GS1-1-UG-GS11233-16-2024-30304-1-2440";

    /// <summary>A project of Verra's may be in several countries, of which its export names one.</summary>
    [Theory]
    [InlineData(GoldHeader + "\n2024,Issued,2440,11233,India,2026-04-13," + Gold, "country-contradicts-serial")]
    [InlineData(GoldHeader + "\n2024,Issued,2440,11233,Uganda,2026-04-13," + Gold, null)]
    [InlineData(GoldHeader + "\n2024,Issued,2440,11233,Several,2026-04-13," + Gold, null)]
    [InlineData(GoldHeader + "\n2024,Issued,2440,11233,Uganda,2023-12-31," + Gold, "date-contradicts-serial")]
    [InlineData("serial,quantity,state,country\n" + Gold + ",2440,Held,KE", "country-contradicts-serial")]
    [InlineData("serial,quantity,state,Host country\n" + Gold + ",2440,Held,uganda", null)]
    [InlineData("serial,quantity,state,country\n" + Verra + ",10,Held,IN", null)]
    [InlineData("serial,quantity,state,vintage_start\n" + Verra + ",10,Held,2030-01-01", "vintage-contradicts-serial")]
    [InlineData("serial,quantity,state,vintage_start\n" + Verra + ",10,Held,soon", "vintage-contradicts-serial")]
    [InlineData("[{\"serial_number\":\"" + Gold + "\",\"number_of_credits\":2440,\"status\":\"Issued\",\"project\":{\"country_code\":\"KE\"}}]", "country-contradicts-serial")]
    [InlineData("[{\"serial_number\":\"" + Gold + "\",\"number_of_credits\":2440,\"status\":\"Issued\",\"project\":{\"country_code\":\"UG\"}}]", null)]
    [InlineData(VerraHeader + "\n10,7," + Verra + ",", "columns-disagree")]
    [InlineData(VerraHeader + "\n10,1.4E6," + Verra + ",", "quantity-unreadable")]
    [InlineData(VerraHeader + "\n10,10," + Verra + ",", null)]
    [InlineData(VerraHeader + "\n10,\"1,454,054\"," + Verra + ",", null)]
    [InlineData(VerraHeader + "\n10,," + Verra + ",", null)]
    public void What_a_row_says_beside_its_serial_is_what_the_serial_says(string table, string? code) => Assert.Equal(code, Read(table + "\n")[0].Problem?.Code);

    /// <summary>Units are counted in tonnes: 10 kt, 10 MWh and 10 lakh are not the 10 of the serial.</summary>
    [Theory]
    [InlineData("unit", "kt", true)]
    [InlineData("Unit of Measure", "KTCO2e", true)]
    [InlineData("uom", "Mt", true)]
    [InlineData("UoM", "kg", true)]
    [InlineData("quantity_unit", "Short tons", true)]
    [InlineData("measure", "MWh", true)]
    [InlineData("unit type", "I-REC", true)]
    [InlineData("scale", "in lakh", true)]
    [InlineData("unit", "'000", true)]
    [InlineData("unit", "t", false)]
    [InlineData("unit", "MT", false)]
    [InlineData("unit", "MTCO2e", false)]
    [InlineData("uom", "tonnes CO2e", false)]
    [InlineData("unit type", "Removal", false)]
    [InlineData("unit", "VCU", false)]
    [InlineData("unit", "", false)]
    [InlineData("unit number", "kt", false)]
    public void A_quantity_in_another_unit_is_not_counted(string header, string unit, bool isOther)
    {
        var row = Read($"serial,quantity,state,{header}\n{Verra},10,Retired,{unit}\n")[0];
        Assert.Equal((isOther ? "unit-not-tonnes" : null, isOther), (row.Problem?.Code, row.Entry!.HasQuantityFault || (row.Entry.Doubts & Doubts.Cell) != Doubts.None));
    }

    [Fact]
    public void Two_columns_for_the_same_have_to_say_the_same()
    {
        Assert.Null(Read($"serial,quantity,tonnes,state,status\n{Verra},10,10.0,Retired,Retired\n")[0].Problem);
        Assert.Equal("columns-disagree", Read($"serial,quantity,tonnes,state,status\n{Verra},10,11,Retired,Retired\n")[0].Problem!.Code);
        var row = Read($"serial,quantity,state,status\n{Verra},10,Retired,Held\n")[0];
        Assert.Equal(("columns-disagree", UnitState.Unknown), (row.Problem!.Code, row.Entry!.State));
    }

    [Fact]
    public void A_row_whose_cells_have_shifted_keeps_its_units_and_nothing_else()
    {
        var row = Read($"ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n1686,1,000,10,{Verra},2021-10-20\n")[0];
        Assert.Equal(("row-too-long", 10m, UnitState.Unknown), (row.Problem!.Code, row.Entry!.Quantity, row.Entry.State));
    }

    [Fact]
    public void A_row_cut_short_keeps_what_it_has()
    {
        var row = Read($"ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n1686,1000,10,{Verra}")[0];
        Assert.Equal(("row-too-short", 10m, UnitState.Unknown), (row.Problem!.Code, row.Entry!.Quantity, row.Entry.State));
    }

    [Theory]
    [InlineData("true", "", UnitState.RetiredOrCancelled, null)]
    [InlineData("false", "", UnitState.Held, null)]
    [InlineData("true", "2021-10-20", UnitState.RetiredOrCancelled, null)]
    [InlineData("false", "2021-10-20", UnitState.Unknown, "columns-disagree")]
    [InlineData("\"maybe\"", "", UnitState.Unknown, "flag-unreadable")]
    public void A_flag_decides_the_state(string flag, string date, UnitState state, string? code)
    {
        var row = Read($$"""{"value":[{"serialNumbers":"{{Verra}}","totalVintageQuantity":1000,"quantity":10,"retiredCancelled":{{flag}},"retireOrCancelDate":"{{date}}","resourceIdentifier":1686}]}""")[0];
        Assert.Equal((state, code), (row.Entry!.State, row.Problem?.Code));
    }

    [Theory]
    [InlineData("0.0,0.0,79565.0", "Retired:79565")]
    [InlineData("0.0,100,200", "Retired:100 Retired:200 Issued:79265")]
    [InlineData("79565,,", "Cancelled:79565")]
    [InlineData("5,79560,", "Cancelled:5 Retired:79560")]
    [InlineData(",,", "Issued:79565")]
    [InlineData("5,79561,", "Unknown:79565")]
    [InlineData("5,x,", "Unknown:79565")]
    [InlineData("-5,,", "Unknown:79565")]
    public void The_columns_of_arb_tell_what_became_of_the_credits(string cells, string states)
    {
        var rows = Read("Forest Buffer Account Contribution,Buffer Pool Retired,Retired for Intentional Reversal,Retired 1st Compliance Period (CA),Retired 2nd Compliance Period (CA),Retired 3rd Compliance Period (CA),Retired 4th Compliance Period (CA),Retired for Compliance in Quebec,"
            + $"CARB Issuance ID,ARB Offset Credits Issued,OPR Project ID,Issuance Date,Invalidated or Canceled,Retired Voluntarily,Retired 5th Compliance Period (CA)\n,,0.0,0.0,0.0,0.0,0.0,0.0,CAOD1007-A,79565.0,ACR1007,2024-06-11,{cells}\n");
        Assert.Equal(states, string.Join(" ", rows.Where(r => r.Entry is not null).Select(r => $"{r.Entry!.State}:{r.Entry.Quantity:0}")));
        Assert.Equal(states.StartsWith("Unknown", StringComparison.Ordinal), rows.Any(r => r.Problem is not null));
        Assert.Equal(79565m, Reconciled(rows, [])[ReconciliationClass.MissingAtRegistry, StatementSide.Local] + Reconciled(rows, [])[ReconciliationClass.Contained, StatementSide.Local]);
    }

    [Fact]
    public void Own_units_without_numbers_and_numbers_at_the_registry_are_nobodys_ghosts()
    {
        var totals = Reconciled(Read($"serial,quantity,state\n{Cdc},546,Retired\n"), Read($"{Headers}{Cdc},546,Retired,,1,2009,4426,4971\n"));
        Assert.Equal((546m, 546m), (totals[ReconciliationClass.Ambiguous, StatementSide.Local], totals[ReconciliationClass.Ambiguous, StatementSide.Registry]));
    }

    [Theory]
    [InlineData("1.0E+03,1.9E+03")]
    [InlineData("1899,1000")]
    [InlineData("1000,")]
    public void Own_units_without_numbers_and_unreadable_numbers_at_the_registry_are_nobodys_ghosts(string numbers)
    {
        var totals = Reconciled(Read($"serial,quantity,state\n{Cdc},546,Retired\n"), Read($"{Headers}{Cdc},546,Retired,,1,2009,{numbers}\n"));
        Assert.Equal((546m, 546m), (totals[ReconciliationClass.Unparsable, StatementSide.Local], totals[ReconciliationClass.Unparsable, StatementSide.Registry]));
    }

    [Fact]
    public void An_unreadable_quantity_of_a_serial_without_numbers_makes_nothing_missing()
    {
        var totals = Reconciled(Read($"serial,quantity,state\n{Cdc},546,Retired\n"), Read($"serial,quantity,state\n{Cdc},5.46E+02,Retired\n"));
        Assert.Equal(546m, totals[ReconciliationClass.Unparsable, StatementSide.Local]);
        Assert.Equal("quantity-missing", Read($"serial,quantity,state\n{Cdc},,Retired\n")[0].Problem!.Code);
    }

    /// <summary>A column without a header may say anything: its cells are told, except the numbers of the rows that programs write first.</summary>
    [Theory]
    [InlineData(VerraHeader + ",\n10,10," + Verra + ",,Retired", "column 5")]
    [InlineData(VerraHeader + ",Unnamed: 4\n10,10," + Verra + ",,x", "Unnamed: 4")]
    [InlineData(VerraHeader + ",Unnamed: 4\n10,10," + Verra + ",,", null)]
    [InlineData("," + VerraHeader + "\n0,10,10," + Verra + ",", null)]
    [InlineData("Unnamed: 0," + VerraHeader + "\n0,10,10," + Verra + ",", null)]
    public void What_stands_in_a_column_without_a_header_is_told(string table, string? column)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(table + "\n"));
        var export = new ExportReader().OpenStatement(file, "x", null);
        Assert.Single(export.Rows());
        Assert.Equal(column, export.UnreadColumns.SingleOrDefault()?.Place.Pointer);
        Assert.Empty(export.Recognition.NotRead);
    }

    [Theory]
    [InlineData("serial,quantity,state,", "10,Held,Retired", "columns-disagree column-not-read")]
    [InlineData("serial,quantity,state,Unnamed: 3", "10,Held,fine", "column-not-read")]
    [InlineData("serial,quantity,", "10,Retired", "columns-disagree column-not-read")]
    [InlineData("serial,state,", "Held,99", "column-not-read")]
    [InlineData("serial,quantity,state,", "10,Held,", "")]
    public void A_column_of_ones_own_without_a_header_is_a_problem_of_its_first_row(string headers, string cells, string codes)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{headers}\n{Verra},{cells}\n"));
        Assert.Equal(codes, string.Join(" ", new ExportReader().OpenLedger(file, "x", null).Rows().Where(r => r.Problem is not null).Select(r => r.Problem!.Code)));
    }

    [Theory]
    [InlineData("ZZZ", "date-unreadable", UnitState.Issued, UnitState.Unknown)]
    [InlineData("2026-02-30", "date-unreadable", UnitState.Issued, UnitState.Unknown)]
    [InlineData("", null, UnitState.Issued, UnitState.Unknown)]
    [InlineData("2026-04-13", null, UnitState.Issued, UnitState.Issued)]
    public void A_day_of_issue_that_is_not_known_leaves_an_earlier_day_open(string day, string? code, UnitState now, UnitState then)
    {
        var rows = Read(GoldHeader + $"\n2024,Issued,2440,11233,Uganda,{day},{Gold}\n");
        Assert.Equal((code, now), (rows[0].Problem?.Code, rows[0].Entry!.State));
        var own = Read($"serial,quantity,state\n{Gold},2440,Held\n");
        Assert.Equal(2440m, Reconciled(own, rows)[ReconciliationClass.Matched, StatementSide.Local]);
        Assert.Equal(2440m, Reconciled(own, rows, new Reconciler(new NodaTime.LocalDate(2026, 6, 30)))[then == UnitState.Unknown ? ReconciliationClass.Unparsable : ReconciliationClass.Matched, StatementSide.Local]);
    }

    [Theory]
    [InlineData(" - ")]
    [InlineData(" – ")]
    public void Two_serials_with_a_dash_between_are_two(string dash) =>
        Assert.Equal([10m, 425m], Read($"serial,quantity,state\n{Verra}{dash}19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1,435,Held\n").Select(r => r.Entry!.Quantity));

    private static ExportRow[] Read(string text) => new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x").ToArray();

    private static ReconciliationTotals Reconciled(ExportRow[] local, ExportRow[] registry, Reconciler? reconciler = null)
    {
        reconciler ??= new Reconciler();
        foreach (var (side, rows) in new[] { (StatementSide.Local, local), (StatementSide.Registry, registry) })
        {
            foreach (var row in rows.Where(r => r.Entry is not null))
            {
                reconciler.Add(side, row.Entry!);
            }
        }

        Assert.Equal(reconciler.Totals().Of(StatementSide.Local), reconciler.Findings().Sum(f => f.LocalTonnes));
        Assert.Equal(reconciler.Totals().Of(StatementSide.Registry), reconciler.Findings().Sum(f => f.RegistryTonnes));
        return reconciler.Totals();
    }
}
