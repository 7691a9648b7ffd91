using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Layouts as ERPs, meters, weighbridges and laboratories export them: what is proposed comes to the right amounts, and what could be otherwise is said.</summary>
public class SuggestedLayoutsTests
{
    private static readonly MaterialFactor[] Materials = [new("CaCO3", null!) { AlsoCalled = ["limestone"] }];

    private static MappingSuggestion Of(string text, string file = "x.csv") => MappingSuggestion.Of(IngestionFile.Of(file, Encoding.UTF8.GetBytes(text)), "2025-26", Plant.Fuels("other-bituminous-coal:coal", "petroleum-coke", "diesel"), Materials);

    private static JsonNode Source(MappingSuggestion suggestion) => suggestion.Mapping["sources"]![0]!;

    private static string Kind(MappingSuggestion suggestion) => Source(suggestion)["kind"]!.ToString();

    private static string[] Columns(MappingSuggestion suggestion) => [.. Source(suggestion)["series"]!.AsArray().Select(s => s!["column"] + (s["where"]?["is"] is { } name ? " of " + name : ""))];

    private static void Says(MappingSuggestion suggestion, string part) => Assert.True(suggestion.Notes.Any(n => n.Contains(part, StringComparison.Ordinal)), part + "\n" + string.Join("\n", suggestion.Notes));

