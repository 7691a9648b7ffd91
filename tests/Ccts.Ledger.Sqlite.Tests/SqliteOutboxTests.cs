using Ccts.Ledger.Testing.Contract;
using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Tests.Shared;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>The outbox beside the ledger does what every store of one must.</summary>
public sealed class SqliteOutboxTests
{
    public static TheoryData<string> Names => [.. OutboxStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name) => OutboxStoreContract.Cases.Single(c => c.Name == name).Run(() => new Fixture());

    public static TheoryData<string, string> Changes => new(ChangedRows.Cases);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_row_changed_on_the_disk_is_told_and_never_sent(string set, string causes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("journal.db");
        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            await ChangedRows.TakeOverAsync(journal, outbox);
        }

        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Run("UPDATE outbox SET " + set);
        }

        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            var (first, sent) = await ChangedRows.WorkOffAsync(journal, outbox);
            Assert.Equal((InstructionState.Parked, OutboxReading.Changed), (first.State, first.Code));
            Assert.Equal(["second"], sent);
            Assert.Equal(causes, string.Join(", ", outbox.Moves("first").Select(m => OutboxText.ReadMove(m).Cause)));
        }
    }

    /// <summary>Its row is gone, with its moves or without: it may have taken effect, and nobody sends it a second time.</summary>
    [Theory]
    [InlineData("DELETE FROM outbox")]
    [InlineData("DELETE FROM outbox; DELETE FROM outbox_move")]
    public async Task A_row_that_is_deleted_is_told_and_not_taken_over_again(string change)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("journal.db");
        IntentPlace taken;
        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            await ChangedRows.TakeOverAsync(journal, outbox);
            taken = outbox.Taken;
        }

        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Run(change);
        }

        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            Assert.Equal(taken, outbox.Taken);
            Assert.Contains("was taken over, and has no row", Assert.Single(OutboxAudit.Findings(outbox, journal.Intents)), StringComparison.Ordinal);
            Assert.Equal(["second"], await ChangedRows.SentAsync(journal, outbox));
        }
    }

    /// <summary>Brought forward from a version that did not remember how far it had come: moves without a row were taken over too.</summary>
    [Fact]
    public async Task A_deleted_row_of_an_earlier_version_is_known_by_its_moves()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("journal.db");
        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            await ChangedRows.TakeOverAsync(journal, outbox);
        }

        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Run("ALTER TABLE outbox_owner DROP COLUMN taken_position; ALTER TABLE outbox_owner DROP COLUMN taken_number; DELETE FROM outbox; PRAGMA user_version = 2");
        }

        using (var journal = SqliteJournal.Open(path))
        using (var outbox = new SqliteOutbox(journal))
        {
            Assert.Equal(["second"], await ChangedRows.SentAsync(journal, outbox));
        }
    }

    /// <summary>By a stopwatch alone: no date of the host comes into it.</summary>
    [Fact]
    public async Task A_lease_ends_by_the_stopwatch_unless_it_is_renewed()
    {
        using var folder = new TemporaryFolder();
        using var journal = SqliteJournal.Open(folder.File("journal.db"));
        var passed = TimeSpan.FromDays(1);
        using var outbox = new SqliteOutbox(journal, () => passed);
        var length = Duration.FromSeconds(60);
        var (first, stop) = (await outbox.TakeAsync("first", length, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal((first, null), (outbox.Holder, await outbox.TakeAsync("second", length, stop)));

        passed += TimeSpan.FromSeconds(59);
        Assert.True(await outbox.RenewAsync(first!, stop));
        passed += TimeSpan.FromSeconds(59);
        Assert.Equal((first, null), (outbox.Holder, await outbox.TakeAsync("second", length, stop)));

        passed += TimeSpan.FromSeconds(1);
        Assert.Null(outbox.Holder);
        var second = await outbox.TakeAsync("second", length, stop);
        Assert.Equal((first!.Epoch + 1, second), (second!.Epoch, outbox.Holder));
        Assert.False(await outbox.RenewAsync(first, stop));
        await outbox.ReturnAsync(first, stop);
        Assert.Equal(second, outbox.Holder);
        await outbox.ReturnAsync(second, stop);
        Assert.Null(outbox.Holder);
    }

    private sealed class Fixture : OutboxStoreFixture
    {
        private readonly TemporaryFolder _folder = new();
        private SqliteJournal? _journal;

        public override IOutboxStore Open()
        {
            _journal?.Dispose();
            return new SqliteOutbox(_journal = SqliteJournal.Open(_folder.File("journal.db")));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _journal?.Dispose();
            _folder.Dispose();
        }
    }
}
