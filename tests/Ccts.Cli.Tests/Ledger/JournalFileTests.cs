using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>The file under a journal: never deleted, never anything but an ordinary file in UTF-8, and mended after a crash as the message says.</summary>
public sealed class JournalFileTests : IDisposable
{
    private const string At = "2026-10-15T09:30:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("journal").FullName;

    private string Journal => Path.Combine(_folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_refused_import_begins_no_journal_and_leaves_an_empty_file_where_it_is()
    {
        var refused = Write("c.jsonl", Retire("k1", 5));
        Assert.Equal(ExitCode.No, Run("import", refused, "--journal", Journal));
        Assert.False(File.Exists(Journal));
        File.WriteAllText(Journal, "");
        Assert.Equal(ExitCode.No, Run("import", refused, "--journal", Journal));
        Assert.True(File.Exists(Journal));
        Assert.Equal(ExitCode.Yes, Run("import", Holdings(1, 100), "--journal", Journal, "--at", At));
        Assert.Equal(ExitCode.Yes, Run("check", Journal));
    }

    [Fact]
    public void What_another_process_began_meanwhile_is_neither_lost_nor_overwritten()
    {
        using var first = JournalFile.Open(Journal);
        Assert.Equal(ExitCode.Yes, Run("import", Holdings(1, 100), "--journal", Journal, "--at", At));
        var before = File.ReadAllBytes(Journal);
        Assert.Equal("journal-in-use", Assert.Throws<CctsDataException>(() => first.Append([Entry(first)])).Problems[0].Code);
        first.Dispose();
        Assert.Equal(before, File.ReadAllBytes(Journal));
    }

    [Fact]
    public void While_one_writes_another_is_told_so()
    {
        Run("import", Holdings(1, 100), "--journal", Journal, "--at", At);
        using var first = JournalFile.Open(Journal);
        Assert.Equal("journal-in-use", Assert.Throws<CctsDataException>(() => JournalFile.Open(Journal)).Problems[0].Code);
    }

    [Theory]
    [InlineData("mkfifo", "pipe")]
    [InlineData("mknod", "device", "c", "1", "3")]
    public async Task A_pipe_or_device_is_refused_and_stays(string make, string name, params string[] kind)
    {
        var path = Path.Combine(_folder, name);
        using (var made = Process.Start(make, [path, .. kind]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(made.ExitCode != 0, $"{make} is not permitted here.");
        }

        foreach (var file in new[] { Write("c.jsonl", Retire("k1", 5)), Holdings(1, 100) })
        {
            var run = await CctsTool.Run(null, "ledger", "import", file, "--journal", path, "--at", At);
            Assert.Equal(ExitCode.BadInput, run.ExitCode);
            Assert.Contains("not an ordinary file", run.Error, StringComparison.Ordinal);
            Assert.True(File.Exists(path));
        }
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_is_told_in_our_words_and_in_json()
    {
        foreach (var (path, says) in new[] { (Path.Combine(_folder, "absent.jsonl"), "There is no such journal."), (_folder, "This is a folder.") })
        {
            string[][] commands =
            [
                ["ledger", "show", path], ["ledger", "check", path], ["ledger", "export", path],
                ["position", Path.Combine(CctsTool.Samples, "maihar-2025-26.json"), "--journal", path, "--account", "mill"],
            ];
            foreach (var command in commands)
            {
                var run = await CctsTool.Run(null, [.. command, "--json"]);
                Assert.Equal(ExitCode.BadInput, run.ExitCode);
                Assert.Equal(says, JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0].GetProperty("message").GetString());
            }
        }

        var import = await CctsTool.Run(null, "ledger", "import", Holdings(1, 9), "--at", At, "--journal", Path.Combine(_folder, "no", "j.jsonl"));
        Assert.Equal(ExitCode.BadInput, import.ExitCode);
        Assert.Contains("There is no folder to put the journal into.", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using (var file = File.Create(Journal))
        {
            file.SetLength(Utf8Lines.MaxLineBytes + 1L);
        }

        var bad = Assert.Throws<CctsDataException>(() => JournalFile.Replay(Journal, until: null));
        Assert.Equal("line-too-long", bad.Problems[0].Code);
        var says = File.ReadAllText(Path.Combine(CctsTool.RepositoryRoot, "docs", "ledger.md"));
        Assert.Contains($"A line may have {Utf8Lines.MaxLineBytes / 1024 / 1024} MiB", says, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_utf_8_is_read_so_that_no_two_names_become_one()
    {
        Run("import", Holdings(1, 100), "--journal", Journal, "--at", At);
        var commands = Path.Combine(_folder, "c.jsonl");
        File.WriteAllBytes(commands, Encoding.Latin1.GetBytes(Transfer("k1", "Societe") + Transfer("k2", "Soci\u00e9t\u00e9") + Transfer("k3", "Soci\u00e8t\u00e8")));
        var bad = Assert.Throws<CctsDataException>(() => LedgerInput.Read(commands, at: null)).Problems.Single();
        Assert.Equal(("text-encoding", 2, Transfer("k2", "Soci").IndexOf("Soci", StringComparison.Ordinal) + 5), (bad.Code, bad.Place.Line, bad.Place.Column));
        Assert.Equal(commands, bad.Place.File);

        var text = File.ReadAllText(Journal);
        File.WriteAllText(Journal, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(ExitCode.Yes, Run("check", Journal));
        File.WriteAllText(Journal, text, Encoding.Unicode);
        var before = File.ReadAllBytes(Journal);
        Assert.Equal(ExitCode.BadInput, Run("show", Journal));
        Assert.Equal(ExitCode.BadInput, Run("import", Holdings(101, 200), "--journal", Journal, "--at", At));
        Assert.Equal(before, File.ReadAllBytes(Journal));
    }

    [Fact]
    public void An_import_cut_short_anywhere_is_finished_as_the_message_says()
    {
        Run("import", Holdings(1, 100), "--journal", Journal, "--at", At);
        var commands = Write("c.jsonl", Retire("k1", 5) + Transfer("k2", "kiln") + Retire("k3", 7));
        var start = (int)new FileInfo(Journal).Length;
        Assert.Equal(ExitCode.Yes, Run("import", commands, "--journal", Journal));
        var whole = File.ReadAllBytes(Journal);
        for (var length = start; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(Journal, whole[..length]);
            try
            {
                JournalFile.Replay(Journal, until: null);
            }
            catch (CctsDataException cut)
            {
                var keep = int.Parse(cut.Problems[0].Hint!.Split("head -n ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
                File.WriteAllText(Journal, string.Concat(File.ReadAllLines(Journal).Take(keep).Select(l => l + "\n")));
            }

            Assert.Equal(ExitCode.Yes, Run("import", commands, "--journal", Journal));
            Assert.Equal(whole, File.ReadAllBytes(Journal));
        }
    }

    private static JournalEntry Entry(JournalFile journal)
    {
        var command = new IssueUnits("k", Instant.FromUtc(2026, 10, 15, 9, 30), "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 10)));
        return journal.State.Decide(LedgerPolicy.Bare, command).EntryAt(1, command)!;
    }

    private static string Retire(string key, int tonnes) =>
        $$$"""{"command":"retire","key":"{{{key}}}","at":"{{{At}}}","account":"mill","take":{"kind":"ccc","tonnes":{{{tonnes}}}}}""" + "\n";

    private static string Transfer(string key, string to) =>
        $$$"""{"command":"transfer","key":"{{{key}}}","at":"{{{At}}}","account":"mill","to":"{{{to}}}","take":{"kind":"ccc","tonnes":10}}""" + "\n";

    private string Holdings(int start, int end) => Write("h.csv", $"account,registry,scope,kind,vintage,start,end\nmill,icm,s,ccc,2025,{start},{end}\n");

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static int Run(params string[] args) => CommandLine.Run(Program.Root(), ["ledger", .. args]);
}
