using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Outbox;
using Ccts.Ledger.Postgres;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Tests.Shared;
using NodaTime;
using Npgsql;

namespace Ccts.Cli.Tests.Ledger;

/// <summary>A ledger in PostgreSQL under the tool: the answers of a file, an operator's decisions journaled, and a connection string that is never printed.</summary>
public sealed class PostgresLedgerTests(PostgresLedgerTests.Server server) : IClassFixture<PostgresLedgerTests.Server>, IDisposable
{
    private const string Variable = "CCTS_POSTGRES";
    private const string Ledger = "postgres:market";
    private const string Password = "hunter2-not-to-be-seen";

    private readonly string _folder = Directory.CreateTempSubdirectory("postgres").FullName;
    private string? _connection;

    /// <summary>To a database of the test's own.</summary>
    private string Connection
    {
        get
        {
            _connection ??= server.NewDatabase();
            Assert.SkipWhen(_connection is null, "PostgreSQL is not installed on this machine");
            return _connection + ";Password=" + Password;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_gives_the_answers_of_a_file()
    {
        var (text, holdings) = (Path.Combine(_folder, "journal.jsonl"), Path.Combine(_folder, "h.csv"));
        await File.WriteAllTextAsync(holdings, "account,registry,scope,kind,vintage,start,end,source\nmill,icm,s,ccc,2025,1,1000,opening\nkiln,icm,s,ccc,2025,1001,1500,\n", TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.BadInput, "file-not-readable"), await Problem("ledger", "show", Ledger));
        foreach (var journal in new[] { text, Ledger })
        {
            var run = await Run("ledger", "import", holdings, "--journal", journal, "--at", "2026-10-15T09:30:00Z");
            Assert.Equal((ExitCode.Yes, "2 accepted, 0 answered before, 0 refused."), (run.ExitCode, run.Output.Trim()));
            Assert.StartsWith("0 accepted, 2 answered before", (await Run("ledger", "import", holdings, "--journal", journal, "--at", "2026-10-15T09:30:00Z")).Output, StringComparison.Ordinal);
        }

        foreach (var arguments in new[] { new[] { "show", "J" }, ["show", "J", "--account", "kiln", "--json"], ["check", "J", "--json"], ["export", "J"], ["export", "J", "--json", "--until", "1"],
            ["export", "J", "--journal"], ["history", "icm:s:300", "--journal", "J", "--json"], ["account", "mill", "kiln", "--journal", "J", "--year", "2026-27"] })
        {
            Assert.Equal(await Run(["ledger", .. arguments.Select(a => a == "J" ? text : a)]), await Run(["ledger", .. arguments.Select(a => a == "J" ? Ledger : a)]));
        }

        var copy = Path.Combine(_folder, "copy.db");
        Assert.Equal(ExitCode.Yes, (await Run("ledger", "import", Ledger, "--journal", copy)).ExitCode);
        Assert.Equal((await Run("ledger", "export", Ledger, "--journal")).Output, (await Run("ledger", "export", copy, "--journal")).Output);
        Assert.Equal((ExitCode.BadInput, "bad-option"), await Problem("ledger", "backup", Ledger, copy));
    }

    [Fact]
    public async Task What_an_operator_decides_is_journaled_and_a_host_is_not_disturbed()
    {
        var options = new PostgresJournalOptions(Connection, "market");
        PostgresJournal.Open(options).Dispose();
        using (var outbox = PostgresOutbox.Open(options))
        {
            await WaitingLedger.Fill(outbox);
        }

        var listed = await Json("outbox", "list", Ledger);
        Assert.Equal(["garbled parked", "retire-1 unknown", "transfer-1 unknown"], listed.GetProperty("instructions").EnumerateArray().Select(i => $"{i.GetProperty("key")} {i.GetProperty("state")}"));
        Assert.Equal((ExitCode.No, "unknown-instruction"), await Problem("outbox", "show", Ledger, "retire-2"));
        Assert.Equal((ExitCode.No, "refused"), await Problem("outbox", "retry", Ledger, "garbled", "--by", "asha", "--reason", "x"));
        Assert.Equal("cancelled", (await Json("outbox", "cancel", Ledger, "garbled", "--by", "asha", "--reason", "never sent")).GetProperty("state").GetString());
        Assert.Equal("confirmed", (await Json("outbox", "resolve", Ledger, "retire-1", "--done", "all", "--by", "asha", "--reason", "seen in the portal")).GetProperty("state").GetString());
        var move = (await Json("outbox", "show", Ledger, "retire-1")).GetProperty("moves").EnumerateArray().Last();
        Assert.Equal("asha: seen in the portal", $"{move.GetProperty("actor")}: {move.GetProperty("reason")}");

        using var host = PostgresOutbox.Open(options);
        var lease = await host.TakeAsync("the host", Duration.FromMinutes(5), TestContext.Current.CancellationToken);
        var busy = await Run("outbox", "cancel", Ledger, "transfer-1", "--by", "asha", "--reason", "x");
        Assert.Equal(ExitCode.BadInput, busy.ExitCode);
        Assert.Contains("the host has the outbox open", busy.Error, StringComparison.Ordinal);
        Assert.True(await host.RenewAsync(lease!, TestContext.Current.CancellationToken));
        Assert.Equal(["garbled cancelled", "retire-1 confirmed", "transfer-1 unknown"], (await Json("outbox", "list", Ledger, "--all")).GetProperty("instructions").EnumerateArray().Select(i => $"{i.GetProperty("key")} {i.GetProperty("state")}"));
    }

    [Theory]
    [InlineData("CREATE USER guest; GRANT USAGE ON SCHEMA ccts_ledger TO guest; GRANT SELECT ON ccts_ledger.version TO guest", "server-refused", "guest")]
    [InlineData("ALTER TABLE ccts_ledger.shard RENAME TO shards", "ledger-damaged", "postgres")]
    [InlineData("ALTER TABLE ccts_ledger.entry RENAME COLUMN line TO lines", "ledger-damaged", "postgres")]
    public async Task Whoever_was_let_in_is_not_told_that_the_server_is_down(string statement, string code, string user)
    {
        PostgresJournal.Open(new PostgresJournalOptions(Connection, "market")).Dispose();
        await using (var source = NpgsqlDataSource.Create(Connection))
        await using (var command = source.CreateCommand(statement))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var run = await CctsTool.RunWith(Variable, Connection.Replace("Username=postgres", "Username=" + user, StringComparison.Ordinal), null, "ledger", "export", Ledger, "--json");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(code, JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "bad-option")]
    [InlineData("Host=127.0.0.1;Port=1;Username=ops;Timeout=2;Password=" + Password, "server-not-reached")]
    [InlineData("Host=;Password=" + Password, "bad-option")]
    [InlineData("Host=db;Passwort=" + Password, "bad-option")]
    [InlineData("Host=db;Password=a;" + Password, "bad-option")]
    [InlineData("Host=db;Port=" + Password, "bad-option")]
    [InlineData(Password, "bad-option")]
    public async Task Whatever_is_wrong_with_the_connection_is_told_without_it(string connection, string code)
    {
        foreach (var arguments in new[] { new[] { "ledger", "show", Ledger }, ["outbox", "list", Ledger], ["outbox", "retry", Ledger, "k", "--by", "asha", "--reason", "x"] })
        {
            foreach (var run in new[] { await CctsTool.RunWith(Variable, connection, null, [.. arguments, "--json"]), await CctsTool.RunWith(Variable, "", null, [.. arguments, "--json", "--connection", connection]) })
            {
                Assert.Equal(ExitCode.BadInput, run.ExitCode);
                Assert.Equal(code, JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
                Assert.DoesNotContain("hunter2", run.Output + run.Error, StringComparison.Ordinal);
            }
        }
    }

    private async Task<ToolRun> Run(params string[] arguments)
    {
        var run = await CctsTool.RunWith(Variable, Connection, null, arguments);
        Assert.DoesNotContain(Password, run.Output + run.Error, StringComparison.Ordinal);
        return run;
    }

    private async Task<JsonElement> Json(params string[] arguments) => JsonDocument.Parse((await Run([.. arguments, "--json"])).Output).RootElement;

    private async Task<(int Code, string? Problem)> Problem(params string[] arguments)
    {
        var run = await Run([.. arguments, "--json"]);
        return (run.ExitCode, JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    /// <summary>One server for all tests, started by the first that asks.</summary>
    public sealed class Server : IDisposable
    {
        private readonly Lazy<PostgresServer?> _started = new(() => PostgresServer.Start(out _));
        private int _databases;

        internal string? NewDatabase()
        {
            if (_started.Value is not { } started)
            {
                return null;
            }

            var name = $"test{Interlocked.Increment(ref _databases)}";
            using var source = NpgsqlDataSource.Create(started.ConnectionString);
            using var command = source.CreateCommand($"CREATE DATABASE {name}");
            command.ExecuteNonQuery();
            return started.ConnectionString.Replace("Database=postgres", "Database=" + name, StringComparison.Ordinal);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_started.IsValueCreated)
            {
                _started.Value?.Dispose();
            }
        }
    }
}
