using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Units as people write them: some lakh of one, a quintal, so much in an hour. Read as the unit behind it, each would be a wrong amount in silence.</summary>
public sealed class WrittenUnitsTests
{
    private static JsonObject Of(string stream, string column, string unit, string? series = null, string? table = null)
    {
        var mapping = Plant.Tickets(series);
        var (report, source) = (mapping["report"]!, mapping["sources"]![0]!.AsObject());
        report["fuels"]![0]!["amount"] = "1 t";
        report[stream == "coal" ? "fuels" : "electricity"]![0]!.AsObject().Remove("amount");
        source["time"]!["column"] = "Date";
        (source["series"]![0]!["stream"], source["series"]![0]!["column"], source["series"]![0]!["unit"]) = (stream, column, unit);
        if (table is not null)
        {
            source["table"] = JsonNode.Parse(table);
        }

        return mapping;
    }

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code));

    [Theory]
    [InlineData("coal", "Coal Consumption '000 t", "t", "1000")]
    [InlineData("coal", "Quantity (Lakh T)", "t", "100000")]
    [InlineData("coal", "Quantity (000 MT)", "t", "1000")]
    [InlineData("coal", "Coal ('000MT)", "t", "1000")]
    [InlineData("coal", "Coal (t x 1000)", "t", "1000")]
    [InlineData("coal", "Coal in Quintals", "t", "0.1")]
    [InlineData("coal", "Qty (QTL)", "t", "0.1")]
    [InlineData("coal", "Qty (Qtl.)", "kg", "100")]
    [InlineData("coal", "Net (lbs)", "t", "0.00045359237")]
    [InlineData("coal", "Net (lb)", "t", "0.00045359237")]
    [InlineData("coal", "Qty (short tons)", "t", "0.90718474")]
    [InlineData("coal", "Coal (LMT)", "t", "100000")]
    [InlineData("coal", "Qty in lakhs", "t", "100000")]
    [InlineData("coal", "Qty ('000)", "t", "1000")]
    [InlineData("coal", "Qty (crore kg)", "t", "10000")]
    [InlineData("grid", "Energy (LU)", "kWh", "100000")]
    [InlineData("grid", "Import (Lakh kWh)", "kWh", "100000")]
    [InlineData("grid", "Import (Lakh Units)", "MWh", "100")]
    [InlineData("grid", "Energy (Million Units)", "MWh", "1000")]
    [InlineData("grid", "Import (in units)", "MWh", null)]
    [InlineData("grid", "Energy kWh x1000", "kWh", "1000")]
    [InlineData("grid", "Energy (kWh × 1,000)", "kWh", "1000")]
    [InlineData("grid", "Load (MW)", "MWh", "24")]
    [InlineData("coal", "Coal (Kilograms)", "t", null)]
    [InlineData("coal", "Coal kilogram", "t", null)]
    [InlineData("coal", "CoalKg", "t", null)]
    [InlineData("coal", "netKg", "t", null)]
    [InlineData("coal", "Coal-kg", "t", null)]
    [InlineData("coal", "Coal.kg", "t", null)]
    [InlineData("coal", "Coal/kg", "t", null)]
    [InlineData("coal", "Coal {kg}", "t", null)]
    [InlineData("coal", "Coal (gm)", "t", "0.000001")]
    [InlineData("coal", "Coal (q)", "t", "0.1")]
    [InlineData("coal", "Coal (KT)", "t", null)]
    [InlineData("coal", "Coal (kMT)", "t", "1000")]
    [InlineData("coal", "Coal (th. t)", "t", "1000")]
    [InlineData("coal", "Coal (Lac.T)", "t", "100000")]
    [InlineData("coal", "Coal (Mn T)", "t", "1000000")]
    [InlineData("coal", "Coal (MnT)", "t", "1000000")]
    [InlineData("coal", "Coal (Mn. MT)", "t", "1000000")]
    [InlineData("coal", "Coal (10 t)", "t", "10")]
    [InlineData("coal", "Coal (t) (x10)", "t", "10")]
    [InlineData("coal", "Coal x10 t", "t", "10")]
    [InlineData("coal", "Coal (LT)", "t", null)]
    [InlineData("coal", "Coal (Trucks)", "t", null)]
    [InlineData("coal", "Coal (Nos)", "t", null)]
    [InlineData("coal", "Coal (GCal)", "t", null)]
    [InlineData("coal", "Coal %", "t", null)]
    [InlineData("grid", "Energy (MUs)", "kWh", null)]
    [InlineData("grid", "Energy (Mn kWh)", "kWh", "1000000")]
    [InlineData("grid", "Energy (M kWh)", "kWh", "1000000")]
    [InlineData("grid", "Energy (Mega Units)", "kWh", "1000000")]
    [InlineData("grid", "Energy (Wh)", "kWh", "0.001")]
    [InlineData("grid", "Energy (10 kWh)", "kWh", "10")]
    [InlineData("grid", "Energy (kWh x 10)", "kWh", "10")]
    [InlineData("grid", "Energy (kWh/10)", "kWh", "10")]
    [InlineData("grid", "EnergyMWh", "kWh", null)]
    [InlineData("grid", "Energy-MWh", "kWh", null)]
    [InlineData("grid", "Energy MW-h", "kWh", null)]
    [InlineData("grid", "GWH", "kWh", null)]
    [InlineData("grid", "Energy (GJ)", "kWh", null)]
    [InlineData("grid", "Reactive Energy", "kWh", null)]
    [InlineData("grid", "Amps", "kWh", null)]
    [InlineData("grid", "GJ", "kWh", null)]
    [InlineData("grid", "MU", "kWh", null)]
    [InlineData("grid", "TOE", "kWh", null)]
    [InlineData("grid", "Wh", "kWh", "0.001")]
    [InlineData("grid", "energy_wh", "kWh", "0.001")]
    [InlineData("coal", "GJ", "t", null)]
    public void A_header_in_another_size_is_refused_and_read_where_the_mapping_says_it(string stream, string column, string unit, string? times)
    {
        var csv = $"Date,\"{column}\"\n2025-04-01,2\n";
        var problem = Plant.Finding(Plant.Run(Of(stream, column, unit), csv), "unit-differs");
        Assert.Equal((Severity.Error, 1), (problem.Severity, problem.Place.Line));
        if (times is null)
        {
            return;
        }

        Assert.Contains($"\"times\": \"{times}\"", problem.Hint, StringComparison.Ordinal);
        Assert.Equal("", Told(Plant.Run(Of(stream, column, unit, $"\"times\":\"{times}\""), csv)));
    }

    [Theory]
    [InlineData("Import kVAh")]
    [InlineData("Import (kVArh)")]
    [InlineData("RkVAh")]
    public void What_is_no_active_energy_is_none(string column) =>
        Assert.Contains("no active energy", Plant.Finding(Plant.Run(Of("grid", column, "kWh"), $"Date,{column}\n2025-04-01,2\n"), "unit-differs").Hint, StringComparison.Ordinal);

    [Theory]
    [InlineData("coal", "Net (t)", "t")]
    [InlineData("coal", "Net (MT)", "t")]
    [InlineData("coal", "Coal Lakhimpur siding", "t")]
    [InlineData("coal", "Coal for 2 x 1000 TPD kilns", "t")]
    [InlineData("coal", "Silo 1000 t", "t")]
    [InlineData("coal", "Clinker TPD", "t")]
    [InlineData("coal", "Bags '50", "t")]
    [InlineData("coal", "Qty ('000)", "kt")]
    [InlineData("grid", "Import (units)", "kWh")]
    [InlineData("grid", "Import (LU)", "MWh", "100")]
    [InlineData("grid", "30 MW CPP (MWh)", "MWh")]
    [InlineData("grid", "importkWh", "kWh")]
    [InlineData("grid", "WH boiler kWh", "kWh")]
    [InlineData("grid", "LT panel kWh", "kWh")]
    [InlineData("grid", "MD section kWh", "kWh")]
    [InlineData("coal", "CoalMT", "t")]
    [InlineData("coal", "Mn (t)", "t")]
    [InlineData("coal", "Coal (t/d)", "t")]
    [InlineData("coal", "Coal MT per day", "t")]
    [InlineData("coal", "Kiln-2 PetCoke", "t")]
    [InlineData("grid", "Unit 2", "MWh")]
    [InlineData("grid", "Both units", "MWh")]
    [InlineData("grid", "Import (MU)", "GWh")]
    [InlineData("grid", "Net (Lakh kWh)", "kWh", "100000")]
    public void A_header_that_says_the_same_or_nothing_is_not_accused(string stream, string column, string unit, string? times = null) =>
        Assert.Equal("", Told(Plant.Run(Of(stream, column, unit, times is null ? null : $"\"times\":\"{times}\""), $"Date,{column}\n2025-04-01,2\n")));

    /// <summary>The mean power of an hour is its energy, that of a quarter of an hour a quarter.</summary>
    [Theory]
    [InlineData(360, null, true)]
    [InlineData(360, "6", false)]
    [InlineData(60, null, false)]
    public void A_power_is_held_against_the_interval_of_its_meter(int minutes, string? times, bool isRefused)
    {
        var mapping = Plant.Meter(series: times is null ? null : $"\"times\":\"{times}\"");
        mapping["sources"]![0]!["minutes"] = minutes;
        (mapping["sources"]![0]!["series"]![0]!["column"], mapping["sources"]![0]!["series"]![0]!["unit"]) = ("Load (kW)", "kWh");
        Assert.Equal(isRefused, Plant.Run(mapping, "time,Load (kW)\n2025-04-01 00:00,2\n").Problems.Any(p => p.Code == "unit-differs"));
    }

    [Theory]
    [InlineData("coal", "Fuel register FY 2025-26 (all quantities in lakh tonnes)", "t", true)]
    [InlineData("coal", "Note: Qty in Quintals", "t", true)]
    [InlineData("coal", "(Figures in '000 MT)", "t", true)]
    [InlineData("coal", "Unit: lakh MT", "t", true)]
    [InlineData("grid", "Energy in MU", "MWh", true)]
    [InlineData("grid", "Energy in MU", "GWh", false)]
    [InlineData("coal", "Figures in Lakhs", "t", true)]
    [InlineData("coal", "Figures in thousands", "t", true)]
    [InlineData("coal", "Values are in kilograms", "t", true)]
    [InlineData("coal", "Coal consumption ('000 tonnes) 2025-26", "t", true)]
    [InlineData("coal", "Multiply by 1000", "t", true)]
    [InlineData("coal", "Weighbridge accuracy in kg: 20", "t", false)]
    [InlineData("coal", "Least count in kg 5", "t", false)]
    [InlineData("coal", "Weights rounded to 10 kg", "t", false)]
    [InlineData("coal", "Capacity in million tonnes: 3.2", "t", false)]
    [InlineData("coal", "Qty of clinker sold in Qtls is not in this sheet", "t", false)]
    [InlineData("coal", "Example Cement, 1.2 million tonnes a year", "t", false)]
    [InlineData("coal", "All amounts in Rs. lakh", "t", false)]
    [InlineData("coal", "Kilns 2 x 3500 TPD", "t", false)]
    [InlineData("coal", "Coal in MT and lime in kg", "t", false)]
    [InlineData("coal", "Register of fuel in kg store", "kg", false)]
    public void A_line_above_the_table(string stream, string title, string unit, bool isRefused) =>
        Assert.Equal(isRefused ? "unit-differs" : "", Told(Plant.Run(Of(stream, "Qty", unit), $"\"{title}\",\nDate,Qty\n2025-04-01,2\n")));

    /// <summary>The units of a power plant are no units of measure.</summary>
    [Fact]
    public void A_column_of_the_units_of_a_plant() =>
        Assert.Equal("", Told(Plant.Run(Of("grid", "Import", "MWh"), "Date,Unit,Import\n2025-04-01,Unit-1,2\n2025-04-02,TG-2,3\n")));

    [Fact]
    public void A_rate_by_the_month_says_no_amount()
    {
        var mapping = Of("coal", "Coal (MT/day)", "t");
        mapping["sources"]![0]!["time"]!["format"] = "month";
        Assert.Equal("unit-differs", Told(Plant.Run(mapping, "Date,Coal (MT/day)\n2025-04,2\n")));
    }

    [Theory]
    [InlineData("Unit of Measurement", "KG", "unit-differs")]
    [InlineData("U/M", "KG", "unit-differs")]
    [InlineData("Base Unit", "KG", "unit-differs")]
    [InlineData("Qty Unit", "KG", "unit-differs")]
    [InlineData("Uom Code", "KG", "unit-differs")]
    [InlineData("OUn", "KG", "unit-differs")]
    [InlineData("Unit", "Bags", "unit-unknown")]
    [InlineData("Generating Unit", "Unit-1", "")]
    [InlineData("Price Unit", "KG", "")]
    public void A_column_that_holds_units_whatever_it_is_called(string column, string text, string code) =>
        Assert.Equal(code, Told(Plant.Run(Of("coal", "Qty", "t"), $"Date,Qty,{column}\n2025-04-01,2,{text}\n")));

    /// <summary>Units in a row of their own, below the header or above it, say what the header would.</summary>
    [Theory]
    [InlineData("Date,Coal\n,(kg)\n2025-04-01,33000\n", 1, "unit-differs")]
    [InlineData("Date,Coal\n(dd-mm),(MT)\n2025-04-01,33\n", 1, "")]
    [InlineData("dd-mm-yy,kg\nDate,Coal\n2025-04-01,33000\n", 0, "unit-differs")]
    [InlineData("Cement plant,\nDate,Coal\n2025-04-01,33000\n", 0, "")]
    [InlineData("Date,Coal\n2025-04-01,10\n2025-04-02,33\n", 1, "passed-row")]
    public void A_row_of_units(string csv, int skip, string code) =>
        Assert.Equal(code, Told(Plant.Run(Of("coal", "Coal", "t", table: skip == 0 ? "{}" : $$"""{"skip":{{skip}}}"""), csv)));

    [Theory]
    [InlineData("coal", "t", "QTL", "unit-differs")]
    [InlineData("coal", "t", "Lakh MT", "unit-differs")]
    [InlineData("grid", "kWh", "LU", "unit-differs")]
    [InlineData("grid", "kWh", "Lakh kWh", "unit-differs")]
    [InlineData("coal", "t", "Bags", "unit-unknown")]
    [InlineData("coal", "t", "INR", "")]
    [InlineData("coal", "t", "MT", "")]
    public void A_column_of_units(string stream, string unit, string text, string code)
    {
        Assert.Equal(code, Told(Plant.Run(Of(stream, "Qty", unit), $"Date,Qty,UoM\n2025-04-01,2,{text}\n")));
        Assert.Equal("", Told(Plant.Run(Of(stream, "Qty", unit, table: $$"""{"units":{"{{text}}":"{{unit}}"} }"""), $"Date,Qty,UoM\n2025-04-01,2,{text}\n")));
    }
}
