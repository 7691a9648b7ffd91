using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Cli.Tests.Serials;

/// <summary><c>ccts reconcile</c> and <c>ccts doublecount</c> from files to exit code, and outputs that hostile cells cannot turn against a reader.</summary>
public sealed class ReconcileTests : IDisposable
{
    private const string Block = "GS1-1-IN-GS817-4-2012-1303-";
    private readonly string _folder = Directory.CreateTempSubdirectory("reconcile").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A column that a registry's format does not know may say that the units are used: nobody who passes it over says that no tonne exists twice.</summary>
    [Theory]
    [InlineData("doublecount", "")]
    [InlineData("claims", "--registry")]
    public void A_column_that_nobody_reads_is_told(string command, string option)
    {
        var export = Save("v.csv", "ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date,Programme\n1686,1000,10,9344-101-110-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,2021-10-20,to EU\n");
        string[] asked = [command, .. option.Length > 0 ? new[] { option } : [], export];
        Assert.Equal(ExitCode.No, Run(asked));
        Assert.Equal(ExitCode.Yes, Run([.. asked, "--ignore-column", "programme"]));
    }

    /// <summary>An older and a newer download of a table state every tonne twice: who gives both is told which is which, and not only of double counts.</summary>
    [Theory]
    [InlineData("101-110", "2021-10-20", "101-110", "2021-10-20", "")]
    [InlineData("101-110", "", "101-110", "2021-10-20", "new.csv has the later days, up to 2021-10-20")]
    [InlineData("101-110", "2021-10-20", "101-110", "", "old.csv has the later days, up to 2021-10-20")]
    [InlineData("101-110", "2021-10-20", "111-120", "2021-10-20", null)]
    public void Two_downloads_of_one_table_are_recognised(string before, string day, string after, string later, string? said)
    {
        string Table(string name, string block, string ended) => Save(name, $"ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n1686,1000,10,9344-{block}-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,{ended}\n");
        var files = new StatementFiles();
        foreach (var file in new[] { Table("old.csv", before, day), Table("new.csv", after, later) })
        {
            Assert.Single(files.Read(file, null));
        }

        var told = files.Problems.SingleOrDefault();
        Assert.Equal(said is null ? null : "same-table", told?.Code);
        Assert.All(said is null ? [] : new[] { said }, s => Assert.Contains(s, told!.Message, StringComparison.Ordinal));
        Assert.Equal(said?.Length == 0, told?.Message.EndsWith("of one table.", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void The_exit_code_says_whether_there_are_differences()
    {
        var ledger = Save("ledger.csv", $"serial,quantity,state\n{Block}1-10,10,held\n");
        var equal = Save("equal.csv", $"serial,quantity,state\n{Block}1-5,5,held\n{Block}6-10,5,\n");
        var other = Save("other.csv", $"serial,quantity,state\n{Block}1-9,9,held\n");
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", equal));
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", ledger, "--registry", other));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", equal, "--as-of", "soon"));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", equal, "--format", "verra"));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", Path.Combine(_folder, "nowhere.csv")));
    }

    /// <summary>A column that a registry's format does not know and that holds something may say what nobody understood.</summary>
    [Theory]
    [InlineData("Lock Date", "2026-05-01", ExitCode.No)]
    [InlineData("Lock Date", "", ExitCode.Yes)]
    [InlineData("lock date", "2026-05-01", ExitCode.Yes, "--ignore-column", "Lock Date")]
    public void A_column_that_nobody_read(string header, string cell, int exitCode, params string[] more)
    {
        const string serial = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
        var ledger = Save("ledger.csv", $"serial,quantity,state\n{serial},425,held\n");
        var registry = Save("verra.csv", $"Serial Number,Quantity Issued,Total Vintage Quantity,Retirement/Cancellation Date,{header}\n{serial},425,425,,{cell}\n");
        Assert.Equal(exitCode, Run(["reconcile", "--ledger", ledger, "--registry", registry, .. more]));
    }

    [Theory]
    [InlineData("2026-03-31", ExitCode.Yes)]
    [InlineData("2026-03-30", ExitCode.No)]
    [InlineData("2026-03-31T15:30:00+05:30", ExitCode.Yes)]
    [InlineData("2026-03-31T10:00:00Z", ExitCode.Yes)]
    [InlineData("2026-03-31T09:59:59.999Z", ExitCode.No)]
    [InlineData("2026-03-31T10:00:00", ExitCode.BadInput)]
    [InlineData("31/03/2026", ExitCode.BadInput)]
    public void As_of_takes_a_day_in_India_or_an_instant(string asOf, int exitCode)
    {
        var ledger = Save("ledger.csv", $"serial,quantity,state\n{Block}1-10,10,retired\n");
        var registry = Save("registry.csv", $"serial,quantity,state,as_of\n{Block}1-10,10,retired,2026-03-31T10:00:00Z\n");
        Assert.Equal(exitCode, Run("reconcile", "--ledger", ledger, "--registry", registry, "--as-of", asOf));
    }

    [Fact]
    public void Certificates_that_are_not_tonnes_are_refused_by_both_commands()
    {
        var mixed = Save("mixed.csv", $"serial,quantity,state\n{Block}1-10,10,held\nESC-IN-DC001-2019-1-1-500,500,held\n");
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", mixed, "--registry", mixed));
        Assert.Equal(ExitCode.No, Run("doublecount", mixed));
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_a_difference()
    {
        var ledger = Save("ledger.csv", "serial,quantity,state\n");
        var registry = Save("registry.csv", $"serial,quantity,state\n{Block}1-9,many,held\n");
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", ledger, "--registry", registry));
    }

    [Fact]
    public void The_page_and_the_table_hold_every_range_and_run_nothing()
    {
        var ledger = Save("ledger.csv", $"serial,quantity,state,project\n{Block}1-10,10,held,\n<script>alert(1)</script>,5,held,\n\"=HYPERLINK(\"\"x\"\")\",5,held,\n");
        var registry = Save("registry.csv", $"serial,quantity,state\n{Block}1-4,4,held\n{Block}5-5,1,retired\n");
        var (page, table) = (Path.Combine(_folder, "page.html"), Path.Combine(_folder, "table.csv"));
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", ledger, "--registry", registry, "--html", page, "--csv", table));
        var html = File.ReadAllText(page);
        Assert.Contains("<title>missing at registry 6-10: 5 t", html, StringComparison.Ordinal);
        Assert.Contains("<title>state mismatch 5-5: 1 t", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", File.ReadAllText(table), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_cell_no_spreadsheet_runs(string? text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    [Fact]
    public void Json_has_totals_that_add_up_and_every_finding()
    {
        var files = new StatementFiles();
        var reconciler = new Reconciler();
        foreach (var entry in files.Read(Save("ledger.csv", $"serial,quantity,state\n{Block}1-10,10,held\n"), null))
        {
            reconciler.Add(StatementSide.Local, entry);
        }

        var output = new MemoryStream();
        ReconciliationJson.Write(new ReconciliationReport(reconciler, files, []), output);
        var json = JsonDocument.Parse(output.ToArray()).RootElement;
        Assert.False(json.GetProperty("ok").GetBoolean());
        Assert.Equal(10m, json.GetProperty("totals").EnumerateObject().Sum(c => decimal.Parse(c.Value.GetProperty("local").GetString()!, CultureInfo.InvariantCulture)));
        Assert.Equal("missing-at-registry", json.GetProperty("findings")[0].GetProperty("class").GetString());
    }

    [Fact]
    public void A_zip_is_read_within_limits_and_refused_beyond_them()
    {
        var good = Zip("good.zip", 1, $"serial,quantity,state\n{Block}1-10,10,held\n");
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", good, "--registry", good));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", good, "--registry", Zip("many.zip", 17, "serial\n")));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", good, "--registry", Zip("bomb.zip", 1, "serial\n" + new string('x', 5_000_000))));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", good, "--registry", Save("broken.zip", "PK not really")));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", good, "--registry", Zip("empty.zip", 0, "")));
    }

    [Fact]
    public void A_zipped_folder_is_read_and_its_own_entry_is_no_file()
    {
        var csv = $"serial,quantity,state\n{Block}1-10,10,held\n";
        var zipped = Zip("folder.zip", 1, csv);
        using (var zip = ZipFile.Open(zipped, ZipArchiveMode.Update))
        {
            zip.CreateEntry("exports/");
        }

        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", Save("own.csv", csv), "--registry", zipped));
        using (var zip = ZipFile.Open(zipped, ZipArchiveMode.Update))
        {
            zip.Entries.Single(e => e.Name.Length > 0).Delete();
        }

        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", Save("own.csv", csv), "--registry", zipped));
    }

    [Fact]
    public void Two_sides_that_state_nothing_are_no_agreement()
    {
        var empty = Save("empty.csv", "serial,quantity,state\n");
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", empty, "--registry", empty));
    }

    [Theory]
    [InlineData("CAMM1009-B,159383,Retired\nCAMM1009-B,159383,Retired\n", ExitCode.No, "Rows without numbers occur twice", "2 rows of 318,766 t print no numbers")]
    [InlineData("CAMM1009-B,159383,Retired\nCAMM1009-C,159383,Retired\n", ExitCode.No, "Nothing could be compared", "2 rows of 318,766 t print no numbers")]
    [InlineData("CAMM1009-B,159383,Retired\n" + Block + "1-10,10,held\n", ExitCode.Yes, "among the rows that could be compared", "1 rows of 159,383 t print no numbers")]
    [InlineData(Block + "1-10,10,held\n", ExitCode.Yes, "No tonne was found twice.", "1 rows read")]
    public async System.Threading.Tasks.Task Rows_without_numbers_prove_nothing(string rows, int exitCode, string verdict, string said)
    {
        var run = await CctsTool.Run(null, "doublecount", Save("rows.csv", "serial,quantity,state\n" + rows));
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(verdict, run.Output, StringComparison.Ordinal);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async System.Threading.Tasks.Task A_file_given_twice_is_told()
    {
        var csv = "Date Issued,Vintage,Total Credits Issued,Credits Issued to Project,Credits Issued to Buffer Pool,Project ID\n09/24/2024,2024,83176,83176,0,ACR1020\n11/26/2024,2024,92278,92278,0,ACR1042\n";
        var run = await CctsTool.Run(null, "doublecount", Save("one.csv", csv), Save("again.csv", csv), "--json");
        Assert.Equal(ExitCode.No, run.ExitCode);
        using var told = JsonDocument.Parse(run.Output);
        Assert.Equal(["SameRow", "SameRow"], told.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("verdict").GetString()));
        Assert.Equal(4, told.RootElement.GetProperty("unnumberedRows").GetInt32());
    }

    [Fact]
    public void A_double_count_is_a_clean_no_and_a_shared_project_is_not()
    {
        var one = Save("one.csv", "Date Issued,Project ID,Total Offset Credits Issued,Vintage\n03/19/2009,CAR400,45730,2009\n");
        var two = Save("two.csv", "serial,quantity,state,project,vintage\n100-1-45730-VCS-VCU-1-VER-US-1-1528-01012009-31122009-0,45730,held,VCS1528,2009\n");
        var part = Save("part.csv", "serial,quantity,state,project,vintage\n100-1-45000-VCS-VCU-1-VER-US-1-1528-01012009-31122009-0,45000,held,VCS1528,2009\n");
        var links = Save("links.csv", "first_registry,first_project,second_registry,second_project\ncar,CAR400,verra,VCS1528\n");
        Assert.Equal(ExitCode.No, Run("doublecount", one, two, "--links", links));
        Assert.Equal(ExitCode.Yes, Run("doublecount", one, part, "--links", links));
        Assert.Equal(ExitCode.Yes, Run("doublecount", one, two));
        Assert.Equal(ExitCode.No, Run("doublecount", two, part, "--json"));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, two, "--links", Save("no-links.csv", "first_registry,first_project,second_registry,second_project\n")));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, "--links", Save("bad.csv", "a,b,c,d\nx,y\n")));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, two, "--links", Save("no-header.csv", "car,CAR400,verra,VCS1528\n")));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, two, "--links", Save("short.csv", "first_registry,first_project,second_registry,second_project\nx,y\n")));
    }

    /// <summary>A link that meets nothing says nothing: it is told, as it is where a registry is not known.</summary>
    [Theory]
    [InlineData("car,CAR400,verra,VCS1528", ExitCode.No, null)]
    [InlineData("CAR,400,Verra,1528", ExitCode.No, null)]
    [InlineData("car,CAR400,verra,99999", ExitCode.No, "link-unmet")]
    [InlineData("CAR,CAR-400,Verra,VCS 1528 ", ExitCode.No, null)]
    [InlineData("car,CAR401,gold-standard,GS1", ExitCode.No, "link-unmet")]
    [InlineData("car,CAR400,verra,VCS1528\ncar,CAR401,gold-standard,GS1", ExitCode.No, "Tonnes exist twice")]
    [InlineData("verra,CAR400,car,VCS1528", ExitCode.No, "is listed under the other registry")]
    [InlineData("car,CAR400,verre,VCS1528", ExitCode.BadInput, "verra")]
    public async System.Threading.Tasks.Task A_link_that_meets_nothing_is_told(string link, int exitCode, string? told)
    {
        var one = Save("one.csv", "Date Issued,Project ID,Total Offset Credits Issued,Vintage\n03/19/2009,CAR400,45730,2009\n");
        var two = Save("two.csv", "serial,quantity,state,project,vintage\n100-1-45730-VCS-VCU-1-VER-US-1-1528-01012009-31122009-0,45730,held,VCS1528,2009\n");
        var run = await CctsTool.Run(null, "doublecount", one, two, "--links", Save("links.csv", "first_registry,first_project,second_registry,second_project\n" + link + "\n"));
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(told is not null, (run.Output + run.Error).Contains(told ?? "link-unmet", StringComparison.Ordinal));
    }

    /// <summary>A registry's format knows its columns: another one is told at the answer, since nobody knows what it says.</summary>
    [Fact]
    public async System.Threading.Tasks.Task A_column_that_the_format_of_a_registry_does_not_know_stands_at_the_answer()
    {
        var row = "GS1-1-IN-GS817-4-2012-1303-93-102";
        var own = Save("own.csv", $"serial,quantity,state,Purpose\n{row},10,held,Surrender\n");
        async System.Threading.Tasks.Task<ToolRun> Against(string more) => await CctsTool.Run(null, "reconcile", "--ledger", own, "--registry", Save("g.csv", $"Vintage,Credit Status,Quantity,GSID,Serial Number,Issuance Date{(more.Length > 0 ? ",Zuordnung" : "")}\n2012,Issued,10,817,{row},2021-05-01{more}\n"));
        var known = await Against("");
        Assert.Equal((ExitCode.Yes, true), (known.ExitCode, known.Output.StartsWith("Everything matches.", StringComparison.Ordinal)));
        var unknown = await Against(",aufgebraucht");
        Assert.Equal(ExitCode.No, unknown.ExitCode);
        Assert.StartsWith("Everything matches by the columns that were read, but columns that the", unknown.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("column-not-read: Nothing is read from \"Zuordnung\"", unknown.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    /// <summary>Of merged cells all but the first are empty, and an empty state says held: what the sheet shows as retired would be there.</summary>
    [Theory]
    [InlineData(null, ExitCode.Yes)]
    [InlineData("C2:C3", ExitCode.BadInput)]
    public void Merged_cells_are_no_empty_states(string? merged, int exitCode)
    {
        var (own, registry) = (Path.Combine(_folder, "own.xlsx"), Save("r.csv", $"serial,quantity,state\n{Block}1-5,5,retired\n{Block}6-10,5,held\n"));
        Credits.PlainWorkbook.Write(own, merged, [["serial", "quantity", "state"], [Block + "1-5", 5, "Retired"], [Block + "6-10", 5]]);
        Assert.Equal(exitCode, Run("reconcile", "--ledger", own, "--registry", registry));
        Assert.Equal(exitCode, Run("reconcile", "--ledger", registry, "--registry", own));
    }

    [Fact]
    public void Files_without_a_row_are_nothing_that_was_compared() =>
        Assert.Equal(ExitCode.No, Run("doublecount", Save("empty.csv", "serial,quantity,state\n")));

    private static int Run(params string[] args) => CommandLine.Run(Program.Root(), args);

    private string Save(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Zip(string name, int entries, string text)
    {
        var path = Path.Combine(_folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        for (var i = 0; i < entries; i++)
        {
            using var writer = new StreamWriter(zip.CreateEntry(i + ".csv").Open());
            writer.Write(text);
        }

        return path;
    }
}
