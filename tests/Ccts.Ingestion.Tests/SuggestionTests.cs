using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>What is proposed from the first rows is a mapping that reads, and the file goes through it.</summary>
public class SuggestionTests
{
    private static readonly MaterialFactor[] Materials = [Material("CaCO3", "limestone", "dolomite"), Material("MgCO3", "magnesite", "dolomite")];

    private static MaterialFactor Material(string key, params string[] called) => new(key, null!) { AlsoCalled = called };

    private static MappingSuggestion Of(string text, string file = "x.csv") => MappingSuggestion.Of(IngestionFile.Of(file, Encoding.UTF8.GetBytes(text)), "2025-26", Plant.Fuels("other-bituminous-coal:coal", "petroleum-coke:pet coke:petcoke", "residual-fuel-oil:furnace oil", "gas-diesel-oil:HSD", "charcoal", "blast-furnace-gas", "oxygen-steel-furnace-gas", "motor-gasoline:MS"), Materials);

    private static string[] Series(MappingSuggestion suggestion) => [.. Source(suggestion)["series"]!.AsArray().Select(s => string.Join(" ", new[] { "stream", "flow", "result", "component", "unit", "unitColumn" }.Select(m => s![m]?.ToString()).Append(s!["where"]?["is"]?.ToString()).Where(t => t is not null)))];

