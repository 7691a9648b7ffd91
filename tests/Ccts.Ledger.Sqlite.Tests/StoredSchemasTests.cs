using System;
using System.IO;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>A ledger of every schema there ever was, kept as a file, is brought forward and goes on. Each has the same entries.</summary>
public sealed class StoredSchemasTests : IDisposable
{
    private const string Head = "2849248e3a90c22d9cf2e3554d8a24abed2cff3507900b77fbc15039b3dc3198";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "schema-*.db").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Stored");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_brought_forward_with_every_entry_and_goes_on(string file)
    {
        var path = _folder.File(file);
        File.Copy(Path.Combine(Folder, file), path);
        var before = Text(path);
        Assert.Equal(121, before.Length);
        Assert.EndsWith(Head + "\"}", before[^1], StringComparison.Ordinal);
        using (var unopened = SqliteStoredLedger.Open(path))
        {
            var outbox = new SqliteStoredOutbox(unopened);
            Assert.Equal(file != "schema-1.db", outbox.All().Any());
            Assert.Equal(file == "schema-1.db", outbox.Owner is null);
            Assert.Empty(outbox.Moves("none"));
            Assert.Equal(outbox.All().Select(r => r.Place).DefaultIfEmpty().Max(), outbox.Taken);
        }

        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, RandomCommands.Policy);
            Assert.True(engine.Execute(RandomCommands.Of(5, 1)[0]).IsRepeat);
            Assert.True(engine.Execute(new IssueUnits("new", Made.Noon, "A", new Parcel(new UnitLot("icm", "u", "ccc", 2025), new(1, 9)))).IsAccepted);
            Assert.Equal(SqliteSchema.Version, ((SqliteStoredLedger)journal.Stored).Query(c => c.Number("PRAGMA user_version")));
            using var outbox = new SqliteOutbox(journal);
            Assert.Equal(file == "schema-1.db" ? 0 : journal.Intents(0).Count(), outbox.All().Count());
            Assert.Equal(outbox.All().Select(r => r.Place).DefaultIfEmpty().Max(), outbox.Taken);
        }

        Assert.Equal(before, Text(path).Take(before.Length));
        using var stored = SqliteStoredLedger.Open(path);
        Assert.Empty(stored.Findings());
    }

    /// <summary>Whoever makes a new step keeps a file of it here.</summary>
    [Fact]
    public void There_is_a_file_of_every_schema() =>
        Assert.Equal(Enumerable.Range(1, (int)SqliteSchema.Version).Select(v => $"schema-{v}.db"), Files.Select(f => f.Data));

    private static string[] Text(string path)
    {
        using var stored = SqliteStoredLedger.Open(path);
        return stored.Text().ToArray();
    }
}
