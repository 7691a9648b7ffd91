using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Cli.Tests.Input;

/// <summary>Answers are written as workbooks, and forms and reports are read from them.</summary>
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

    private string At(string name) => Path.Combine(_folder, name);
}
