using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Testing.Contract;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>The outbox beside the ledger does what every store of one must.</summary>
public sealed class PostgresOutboxTests(Server server)
{
    public static TheoryData<string> Names => [.. OutboxStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name)
    {
        var options = new PostgresJournalOptions(server.ConnectionString, server.NewLedger());
        PostgresJournal.Open(options).Dispose();
        OutboxStoreContract.Cases.Single(c => c.Name == name).Run(() => new Fixture(options));
    }

    public static TheoryData<string, string> Changes => new(ChangedRows.Cases);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_row_changed_on_the_disk_is_told_and_never_sent(string set, string causes)
    {
        var options = new PostgresJournalOptions(server.ConnectionString, server.NewLedger());
        using var journal = PostgresJournal.Open(options);
        using var outbox = PostgresOutbox.Open(options);
        await ChangedRows.TakeOverAsync(journal, outbox);
        using (var connection = new Npgsql.NpgsqlConnection(options.ConnectionString))
        {
            connection.Open();
            connection.Run($"UPDATE ccts_ledger.outbox SET {set} WHERE shard = $1", options.Ledger);
        }

        var (first, sent) = await ChangedRows.WorkOffAsync(journal, outbox);
        Assert.Equal((InstructionState.Parked, OutboxReading.Changed), (first.State, first.Code));
        Assert.Equal(["second"], sent);
        Assert.Equal(causes, string.Join(", ", outbox.Moves("first").Select(m => OutboxText.ReadMove(m).Cause)));
    }

    [Theory]
    [InlineData("DELETE FROM ccts_ledger.outbox WHERE shard = $1")]
    [InlineData("WITH rows AS (DELETE FROM ccts_ledger.outbox WHERE shard = $1) DELETE FROM ccts_ledger.outbox_move WHERE shard = $1")]
    public async Task A_row_that_is_deleted_is_told_and_not_taken_over_again(string change)
    {
        var options = new PostgresJournalOptions(server.ConnectionString, server.NewLedger());
        using var journal = PostgresJournal.Open(options);
        using var outbox = PostgresOutbox.Open(options);
        await ChangedRows.TakeOverAsync(journal, outbox);
        using (var connection = new Npgsql.NpgsqlConnection(options.ConnectionString))
        {
            connection.Open();
            connection.Run(change, options.Ledger);
        }

        Assert.Contains("was taken over, and has no row", Assert.Single(OutboxAudit.Findings(outbox, journal.Intents)), StringComparison.Ordinal);
        Assert.Equal(["second"], await ChangedRows.SentAsync(journal, outbox));
    }

    [Fact]
    public async Task A_second_process_waits_for_the_lease_and_shuts_the_first_one_out()
    {
        using var first = PostgresOutbox.Open(NewLedger(out var options));
        using var second = PostgresOutbox.Open(options);
        var old = (await first.TakeAsync("first", Duration.FromMilliseconds(300), TestContext.Current.CancellationToken))!;
        Assert.Null(await second.TakeAsync("second", Long, TestContext.Current.CancellationToken));
        await first.WriteAsync(old, [Move("a", 1)], TestContext.Current.CancellationToken);
        OutboxLease? now = null;
        while (now is null)
        {
            now = await second.TakeAsync("second", Long, TestContext.Current.CancellationToken);
        }

        Assert.Equal(now, first.Holder);
        await Assert.ThrowsAsync<OutboxFencedException>(() => first.WriteAsync(old, [Move("a", 2)], TestContext.Current.CancellationToken));
        Assert.False(await first.RenewAsync(old, TestContext.Current.CancellationToken));
        await second.WriteAsync(now, [Move("a", 2)], TestContext.Current.CancellationToken);
        Assert.Equal(["move 1", "move 2"], first.Moves("a"));
    }

