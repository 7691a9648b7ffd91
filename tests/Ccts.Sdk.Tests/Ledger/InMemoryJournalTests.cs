using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A stream's version tells how many entries have changed it, however a host appends them.</summary>
public sealed class InMemoryJournalTests
{
    [Fact]
    public void An_entry_that_names_a_stream_more_than_once_changes_it_once()
    {
        var journal = new InMemoryJournal();
        for (var version = 0; version < 3; version++)
        {
            var stream = new StreamVersion("account/mill", version);
            journal.Enqueue(new JournalAppend(Given.Noon, "k" + version, 0, new AccountFrozen("mill", true, ""), stream, stream, stream, []));
        }

        Assert.Throws<JournalConflictException>(() => journal.Enqueue(
            new JournalAppend(Given.Noon, "k", 0, new AccountFrozen("mill", true, ""), new StreamVersion("account/mill", 2), default, default, [])));
    }

    [Fact]
    public void Scopes_whose_names_run_together_are_two_streams()
    {
        var engine = new LedgerEngine(new InMemoryJournal(), Given.Policy);
        foreach (var (registry, scope) in new[] { ("a/b", "c"), ("a", "b/c"), ("a/b/c", ""), ("a", "b/c/") })
        {
            var lot = new UnitLot(registry, scope, "ccc", 2025);
            Assert.True(engine.Execute(new IssueUnits("i" + registry + scope, Given.Noon, "mill", new Parcel(lot, new Ccts.Sdk.Blocks.BlockRange(1, 10)))).IsAccepted);
        }
    }

    [Theory]
    [InlineData("", "icm", "{}")]
    [InlineData("k", "", "{}")]
    [InlineData("k", "icm", null)]
    [InlineData("k", "icm", "\0")]
    [InlineData("k", "icm", "half")]
    [InlineData("k\n", "icm", "{}")]
    public void An_intent_that_no_store_could_keep_is_refused_before_anything_happens(string key, string registry, string? payload)
    {
        // An attribute cannot hold half a character.
        payload = payload == "half" ? "\uD800" : payload;
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Given.Policy);
        var issue = new IssueUnits("i", Given.Noon, "mill", Given.Units(1, 10));
        Assert.Throws<System.ArgumentException>(() => engine.Execute(issue, new RegistryIntent(key, registry, payload!)));
        Assert.Throws<System.ArgumentException>(() => engine.Execute(issue, [null!]));
        Assert.Equal(0, journal.Position);
        Assert.True(engine.Execute(issue, new RegistryIntent("k", "icm", "मिल \U0001F33F \n")).IsAccepted);
    }
}
