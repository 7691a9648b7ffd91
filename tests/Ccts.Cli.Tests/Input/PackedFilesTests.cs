using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Input;

/// <summary>Files as people have them, packed: whatever reads a file reads them, and what was cut off or damaged is never taken for all there is.</summary>
public sealed class PackedFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packed").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The rows that a half of an archive still gives are the whole of another ledger: "Everything matches".</summary>
    [Fact]
    public void What_is_left_of_an_archive_is_not_taken_for_the_whole()
    {
        var ledger = Save("ledger.csv", Encoding.UTF8.GetBytes(Rows(1, 5)));
        var packed = Gzip(Rows(1, 5));
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", Save("all.csv.gz", packed)));
        foreach (var cut in new[] { 1, 4, 8, 9, 20, packed.Length - 20 })
        {
            Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", Save("cut.csv.gz", packed[..^cut])));
        }

        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", Save("changed.csv.gz", [.. packed[..^20], (byte)(packed[^20] ^ 1), .. packed[^19..]])));
        Assert.Equal(ExitCode.BadInput, Run("serial", "parse", Save("cut.txt.gz", Gzip(Rows(1, 5))[..^9])));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", Save("cut.csv.gz", packed[..^9])));
    }

    /// <summary>Two archives one behind the other are one of two members (RFC 1952): what "cat a.gz b.gz" makes, and what daily appends do.</summary>
    [Fact]
    public void Members_of_an_archive_are_read_one_after_the_other_and_must_be_whole()
    {
        var ledger = Save("ledger.csv", Encoding.UTF8.GetBytes(Rows(1, 5)));
        var all = Encoding.UTF8.GetBytes(Rows(1, 5));
        byte[] members = [.. Gzip(all[..50]), .. Gzip(all[50..51]), .. Gzip(""), .. Gzip(all[51..])];
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", Save("members.csv.gz", members)));
        for (var cut = 1; cut < 25; cut++)
        {
            Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", Save("members-cut.csv.gz", members[..^cut])));
        }
    }

    [Fact]
    public void A_changed_entry_of_a_zip_is_refused_by_its_checksum()
    {
        var rows = Rows(1, 5);
        var ledger = Save("ledger.csv", Encoding.UTF8.GetBytes(rows));
        var zip = Zip(("d.csv", rows));
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", Save("d.zip", zip)));

        // The text stands in the zip as it is: one digit of a quantity is another one now.
        var at = Encoding.Latin1.GetString(zip).IndexOf(",10,held", StringComparison.Ordinal);
        zip[at + 1] = (byte)'2';
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", Save("d.zip", zip)));
    }

    [Fact]
    public async Task A_zip_with_papers_beside_the_data_is_read_by_whatever_reads_a_file()
    {
        var report = await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken);
        var plain = await CctsTool.Run(null, "assess", "samples/data/kotputli-2025-26.json", "--json");
        var zip = Save("r.zip", Zip(("report.json", report), ("Terms of use.txt", "Terms, of use.\nAll rights."), ("__MACOSX/._report.json", "\0\u0005"), (".DS_Store", "x")));
        // The same to the letter but for the file's name in findings.
        Assert.Equal(plain with { Output = plain.Output.Replace("samples/data/kotputli-2025-26.json", zip, StringComparison.Ordinal) }, await CctsTool.Run(null, "assess", zip, "--json"));
        var two = await CctsTool.Run(null, "assess", Save("two.zip", Zip(("a.json", report), ("b.json", report))), "--json");
        Assert.Equal(ExitCode.BadInput, two.ExitCode);
        Assert.Contains("zip-ambiguous", two.Output + two.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_a_table_like_any_other()
    {
        const string row = "serial,quantity,state,project,vintage\n";
        var one = Save("one.csv", Encoding.UTF8.GetBytes(row + "CAR-1-US-400-1-100-CA-2009-1-1 to 10,10,held,CAR400,2009\n"));
        var other = Save("other.csv", Encoding.UTF8.GetBytes(row + "9344-82392553-82392562-VCS-VCU-262-VER-US-14-1528-01012009-31122009-1,10,held,VCS1528,2009\n"));
        foreach (var links in new[]
        {
            "first_registry,first_project,second_registry,second_project\ncar,CAR400,verra,VCS1528\n",
            "first_registry;first_project;second_registry;second_project\r\n\"car\";CAR400;verra;VCS1528\r\n;;;\r\n",
            "sep=\t\r\nfirst_registry\tfirst_project\tsecond_registry\tsecond_project\r\ncar\tCAR400\tverra\tVCS1528\r\n",
        })
        {
            Assert.Equal(ExitCode.No, Run("doublecount", one, other, "--links", Save("links.csv", Encoding.UTF8.GetBytes(links))));
            Assert.Equal(ExitCode.No, Run("doublecount", one, other, "--links", Save("links.csv.gz", Gzip(links))));
        }

        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, other, "--links", Save("blank.csv", "first_registry,first_project,second_registry,second_project\ncar,CAR400,,VCS1528\n"u8.ToArray())));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", one, other, "--links", Path.Combine(_folder, "nowhere.csv")));
    }

    [Fact]
    public async Task Entities_are_read_as_a_spreadsheet_leaves_them()
    {
        const string table = "registration_no,output,gei,unit\nCMTOE085RJ,1000000,0.8,tCO2e/t\n";
        var plain = await CctsTool.Run(table, "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27", "--entities", "-", "--json");
        Assert.True(plain.ExitCode is ExitCode.Yes or ExitCode.No, plain.Error);
        var left = "Entities of 2025-26\n\n" + table.Replace(',', ';');
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(left), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(left)], Gzip(left) })
        {
            Assert.Equal(plain, await CctsTool.Run(null, "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27", "--entities", Save("e", bytes), "--json"));
        }
    }

    [Fact]
    public void Folders_of_rulesets_that_are_not_there_are_named()
    {
        foreach (var path in new[] { Path.Combine(_folder, "nowhere"), Save("file", "x"u8.ToArray()) })
        {
            Assert.Equal(ExitCode.BadInput, Run("ruleset", "check", path));
            Assert.Equal(ExitCode.BadInput, Run("ruleset", "pack", path, "--out", Path.Combine(_folder, "out")));
        }
    }

    private static string Rows(int first, int last) =>
        "serial,quantity,state\n" + string.Concat(Enumerable.Range(first, last - first + 1).Select(i => $"9344-{i}1-{i + 1}0-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,10,held\n"));

    private static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }

        return packed.ToArray();
    }

    private static int Run(params string[] args) => CommandLine.Run(Program.Root(), args);

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