    [Fact]
    public async Task Many_who_write_at_once_are_written_together_and_a_bad_one_hinders_no_other()
    {
        using var outbox = PostgresOutbox.Open(NewLedger(out _));
        var lease = (await outbox.TakeAsync("many", Long, TestContext.Current.CancellationToken))!;
        var writes = Enumerable.Range(0, 300).Select(i => outbox.WriteAsync(lease, [Move("k" + i, i % 50 == 7 ? 2 : 1, i + 1)], TestContext.Current.CancellationToken)).ToArray();
        await Assert.ThrowsAsync<OutboxConflictException>(() => Task.WhenAll(writes));
        Assert.All(writes.Select((w, i) => (w, i)), w => Assert.Equal(w.i % 50 == 7, w.w.IsFaulted));
        Assert.Equal(294, outbox.Open().Count());
    }

    /// <summary>What was written is written once, and the writer does not notice.</summary>
    [Theory]
    [InlineData(Cut.Request)]
    [InlineData(Cut.Answer)]
    public async Task A_connection_cut_before_or_after_the_commit_leaves_each_move_once(Cut cut)
    {
        NewLedger(out var options);
        using var proxy = new CuttingProxy(server.ConnectionString);
        using var outbox = PostgresOutbox.Open(options with { ConnectionString = proxy.ConnectionString });
        proxy.Next(cut);
        var lease = await outbox.TakeAsync("cut", Long, TestContext.Current.CancellationToken);
        if (lease is null)
        {
            // Nobody heard that it was given; it runs out like that of a process that died. Where the server comes to the second question first, that one is heard.
            Assert.Equal(Cut.Answer, cut);
            using var connection = new Npgsql.NpgsqlConnection(options.ConnectionString);
            connection.Open();
            connection.Run("UPDATE ccts_ledger.outbox_owner SET lease_until = clock_timestamp() WHERE shard = $1", options.Ledger);
            lease = await outbox.TakeAsync("cut", Long, TestContext.Current.CancellationToken);
        }

        proxy.Next(cut);
        await outbox.WriteAsync(lease!, [Move("a", 1)], TestContext.Current.CancellationToken);
        proxy.Next(cut);
        await outbox.WriteAsync(lease!, [Move("a", 2), Move("a", 3)], TestContext.Current.CancellationToken);
        proxy.Next(cut);
        Assert.True(await outbox.RenewAsync(lease!, TestContext.Current.CancellationToken));
        Assert.Equal(["move 1", "move 2", "move 3"], outbox.Moves("a"));
    }

    /// <summary>One point of a campaign of <c>tests/Ccts.Ledger.Crash</c>; <c>.ci/long/ledger-crashes</c> runs all of them.</summary>
    [Fact]
    public void A_host_that_is_killed_while_it_instructs_a_registry_has_every_effect_exactly_once() => Campaign("2 points, 0 failures", "outbox-postgres", "17", "1");

    /// <summary>Two points of a campaign there: the owner stopped by SIGSTOP while its instructions leave, woken soon or late.</summary>
    [Fact]
    public void An_owner_that_is_stopped_beyond_its_lease_while_it_sends_wakes_fenced_and_every_effect_is_there_once() => Campaign("3 points, 0 failures", "takeover", "16", "1", "0", "stopped");

    private void Campaign(string expected, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ccts.Ledger.Crash.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["CCTS_CRASH_SERVER"] = server.ConnectionString;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && output.Contains(expected, StringComparison.Ordinal), output);
    }

    [Fact]
    public void Without_a_ledger_there_is_no_outbox() =>
        Assert.Equal("file-not-readable", Assert.Throws<CctsDataException>(() => PostgresOutbox.Open(new PostgresJournalOptions(server.ConnectionString, "none"))).Problems[0].Code);

    private static readonly Duration Long = Duration.FromMinutes(10);

    private static OutboxWrite Move(string key, long version, long position = 1) =>
        new(new OutboxRow(new IntentPlace(position, 0), key, "icm", "{}", version, true, "{}"), "move " + version);

    private PostgresJournalOptions NewLedger(out PostgresJournalOptions options)
    {
        PostgresJournal.Open(NewLedgerOptions(out options)).Dispose();
        return options;
    }

    private PostgresJournalOptions NewLedgerOptions(out PostgresJournalOptions options) => options = new PostgresJournalOptions(server.ConnectionString, server.NewLedger());

    private sealed class Fixture(PostgresJournalOptions options) : OutboxStoreFixture
    {
        public override IOutboxStore Open() => PostgresOutbox.Open(options);
    }
}
