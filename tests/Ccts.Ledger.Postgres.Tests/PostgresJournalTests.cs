using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Testing.Histories;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using NodaTime;
using Npgsql;

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>Lost connections, owners that were thought dead, and a server that dies: nothing lost, nothing twice.</summary>
public sealed class PostgresJournalTests(Server server)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    [Theory]
    [InlineData(Cut.Request)]
    [InlineData(Cut.Answer)]
    public void A_connection_cut_during_a_commit_is_looked_into_and_nobody_need_know(Cut cut)
    {
        using var proxy = new CuttingProxy(server.ConnectionString);
        using var journal = PostgresJournal.Open(new PostgresJournalOptions(proxy.ConnectionString, server.NewLedger()));
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        engine.Execute(Issue("i0", 0));
        var epoch = journal.Epoch;
        proxy.Next(cut);
        Assert.True(engine.Execute(Issue("i1", 1), new RegistryIntent("x", "icm", "{}")).IsAccepted);
        Assert.True(engine.Execute(Issue("i2", 2)).IsAccepted);
        Assert.Equal(epoch + 1, journal.Epoch);
        Assert.Equal(["i0", "i1", "i2"], journal.Read(0).Select(e => e.Key));
        Assert.Single(journal.Intents(0));
        Assert.Empty(journal.Stored.Findings());
    }

    [Theory]
    [InlineData(Cut.Request)]
    [InlineData(Cut.Answer)]
    public void A_connection_lost_a_second_time_while_the_first_loss_is_looked_into_is_not_taken_for_another_owner(Cut cut)
    {
        using var proxy = new CuttingProxy(server.ConnectionString);
        var ledger = server.NewLedger();
        using var journal = PostgresJournal.Open(new PostgresJournalOptions(proxy.ConnectionString, ledger) { Lease = TimeSpan.FromHours(1) });
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        engine.Execute(Issue("i0", 0));
        var epoch = journal.Epoch;

        // What is left of a raise whose answer never came.
        if (cut == Cut.Request)
        {
            Sql("UPDATE ccts_ledger.shard SET epoch = epoch + 1 WHERE id = $1", ledger);
        }

        proxy.Next(cut);
        Assert.True(engine.Execute(Issue("i1", 1)).IsAccepted);
        Assert.Equal(epoch + (cut == Cut.Request ? 2 : 1), journal.Epoch);
        Assert.True(engine.Execute(Issue("i2", 2)).IsAccepted);
        Assert.Equal(["i0", "i1", "i2"], journal.Read(0).Select(e => e.Key));
        Sql("UPDATE ccts_ledger.shard SET epoch = epoch + 1, since = clock_timestamp() WHERE id = $1", ledger);
        proxy.Next(Cut.Request);
        Assert.Throws<JournalConflictException>(() => engine.Execute(Issue("i3", 3)));
        Assert.Equal(3, journal.Stored.LastPosition);
    }

    [Fact]
    public async Task A_statement_that_is_still_on_its_way_when_its_connection_is_lost_is_waited_for_and_not_repeated()
    {
        using var proxy = new CuttingProxy(server.ConnectionString);
        var ledger = server.NewLedger();
        using var journal = PostgresJournal.Open(new PostgresJournalOptions(proxy.ConnectionString, ledger));
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        await using var other = await OpenAsync();
        await using (var held = await other.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            other.Run("SELECT FROM ccts_ledger.shard WHERE id = $1 FOR UPDATE", ledger);
            proxy.Next(Cut.Answer);
            var asked = engine.ExecuteAsync(Issue("i", 1), cancellation: TestContext.Current.CancellationToken).AsTask();
            await WaitFor("SELECT count(*) = 2 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%ccts_ledger.shard%'");
            Assert.False(asked.IsCompleted);
            await held.CommitAsync(TestContext.Current.CancellationToken);
            Assert.True((await asked).IsAccepted);
        }

        Assert.Equal(1, journal.Position);
        Assert.Empty(journal.Stored.Findings());
    }

    [Fact]
    public void An_owner_that_was_thought_dead_writes_nothing_when_it_wakes()
    {
        var ledger = server.NewLedger();
        using var old = Open(ledger);
        var asleep = new LedgerEngine(old, RandomCommands.Policy);
        asleep.Execute(Issue("i0", 0));
        Sql("UPDATE ccts_ledger.shard SET lease_until = clock_timestamp() - interval '1 second' WHERE id = $1", ledger);
        using var young = Open(ledger);
        var awake = new LedgerEngine(young, RandomCommands.Policy);
        awake.Execute(Issue("i1", 1));
        Assert.Throws<JournalConflictException>(() => asleep.Execute(Issue("i2", 2)));
        Assert.Throws<InvalidOperationException>(() => asleep.Execute(Issue("i3", 3)));
        Assert.True(awake.Execute(Issue("i2", 2)).IsAccepted);
        Assert.Equal(["i0", "i1", "i2"], young.Read(0).Select(e => e.Key));
        Assert.Throws<JournalConflictException>(() => old.Keep(new LedgerSnapshot(1, new byte[] { 1 })));
        Assert.Null(young.LatestSnapshot());
    }

    [Fact]
    public void An_owner_that_is_idle_learns_that_it_was_replaced_and_one_that_lives_keeps_its_lease()
    {
        var ledger = server.NewLedger();
        using var old = PostgresJournal.Open(new PostgresJournalOptions(server.ConnectionString, ledger) { Lease = TimeSpan.FromMilliseconds(600) });
        var patient = new PostgresJournalOptions(server.ConnectionString, ledger) { Patience = TimeSpan.FromSeconds(2) };
        var refusal = Assert.Throws<CctsDataException>(() => PostgresJournal.Open(patient)).Problems[0];
        Assert.Equal("ledger-in-use", refusal.Code);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2", refusal.Message, StringComparison.Ordinal);
        Sql("UPDATE ccts_ledger.shard SET epoch = epoch + 1 WHERE id = $1", ledger);
        Assert.True(SpinWait.SpinUntil(() => old.Failure is JournalConflictException, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_writer_that_closes_lets_the_next_one_have_it_at_once()
    {
        var ledger = server.NewLedger();
        var at = new PostgresJournalOptions(server.ConnectionString, ledger) { Lease = TimeSpan.FromMinutes(10), Patience = TimeSpan.Zero };
        PostgresJournal.Open(at).Dispose();
        using var next = PostgresJournal.Open(at);
        Assert.Equal(2, next.Epoch);
        Assert.Throws<CctsDataException>(() => PostgresJournal.Open(at));
    }

    [Fact]
    public void Ledgers_of_one_database_do_not_see_each_other()
    {
        var (a, b) = (server.NewLedger(), server.NewLedger());
        using var first = Open(a);
        using var second = Open(b);
        new LedgerEngine(first, RandomCommands.Policy).Execute(Issue("i", 1), new RegistryIntent("x", "icm", "{}"));
        Assert.Equal((1, 0), (first.Position, second.Position));
        Assert.Empty(second.Intents(0));
        new LedgerEngine(second, RandomCommands.Policy).TakeSnapshot();
        Assert.Null(first.LatestSnapshot());
        Assert.Empty(first.Stored.Findings());
        Assert.Equal("file-not-readable", Assert.Throws<CctsDataException>(() => PostgresStoredLedger.Open(server.ConnectionString, "none")).Problems[0].Code);
    }

    [Fact]
    public void What_the_server_refuses_is_certainly_not_written()
    {
        var ledger = server.NewLedger();
        using var journal = Open(ledger);
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        Sql("INSERT INTO ccts_ledger.entry VALUES ($1, 1, 'in the way')", ledger);
        Assert.Throws<JournalUnavailableException>(() => engine.Execute(Issue("i", 1)));
        Assert.Equal(0, journal.DurablePosition);
    }

    [Fact]
    public void A_database_that_is_newer_another_programs_or_not_durable_is_refused()
    {
        Open(server.NewLedger()).Dispose();
        foreach (var (make, code) in new[]
        {
            ("CREATE SCHEMA ccts_ledger; CREATE TABLE ccts_ledger.entry (a int)", "not-a-ledger"),
            ("CREATE SCHEMA ccts_ledger; CREATE TABLE ccts_ledger.version (number int); INSERT INTO ccts_ledger.version VALUES (99)", "ledger-newer"),
            ("ALTER DATABASE {0} SET default_transaction_read_only = on", "server-not-durable"),
        })
        {
            var name = "d" + Guid.NewGuid().ToString("N");
            Sql("CREATE DATABASE " + name);
            var at = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Pooling = false }.ConnectionString;
            using (var connection = new NpgsqlConnection(at))
            {
                connection.Open();
                connection.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, make, name));
            }

            Assert.Equal(code, Assert.Throws<CctsDataException>(() => PostgresJournal.Open(new PostgresJournalOptions(at, "l"))).Problems[0].Code);
        }
    }

    /// <summary>The whole server is killed while eight callers write, and started again: they are answered, and the history has an order.</summary>
    [Fact]
    public async Task A_server_that_is_killed_and_started_again_loses_nothing_that_was_answered()
    {
        using var own = PostgresServer.Start(out var why);
        Assert.SkipWhen(own is null, why ?? "");
        var history = new LedgerHistory();
        using var journal = PostgresJournal.Open(new PostgresJournalOptions(own!.ConnectionString, "l") { Reconnecting = TimeSpan.FromMinutes(2) });
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        var commands = RandomCommands.Of(42, 600);
        using var killed = new SemaphoreSlim(0);
        var callers = Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            foreach (var command in commands.Where((_, i) => i % 8 == thread))
            {
                history.Execute(command, c => engine.Execute(c));
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        // Once here; .ci/long/ledger-crashes kills its processes at every step.
        SpinWait.SpinUntil(() => journal.DurablePosition > 50 || Task.WhenAll(callers).IsCompleted, TimeSpan.FromSeconds(30));
        own.Kill();
        own.Up();
        await Task.WhenAll(callers);
        Assert.Null(journal.Failure);
        Assert.All(history.Operations, o => Assert.NotNull(o.End));
        Assert.Empty(HistoryCheck.Findings(history, journal.Read(0)));
        Assert.Empty(journal.Stored.Findings());
    }

    private static IssueUnits Issue(string key, ulong number) => new(key, Noon, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(number, number)));

    private PostgresJournal Open(string ledger) => PostgresJournal.Open(new PostgresJournalOptions(server.ConnectionString, ledger));

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private void Sql(string sql, params object[] values)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        connection.Run(sql, values);
    }

    private async Task WaitFor(string condition)
    {
        await using var connection = await OpenAsync();
        for (var times = 0; !connection.Ask<bool>("SELECT coalesce((" + condition + "), false)"); times++)
        {
            Assert.True(times < 3000, condition);
            connection.Run("SELECT pg_sleep(0.01)");
        }
    }
}