    /// <summary>The amounts of a month that the file comes to by the proposed mapping, a stream and its amount each.</summary>
    private static string[] April(MappingSuggestion suggestion, string text, string file = "x.csv")
    {
        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(suggestion.Mapping.ToJsonString()), "m"), [IngestionFile.Of(file, Encoding.UTF8.GetBytes(text))]);
        Assert.DoesNotContain(result.Problems, p => p.Severity == Severity.Error && p.Place.File == file);
        return [.. result.Values.Where(v => v.Period == "2025-04" && v.Amount is not null).Select(v => v.Stream + " " + v.Amount)];
    }

    private static string Days(string header, Func<int, string> row, string written = "dd-MM-yyyy") =>
        header + "\n" + string.Concat(Enumerable.Range(0, 30).Select(i => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i).ToString(written, CultureInfo.InvariantCulture) + row(i) + "\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Ticket No")]
    [InlineData("Receipt Number")]
    [InlineData("GRN No.")]
    [InlineData("Voucher")]
    [InlineData("ID")]
    public void Rows_a_day_apart_with_a_document_each_are_movements(string number)
    {
        var text = Days("Date," + number + ",Coal (t)", i => Text($",{900 + i},30"));
        var suggestion = Of(text);
        Assert.Equal(("movements", number), (Kind(suggestion), Source(suggestion)["series"]![0]!["number"]!.ToString()));
        Says(suggestion, $"Each row has a \"{number}\" of its own");
        Assert.Equal(["coal 900 t"], April(suggestion, text));
    }

    [Fact]
    public void Tickets_every_half_hour_are_movements_and_a_number_that_repeats_numbers_nothing()
    {
        string Rows(Func<int, int> number) => "Time,Ticket No,Coal (t)\n" + string.Concat(Enumerable.Range(0, 40).Select(i => Text($"2025-04-01 {i / 2:00}:{i % 2 * 30:00},{number(i)},30\n")));
        Assert.Equal("movements", Kind(Of(Rows(i => 900 + i))));
        Assert.Equal("meter", Kind(Of(Rows(i => 900 + (i % 2)))));
        Says(Of(Rows(i => 900 + (i % 2))), "\"Ticket No\" is empty or repeats itself");
    }

    [Theory]
    [InlineData("S. No.")]
    [InlineData("Meter No")]
    [InlineData("Vehicle No")]
    public void A_count_of_rows_or_the_number_of_a_meter_is_no_document(string number)
    {
        var suggestion = Of(Days("Date," + number + ",Coal (t)", i => Text($",{i + 1},{30 + (i % 3)}")));
        Assert.Equal("meter", Kind(suggestion));
        Assert.Equal(["Coal (t)"], Columns(suggestion));
        Says(suggestion, "Rows are a day apart");
    }

    [Fact]
    public void Of_a_weighbridge_the_net_weight_is_taken_once()
    {
        var text = "Ticket No,Vehicle No,Date In,Date Out,Material,Gross Wt (kg),Tare Wt (kg),Net Wt (kg)\n" + string.Concat(Enumerable.Range(1, 30).Select(i => Text($"{i},CG04AB{i:0000},{i:00}/04/2025,{i:00}/04/2025,Coal,42000,12000,30000\n")));
        var suggestion = Of(text, "wb.csv");
        Assert.Equal(["Net Wt (kg) of Coal"], Columns(suggestion));
        Says(suggestion, "are of the same thing");
        Says(suggestion, "\"Date Out\" holds days too");
        Assert.Equal(["coal 900 t"], April(suggestion, text, "wb.csv"));
    }

    [Fact]
    public void Of_an_sap_list_the_quantity_beside_its_unit_is_taken_and_money_and_codes_are_not()
    {
        const string text = "Plnt;SLoc;Material;Material Description;MvT;Mat. Doc.;Item;Doc. Date;Pstng Date;Quantity;BUn;Amt.in loc.cur.\n1100;RM01;100200;COAL;261;4900001;1;01.04.2025;02.04.2025;1.250,500-;MT;9.378.750,00-\n1100;RM01;100200;COAL;261;4900002;1;12.04.2025;12.04.2025;900,000-;MT;6.750.000,00-\n1200;RM01;100200;COAL;261;4900003;1;17.04.2025;17.04.2025;100,000-;MT;750.000,00-\n";
        var suggestion = Of(text, "mb51.csv");
        Assert.Equal(["Quantity of COAL"], Columns(suggestion));
        Says(suggestion, "\"Amt.in loc.cur.\" is of money");
        Says(suggestion, "\"Plnt\" says no unit");
        Says(suggestion, "\"Pstng Date\" holds days too");
        Assert.Equal(["coal 2250.5 t"], April(suggestion, text, "mb51.csv"));
    }

    [Fact]
    public void Sap_by_the_names_of_its_fields()
    {
        const string text = "MBLNR,ZEILE,BUDAT,BWART,MATNR,MAKTX,MENGE,MEINS,DMBTR\n4900001,1,2025-04-02,261,100200,COAL,10,TO,5000\n4900002,1,2025-04-05,261,100200,COAL,20,TO,9000\n4900002,2,2025-04-05,262,100201,DIESEL,3,KL,900\n";
        var suggestion = Of(text);
        Assert.Equal(["MENGE of COAL", "MENGE of DIESEL"], Columns(suggestion));
        Says(suggestion, "\"BWART\" says by 261, 262");
        Assert.Equal(["coal 30 t", "diesel 3 kl"], April(suggestion, text));
    }

    [Fact]
    public void Of_oracle_an_item_in_words_is_a_material_and_the_type_is_told()
    {
        const string text = "Transaction ID,Transaction Date,Item,Transaction Type,Quantity,UOM,Subinventory\n1,02-APR-25,COAL,WIP Issue,10,MT,RM\n2,03-APR-25,PETROLEUM COKE,WIP Issue,20,MT,RM\n3,07-APR-25,COAL,PO Receipt,500,MT,RM\n";
        var suggestion = Of(text);
        Assert.Equal(["Quantity of COAL", "Quantity of PETROLEUM COKE"], Columns(suggestion));
        Assert.Equal("Transaction ID", Source(suggestion)["series"]![0]!["number"]!.ToString());
        Says(suggestion, "\"Transaction Type\" says by WIP Issue, PO Receipt");
    }

    [Fact]
    public void Of_tally_quantities_with_their_unit_in_the_cell_are_told_and_values_are_not_taken()
    {
        const string text = "Date,Particulars,Vch Type,Vch No.,Inwards Quantity,Inwards Value,Closing Quantity,Closing Value\n1-Apr-25,Opening,,,,,120.500 MT,100000\n2-Apr-25,Mine A,Purchase,11,30.000 MT,25000,150.500 MT,125000\n5-Apr-25,Mine A,Purchase,12,31.000 MT,26000,181.500 MT,151000\n";
        var suggestion = Of(text);
        Assert.Empty(Columns(suggestion));
        Says(suggestion, "\"Inwards Quantity\" has numbers and their unit in one cell");
        Says(suggestion, "write the series by hand");
    }

    [Fact]
    public void A_register_of_stocks_gives_what_was_consumed_and_neither_balance_nor_receipt()
    {
        var text = Days("Date,Opening Stock (MT),Received (MT),Consumed (MT),Closing Stock (MT)", i => Text($",{1000 + i},31,30,{1001 + i}"));
        var suggestion = Of(text, "coal.csv");
        Assert.Equal(["Consumed (MT)"], Columns(suggestion));
        Says(suggestion, "\"Opening Stock (MT)\" is what lay in stock");
        Assert.Equal(["coal 900 t"], April(suggestion, text, "coal.csv"));
    }

    [Fact]
    public void A_running_sum_and_a_plan_beside_the_day_are_left_out()
    {
        var suggestion = Of(Days("Date,Clinker for the day (t),Clinker MTD (t),Clinker up to date (t),Target clinker (t)", i => Text($",{100 + (i % 4)},{100 * (i + 1)},{100 * (i + 1)},110")));
        Assert.Equal(["Clinker for the day (t)"], Columns(suggestion));
        Says(suggestion, "\"Clinker MTD (t)\" is a running sum");
        Says(suggestion, "\"Target clinker (t)\" is what was planned");
    }

    [Fact]
    public void What_rises_beside_what_was_used_is_a_register_whatever_it_is_called()
    {
        var suggestion = Of(Days("Date,HT kWh,Units kWh", i => Text($",{5000 + (100 * i)},{100 + (i % 3)}")));
        Assert.Equal(["Units kWh"], Columns(suggestion));
        Says(suggestion, "\"HT kWh\" only rises");
    }

    [Fact]
    public void Readings_beside_the_units_and_the_factor_of_the_meter()
    {
        var suggestion = Of(Days("Date,Initial reading (kWh),Final reading (kWh),MF,Consumption (kWh)", i => Text($",{100 * i},{(100 * i) + 90 + (i % 5)},1000,{90 + (i % 5)}")));
        Assert.Equal(["Consumption (kWh)"], Columns(suggestion));
        Says(suggestion, "\"MF\" is what readings are multiplied by");
    }

    [Fact]
    public void Export_is_not_bought_and_the_sum_of_the_feeders_is_not_another_feeder()
    {
        var suggestion = Of(Days("Date,Feeder 1 Import (kWh),Feeder 2 Import (kWh),Export (kWh),DG-1 (kWh),Solar (kWh)", i => Text($",{100 + (i % 3)},{200 + (i % 5)},{i % 4},{i % 2},{i % 7}")));
        var report = suggestion.Mapping["report"]!;
        Assert.Equal(["feeder-1-import grid", "feeder-2-import grid", "solar renewable-on-site"], report["electricity"]!.AsArray().Select(s => s!["id"] + " " + s["supply"]));
        Assert.Equal("export", report["exportedPower"]![0]!["id"]!.ToString());
        Says(suggestion, "\"DG-1 (kWh)\" is made in the plant");
        Says(suggestion, "add up as electricity that was bought");
        var totals = Of(Days("Date,TOD1 (kWh),TOD2 (kWh),All zones (kWh)", i => Text($",{100 + (i % 3)},{200 - (i % 5)},{300 + (i % 3) - (i % 5)}")));
        Assert.Equal(["TOD1 (kWh)", "TOD2 (kWh)"], Columns(totals));
        Says(totals, "\"All zones (kWh)\" is in every row the sum");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Meters_below_each_other_get_a_series_each_and_their_registers_are_not_added(bool isInterleaved)
    {
        var rows = from i in Enumerable.Range(0, 97) from m in new[] { "HT1", "HT2" } select (Meter: m, Row: Text($"2025-04-0{1 + (i / 96)}T{i % 96 / 4:00}:{i % 4 * 15:00},{m},{(m == "HT1" ? 1000 : 7000) + (2 * i)},Good\n"));
        var text = "Timestamp,Meter,Reading kWh,Quality\n" + string.Concat((isInterleaved ? rows : rows.OrderBy(r => r.Meter, StringComparer.Ordinal)).Select(r => r.Row));
        var suggestion = Of(text);
        Assert.Equal(("meter", "register", 15), (Kind(suggestion), Source(suggestion)["counts"]!.ToString(), Source(suggestion)["minutes"]!.GetValue<int>()));
        Assert.Equal(["Reading kWh of HT1", "Reading kWh of HT2"], Columns(suggestion));
    }

    [Fact]
    public void The_newest_row_may_stand_first()
    {
        var rows = Enumerable.Range(0, 96).Select(i => Text($"2025-04-01 {i / 4:00}:{i % 4 * 15:00},{1000 + i}")).Reverse();
        var suggestion = Of("Time,Import kWh\n" + string.Join("\n", rows) + "\n");
        Assert.Equal(("meter", "register"), (Kind(suggestion), Source(suggestion)["counts"]?.ToString()));
    }

    [Fact]
    public void A_word_a_total_and_a_price_do_not_hide_the_column()
    {
        var text = Days("Date,HSD issued (ltr),Rate (Rs/ltr),Issued to", i => Text($",{(i == 4 ? "Nil" : "200")},90,{4001 + (i % 2)}")) + "Total,5800,,\n";
        var suggestion = Of(text, "diesel.csv");
        Assert.Equal(["HSD issued (ltr)"], Columns(suggestion));
        Says(suggestion, "\"HSD issued (ltr)\" has \"Nil\" among its numbers");
        Says(suggestion, "Rows without a time, such as \"Total 5800\"");
        Says(suggestion, "\"Rate (Rs/ltr)\" is of money");
    }

    [Fact]
    public void A_number_that_other_countries_read_otherwise_is_told()
    {
        Says(Of("Ticket;Date;Coal (t)\n1;2025-04-01;1.250\n2;2025-04-03;1.300\n3;2025-04-09;1.275\n"), "\"1.250\" is another number where the point and the comma change places");
        Assert.DoesNotContain(Of("Ticket;Date;Coal (t)\n1;2025-04-01;1.250\n2;2025-04-03;0.900\n3;2025-04-09;1.275\n").Notes, n => n.Contains("change places", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_materials_are_never_added_into_one()
    {
        var suggestion = Of("Doc,Date,Material,Quantity,UoM\n" + string.Concat(Enumerable.Range(0, 160).Select(i => Text($"{i},2025-04-{1 + (i % 30):00},M{i % 80},5,t\n"))));
        Assert.Equal(60, Columns(suggestion).Length);
        Says(suggestion, "and 20 more, which got none,");
        Says(Of("Doc,Date,Description,Quantity (t)\n" + string.Concat(Enumerable.Range(0, 40).Select(i => Text($"{i},2025-04-{1 + (i % 30):00},Lorry {i},5\n")))), "another text in nearly every row");
    }

    [Fact]
    public void A_laboratory_s_other_carbons_and_moistures_are_no_results()
    {
        var suggestion = Of("Report no.,Sample date,Fixed carbon (%),IM (%),Inherent moisture (%),TM (%),GCV ADB (kcal/kg),GCV ARB (kcal/kg),CO2 dioxide (%)\nA,2025-04-05,40,5,6,12,4500,4200,1\nB,2025-05-05,41,5,6,13,4510,4210,1\n", "coal-lab.csv");
        Assert.Equal(["TM (%)", "GCV ARB (kcal/kg)"], Columns(suggestion));
        Says(suggestion, "\"GCV ADB (kcal/kg)\", \"GCV ARB (kcal/kg)\" are of one result");
        Says(suggestion, "\"Fixed carbon (%)\" is no result");
        var receipts = Of("GRN No,Date,Qty (MT),GCV ADB in kcal/kg\nA,2025-04-05,40,4500\nB,2025-05-05,41,4510\n", "coal.csv");
        Assert.Equal("GCV ADB in kcal/kg", Assert.Single(Columns(receipts)));
        Says(receipts, "\"Qty (MT)\" is no result that the report counts with, or says no unit of it; it is left out. Where it is an amount");
        Says(receipts, "is of a dried sample (adb)");
    }

    [Fact]
    public void A_table_beside_the_first_is_not_taken_with_its_days()
    {
        var suggestion = Of("Date,Coal (t),,Day,Diesel (kl)\n" + string.Concat(Enumerable.Range(1, 9).Select(i => Text($"2025-04-{i:00},{30 + (i % 2)},,2025-05-{i:00},{2 + (i % 2)}\n"))));
        Assert.Equal(["Coal (t)"], Columns(suggestion));
        Says(suggestion, "To the right is another table, from \"Day\" on");
    }

    [Theory]
    [InlineData("d-MMM-yy")]
    [InlineData("d/M/yyyy")]
    [InlineData("dd/MM/yy")]
    [InlineData("M/d/yyyy")]
    public void Days_as_spreadsheets_save_them(string written)
    {
        var text = Days("Date,Coal (t)", i => Text($",{30 + (i % 2)}"), written);
        Assert.Equal(["coal 915 t"], April(Of(text), text));
    }
}
