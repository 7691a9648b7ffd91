using System;
using System.Diagnostics;
using System.IO;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>Links, pipes, files that go away and names that are too long: one file has one writer, whatever it is called, and nothing is answered that nobody would find.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class FilePathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilePathTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "links and pipes are those of Unix here");

    public void Dispose() => _folder.Dispose();

    private string Journal => _folder.File("journal.db");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_to_a_ledger_has_the_same_writer(bool openedByLink)
    {
        SqliteJournal.Open(Journal).Dispose();
        var (link, chain, folder) = (_folder.File("link.db"), _folder.File("chain.db"), _folder.File("folder"));
        File.CreateSymbolicLink(link, Journal);
        File.CreateSymbolicLink(chain, link);
        Directory.CreateSymbolicLink(folder, Path.GetDirectoryName(Journal)!);
        using (var journal = SqliteJournal.Open(openedByLink ? chain : Journal))
        {
            foreach (var path in new[] { Journal, link, chain, Path.Combine(folder, "journal.db"), Path.Combine(folder, "chain.db") })
            {
                Assert.Contains($"process {Environment.ProcessId}", Refused("ledger-in-use", () => SqliteJournal.Open(path).Dispose()).Message, StringComparison.Ordinal);
            }

            Assert.True(new LedgerEngine(journal, LedgerPolicy.Bare).Execute(Made.Issue("i", 1, 100)).IsAccepted);
        }

        using var stored = SqliteStoredLedger.Open(link);
        Assert.Equal(1, stored.LastPosition);
        Assert.False(File.Exists(link + ".lock"));
    }

    [Fact]
    public void A_link_to_no_file_yet_and_that_file_have_one_writer()
    {
        File.CreateSymbolicLink(_folder.File("link.db"), Journal);
        using var journal = SqliteJournal.Open(_folder.File("link.db"));
        Refused("ledger-in-use", () => SqliteJournal.Open(Journal).Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_ledger_whose_file_was_moved_or_deleted_answers_nothing_more(bool moved)
    {
        using (var journal = SqliteJournal.Open(Journal))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            Assert.True(engine.Execute(Made.Issue("i", 1, 100)).IsAccepted);
            if (moved)
            {
                File.Move(Journal, _folder.File("moved.db"));
            }
            else
            {
                File.Delete(Journal);
            }

            Assert.Contains("moved or deleted", Assert.Throws<JournalStoppedException>(() => engine.Execute(Made.Reserve("r", 1))).InnerException!.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => engine.Execute(Made.Reserve("r2", 1)));
        }

        // Two owners of one name there are not, either.
        SqliteJournal.Open(Journal).Dispose();
    }

    [Fact]
    public void Nothing_is_restored_to_the_name_of_a_ledger_that_is_open()
    {
        using (SqliteJournal.Open(Journal))
        {
            SqliteBackup.BackUp(Journal, _folder.File("copy.db"));
            File.Move(Journal, _folder.File("moved.db"));
            File.Move(Journal + "-wal", _folder.File("moved.db-wal"));
            Refused("ledger-in-use", () => SqliteBackup.Restore(_folder.File("copy.db"), Journal));
            Refused("ledger-in-use", () => SqliteBackup.BackUp(_folder.File("copy.db"), Journal));
            Assert.False(File.Exists(Journal) || File.Exists(Journal + ".partial"));
        }

        SqliteBackup.Restore(_folder.File("copy.db"), Journal);
        SqliteJournal.Open(Journal).Dispose();
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public void What_an_old_file_has_left_is_not_taken_for_a_part_of_a_new_one(string beside)
    {
        SqliteJournal.Open(Journal).Dispose();
        File.WriteAllText(_folder.File("new.db" + beside), "left");
        Assert.EndsWith(beside, Refused("file-exists", () => SqliteBackup.Restore(Journal, _folder.File("new.db"))).Place.File, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("new.db")));
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        Process.Start("mkfifo", Journal).WaitForExit();
        File.CreateSymbolicLink(_folder.File("link.db"), Journal);
        foreach (var path in new[] { Journal, _folder.File("link.db") })
        {
            Assert.Contains("pipe", Refused("file-not-readable", () => SqliteStoredLedger.Open(path).Dispose()).Message, StringComparison.Ordinal);
            Assert.Contains("pipe", Refused("file-not-readable", () => SqliteJournal.Open(path).Dispose()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_name_that_is_too_long_is_told_and_not_taken_for_one_in_use()
    {
        SqliteJournal.Open(Journal).Dispose();
        var most = new string('n', 252) + ".db";
        Refused("file-not-readable", () => SqliteJournal.Open(_folder.File(most)).Dispose());
        Refused("file-not-readable", () => SqliteJournal.Open(_folder.File(most + most)).Dispose());
        Refused("file-not-written", () => SqliteBackup.BackUp(Journal, _folder.File(new string('m', 252) + ".db")));
    }

    private static Problem Refused(string code, Action open)
    {
        var problem = Assert.Throws<CctsDataException>(open).Problems[0];
        Assert.Equal(code, problem.Code);
        return problem;
    }
}
