using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A pause has holders: whoever lets business go on lifts his own pause and nobody else's.</summary>
public class PauseHoldersTests
{
    private readonly Run _run = new Run().Issued("mill", Units(1, 100));

    [Fact]
    public void A_breaker_that_closes_does_not_lift_an_operators_pause()
    {
        Pause("p1", "icm", null);
        Pause("p2", "icm", "breaker");

        Resume("p3", "icm", "breaker");
        _run.Refused(RefusalCode.Paused, new TransferUnits("t1", Noon, "mill", "buyer", new OldestUnits("ccc", 1)));

        Resume("p4", "icm", null);
        _run.Accepted(new TransferUnits("t2", Noon, "mill", "buyer", new OldestUnits("ccc", 1)));
    }

    [Fact]
    public void One_holders_pause_of_all_business_and_of_a_registry_are_two()
    {
        Pause("p1", null, "calendar");
        Pause("p2", "icm", "calendar");

        Resume("p3", null, "calendar");

        Assert.Equal([new BusinessPause("icm", "calendar")], _run.State.Pauses);
    }

    [Fact]
    public void Pausing_twice_is_one_pause_and_resuming_what_is_not_paused_is_nothing()
    {
        Pause("p1", "icm", "breaker");
        Pause("p2", "icm", "breaker");
        Resume("p3", "icm", "breaker");
        Resume("p4", "icm", "breaker");

        Assert.Empty(_run.State.Pauses);
    }

    [Fact]
    public void Holders_survive_journal_and_snapshot_and_only_they_need_the_new_entry()
    {
        Pause("p1", "icm", null);
        Assert.Contains("\"v\":1", JournalWriter.Lines(_run.Entries).Last(), System.StringComparison.Ordinal);

        Pause("p2", "icm", "breaker");
        Assert.Contains("\"v\":3", JournalWriter.Lines(_run.Entries).Last(), System.StringComparison.Ordinal);

        var replayed = LedgerState.Replay(JournalReader.Read(JournalWriter.Lines(_run.Entries)));
        Assert.Equal(_run.State.Pauses, replayed.Pauses);
        Assert.Equal(_run.State.Pauses, LedgerState.FromSnapshot(_run.State.ToSnapshot()).Pauses);
    }

    private void Pause(string key, string? registry, string? holder) => _run.Accepted(new PauseBusiness(key, Noon, registry, true, "x") { Holder = holder });

    private void Resume(string key, string? registry, string? holder) => _run.Accepted(new PauseBusiness(key, Noon, registry, false, "x") { Holder = holder });
}
