using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>A journal in a database and one as text: the same commands, the same answers, and one becomes the other byte for byte.</summary>
public sealed class JournalDatabaseTests : IDisposable
{
    private const string Holdings = "account,registry,scope,kind,vintage,start,end,source\nmill,icm,s,ccc,2025,1,1000,opening\nkiln,icm,s,ccc,2025,1001,1500,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("database").FullName;

    private string Database => Path.Combine(_folder, "journal.db");

    private string Text => Path.Combine(_folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Both_forms_give_the_same_answers()
    {
        foreach (var journal in new[] { Database, Text })
        {
            Assert.Equal((ExitCode.Yes, "2 accepted, 0 answered before, 0 refused."), await Say("import", Write("h.csv", Holdings), "--journal", journal, "--at", "2026-10-15T09:30:00Z"));
            Assert.Equal((ExitCode.No, "0 accepted, 0 answered before, 1 refused. Nothing was written."), await Say("import", Write("c.jsonl", Transfer("k0", 5000)), "--journal", journal));
            Assert.Equal((ExitCode.Yes, "1 accepted, 0 answered before, 0 refused."), await Say("import", Write("c.jsonl", Transfer("k1", 300)), "--journal", journal));
            Assert.Equal((ExitCode.Yes, "0 accepted, 1 answered before, 0 refused."), await Say("import", Write("c.jsonl", Transfer("k1", 300)), "--journal", journal));
        }

        foreach (var arguments in new[] { new[] { "show", "J" }, ["show", "J", "--account", "kiln", "--json"], ["check", "J", "--json"], ["export", "J"], ["export", "J", "--json", "--until", "2"],
            ["export", "J", "--journal"], ["history", "icm:s:300", "--journal", "J", "--json"], ["account", "mill", "kiln", "--journal", "J", "--year", "2026-27"] })
        {
            Assert.Equal(await Ledger([.. arguments.Select(a => a == "J" ? Text : a)]), await Ledger([.. arguments.Select(a => a == "J" ? Database : a)]));
        }
    }

    [Fact]
    public async Task Export_to_text_and_back_is_byte_for_byte_and_keeps_instructions()
    {
        using (var journal = SqliteJournal.Open(Database))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            engine.Execute(new IssueUnits("k", Instant.FromUtc(2026, 10, 15, 0, 0), "मिल", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 9))), new RegistryIntent("x", "icm", "{\"né\":1}"));
        }

        var exported = (await Ledger("export", Database, "--journal")).Output;
        File.WriteAllText(Text, exported);
        var again = Path.Combine(_folder, "again.db");
        Assert.Equal((ExitCode.Yes, "1 accepted, 0 answered before, 0 refused."), await Say("import", Text, "--journal", again));
        Assert.Equal(exported, (await Ledger("export", again, "--journal")).Output);
        using (var stored = SqliteStoredLedger.Open(again))
        {
            Assert.Equal("{\"né\":1}", stored.Intents(0).Single().Intent.Payload);
            Assert.Empty(stored.Findings());
        }

        var text = Path.Combine(_folder, "again.jsonl");
        Assert.Equal(ExitCode.Yes, (await Ledger("import", again, "--journal", text)).ExitCode);
        Assert.Equal(File.ReadAllBytes(Text), File.ReadAllBytes(text));
        Assert.Equal(ExitCode.BadInput, (await Ledger("import", again, "--journal", text)).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("import", text, "--journal", Path.Combine(_folder, "new.db"), "--keep-refusals")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "new.db")));
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("journal.jsonl")]
    public async Task A_backup_is_proved_when_it_is_restored_and_nothing_is_overwritten(string name)
    {
        var (journal, backup, restored) = (Path.Combine(_folder, name), Path.Combine(_folder, "backup-" + name), Path.Combine(_folder, "restored-" + name));
        await Ledger("import", Write("h.csv", Holdings), "--journal", journal, "--at", "2026-10-15T09:30:00Z");
        Assert.Equal(ExitCode.Yes, (await Ledger("backup", journal, backup)).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("backup", journal, backup)).ExitCode);
        Assert.Equal(ExitCode.Yes, (await Ledger("restore", backup, restored)).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("restore", backup, restored)).ExitCode);
        Assert.Equal((await Ledger("export", journal, "--journal")).Output, (await Ledger("export", restored, "--journal")).Output);
        var bytes = File.ReadAllBytes(backup);
        bytes[bytes.AsSpan().IndexOf("\"mill\""u8) + 1] ^= 1;
        File.WriteAllBytes(backup, bytes);
        Assert.Equal(ExitCode.BadInput, (await Ledger("restore", backup, Path.Combine(_folder, "third-" + name))).ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "third-" + name)));
        Assert.Equal(ExitCode.No, (await Ledger("check", backup)).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("restore", Path.Combine(_folder, "absent.db"), Path.Combine(_folder, "fourth.db"))).ExitCode);
    }

    [Fact]
    public async Task A_ledger_that_a_host_has_open_is_shown_backed_up_and_not_written_to()
    {
        using var journal = SqliteJournal.Open(Database);
        var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
        engine.Execute(new IssueUnits("k", Instant.FromUtc(2026, 10, 15, 0, 0), "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 9))));
        Assert.Equal(ExitCode.Yes, (await Ledger("show", Database)).ExitCode);
        Assert.Equal(ExitCode.Yes, (await Ledger("backup", Database, Path.Combine(_folder, "b.db"))).ExitCode);
        var (code, _, error) = await Ledger("import", Write("c.jsonl", Transfer("k1", 3)), "--journal", Database);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"by process {Environment.ProcessId}", error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_ledger_is_refused_and_left_as_it_is()
    {
        foreach (var (name, content) in new[] { ("other.db", "SQLite format 3\0 and no more"), ("text.db", "a text"), ("zero.db", "") })
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, content);
            foreach (var command in new[] { "show", "check", "export" }.Where(_ => content.Length > 0))
            {
                Assert.NotEqual(ExitCode.Yes, (await Ledger(command, path)).ExitCode);
            }

            Assert.Equal(ExitCode.BadInput, (await Ledger("backup", path, Path.Combine(_folder, "b.db"))).ExitCode);
            Assert.Equal(content, File.ReadAllText(path));
        }
    }

    [Fact]
    public async Task A_refused_import_begins_no_database()
    {
        Assert.Equal(ExitCode.No, (await Ledger("import", Write("c.jsonl", Transfer("k", 1)), "--journal", Database)).ExitCode);
        Assert.Empty(Directory.GetFiles(_folder, "journal.db*"));
    }

    [Fact]
    public async Task A_unit_has_a_history_and_an_entity_a_year()
    {
        await Ledger("import", Write("h.csv", Holdings), "--journal", Database, "--at", "2026-03-31T18:29:00Z");
        await Ledger("import", Write("c.jsonl", Transfer("k1", 300)), "--journal", Database);
        var (_, output, _) = await Ledger("history", "icm:s:300-301", "--journal", Database, "--json");
        using var history = JsonDocument.Parse(output);
        Assert.Equal(["received 300-301", "transfer 300-300"], history.RootElement.GetProperty("steps").EnumerateArray().Select(s =>
            $"{s.GetProperty("what")} {s.GetProperty("units")[0].GetProperty("start")}-{s.GetProperty("units")[0].GetProperty("end")}"));
        Assert.Equal(ExitCode.No, (await Ledger("history", "icm:s:9999", "--journal", Database)).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("history", "nothing", "--journal", Database)).ExitCode);
        var (_, account, _) = await Ledger("account", "mill", "--journal", Database, "--year", "2026-27", "--json");
        using var year = JsonDocument.Parse(account);
        var kind = year.RootElement.GetProperty("kinds")[0];
        Assert.Equal((1000, 300, 700), (kind.GetProperty("opening").GetInt64(), kind.GetProperty("sold").GetInt64(), kind.GetProperty("closing").GetInt64()));
        Assert.Equal(ExitCode.No, (await Ledger("account", "nobody", "--journal", Database, "--year", "2026-27")).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await Ledger("account", "mill", "--journal", Database, "--year", "2026")).ExitCode);
    }

    private static string Transfer(string key, int tonnes) =>
        $$$"""{"command":"transfer","key":"{{{key}}}","at":"2026-10-16T09:30:00Z","account":"mill","to":"kiln","take":{"kind":"ccc","tonnes":{{{tonnes}}}}}""" + "\n";

    private static async Task<(int ExitCode, string Output, string Error)> Ledger(params string[] arguments)
    {
        var run = await CctsTool.Run(null, ["ledger", .. arguments]);
        return (run.ExitCode, run.Output, run.Error);
    }

    private static async Task<(int, string)> Say(params string[] arguments)
    {
        var (code, output, _) = await Ledger(arguments);
        return (code, output.Trim());
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
