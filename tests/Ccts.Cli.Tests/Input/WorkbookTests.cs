using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Cli.Tests.Input;

/// <summary>Answers are written as workbooks, and whatever is read as CSV is read from a sheet: the answer is the same.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-workbooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_assessment_is_written_as_a_workbook()
    {
        var run = await CctsTool.Run(null, "assess", Sample("kotputli-2025-26.json"), "--explain", "--json", "--xlsx", At("a.xlsx"));
        var json = JsonNode.Parse(run.Output)!;
        var answer = Read("a.xlsx");
        Assert.Equal(json["certificates"]!["quantity"]!.ToJsonString(), Value(answer, "certificates.quantity").Value);
        var (total, unit) = Value(answer, "emissions.total");
        Assert.Equal((string)json["emissions"]!["total"]!, total + " " + unit);
        Assert.Equal(json["steps"]!.AsArray().Count + 1, answer.Find("steps")!.Cells.Max(c => c.Row));
    }

    [Fact]
    public async Task A_pro_forma_and_a_position_are_written_as_workbooks()
    {
        var run = await CctsTool.Run(null, "proforma", "assess", Sample("maihar-form-sb-2025-26.json"), "--json", "--xlsx", At("p.xlsx"));
        var results = JsonNode.Parse(run.Output)!["results"]!.AsObject();
        Assert.Equal(results.Count + 1, Read("p.xlsx").Find("results")!.Cells.Max(c => c.Row));

        run = await CctsTool.Run(null, "position", Sample("kotputli-2025-26.json"), "--json", "--xlsx", At("q.xlsx"));
        Assert.Equal(JsonNode.Parse(run.Output)!["net"]!.ToJsonString(), Value(Read("q.xlsx"), "net").Value);
    }

    /// <summary>Forms are filled from a workbook of the pro-forma as from its filing in JSON.</summary>
    [Theory]
    [InlineData("e2")]
    [InlineData("a")]
    [InlineData("d")]
    public async Task A_form_is_filled_from_a_pro_forma_in_a_workbook(string id)
    {
        var form = RulesetCatalog.Default.Find("in-ccts/2025-26")!.ProFormas.Find("cement")!;
        var filing = ProFormaFilingReader.Read(await File.ReadAllBytesAsync(Sample("maihar-form-sb-2025-26.json"), TestContext.Current.CancellationToken), null, form);
        await using (var stream = File.Create(At("plant.xlsx")))
        {
            ProFormaTemplate.Write(stream, form, filing.Year!.Value, filing);
        }

        var (sheet, json) = (await CctsTool.Run(null, "form", id, At("plant.xlsx"), "--json"), await CctsTool.Run(null, "form", id, Sample("maihar-form-sb-2025-26.json"), "--json"));
        Assert.Equal((0, json.Output), (sheet.ExitCode, sheet.Output));
    }

    /// <summary>Months of output are not settled by law; a pro-forma shows what the other reading makes of it, as a report does.</summary>
    [Fact]
    public async Task A_pro_forma_shows_what_the_law_leaves_open()
    {
        var run = await CctsTool.Run(null, "proforma", "assess", Sample("maihar-form-sb-2025-26.json"));
        Assert.Contains("What moves it most", run.Output, StringComparison.Ordinal);
        Assert.Contains("7 months of output", string.Join(" ", run.Output.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var json = JsonNode.Parse((await CctsTool.Run(null, "proforma", "assess", Sample("maihar-form-sb-2025-26.json"), "--json")).Output)!;
        var reading = Assert.Single(json["otherReadings"]!.AsArray(), r => (string)r!["path"]! == "certificates.output-months")!;
        var (used, other) = (decimal.Parse((string)json["certificates"]!["unrounded"]!, CultureInfo.InvariantCulture), decimal.Parse((string)reading["certificates"]!["unrounded"]!, CultureInfo.InvariantCulture));
        Assert.Equal(Math.Round(used * 7m / 12m, 6), Math.Round(other, 6));
    }

    /// <summary>An old workbook and one with a password begin alike; a name in the directory of the container tells which, and the tool says how to save it.</summary>
    [Theory]
    [InlineData("EncryptedPackage", "This is an Excel workbook that a password protects.", "take the password away")]
    [InlineData("Workbook", "This is an old Excel workbook (.xls).", "save it as .xlsx")]
    [InlineData("Book", "This is an old Excel workbook (.xls).", "save it as .xlsx")]
    [InlineData("WordDocument", "This is a text of a word processor.", "Ask its author")]
    [InlineData("Something", "This is an old Office file (.xls and the like), or one that a password protects.", "without a password")]
    public async Task An_old_or_protected_workbook_is_told(string stream, string said, string mend)
    {
        // A header of 512 bytes, then a directory: the root entry and the stream, names in UTF-16 with their length behind.
        byte[] Entry(string name) => [.. Encoding.Unicode.GetBytes(name.PadRight(32, '\0')), (byte)((name.Length + 1) * 2), 0, .. new byte[62]];
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Entry("Root Entry"), .. Entry(stream), .. new byte[256]];
        await File.WriteAllBytesAsync(At("locked.xlsx"), file, TestContext.Current.CancellationToken);
        foreach (string[] command in new string[][] { ["proforma", "assess", At("locked.xlsx")], ["assess", At("locked.xlsx")], ["targets", "import", At("locked.xlsx")] })
        {
            var run = await CctsTool.Run(null, command);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(said, run.Error, StringComparison.Ordinal);
            Assert.Contains(mend, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_session_is_cleared_from_sheets_as_from_text()
    {
        string[] Args(Func<string, string> file) => ["clear", "--session", Session("session.json"), "--trades", file("trades.csv"), "--holdings", file("holdings.csv"), "--statement", file("statement.csv"), "--json"];
        await AreSame(Args(Session), Args(name => Sheet(Session(name))));
    }

    [Fact]
    public async Task A_registry_is_reconciled_from_sheets_as_from_text()
    {
        var folder = Path.Combine(CctsTool.Samples, "reconciliation");
        string[] Args(Func<string, string> file) => ["reconcile", "--ledger", file(Path.Combine(folder, "own.csv")), "--registry", file(Path.Combine(folder, "verra.csv")), "--json"];
        await AreSame(Args(path => path), Args(Sheet));
    }

    [Fact]
    public async Task A_drafts_impact_is_the_same_on_entities_in_a_sheet()
    {
        string[] Args(Func<string, string> file) => ["ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27", "--entities", file(Sample("cement-at-baseline.csv")), "--json"];
        await AreSame(Args(path => path), Args(Sheet));
    }

    [Fact]
    public async Task Holdings_are_imported_from_a_sheet_as_from_text()
    {
        string[] Import(string file, string journal) => ["ledger", "import", file, "--journal", At(journal), "--at", "2026-07-01T00:00:00Z"];
        await File.WriteAllTextAsync(At("held.csv"), "account,registry,scope,kind,vintage,start,end,issued\nmill,icm,s,ccc,2025,1,1000,2026-06-01\nmill,icm,s,offset-ccc,2024,2001,2100,\n", TestContext.Current.CancellationToken);
        var text = await CctsTool.Run(null, Import(At("held.csv"), "text.jsonl"));
        var sheet = await CctsTool.Run(null, Import(Sheet(At("held.csv")), "sheet.jsonl"));
        Assert.Equal((0, 0), (text.ExitCode, sheet.ExitCode));
        Assert.Equal(await File.ReadAllTextAsync(At("text.jsonl"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(At("sheet.jsonl"), TestContext.Current.CancellationToken));
    }

    private static async Task AreSame(string[] text, string[] sheets)
    {
        var (one, other) = (await CctsTool.Run(null, text), await CctsTool.Run(null, sheets));
        Assert.Equal(one.ExitCode, other.ExitCode);
        Assert.NotEqual(2, one.ExitCode);
        Assert.Equal(Plain(one.Output), Plain(other.Output));
    }

    /// <summary>Without the names of files and the cells of places, which differ.</summary>
    private static string Plain(string json)
    {
        static JsonNode? Without(JsonNode? node) => node switch
        {
            JsonObject o => new JsonObject(o.Where(m => m.Key is not ("file" or "place" or "line" or "column" or "pointer" or "digest" or "source" or "name" or "files" or "problems")).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Without(m.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Without)]),
            _ => node?.DeepClone(),
        };
        return Without(JsonNode.Parse(json))!.ToJsonString();
    }

    /// <summary>The rows of a CSV file as a sheet of a workbook, by the name that the tool takes.</summary>
    private string Sheet(string csv)
    {
        static string[] Fields(string line) => [.. Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];
        static string Cell(string value) => value.Length == 0 ? "<c/>" : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) && value.Length < 15 && value[0] != '0' ? $"<c><v>{value}</v></c>" : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var rows = string.Concat(File.ReadAllLines(csv).Select(line => $"<row>{string.Concat(Fields(line).Select(Cell))}</row>"));
        var path = At(Path.GetFileNameWithoutExtension(csv) + ".xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            void Part(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }

            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"rows\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"sheet.xml\"/></Relationships>");
            Part("xl/sheet.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        return path + "!rows";
    }

    private Workbook Read(string name)
    {
        using var stream = File.OpenRead(At(name));
        Assert.True(WorkbookReader.TryRead(stream, name, WorkbookLimits.Default, out var workbook, out var problems), string.Join('\n', problems));
        return workbook;
    }

    private static (string Value, string Unit) Value(Workbook workbook, string member)
    {
        var sheet = workbook.Find("Answer")!;
        var row = sheet.Cells.Single(c => c.Column == 1 && c.Text == member).Row;
        return (sheet.CellAt(row, 2)!.Text, sheet.CellAt(row, 3)?.Text ?? "");
    }

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);

    private static string Session(string name) => Path.Combine(CctsTool.Samples, "session", name);

    private string At(string name) => Path.Combine(_folder, name);
}
