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
}
