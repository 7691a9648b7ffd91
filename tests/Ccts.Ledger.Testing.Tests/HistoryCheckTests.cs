using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Testing.Histories;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Tests;

/// <summary>A history that went as it should passes; one that lost, made up, turned round or showed wrong does not.</summary>
public sealed class HistoryCheckTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly LedgerHistory _history = new();
    private readonly IReadOnlyList<LedgerCommand> _commands = RandomCommands.Of(3, 200);

    private LedgerEngine Engine { get; }

    public HistoryCheckTests()
    {
        Engine = new LedgerEngine(_journal, RandomCommands.Policy);
        foreach (var command in _commands)
        {
            _history.Execute(command, c => Engine.Execute(c));
            _history.Read("A", Engine.Account);
        }
    }

    private List<JournalEntry> Entries => _journal.Read(0).ToList();

    [Fact]
    public void What_went_as_it_should_passes() => Assert.Empty(HistoryCheck.Findings(_history, Entries));

    [Fact]
    public void An_entry_that_was_answered_and_is_gone_is_missed() => Assert.Contains(Findings(Entries.SkipLast(1)), f => f.Contains("is not there", System.StringComparison.Ordinal));

    [Fact]
    public void An_entry_that_nobody_asked_for_is_found() =>
        Assert.Contains(Findings(Entries.Append(new JournalEntry(Entries.Count + 1, _commands[0].At, "stray", 0, new BusinessPaused(null, false, "")))), f => f.Contains("nobody asked", System.StringComparison.Ordinal));

    [Fact]
    public void A_refusal_that_was_done_all_the_same_is_found()
    {
        var command = new PauseBusiness("p", _commands[0].At, null, false, "");
        var answer = Engine.Execute(command);
        var begun = _history.Begin(command, null);
        _history.Answer(begun, new LedgerAnswer(null, new Refusal(RefusalCode.Malformed), false));
        Assert.True(answer.IsAccepted);
        Assert.Contains(Findings(Entries), f => f.Contains("told not to have been done", System.StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_asked_later_and_stands_before_is_found()
    {
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        var history = new LedgerHistory();
        PauseBusiness Pause(string key) => new(key, _commands[0].At, null, false, "");
        var first = engine.Execute(Pause("a"));
        var second = engine.Execute(Pause("b"));
        history.Execute(Pause("b"), _ => second);
        history.Execute(Pause("a"), _ => first);
        Assert.Contains(HistoryCheck.Findings(history, journal.Read(0)), f => f.Contains("was asked after", System.StringComparison.Ordinal));
    }

    [Fact]
    public void A_read_of_what_never_was_or_no_longer_is_is_found()
    {
        var old = new LedgerEngine(new InMemoryJournal(), RandomCommands.Policy).Account("A");
        Assert.NotNull(Engine.Account("A"));
        _history.Read("A", _ => old);
        Assert.Contains(Findings(Entries), f => f.Contains("as it never was", System.StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_knows_may_be_there_or_not()
    {
        PauseBusiness Pause(string key) => new(key, _commands[0].At, null, false, "");
        _history.Execute(Pause("p"), _ => throw new JournalStoppedException(0, null));
        Assert.Empty(HistoryCheck.Findings(_history, Entries));
        Engine.Execute(Pause("p"));
        Assert.Empty(HistoryCheck.Findings(_history, Entries));
        _history.Execute(Pause("q"), _ => throw new JournalUnavailableException(""));
        Assert.Empty(HistoryCheck.Findings(_history, Entries));
        Engine.Execute(Pause("q"));
        Assert.Contains(Findings(Entries), f => f.Contains("told not to have been done", System.StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Findings(IEnumerable<JournalEntry> entries) => HistoryCheck.Findings(_history, entries);
}
