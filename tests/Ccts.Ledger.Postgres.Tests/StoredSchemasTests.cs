using System;
using System.IO;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;
using Npgsql;

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>A ledger of every schema there ever was, kept as a dump, is brought forward and goes on. Each has the same entries.</summary>
public sealed class StoredSchemasTests(Server server)
{
    private const string Ledger = "dumped";
    private const string Head = "2849248e3a90c22d9cf2e3554d8a24abed2cff3507900b77fbc15039b3dc3198";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "schema-*.sql").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Stored");

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_brought_forward_with_every_entry_and_goes_on(string file)
    {
        var at = Load(file);
        var before = Text(at);
        Assert.Equal(121, before.Length);
        Assert.EndsWith(Head + "\"}", before[^1], StringComparison.Ordinal);
        using (var unopened = PostgresStoredLedger.Open(at, Ledger))
        {
            var outbox = new PostgresStoredOutbox(unopened);
            Assert.Equal(file != "schema-1.sql", outbox.All().Any());
            Assert.Equal(file == "schema-1.sql", outbox.Owner is null);
            Assert.Empty(outbox.Moves("none"));
            Assert.Equal(outbox.All().Select(r => r.Place).DefaultIfEmpty().Max(), outbox.Taken);
        }

        using (var journal = PostgresJournal.Open(new PostgresJournalOptions(at, Ledger)))
        {
            var engine = new LedgerEngine(journal, RandomCommands.Policy);
            Assert.True(engine.Execute(RandomCommands.Of(5, 1)[0]).IsRepeat);
            Assert.True(engine.Execute(new IssueUnits("new", Instant.FromUtc(2026, 10, 15, 12, 0), "A", new Parcel(new UnitLot("icm", "u", "ccc", 2025), new(1, 9)))).IsAccepted);
            Assert.Equal(PostgresSchema.Version, ((PostgresStoredLedger)journal.Stored).Query(c => PostgresSchema.VersionOf(c, at)));
            using var outbox = PostgresOutbox.Open(new PostgresJournalOptions(at, Ledger));
            Assert.Equal(file == "schema-1.sql" ? 0 : journal.Intents(0).Count(), outbox.All().Count());
            Assert.Equal(outbox.All().Select(r => r.Place).DefaultIfEmpty().Max(), outbox.Taken);
            Assert.All(outbox.All(), r => Assert.Equal(r.Version, outbox.Moves(r.Key).Count()));
        }

        Assert.Equal(before, Text(at).Take(before.Length));
        using var stored = PostgresStoredLedger.Open(at, Ledger);
        Assert.Empty(stored.Findings());
    }

    /// <summary>Whoever makes a new step keeps a dump of it here: pg_dump --inserts --no-owner --schema=ccts_ledger, without its comments.</summary>
    [Fact]
    public void There_is_a_dump_of_every_schema() =>
        Assert.Equal(Enumerable.Range(1, PostgresSchema.Version).Select(v => $"schema-{v}.sql"), Files.Select(f => f.Data));

    // A database of its own; the dump sets what a session sees, so its connection is not used again.
    private string Load(string file)
    {
        var name = "stored_" + file.Replace('-', '_').Replace(".sql", "", StringComparison.Ordinal);
        using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            connection.Open();
            connection.Run("CREATE DATABASE " + name);
        }

        var at = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name };
        using var fresh = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(at.ConnectionString) { Pooling = false }.ConnectionString);
        fresh.Open();
        fresh.Run(File.ReadAllText(Path.Combine(Folder, file)));
        return at.ConnectionString;
    }

    private static string[] Text(string at)
    {
        using var stored = PostgresStoredLedger.Open(at, Ledger);
        return stored.Text().ToArray();
    }
}
