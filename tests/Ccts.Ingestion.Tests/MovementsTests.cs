using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Tickets, receipts and logs.</summary>
public class MovementsTests
{
    private const string Number = "\"number\":\"ticket\"";

    [Fact]
    public void Tickets_add_up_by_month()
    {
        var result = Plant.Run(Plant.Tickets(Number), "ticket,day,net\n1,2025-04-01,30000\n2,2025-04-30,31500\n3,2025-05-01,500\n");
        Assert.Equal(("61.5 t", "0.5 t"), (Plant.Amount(result), Plant.Amount(result, "2025-05")));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void The_same_ticket_counts_once_and_two_of_one_number_not_at_all()
    {
        var twice = Plant.Run(Plant.Tickets(Number), "ticket,day,net\n1,2025-04-01,30000\n1,2025-04-01,30000\n");
        Assert.Equal(("30 t", "row 3"), (Plant.Amount(twice), Plant.Finding(twice, "double").Place.Pointer));
        var files = Plant.Run(Plant.Tickets(Number), "ticket,day,net\n1,2025-04-01,30000\n", "ticket,day,net\n1,2025-04-01,30000\n2,2025-04-02,1\n");
        Assert.Equal(("30.001 t", "f1.csv"), (Plant.Amount(files), Plant.Finding(files, "overlap").Place.File));
        Assert.Equal("file-twice", Plant.Run(Plant.Tickets(), "day,net\n2025-04-01,30000\n", "day,net\n2025-04-01,30000\n").Problems.First(p => p.Severity == Sdk.Problems.Severity.Error).Code);
        var differ = Plant.Run(Plant.Tickets(Number), "ticket,day,net\n1,2025-04-01,30000\n1,2025-04-01,3000\n2,2025-05-01,1\n");
        Assert.Null(Plant.Amount(differ));
        Plant.Finding(differ, "conflict");
    }

    [Fact]
    public void Rows_without_numbers_that_are_alike_are_counted_and_asked_about()
    {
        var result = Plant.Run(Plant.Tickets(), "day,net\n2025-04-01,30000\n2025-04-01,30000\n");
        Assert.Equal(("60 t", "row 3"), (Plant.Amount(result), Plant.Finding(result, "identical-rows").Place.Pointer));
    }

    /// <summary>A spreadsheet takes zeros away; the same day and amount under such a number is hardly another ticket.</summary>
    [Theory]
    [InlineData("0080012345", "80012345", true)]
    [InlineData("4711", "4711.0", true)]
    [InlineData("WB/25-26/001", "wb/25-26/001", true)]
    [InlineData("4711", "47110", false)]
    [InlineData("0", "00", true)]
    public void A_number_that_is_written_otherwise(string one, string other, bool isTold)
    {
        string Rows(string day, int net) => $"ticket,day,net\n{one},2025-04-01,30000\n{other},{day},{net}\n";
        var result = Plant.Run(Plant.Tickets(Number), Rows("2025-04-01", 30000));
        Assert.Equal("60 t", Plant.Amount(result));
        Assert.Equal(isTold ? ["same-number-written-otherwise"] : [], result.Problems.Select(p => p.Code));
        Assert.Empty(Plant.Run(Plant.Tickets(Number), Rows("2025-04-02", 30000)).Problems);
        Assert.Empty(Plant.Run(Plant.Tickets(Number), Rows("2025-04-01", 31000)).Problems);
    }

    [Fact]
    public void A_ticket_heavier_than_any_lorry_is_not_taken()
    {
        var result = Plant.Run(Plant.Tickets(Number + ",\"plausible\":{\"most\":\"60 t\",\"source\":\"certificate\"}"), "ticket,day,net\n1,2025-04-01,300000\n2,2025-05-01,60000\n");
        Assert.Equal((null, "60 t"), (Plant.Amount(result), Plant.Amount(result, "2025-05")));
    }

    [Fact]
    public void A_limit_is_in_the_measure_of_its_series()
    {
        Assert.Throws<Sdk.Problems.CctsDataException>(() => Plant.Run(Plant.Tickets("\"plausible\":{\"most\":\"60 kl\",\"source\":\"c\"}"), "day,net\n2025-04-01,1\n"));
        var byRow = Plant.Tickets("\"unitColumn\":\"unit\",\"plausible\":{\"most\":\"60 kl\",\"source\":\"c\"}");
        byRow["sources"]![0]!["series"]![0]!.AsObject().Remove("unit");
        Assert.Equal("stream-unit", Plant.Run(byRow, "day,net,unit\n2025-04-01,1,t\n").Problems.Single().Code);
    }

    /// <summary>A document of an ERP has several items, and its number alone stands twice.</summary>
    [Fact]
    public void A_number_may_be_of_several_columns()
    {
        const string rows = "day,no,item,net\n2025-04-01,1,1,5000\n2025-04-01,1,2,7000\n2025-04-01,1,2,7000\n";
        Assert.Null(Plant.Amount(Plant.Run(Plant.Tickets("\"number\":\"no\""), rows)));
        var result = Plant.Run(Plant.Tickets("\"number\":[\"no\",\"item\"]"), rows);
        Assert.Equal("12 t", Plant.Amount(result));
        Assert.Contains("1 / 2", Plant.Finding(result, "double").Message, System.StringComparison.Ordinal);
        Assert.Throws<CctsDataException>(() => Plant.Read(Plant.Tickets("\"number\":[]")));
        Assert.Throws<CctsDataException>(() => Plant.Read(Plant.Tickets("\"number\":[1]")));
    }

    /// <summary>An ERP's list has every material and every kind of movement: coal issued (261) and posted back (262), and limestone beside it.</summary>
    [Fact]
    public void Rows_are_chosen_by_several_columns_and_texts()
    {
        const string rows = "day,no,what,type,net\n2025-04-01,1,COAL,261,5000\n2025-04-02,2,COAL,262,-1000\n2025-04-03,3,COAL,101,9000\n2025-04-04,4,STONE,261,7000\n";
        var result = Plant.Run(Plant.Tickets("\"number\":\"no\",\"where\":[{\"column\":\"what\",\"is\":\"COAL\"},{\"column\":\"type\",\"is\":[\"261\",\"262\"]}]"), rows);
        Assert.Equal("4 t", Plant.Amount(result));
        Assert.Equal(2, result.Problems.Count(p => p.Code == "row-of-no-series"));
    }

    /// <summary>Chosen by different columns, one row could count in both.</summary>
    [Theory]
    [InlineData("{\"column\":\"type\",\"is\":\"261\"}", true)]
    [InlineData("{\"column\":\"what\",\"is\":[\"STONE\",\"COAL\"]}", true)]
    [InlineData("{\"column\":\"what\",\"is\":\"STONE\"}", false)]
    [InlineData("[{\"column\":\"type\",\"is\":\"261\"},{\"column\":\"what\",\"is\":[\"STONE\"]}]", false)]
    public void Two_series_that_could_take_one_row_are_refused(string where, bool isRefused)
    {
        var mapping = Plant.Tickets("\"where\":{\"column\":\"what\",\"is\":\"COAL\"}");
        mapping["sources"]![0]!["series"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse($"{{\"stream\":\"coal\",\"column\":\"net\",\"unit\":\"kg\",\"where\":{where}}}"));
        var refused = Record.Exception(() => Plant.Read(mapping)) as CctsDataException;
        Assert.Equal(isRefused ? "series-twice" : null, refused?.Problems.Single().Code);
    }

    [Theory]
    [InlineData("[]", "bad-value")]
    [InlineData("{\"column\":\"what\",\"is\":[]}", "bad-value")]
    [InlineData("{\"column\":\"what\",\"is\":[261]}", "bad-value")]
    [InlineData("{\"column\":\"what\",\"is\":261}", "wrong-type")]
    [InlineData("[{\"column\":\"what\",\"is\":\"A\"},{\"column\":\"what\",\"is\":\"B\"}]", "bad-value")]
    [InlineData("\"COAL\"", "wrong-type")]
    public void A_condition_that_makes_no_sense_is_refused_with_its_place(string where, string code) =>
        Assert.Contains(Assert.Throws<CctsDataException>(() => Plant.Read(Plant.Tickets($"\"where\":{where}"))).Problems, p => p.Code == code && p.Place.Pointer.StartsWith("/sources/0/series/0/where", System.StringComparison.Ordinal));

    /// <summary>An amount below zero can be as implausible as one above.</summary>
    [Theory]
    [InlineData("1000000000001000")]
    [InlineData("-1000000000001000")]
    public void An_amount_beyond_all_bounds_is_refused_on_either_side(string net) =>
        Assert.Equal(Severity.Error, Plant.Finding(Plant.Run(Plant.Tickets(), $"day,net\n2025-04-01,{net}\n"), "implausible-value").Severity);

    [Theory]
    [InlineData("50001")]
    [InlineData("-50001")]
    public void More_than_the_plant_holds_for_possible_is_not_taken_on_either_side(string net) =>
        Assert.Equal("row 2", Plant.Finding(Plant.Run(Plant.Tickets("\"plausible\":{\"most\":\"50 t\",\"source\":\"plan\"}"), $"day,net\n2025-04-01,{net}\n"), "spike").Place.Pointer);

    [Fact]
    public void Rows_of_no_series_are_told_once()
    {
        var result = Plant.Run(Plant.Tickets("\"where\":{\"column\":\"material\",\"is\":\"COAL\"}"), "day,net,material\n2025-04-01,30000,COAL\n2025-04-01,1,GYPSUM\n2025-04-02,1,GYPSUM\n");
        Assert.Equal(("30 t", "row 3"), (Plant.Amount(result), Plant.Finding(result, "row-of-no-series").Place.Pointer));
    }

    [Fact]
    public void Counts_open_and_close_the_stock_and_receipts_fill_it()
    {
        var mapping = Plant.Tickets("\"into\":\"stock.received\"");
        mapping["report"]!["fuels"]![0]!["amount"] = "70 t";
        mapping["sources"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse("""
            {"id":"s","kind":"stock","files":"*.stock","time":{"column":"day"},"series":[{"stream":"coal","column":"t","unit":"t"}]}
            """));
        mapping["sources"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse("""
            {"id":"o","kind":"movements","files":"*.out","time":{"column":"day"},"series":[{"stream":"coal","into":"stock.movedOut","column":"t","unit":"t"}]}
            """));
        Rows.IngestionFile File(string name, string text) => Rows.IngestionFile.Of(name, System.Text.Encoding.UTF8.GetBytes(text));
        var result = Ingestor.Run(Plant.Read(mapping), [File("a.csv", "day,net\n2025-06-01,80000\n"), File("b.stock", "day,t\n2025-03-31,10\n2026-03-31,15\n2026-04-01,16\n"), File("c.out", "day,t\n2025-07-01,5\n")]);
        var stock = result.ReportJson!["fuels"]![0]!["stock"]!;
        Assert.Equal(["10 t", "80 t", "5 t", "15 t"], new[] { "opening", "received", "movedOut", "closing" }.Select(k => stock[k]!.GetValue<string>()));

        // In the middle of the year nobody has counted the end: the report stands, and none of the stock is given.
        var part = Ingestor.Run(Plant.Read(mapping), [File("a.csv", "day,net\n2025-06-01,80000\n"), File("b.stock", "day,t\n2025-03-31,10\n"), File("c.out", "day,t\n2025-07-01,5\n")]);
        Assert.False(part.HasErrors, string.Join("\n", part.Problems));
        Assert.Null(part.ReportJson!["fuels"]![0]!["stock"]);
        Assert.All(part.Values.Where(v => v.Member.StartsWith("stock.", System.StringComparison.Ordinal)), v => Assert.Null(v.Amount));
        Assert.Empty(result.Problems);
    }

    /// <summary>Two shifts, mills or lorries of a day may have the same amount; the same row again is asked about, also under another serial number.</summary>
    [Theory]
    [InlineData("day,shift,net\n2025-04-01,A,250\n2025-04-01,B,250\n2025-04-01,C,250\n", null)]
    [InlineData("day,time,truck,net\n2025-04-01,08:10,RJ1,250\n2025-04-01,09:40,RJ1,250\n", null)]
    [InlineData("day,shift,net\n2025-04-01,A,250\n2025-04-01,B,250\n2025-04-01,A,250\n", "row 4")]
    [InlineData("Sl No,day,shift,net\n1,2025-04-01,A,250\n2,2025-04-01,B,250\n3,2025-04-01,A,250\n", "row 4")]
    public void Rows_that_another_column_tells_apart_are_no_doubles(string csv, string? row) =>
        Assert.Equal(row, Plant.Run(Plant.Tickets(), csv).Problems.SingleOrDefault(p => p.Code == "identical-rows")?.Place.Pointer);

    [Fact]
    public void Many_rows_that_are_alike_are_told_in_one_sentence() =>
        Assert.Contains("and so 18 other rows have", Plant.Finding(Plant.Run(Plant.Tickets(), "day,net\n" + string.Concat(Enumerable.Repeat("2025-04-01,8000\n", 20))), "identical-rows").Message, System.StringComparison.Ordinal);

    /// <summary>Counts may come from files, and what came and went be written into the report.</summary>
    [Theory]
    [InlineData("\"received\":\"80 t\",\"movedOut\":\"5 t\"", null)]
    [InlineData("\"received\":\"80 t\"", "missing-key")]
    [InlineData("\"received\":\"80 t\",\"movedOut\":\"5 t\",\"closing\":\"15 t\"", "stated-already")]
    public void A_stock_may_be_stated_in_part(string stated, string? code)
    {
        var mapping = Plant.Tickets();
        var fuel = mapping["report"]!["fuels"]![0]!;
        (fuel["amount"], fuel["stock"]) = ("70 t", System.Text.Json.Nodes.JsonNode.Parse("{" + stated + "}"));
        mapping["sources"]![0] = System.Text.Json.Nodes.JsonNode.Parse("""{"id":"s","kind":"stock","files":"*.csv","time":{"column":"day"},"series":[{"stream":"coal","column":"t","unit":"t"}]}""");
        System.Collections.Generic.IReadOnlyList<Sdk.Problems.Problem> problems = [];
        var told = Record.Exception(() => problems = Plant.Run(mapping, "day,t\n2025-03-31,10\n2026-03-31,15\n").Problems) is Sdk.Problems.CctsDataException refused ? refused.Problems : problems;
        Assert.Equal(code, told.Count == 0 ? null : told[0].Code);
        Assert.All(told, p => Assert.NotNull(p.Hint));

        // Before the end of the year is counted, none of the stock is given.
        Assert.True(code == "stated-already" || Plant.Run(mapping, "day,t\n2025-03-31,10\n").ReportJson!["fuels"]![0]!["stock"] is null);
    }

    /// <summary>20,105 t is no lorry. A scale weighs in steps of five kilograms or more, and rounded tonnes end in zeros.</summary>
    [Theory]
    [InlineData("t", "20,105 19,870 21,035 18,990 20,215 19,745 20,060 20,310 19,925 20,480", true)]
    [InlineData("t", "20,105 19,870 21,036 18,990 20,215 19,745 20,060 20,310 19,925 20,480", false)]
    [InlineData("t", "20,105 19,870 21,035 18,990 20,215 19,745 20,060 20,310 19,925 980", false)]
    [InlineData("t", "20,100 19,800 21,000 18,900 20,200 19,700 20,000 20,300 19,900 20,400", false)]
    [InlineData("kg", "20,105 19,870 21,035 18,990 20,215 19,745 20,060 20,310 19,925 20,480", false)]
    public void Thousands_that_look_like_decimals(string unit, string numbers, bool isTold)
    {
        var mapping = Plant.Tickets("\"number\":\"no\"");
        mapping["sources"]![0]!["table"] = new System.Text.Json.Nodes.JsonObject { ["thousands"] = "," };
        mapping["sources"]![0]!["series"]![0]!["unit"] = unit;
        var csv = "no,day,net\n" + string.Concat(numbers.Split(' ').Select((n, i) => $"{i + 1},2025-04-{i + 1:00},\"{n}\"\n"));
        Assert.Equal(isTold, Plant.Run(mapping, csv).Problems.Any(p => p.Code == "thousands-suspected"));
    }

    /// <summary>Found by damaging a file at random: the first digit had become a form feed.</summary>
    [Theory]
    [InlineData("1,2025-04-01,\f8000\n")]
    [InlineData("1,2025-04-01,8000\v\n")]
    [InlineData("1,2025-04-01,\u00858000\n")]
    [InlineData("1,\f2025-04-01,8000\n")]
    public void White_space_that_nobody_types_is_no_blank_around_a_value(string row) =>
        Assert.True(Plant.Run(Plant.Tickets(), "ticket,day,net\n" + row + "2,2025-04-02,1000\n").HasErrors);
}