    /// <summary>The file goes through the mapping that was proposed for it, and each series finds its values.</summary>
    private static void GoesThrough(MappingSuggestion suggestion, string text, string file = "x.csv")
    {
        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(suggestion.Mapping.ToJsonString()), "m"), [IngestionFile.Of(file, Encoding.UTF8.GetBytes(text))]);
        Assert.DoesNotContain(result.Problems, p => p.Severity == Severity.Error && p.Place.File == file);
        Assert.DoesNotContain(result.Problems, p => p.Code is "series-without-values" or "row-of-no-series");
    }

    private static JsonNode Source(MappingSuggestion suggestion) => suggestion.Mapping["sources"]![0]!;

    [Fact]
    public void A_meter_with_titles_semicolons_and_decimal_commas()
    {
        var text = "Works 3;;\n\n" + Plant.Csv(Plant.April(i => $"{100 + (i * 7 % 50)},25;x").Select(r => r.Replace(",", ";", System.StringComparison.Ordinal).Replace(";25;", ",25;", System.StringComparison.Ordinal)), "time;Import (kWh);note");
        var source = Source(Of(text));
        Assert.Equal(("meter", 360, "interval", ";", ","), (source["kind"]!.GetValue<string>(), source["minutes"]!.GetValue<int>(), source["counts"]!.GetValue<string>(), source["table"]!["separator"]!.GetValue<string>(), source["table"]!["decimal"]!.GetValue<string>()));
        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(Of(text).Mapping.ToJsonString()), "m"), [IngestionFile.Of("x.csv", Encoding.UTF8.GetBytes(text))]);
        Assert.False(result.HasErrors);
        Assert.True(result.IsComplete);
    }

    /// <summary>A unit that is so many of another is proposed as that one with its factor.</summary>
    [Theory]
    [InlineData("Coal (short tons)", "t", "0.90718474")]
    [InlineData("Coal (Qtls)", "kg", "100")]
    [InlineData("Coal (टन)", "t", null)]
    public void Units_with_a_factor(string header, string unit, string? times)
    {
        var text = $"Date,{header}\n2025-04-01,120\n2025-04-03,110\n2025-04-04,130\n2025-04-09,125\n";
        var suggestion = Of(text);
        var series = Source(suggestion)["series"]![0]!;
        Assert.Equal((unit, times), (series["unit"]!.ToString(), series["times"]?.ToString()));
        GoesThrough(suggestion, text);
    }

    [Fact]
    public void Hours_across_are_told_in_one_sentence()
    {
        var text = "Date," + string.Join(",", Enumerable.Range(1, 96).Select(b => $"B{b}")) + ",Total (kWh)\n" + string.Concat(Enumerable.Range(1, 4).Select(d => $"2025-04-0{d}," + string.Join(",", Enumerable.Range(1, 96).Select(b => b + d)) + ",5000\n"));
        Assert.Single(Of(text).Notes, n => n.StartsWith("\"B1\" to \"B96\" are 96 hours or blocks", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Tickets_with_a_number_and_a_fuel_in_the_header()
    {
        var suggestion = Of("Ticket No,Date,Coal (t)\n1,03-04-2025,30.5\n2,14-04-2025,31\n3,29-04-2025,30\n");
        var source = Source(suggestion);
        Assert.Equal(("movements", "dd-MM-uuuu", "Ticket No"), (source["kind"]!.GetValue<string>(), source["time"]!["format"]!.GetValue<string>(), source["series"]![0]!["number"]!.GetValue<string>()));
        Assert.Equal("other-bituminous-coal", suggestion.Mapping["report"]!["fuels"]![0]!["fuel"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PET COKE", "petroleum-coke")]
    [InlineData("Petcoke", "petroleum-coke")]
    [InlineData("CALCINED PETROLEUM COKE", "petroleum-coke")]
    [InlineData("GREEN PET COKE", "petroleum-coke")]
    [InlineData("FURNACE OIL", "residual-fuel-oil")]
    [InlineData("HSD", "gas-diesel-oil")]
    [InlineData("CHARCOAL", "charcoal")]
    [InlineData("Blast furnace gas", "blast-furnace-gas")]
    [InlineData("FURNACE SLAG", "(one of blast-furnace-gas, oxygen-steel-furnace-gas)")]
    [InlineData("MS", "motor-gasoline")]
    [InlineData("MS PLATES", null)]
    [InlineData("CLINKER", null)]
    public void A_fuel_is_known_by_its_names_and_guessed_by_parts_of_them(string header, string? fuel) =>
        Assert.Equal(fuel, Of($"Ticket No,Date,{header} (t)\n1,03-04-2025,30.5\n2,14-04-2025,31\n3,29-04-2025,30\n").Mapping["report"]!["fuels"]?[0]!["fuel"]!.GetValue<string>());

    /// <summary>415,000 in a file of semicolons, or of days with points, is 415 and no more.</summary>
    [Theory]
    [InlineData("Document;Posting date;Quantity (t)\n1;05.04.2025;415,000\n2;15.04.2025;205,000\n3;25.04.2025;210,500\n", ",", null)]
    [InlineData("Document;Posting date;Quantity (t)\n1;05.04.2025;1.415,000\n2;15.04.2025;205,000\n3;25.04.2025;210,500\n", ",", ".")]
    [InlineData("Document,Posting date,Quantity (t)\n1,05.04.2025,\"415,000\"\n2,15.04.2025,\"205,000\"\n3,25.04.2025,\"210,500\"\n", ",", null)]
    [InlineData("Document,Posting date,Quantity (t)\n1,05-04-2025,\"415,000\"\n2,15-04-2025,\"205,000\"\n3,25-04-2025,\"210,500\"\n", null, ",")]
    [InlineData("Document;Posting date;Quantity (t)\n1;05.04.2025;415.5\n2;15.04.2025;205.25\n3;25.04.2025;210.5\n", null, null)]
    public void A_comma_that_could_be_either(string csv, string? point, string? thousands)
    {
        var table = Source(Of(csv))["table"];
        Assert.Equal((point, thousands), (table?["decimal"]?.ToString(), table?["thousands"]?.ToString()));
    }

    [Fact]
    public void A_sheet_of_a_process_material_comes_to_its_composition()
    {
        const string text = "Dolomite as received\nReport no.;Sampled on;CaCO₃ (%);MgCO3 (%);SiO2 (%)\nD1;05.04.2025;54,1;42;1,1\nD2;05.05.2025;54,2;41,7;1,2\nD3;25.05.2025;54,3;41,6;1,2\n";
        var suggestion = Of(text);
        Assert.Equal(["dolomite composition CaCO3 %", "dolomite composition MgCO3 %"], Series(suggestion));
        Assert.Equal(("laboratory", "dolomite", "Report no."), (Source(suggestion)["kind"]!.ToString(), suggestion.Mapping["report"]!["processMaterials"]![0]!["material"]!.ToString(), Source(suggestion)["series"]![0]!["number"]!.ToString()));
        Assert.Contains(suggestion.Notes, n => n.StartsWith("\"SiO2 (%)\" is no result", System.StringComparison.Ordinal));
        Assert.Contains(suggestion.Notes, n => n.Contains("\"mean\"", System.StringComparison.Ordinal));
        GoesThrough(suggestion, text);
    }

    [Fact]
    public void Factors_and_conversion_of_several_materials_are_chosen_by_their_names()
    {
        const string text = "Date,Material,EF (tCO2/t),Degree of calcination (%)\n2025-04-05,Limestone,0.43,99\n2025-04-06,Raw meal,0.52,98\n2025-05-05,Limestone,0.44,99\n";
        var suggestion = Of(text);
        Assert.Equal(["limestone factor tCO2/t Limestone", "limestone conversionFactor % Limestone", "raw-meal factor tCO2/t Raw meal", "raw-meal conversionFactor % Raw meal"], Series(suggestion));
        GoesThrough(suggestion, text);
    }

    [Theory]
    [InlineData("Carbon in bottom ash", "lab.csv", "fuel unburnt lab carbonContent %")]
    [InlineData("Boiler", "fly-ash.csv", "fuel unburnt fly-ash carbonContent %")]
    [InlineData("Electrodes", "carbon.csv", "balance inputs carbon carbonContent %")]
    [InlineData("Limestone", "toc.csv", "limestone carbonContent %")]
    [InlineData("Petroleum coke", "toc.csv", "petroleum-coke carbonContent %")]
    public void Carbon_alone_is_of_ash_of_what_enters_a_balance_of_a_material_or_of_a_fuel(string title, string file, string series)
    {
        var text = title + "\nReport no.,Date,TOC (%)\nA,2025-06-28,3.1\nB,2025-09-28,3.3\n";
        var suggestion = Of(text, file);
        var flow = Source(suggestion)["series"]![0]!["flow"]?.ToString();
        var list = flow is null ? null : suggestion.Mapping["report"]!["fuels"]?[0]?["unburnt"] is null ? "inputs" : "unburnt";
        Assert.Equal([series], Series(suggestion).Select(s => list is null ? s : s.Replace(" " + flow + " ", $" {list} {flow} ", System.StringComparison.Ordinal)));
        GoesThrough(suggestion, text, file);
    }

    [Fact]
    public void Stores_name_what_moves_and_each_name_gets_its_own_series()
    {
        const string text = "Document,Date,Material,Quantity,UoM\n1,2025-04-10,DOLOMITE,400,t\n2,2025-04-10,ELECTRODES,18000,kg\n3,2025-04-10,BOTTOM ASH,150,t\n4,2025-05-11,COAL,900,t\n5,2025-05-12,CEMENT,10,t\n";
        var suggestion = Of(text);
        Assert.Equal(["dolomite UoM DOLOMITE", "balance electrodes UoM ELECTRODES", "fuel bottom ash UoM BOTTOM ASH", "coal UoM COAL", "cement UoM CEMENT"], Series(suggestion));
        GoesThrough(suggestion, text);
    }

    [Fact]
    public void Day_and_time_in_two_columns_are_taken_together()
    {
        var text = Plant.Csv(Plant.April(i => (10 * i).ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(r => System.DateTime.Parse(r[..16], System.Globalization.CultureInfo.InvariantCulture).ToString("dd-MMM-yy,HH:mm", System.Globalization.CultureInfo.InvariantCulture) + r[16..]), "Log date,Log time,HT incomer KWH Reg");
        var source = Source(Of(text));
        Assert.Equal(("Log date", "Log time", "dd-MMM-yy HH:mm", 360), (source["time"]!["column"]!.ToString(), source["time"]!["clockColumn"]!.ToString(), source["time"]!["format"]!.ToString(), source["minutes"]!.GetValue<int>()));
        GoesThrough(Of(text), text);
    }

    [Fact]
    public void A_word_that_several_fuels_have_names_none_of_them()
    {
        var mapping = MappingSuggestion.Of(IngestionFile.Of("x.csv", "Date,Coal (t)\n2025-04-01,5\n2025-04-03,7\n"u8.ToArray()), "2025-26", Plant.Fuels("coal-tar", "coking-coal", "lignite"), Materials).Mapping;
        Assert.Equal("(one of coal-tar, coking-coal)", mapping["report"]!["fuels"]![0]!["fuel"]!.ToString());
    }

    [Fact]
    public void What_an_erp_writes_below_zero_is_turned_round()
    {
        const string text = "Mat. Doc.;Item;Pstng Date;MvT;Material Description;Qty;EUn\n49001;1;10.04.2025;261;COAL;1.250,500-;MT\n49002;1;12.04.2025;261;COAL;900,000-;MT\n49003;2;17.04.2025;101;COAL;10,000;MT\n";
        var suggestion = Of(text);
        Assert.Equal(("behind", "-1", "[\"Mat. Doc.\",\"Item\"]", "EUn"), (Source(suggestion)["table"]!["minus"]!.ToString(), Source(suggestion)["series"]![0]!["times"]!.ToString(), Source(suggestion)["series"]![0]!["number"]!.ToJsonString(), Source(suggestion)["series"]![0]!["unitColumn"]!.ToString()));
        Assert.Equal("t", Source(suggestion)["table"]!["units"]!["MT"]!.ToString());
        Assert.Contains(suggestion.Notes, n => n.StartsWith("\"MvT\" says by 261, 101 what a row is", System.StringComparison.Ordinal));
        GoesThrough(suggestion, text);
    }

    [Fact]
    public void A_sheet_of_a_fuel_stays_one_and_external_is_no_part_of_another_word()
    {
        var suggestion = Of("Date,NCV (kcal/kg),Ext. NCV (kcal/kg),Next carbon (%),Ash (%)\n2025-04-05,5900,5910,62,30\n2025-05-05,5800,5810,61,31\n", "coal.csv");
        Assert.Equal(["other-bituminous-coal ncv kcal/kg", "other-bituminous-coal externalNcv kcal/kg", "other-bituminous-coal carbonContent %"], Series(suggestion));
    }

    [Fact]
    public void A_register_only_rises_and_a_day_that_could_be_a_month_is_told()
    {
        var register = Source(Of(Plant.Csv(Plant.April(i => (10 * i).ToString(System.Globalization.CultureInfo.InvariantCulture)), "time,Reading kWh")));
        Assert.Equal("register", register["counts"]!.GetValue<string>());
        Assert.Contains(Of("Date,net t\n01/02/2025,5\n03/04/2025,7\n05/04/2025,1\n").Notes, n => n.StartsWith("No day above 12", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n")]
    [InlineData("just\ntext\n")]
    [InlineData("\u0000\u0001")]
    public void What_is_no_table_is_told(string text) => Assert.Throws<CctsDataException>(() => Of(text));
}
