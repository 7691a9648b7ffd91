using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>A column that says what became of units is read, or its file is not taken for clean: not when it is lacking, nor when it has another name.</summary>
public static class StateColumnsTests
{
    public static TheoryData<string, string> Parts()
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, format) in Files)
        {
            foreach (var part in ExportFormats.BuiltIn.Find(format)!.Parts.SelectMany(p => p.Less is { } less ? new[] { p.Header, less } : [p.Header]).Where(h => h != "Retired*").Distinct())
            {
                data.Add(file, part);
            }
        }

        return data;
    }

    private static readonly (string File, string Format)[] Files =
    [
        ("arb/nc-arboc_issuance_sheet3.csv", "arb-issuances"), ("climate-action-reserve/issuances.csv", "car-issuances"), ("american-carbon-registry/issuances.csv", "acr-issuances"),
        ("art-trees/issuances.csv", "art-issuances"), ("isometric/issuances.csv", "isometric-issuances"),
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public static void A_table_without_one_of_its_columns_by_state_states_nothing_of_the_rest(string file, string column)
    {
        var (headers, rows) = Table(file);
        var at = Array.FindIndex(headers, h => HeaderText.Fits(HeaderText.Plain(h), column));
        var without = Csv([.. headers.Where((_, i) => i != at)], rows.Select(r => r.Where((_, i) => i != at).ToArray()));
        ExportRow[] read;
        try
        {
            read = Read(without);
        }
        catch (CctsDataException refused)
        {
            Assert.Contains(refused.Problems, p => p.Message.Contains(column, StringComparison.Ordinal));
            return;
        }

        // Nothing is taken for issued, and it is told, once.
        Assert.DoesNotContain(read, r => r.Entry is { State: UnitState.Issued, Quantity: > 0 });
        Assert.Contains(read, r => r.Entry is { State: UnitState.Unknown });
        Assert.Contains(column, Assert.Single(read, r => r.Problem?.Code == "state-untold").Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public static void Under_another_name_it_refuses_the_file(string file, string column)
    {
        var (headers, rows) = Table(file);
        var at = Array.FindIndex(headers, h => HeaderText.Fits(HeaderText.Plain(h), column));
        foreach (var other in new[] { "New " + headers[at], "(" + headers[at] + ")" })
        {
            Assert.Throws<CctsDataException>(() => Read(Csv([.. headers.Select((h, i) => i == at ? other : h)], rows.Take(2))));
            var named = Files.Single(f => f.File == file).Format;
            Assert.Contains(Assert.Throws<CctsDataException>(() => Read(Csv([.. headers.Select((h, i) => i == at ? other : h)], rows.Take(2)), named)).Problems, p => p.Code is "unknown-column" or "missing-column");
        }
    }

    [Theory]
    [InlineData("Retired 5th Compliance Period (CA)", "Retired in the 5th Compliance Period")]
    [InlineData("Invalidated or Canceled", "Invalidated or Cancelled by ARB")]
    public static void A_name_of_arb_that_still_says_its_state_is_read_as_it(string column, string header)
    {
        var (headers, rows) = Table("arb/nc-arboc_issuance_sheet3.csv");
        decimal Retired(string[] names) => Read(Csv(names, rows)).Where(r => r.Entry?.State == UnitState.Retired).Sum(r => r.Entry!.Quantity);
        Assert.Equal(Retired(headers), Retired([.. headers.Select(h => h == column ? header : h)]));
    }

    [Theory]
    [InlineData("5th Compliance Period Retired (CA)")]
    [InlineData("Fifth Compliance Period")]
    public static void Units_retired_in_a_period_under_another_name_are_not_held(string header)
    {
        var (headers, rows) = Table("arb/nc-arboc_issuance_sheet3.csv");
        Assert.Throws<CctsDataException>(() => Read(Csv([.. headers.Select(h => h == "Retired 5th Compliance Period (CA)" ? header : h)], rows)));
    }

    [Theory]
    [InlineData("verra/transactions.csv", "Retirement Type")]
    [InlineData("gold-standard/issuances.csv", "Cancelled Quantity")]
    [InlineData("climate-action-reserve/issuances.csv", "Offset Credits Surrendered")]
    [InlineData("art-trees/issuances.csv", "Buffer Released")]
    [InlineData("cercarbono/issuances.csv", "retired_quantity")]
    public static void A_new_column_that_may_say_what_became_of_units_refuses_the_file(string file, string header)
    {
        var (headers, rows) = Table(file);
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => Read(Csv([.. headers, header], rows.Take(1).Select(r => r.Append("1").ToArray())))).Problems);
        Assert.Contains("\"" + header + "\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_column_of_every_published_table_is_read_or_known()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rows"), "*.csv", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            Assert.Empty(new ExportReader().OpenStatement(stream, file).Recognition.NotRead);
        }
    }

    [Theory]
    [InlineData("Retirement Beneficiary")]
    [InlineData("Retirement Reason")]
    [InlineData("Retirement Details")]
    public static void A_row_of_verra_that_is_retired_for_somebody_is_not_held(string column)
    {
        var (headers, rows) = Table("verra/transactions.csv");
        var (date, at) = (Array.IndexOf(headers, "Retirement/Cancellation Date"), Array.IndexOf(headers, column));
        var held = rows.First(r => r[date].Length == 0);
        Assert.Equal(UnitState.Held, Read(Csv(headers, [held])).Single().Entry!.State);
        held[at] = "somebody";
        var row = Read(Csv(headers, [held])).Single();
        Assert.Equal((UnitState.Unknown, "columns-disagree", column), (row.Entry!.State, row.Problem!.Code, row.Problem.Place.Pointer));
    }

    /// <summary>Nothing ends before it is issued or before its vintage begins: a day that a spreadsheet lost is told, and is no agreement. A day apart may be two clocks.</summary>
    [Theory]
    [InlineData("2022-05-05", "2021-10-20", "columns-disagree")]
    [InlineData("2021-10-21", "2021-10-20", null)]
    [InlineData("", "1899-12-30", "date-unreadable")]
    [InlineData("", "2016-12-31", "date-contradicts-serial")]
    [InlineData("", "2017-01-01", null)]
    public static void Nothing_ends_before_it_is_there(string issued, string ended, string? code) =>
        Assert.Equal(code, Read($"Issuance Date,ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n{issued},1686,1000,10,9344-101-110-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,{ended}\n").Single().Problem?.Code);

    [Theory]
    [InlineData("Issued", "Retirement Date")]
    [InlineData("Issued", "Using Entity")]
    [InlineData("Retired", null)]
    [InlineData("Canceled", null)]
    public static void A_row_of_gold_standard_that_is_issued_has_no_day_of_retirement(string status, string? column)
    {
        var (headers, rows) = Table("gold-standard/retirements.csv");
        var row = rows.First(r => r[Array.IndexOf(headers, "Retirement Date")].Length > 0);
        row[Array.IndexOf(headers, "Credit Status")] = status;
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i] is "Retirement Date" or "Using Entity" or "Use Case" or "Aeroplane Operator Name" && column is not null && headers[i] != column)
            {
                row[i] = "";
            }
        }

        row[Array.IndexOf(headers, column ?? "Retirement Date")] = "2026-12-06";
        var read = Read(Csv(headers, [row]))[0];
        Assert.Equal(column, read.Problem?.Place.Pointer);
        Assert.Equal(column is null, read.Entry!.State != UnitState.Unknown);
    }

    [Theory]
    [InlineData("retired", "columns-disagree")]
    [InlineData("reserved", null)]
    public static void Retired_units_of_a_ledger_are_in_no_reservation(string place, string? code) =>
        Assert.Equal(code, Read($"account,place,registry,scope,kind,vintage,start,end,tonnes,reservation,purpose\nmill,{place},icm,a,ccc,2025,1,70,70,o1,sale\n")[0].Problem?.Code);

    [Theory]
    [InlineData("place,", ",", UnitState.Unknown)]
    [InlineData("place,", "free,", UnitState.Held)]
    [InlineData("", "", UnitState.Held)]
    public static void A_place_that_was_emptied_is_not_free(string column, string place, UnitState state) =>
        Assert.Equal(state, Read($"account,{column}registry,scope,kind,vintage,start,end\nmill,{place}icm,a,ccc,2025,1,70\n").Single().Entry!.State);

    [Theory]
    [InlineData("qty")]
    [InlineData("Quantity (t)")]
    [InlineData("No. of units")]
    [InlineData("tCO2e")]
    [InlineData("units held")]
    [InlineData("Amount")]
    public static void A_quantity_of_ones_own_under_another_name_is_not_passed_over(string header)
    {
        foreach (var format in new[] { null, "ledger" })
        {
            var problem = Assert.Single(Assert.Throws<CctsDataException>(() => new ExportReader().OpenLedger(Stream($"serial,{header},state\n"), "own.csv", format)).Problems);
            Assert.Contains(header, problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-", "0")]
    [InlineData("—", "0")]
    [InlineData("Nil", "0")]
    [InlineData("", null)]
    [InlineData("n/a", null)]
    public static void Nil_and_a_dash_are_no_units(string cell, string? quantity)
    {
        var row = Read($"serial,quantity,state\n{Verra},{cell},held\n").Single();
        Assert.Equal(quantity, row.Entry!.StatedQuantity?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(quantity is null ? null : "quantity-mismatch", row.Problem?.Code);
    }

    [Theory]
    [InlineData("#N/A,held,2025-01-01,p", "quantity-unreadable")]
    [InlineData("none,held,2025-01-01,p", "quantity-unreadable")]
    [InlineData("10,#N/A,2025-01-01,p", "state-unknown")]
    [InlineData("10,held,#N/A,p", "date-unreadable")]
    [InlineData("10,held,2025-01-01,#REF!", "project-unreadable")]
    public static void A_formula_that_failed_states_something_that_cannot_be_read(string cells, string code) =>
        Assert.Equal(code, Read($"serial,quantity,state,as_of,project\n{Verra},{cells}\n").Single().Problem!.Code);

    [Theory]
    [InlineData("[{\"serial\":\"S\",\"state\":\"retired\",\"quantity\":10,\"state\":\"held\"}]", "json-duplicate-key")]
    [InlineData("[{\"serial\":\"S\",\"quantity\":10,\"a\":{\"b\":1},\"a.b\":2}]", "json-duplicate-key")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":1,\"total_pages\":7,\"total\":700}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"totalElements\":2}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"links\":{\"next\":\"/page/2\"}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"paging\":{\"has_more\":true}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"last\":false}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"cursor\":\"abc\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"_links\":{\"next\":{\"href\":\"x\"}}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"links\":{\"prev\":\"/page/1\",\"next\":null}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"X-Total-Count\":\"182989\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"countTotal\":700}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"hits\":{\"total\":{\"value\":700}}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"totalSize\":700,\"done\":false,\"nextRecordsUrl\":\"/x\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"totalPage\":7}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":\"1 of 7\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"numberMatched\":700}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"rowsFound\":700}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"totalAvailable\":700}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"remaining\":699}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"has_more_items\":true}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"more\":true}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"moreAvailable\":true}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"exceededTransferLimit\":true}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"partial\":true}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"range\":\"0-0/700\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"paging\":{\"cursors\":{\"after\":\"abc\"}}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"endCursor\":\"abc\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"scrollId\":\"abc\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"has_more\":false,\"next\":\"/page/2\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"meta\":{\"pagination\":{\"current\":1,\"last\":4}}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"info\":{\"page\":1,\"of\":4}}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"content-range\":\"items 0-0/700\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"showing\":1,\"out_of\":9}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"more\":\"true\"}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"resultSize\":9}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"meta\":{\"pagination\":{\"current\":1,\"last\":1}}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":1,\"first\":1,\"last\":50}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"more\":\"false\"}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"success\":false}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"ok\":false}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"status\":\"error\"}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"message\":\"Forbidden\"}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"response\":{\"status\":403}}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"meta\":{\"code\":500}}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"meta\":{\"errors\":[\"x\"]}}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"errors\":[]}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"warnings\":[]}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"warnings\":[\"a new page\"]}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"code\":\"1340\"}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"code\":1340}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"total\":10}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"summary\":{\"count\":1,\"total\":10}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":0,\"size\":20,\"totalElements\":1}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":\"abc\"}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"rateLimit\":{\"remaining\":4999}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"params\":{\"rows\":\"20\"}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"success\":true,\"message\":\"No errors\",\"status\":\"ok\"}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"generated\":\"2026-11\",\"took\":12}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"offset\":400,\"limit\":400}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":2}", "partial-list")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"status\":403,\"message\":\"Forbidden\"}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"code\":\"500\"}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"error\":{\"reason\":\"x\"}}", "error-answer")]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"status\":200,\"errors\":null,\"offset\":0,\"limit\":400,\"_links\":{\"self\":{\"href\":\"x\"},\"next\":{\"href\":null},\"prev\":null}}", null)]
    [InlineData("{\"items\":[{\"serial\":\"S\",\"quantity\":10}],\"page\":1,\"total_pages\":1,\"total\":1,\"next\":null,\"has_more\":false}", null)]
    public static void A_part_of_an_answer_and_a_member_given_twice_are_no_statement(string json, string? code)
    {
        var problems = Record.Exception(() => Read(json.Replace("\"S\"", "\"" + Verra + "\"", StringComparison.Ordinal))) is CctsDataException refused ? refused.Problems : [];
        Assert.Equal(code, problems.SingleOrDefault()?.Code);
    }

    private const string Verra = "9344-82392553-82392562-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";

    private static (string[] Headers, List<string[]> Rows) Table(string file)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Rows", file), Windows1252Fallback.Utf8);
        using var csv = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return (rows[0], rows.Skip(1).ToList());
    }

    private static string Csv(string[] headers, IEnumerable<string[]> rows) =>
        string.Concat(new[] { headers }.Concat(rows).Select(r => string.Join(",", r.Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\n"));

    private static ExportRow[] Read(string text, string? format = null) => new ExportReader().Read(Stream(text), "x.csv", format).ToArray();

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
