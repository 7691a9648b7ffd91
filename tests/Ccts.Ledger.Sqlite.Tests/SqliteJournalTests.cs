using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>What was answered is in the file; what is no ledger, or not ours to write to, is refused and left as it was.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Path => _folder.File("journal.db");

    [Fact]
    public void What_was_answered_is_there_when_the_file_is_opened_again()
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
            Assert.True(ledger.Execute(Made.Issue("i", 1, 100)).IsAccepted);
            Assert.True(ledger.Execute(Made.Reserve("r", 40), Made.Intent("x"), Made.Intent("y")).IsAccepted);
            Assert.False(ledger.Execute(Made.Reserve("s", 400), Made.Intent("z")).IsAccepted);
        }

        using var again = SqliteJournal.Open(Path);
        var rebuilt = new LedgerEngine(again, LedgerPolicy.Bare);
        Assert.Equal(40, rebuilt.Account("mill")!.Tonnes("ccc", ShadowAccount.Reserved));
        Assert.True(rebuilt.Execute(Made.Reserve("r", 40)).IsRepeat);
        Assert.Equal([new CommittedIntent(2, 0, Made.Intent("x")), new CommittedIntent(2, 1, Made.Intent("y"))], again.Intents(0));
        Assert.Empty(again.Intents(2));
        Assert.Empty(again.Stored.Findings());
        Assert.Equal(3, again.Position);
    }

    [Fact]
    public async Task Many_callers_share_the_syncs_and_the_order_is_that_of_the_positions()
    {
        using var journal = SqliteJournal.Open(Path);
        var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
        ledger.Execute(Made.Issue("i", 1, 100_000));
        await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => ledger.ExecuteAsync(Made.Reserve("r" + i, 3), [Made.Intent("x" + i)], TestContext.Current.CancellationToken).AsTask()));
        Assert.Equal(2001, journal.DurablePosition);
        Assert.Equal(Enumerable.Range(1, 2001).Select(n => (long)n), journal.Read(0).Select(e => e.Position));
        Assert.Equal(Enumerable.Range(2, 2000).Select(n => (long)n), journal.Intents(0).Select(i => i.Position));
        Assert.Equal("r1000", journal.Find(1002)!.Key);
        Assert.Empty(journal.Stored.Findings());
    }

    [Fact]
    public void A_snapshot_of_many_parts_is_kept_and_the_one_before_goes()
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            var state = Enumerable.Range(0, 3_000_000).Select(i => (byte)(i % 251)).ToArray();
            journal.Keep(new LedgerSnapshot(0, state));
            Assert.Equal(state, journal.LatestSnapshot()!.State.ToArray());
            var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
            ledger.Execute(Made.Issue("i", 1, 100));
            var real = ledger.TakeSnapshot();
            journal.Keep(real);
            journal.Keep(new LedgerSnapshot(0, state));
            Assert.Equal(real.State.ToArray(), journal.LatestSnapshot()!.State.ToArray());
        }

        using var raw = Raw();
        Assert.Equal(1, raw.Number("SELECT count(*) FROM snapshot_part"));
    }

    [Fact]
    public async Task Work_of_ones_own_is_in_the_transaction_and_what_throws_is_undone_by_itself()
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            await journal.Write(c => c.Run("CREATE TABLE note (key TEXT PRIMARY KEY) STRICT"));
            var good = journal.Write(c => c.Run("INSERT INTO note VALUES ('a')"));
            var bad = journal.Write(c =>
            {
                c.Run("INSERT INTO note VALUES ('b')");
                c.Run("INSERT INTO note VALUES ('b')");
            });
            var late = journal.Write(c => c.Run("INSERT INTO note VALUES ('c')"));
            await Task.WhenAll(good, late);
            await Assert.ThrowsAsync<SqliteException>(() => bad);
            new LedgerEngine(journal, LedgerPolicy.Bare).Execute(Made.Issue("i", 1, 100));
        }

        using var raw = Raw();
        Assert.Equal("a,c", raw.Text("SELECT group_concat(key) FROM note"));
    }

    [Fact]
    public void A_second_writer_is_told_who_the_first_is_and_readers_are_not_kept_out()
    {
        using var journal = SqliteJournal.Open(Path);
        new LedgerEngine(journal, LedgerPolicy.Bare).Execute(Made.Issue("i", 1, 100));
        var problem = Refused("ledger-in-use", () => SqliteJournal.Open(Path));
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2", problem.Message, StringComparison.Ordinal);
        using var reader = SqliteStoredLedger.Open(Path);
        Assert.Equal(1, reader.LastPosition);
        Assert.Throws<SqliteException>(() => reader.Query(c => c.Number("DELETE FROM entry RETURNING 1")));
    }

    [Fact]
    public void Every_writer_has_an_epoch_of_its_own()
    {
        SqliteJournal.Open(Path).Dispose();
        SqliteJournal.Open(Path).Dispose();
        using var raw = Raw();
        Assert.Equal(2, raw.Number("SELECT epoch FROM ledger"));
    }

    [Fact]
    public void A_file_of_another_program_is_refused_and_left_as_it_was()
    {
        using (var other = Raw())
        {
            other.Run("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
        }

        var before = File.ReadAllBytes(Path);
        Refused("not-a-ledger", () => SqliteJournal.Open(Path));
        Refused("not-a-ledger", () => SqliteStoredLedger.Open(Path));
        Assert.Equal(before, File.ReadAllBytes(Path));
        File.WriteAllText(Path, "{\"format\":\"ccts-ledger-journal\",\"v\":1}\n" + new string('x', 2000));
        Refused("not-a-ledger", () => SqliteJournal.Open(Path));
        Assert.False(File.Exists(Path + "-wal"));
    }

    [Fact]
    public void A_newer_file_is_refused_and_left_as_it_was()
    {
        SqliteJournal.Open(Path).Dispose();
        using (var raw = Raw())
        {
            raw.Run("PRAGMA user_version = 99");
        }

        Assert.Contains("99", Refused("ledger-newer", () => SqliteJournal.Open(Path)).Message, StringComparison.Ordinal);
        Refused("ledger-newer", () => SqliteStoredLedger.Open(Path));
    }

    [Fact]
    public void An_older_library_is_refused()
    {
        Refused("sqlite-too-old", () => SqliteFile.RequireLibrary("3.51.2", Path));
        Refused("sqlite-too-old", () => SqliteFile.RequireLibrary("3.49.1", Path));
        Refused("sqlite-too-old", () => SqliteFile.RequireLibrary("none", Path));
        SqliteFile.RequireLibrary("3.51.3", Path);
        SqliteFile.RequireLibrary("3.100.0", Path);
        using var raw = Raw();
        SqliteFile.RequireLibrary(raw.ServerVersion, Path);
    }

    [Fact]
    public void No_folder_no_file_and_a_folder_in_its_place_are_told()
    {
        Refused("file-not-readable", () => SqliteJournal.Open(_folder.File("none/journal.db")));
        Refused("file-not-readable", () => SqliteStoredLedger.Open(Path));
        Directory.CreateDirectory(Path);
        Refused("file-not-readable", () => SqliteJournal.Open(Path));
        Assert.True(SqliteFile.IsWithin("/mnt/share/journal.db", "/mnt/share") && SqliteFile.IsWithin("/mnt/share/journal.db", "/") && !SqliteFile.IsWithin("/mnt/shared/j", "/mnt/share"));
    }

    /// <summary>The innermost drive decides, by whole names of folders; neither writer nor reader opens a file of another machine, and none is made.</summary>
    [Fact]
    public void A_file_on_a_network_drive_is_refused_to_writers_and_readers()
    {
        var inside = System.IO.Path.GetDirectoryName(Path)!;
        var root = System.IO.Path.GetPathRoot(Path)!;
        Refused("network-file-system", () => SqliteJournal.Open(Path, [(root, false), (inside, true)]));
        Assert.False(File.Exists(Path));
        Refused("network-file-system", () => SqliteJournal.Open(Path, [(root, true)]));
        SqliteJournal.Open(Path, [(root, true), (inside, false)]).Dispose();
        SqliteJournal.Open(Path, [(root, false), (inside[..^1], true)]).Dispose();
        Refused("network-file-system", () => SqliteStoredLedger.Open(Path, [(root, false), (inside, true)]).Dispose());
        SqliteStoredLedger.Open(Path, [(root, false)]).Dispose();
        Refused("network-file-system", () => SqliteFile.RequireLocal(@"\\server\share\journal.db", []));
    }

    /// <summary>A link on a disk of this machine may lead to another's.</summary>
    [Fact]
    public void A_link_to_a_network_drive_is_refused_to_writers_and_readers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links takes a right there");
        var there = Directory.CreateDirectory(_folder.File("share")).FullName;
        SqliteJournal.Open(System.IO.Path.Combine(there, "journal.db")).Dispose();
        File.CreateSymbolicLink(Path, System.IO.Path.Combine(there, "journal.db"));
        Refused("network-file-system", () => SqliteJournal.Open(Path, [("/", false), (there, true)]));
        Refused("network-file-system", () => SqliteStoredLedger.Open(Path, [("/", false), (there, true)]).Dispose());
    }

    [Fact]
    public void Settings_that_no_file_keeps_are_set_on_the_writer()
    {
        using var connection = SqliteFile.Connect(Path, SqliteOpenMode.ReadWriteCreate);
        SqliteFile.SetDurable(connection, Path);
        Assert.Equal(("wal", 2, 1), (connection.Text("PRAGMA journal_mode"), connection.Number("PRAGMA synchronous"), connection.Number("PRAGMA fullfsync")));
        using var reader = SqliteFile.Connect(Path, SqliteOpenMode.ReadOnly);
        reader.Run("PRAGMA synchronous = OFF");
        SqliteFile.SetFull(reader, Path);
        Assert.Equal(2, reader.Number("PRAGMA synchronous"));
        using var journal = SqliteJournal.Open(_folder.File("other.db"));
        Assert.Equal(2, ((SqliteStoredLedger)journal.Stored).Query(c => c.Number("PRAGMA synchronous")));
        using var memory = SqliteFile.Connect(":memory:", SqliteOpenMode.Memory);
        Refused("file-not-durable", () => SqliteFile.SetDurable(memory, ":memory:"));
    }

    [Theory]
    [InlineData("DELETE FROM entry WHERE position = 3", "journal-order")]
    [InlineData("DELETE FROM entry WHERE position = 0", "journal-order")]
    [InlineData("DELETE FROM entry WHERE position > 4", "cut off")]
    [InlineData("UPDATE entry SET line = replace(line, 'r2', 'r9') WHERE position = 3", "journal-damaged")]
    [InlineData("UPDATE entry SET line = (SELECT line FROM entry WHERE position = 2) WHERE position = 3", "journal-order")]
    [InlineData("UPDATE entry SET position = -3 WHERE position = 3; UPDATE entry SET position = 3 WHERE position = 4; UPDATE entry SET position = 4 WHERE position = -3", "journal-order")]
    [InlineData("UPDATE entry SET line = replace(line, 'r4', 'r9') WHERE position = 5", "journal-damaged")]
    [InlineData("UPDATE ledger SET head = 4", "cut off")]
    [InlineData("DELETE FROM intent WHERE position = 3", "intent 1 of entry 3")]
    [InlineData("UPDATE intent SET payload = 'other' WHERE position = 3", "intent 1 of entry 3")]
    [InlineData("INSERT INTO intent VALUES (9, 0, 'k', 'icm', '')", "for entry 9")]
    [InlineData("UPDATE stream SET version = 4 WHERE name = 'account/mill'", "account/mill is kept at version 4")]
    [InlineData("INSERT INTO stream VALUES ('account/none', 1)", "account/none")]
    [InlineData("DELETE FROM stream", "kept at version 0")]
    [InlineData("UPDATE snapshot_part SET bytes = zeroblob(length(bytes))", "snapshot")]
    [InlineData("UPDATE snapshot SET position = 1; UPDATE snapshot_part SET position = 1", "snapshot")]
    [InlineData("DELETE FROM snapshot_part", "bytes")]
    public void Whatever_is_changed_in_a_store_is_found_with_its_place(string damage, string found)
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
            ledger.Execute(Made.Issue("i", 1, 100));
            ledger.Execute(Made.Reserve("r1", 1), Made.Intent("x1"));
            ledger.TakeSnapshot();
            ledger.Execute(Made.Reserve("r2", 2), Made.Intent("x2"));
            ledger.Execute(Made.Reserve("r3", 3));
            ledger.Execute(Made.Reserve("r4", 4), Made.Intent("x4"));
        }

        using (var raw = Raw())
        {
            raw.Run(damage);
        }

        using var stored = SqliteStoredLedger.Open(Path);
        Assert.Contains(stored.Findings(), f => f.Contains(found, StringComparison.Ordinal));

        // What the engine would read is never taken for whole.
        if ((found.StartsWith("journal", StringComparison.Ordinal) || found == "cut off") && !damage.EndsWith("= 0", StringComparison.Ordinal))
        {
            Assert.Throws<CctsDataException>(() =>
            {
                using var journal = SqliteJournal.Open(Path);
                return new LedgerEngine(journal, LedgerPolicy.Bare);
            });
        }
    }

    [Fact]
    public void A_backup_is_whole_while_the_ledger_is_written_to_and_restores_only_when_sound()
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
            ledger.Execute(Made.Issue("i", 1, 100), Made.Intent("x"));
            SqliteBackup.BackUp(Path, _folder.File("backup.db"));
            ledger.Execute(Made.Reserve("r", 1));
        }

        Refused("file-exists", () => SqliteBackup.BackUp(Path, _folder.File("backup.db")));
        Refused("file-exists", () => SqliteBackup.Restore(_folder.File("backup.db"), Path));
        SqliteBackup.Restore(_folder.File("backup.db"), _folder.File("restored.db"));
        using (var restored = SqliteJournal.Open(_folder.File("restored.db")))
        {
            Assert.Equal(1, restored.Position);
            Assert.True(new LedgerEngine(restored, LedgerPolicy.Bare).Execute(Made.Reserve("r2", 1)).IsAccepted);
        }

        using (var raw = SqliteFile.Connect(_folder.File("backup.db"), SqliteOpenMode.ReadWrite))
        {
            raw.Run("UPDATE intent SET key = 'forged'");
        }

        Refused("ledger-damaged", () => SqliteBackup.Restore(_folder.File("backup.db"), _folder.File("other.db")));
        Assert.False(File.Exists(_folder.File("other.db")));
    }

    [Fact]
    public async Task A_snapshot_for_which_there_is_no_room_is_told_and_what_was_answered_is_there()
    {
        using (var journal = SqliteJournal.Open(Path))
        {
            var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
            ledger.Execute(Made.Issue("i", 1, 100), Made.Intent("x"));
            ledger.TakeSnapshot();

            // As a full disk would, SQLite refuses every further page.
            await journal.Write(c => c.Run("PRAGMA max_page_count = " + (c.Number("PRAGMA page_count") + 300)));
            Assert.ThrowsAny<Exception>(() => journal.Keep(new LedgerSnapshot(1000, new byte[3_000_000])));
            Assert.True(journal.Failure is not null || ledger.Execute(Made.Reserve("r", 1)).IsAccepted);
        }

        using var again = SqliteJournal.Open(Path);
        Assert.Equal(1, again.LatestSnapshot()!.Position);
        var rebuilt = new LedgerEngine(again, LedgerPolicy.Bare);
        Assert.True(rebuilt.Execute(Made.Issue("i", 1, 100)).IsRepeat);
        Assert.True(rebuilt.Execute(Made.Reserve("r2", 1)).IsAccepted);
        Assert.Empty(again.Stored.Findings());
        using var raw = Raw();
        Assert.Equal(1, raw.Number("SELECT count(DISTINCT position) FROM snapshot_part"));
    }

    [Theory]
    [InlineData("a column has another name", "ALTER TABLE ledger RENAME COLUMN process TO proces")]
    [InlineData("another table", "DROP TABLE outbox_owner; CREATE TABLE outbox_owner (a)")]
    [InlineData("text for a number", "DROP TABLE ledger; CREATE TABLE ledger (id, head, epoch, process, host, since); INSERT INTO ledger VALUES (1, 'x', 'y', 1, 'h', 's')")]
    public void A_table_that_is_not_as_it_was_made_is_damage_and_told_as_that(string what, string damage)
    {
        SqliteJournal.Open(Path).Dispose();
        using (var raw = Raw())
        {
            raw.Run(damage);
        }

        Assert.NotNull(what);
        Refused("ledger-damaged", () =>
        {
            using var journal = SqliteJournal.Open(Path);
            using var outbox = new SqliteOutbox(journal);
            _ = outbox.TakeAsync("o", NodaTime.Duration.FromMinutes(1)).GetAwaiter().GetResult();
        });
    }

    [Fact]
    public async Task A_copy_of_the_text_is_the_same_text_and_gives_the_same_answers()
    {
        var source = new InMemoryJournal();
        var ledger = new LedgerEngine(source, LedgerPolicy.Bare);
        ledger.Execute(Made.Issue("i", 1, 100));
        ledger.Execute(Made.Reserve("r", 40));
        ledger.Execute(new PauseBusiness("p", Made.Noon, "icm", true, "a holiday"));
        ledger.Execute(new ForgetKeys("f", Made.Noon, Made.Noon));
        var text = JournalWriter.Lines(source.Read(0)).ToList();
        using var journal = SqliteJournal.Open(Path);
        Assert.Equal(4, await LedgerCopy.CopyAsync(text, journal, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(text, journal.Stored.Text());
        Assert.Empty(journal.Stored.Findings());
        await Assert.ThrowsAsync<CctsDataException>(() => LedgerCopy.CopyAsync(text, journal, cancellation: TestContext.Current.CancellationToken));
        var other = new InMemoryJournal();
        await Assert.ThrowsAsync<CctsDataException>(() => LedgerCopy.CopyAsync([text[0], .. text.Skip(2)], other, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(0, other.Position);
    }

    private SqliteConnection Raw() => SqliteFile.Connect(Path, SqliteOpenMode.ReadWriteCreate);

    private static Problem Refused(string code, Func<IDisposable> open) => Refused(code, () => open().Dispose());

    private static Problem Refused(string code, Action open)
    {
        var problem = Assert.Throws<CctsDataException>(open).Problems[0];
        Assert.Equal(code, problem.Code);
        return problem;
    }
}
