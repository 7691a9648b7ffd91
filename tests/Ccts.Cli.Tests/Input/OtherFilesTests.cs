using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Credits;

namespace Ccts.Cli.Tests.Input;

/// <summary>Files of another kind than the command asks for, and documents whose digest is kept.</summary>
public sealed class OtherFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-others").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);

    private string Workbook()
    {
        PlainWorkbook.Write(At("w.xlsx"), null, ("One", [["a", "b"], ["c", 1]]), ("Two", [["a", "b"], ["c", 1]]));
        return At("w.xlsx");
    }

    /// <summary>A workbook is taken for no table, of which a sheet could be named, where no table is asked for.</summary>
    [Theory]
    [InlineData("ingest FILE ingestion/weighbridge.csv")]
    [InlineData("receipt verify FILE")]
    [InlineData("form check kotputli-2025-26.json FILE")]
    [InlineData("plan show FILE")]
    [InlineData("clear --session FILE --trades session/trades.csv --holdings session/holdings.csv --statement session/statement.csv")]
    public async Task A_workbook_in_the_place_of_json(string command)
    {
        var run = await CctsTool.Run(null, [.. command.Split(' ').Select(w => w == "FILE" ? Workbook() : w.Contains('.', StringComparison.Ordinal) ? Sample(w) : w)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("This is an Excel workbook (.xlsx).", run.Error, StringComparison.Ordinal);
        Assert.Contains("Give the JSON itself", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter show")]
    [InlineData("token show")]
    [InlineData("project show")]
    [InlineData("claims --letters")]
    [InlineData("year show")]
    [InlineData("ledger show")]
    public async Task A_workbook_in_the_place_of_a_journal(string command)
    {
        var run = await CctsTool.Run(null, [.. command.Split(' '), Workbook()]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("This is an Excel workbook (.xlsx).", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A journal whose file was emptied is no book that claims nothing, and an import of nothing has taken nothing in.</summary>
    [Theory]
    [InlineData("claims --letters FILE --registry reconciliation/verra.csv", "journal-empty")]
    [InlineData("claims --tokens FILE --registry reconciliation/verra.csv", "journal-empty")]
    [InlineData("claims --projects FILE --registry reconciliation/verra.csv", "journal-empty")]
    [InlineData("ledger import FILE --journal j.jsonl --at 2026-10-15T09:30:00Z", "nothing-to-import")]
    public async Task An_empty_file_is_told(string command, string code)
    {
        await File.WriteAllTextAsync(At("empty.txt"), "", TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, [.. command.Split(' ').Select(w => w == "FILE" ? At("empty.txt") : w == "j.jsonl" ? At(w) : w.EndsWith(".csv", StringComparison.Ordinal) ? Sample(w) : w)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    /// <summary>The bytes decide what a file is: a workbook has any name, and a letter in an old encoding is no missing table.</summary>
    [Fact]
    public async Task Tables_of_article_6_in_other_files()
    {
        PlainWorkbook.Write(At("tables.json"), null, ("Submission", [["Party", "Version"], ["IND", "1"]]));
        Assert.DoesNotContain("There is no such file", (await CctsTool.Run(null, "aef", "check", At("tables.json"))).Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(At("old.json"), Encoding.Latin1.GetBytes("{ \"submissi\u00F3n\": [] }"), TestContext.Current.CancellationToken);
        Assert.Contains("error text-encoding", (await CctsTool.Run(null, "aef", "check", At("old.json"))).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("group")]
    [InlineData("position")]
    public async Task A_price_without_a_unit_is_told_so(string command) =>
        Assert.Contains("--price: \"900\" has no unit. Expected: text such as \"12.5 INR\"", (await CctsTool.Run(null, command, Sample("kotputli-2025-26.json"), "--price", "900")).Error, StringComparison.Ordinal);

    /// <summary>A text without a line ending is no empty journal, and is not written over.</summary>
    [Theory]
    [InlineData("{\"format\":\"ccts-letter-of-authorization/1\"}")]
    [InlineData("dear reader")]
    public async Task Another_file_is_no_journal_whose_last_line_was_torn(string text)
    {
        var path = At("letter.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        foreach (string[] command in new string[][] { ["letter", "show", path], ["token", "show", path], ["project", "show", path], ["claims", "--letters", path, "--registry", Sample("reconciliation/verra.csv")], ["letter", "move", path, "authorise", "--letter", Sample("article6/letter.json"), "--on", "2026-01-05", "--key", "a"] })
        {
            var run = await CctsTool.Run(null, command);
            Assert.True(run.ExitCode == 2, run.Output);
            Assert.Contains(path + "(1): error journal-damaged", run.Error, StringComparison.Ordinal);
            Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>The digest of a document is that of its file, so that whoever has the file finds it.</summary>
    [Fact]
    public async Task The_digest_of_a_document_is_that_of_the_file()
    {
        using (var packed = new GZipStream(File.Create(At("plan.json.gz")), CompressionMode.Compress))
        {
            packed.Write("{}"u8);
        }

        foreach (var document in new[] { Workbook(), At("plan.json.gz") })
        {
            var journal = At(Path.GetFileName(document) + ".jsonl");
            Assert.Equal(0, (await CctsTool.Run(null, "year", "open", journal, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
            Assert.Equal(0, (await CctsTool.Run(null, "year", "move", journal, "submit-plan", "--role", "entity", "--person", "A. Rao", "--organisation", "Kotputli works", "--on", "2025-06-15", "--document", document)).ExitCode);
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(document, TestContext.Current.CancellationToken))), await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    /// <summary>Lists that a host keeps are read as people save them, like every other table.</summary>
    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData(',', "Working days of the office\n\n")]
    public async Task Working_days_and_agencies_as_people_save_them(char separator, string title)
    {
        string As(string name, string text)
        {
            File.WriteAllText(At(name), title + text.Replace(',', separator), Encoding.Unicode);
            return At(name);
        }

        var journal = At("y.jsonl");
        await CctsTool.Run(null, "year", "open", journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        Assert.NotEqual(2, (await CctsTool.Run(null, "year", "due", journal, "--on", "2027-03-31", "--holidays", As("h.csv", "day,name,source\nSunday,weekend,s\n2026-01-26,Republic Day,s\n"))).ExitCode);
        var agencies = As("a.csv", "agency,number,sectors,from,until,source\nMade-up Verification Agency,ACVA-000,Cement,2025-01-01,2027-12-31,s\n");
        Assert.NotEqual(2, (await CctsTool.Run(null, "verification", "report", Sample("verification/kotputli-2025-26.json"), Sample("kotputli-2025-26.json"), "--agencies", agencies, "--uncertainty", As("u.csv", "source,percent\nkiln-coal,1.5\n"))).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "plan", "show", Sample("plans/kotputli-v1.json"), "--template-map", As("m.csv", "field,sheet,cell\nversion,Plan,B4\n"), "--template-cells", At("cells.xlsx"))).ExitCode);
    }
}
