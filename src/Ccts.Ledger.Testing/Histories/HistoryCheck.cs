using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Histories;

/// <summary>
/// Checks the callers' answers against the journal. The journal's order must explain the history: whatever was answered
/// before something else was asked comes before it; nothing happened that nobody asked for; what was accepted is there as answered; what
/// was refused or certainly not done is not there; and every account had the state that was read at some moment between question and answer.
/// </summary>
public static class HistoryCheck
{
    /// <summary>Everything that the journal's order does not explain, one sentence each.</summary>
    /// <param name="history">What was asked under <see cref="RandomCommands.Policy"/>, and told.</param>
    /// <param name="journal">Every entry, read after all callers had ended.</param>
    public static IReadOnlyList<string> Findings(LedgerHistory history, IEnumerable<JournalEntry> journal)
    {
        var entries = (journal ?? throw new ArgumentNullException(nameof(journal))).ToList();
        var operations = (history ?? throw new ArgumentNullException(nameof(history))).Operations;
        return Answered(operations, entries).Concat(Ordered(operations, entries)).Concat(Decided(operations, entries)).Concat(Shown(operations, entries)).ToList();
    }

    private static IEnumerable<string> Answered(IReadOnlyList<HistoryOperation> operations, List<JournalEntry> entries)
    {
        var byKey = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
        foreach (var asked in operations.Where(o => o.Command is not null))
        {
            var there = byKey.TryGetValue(asked.Command!.Key, out var entry) ? entry : null;
            if (asked.Answer is { Entry: { } told } && (there is null || Text(there) != Text(told)))
            {
                yield return $"{told.Key} was answered as entry {told.Position}, and {(there is null ? "is not there" : "the journal says " + Text(there))}.";
            }

            if ((asked.WasNotDone || asked.Answer is { Entry: null }) && there is { Event: not CommandRefused } && !operations.Any(o => o != asked && o.Command?.Key == there.Key))
            {
                yield return $"{there.Key} was told not to have been done, and is entry {there.Position}.";
            }
        }

        var asking = new HashSet<string>(operations.Where(o => o.Command is not null).Select(o => o.Command!.Key), StringComparer.Ordinal);
        foreach (var stray in entries.Where(e => !asking.Contains(e.Key)))
        {
            yield return $"Entry {stray.Position} answers {stray.Key}, which nobody asked.";
        }
    }

    // Whatever was answered before something was asked comes before it.
    private static IEnumerable<string> Ordered(IReadOnlyList<HistoryOperation> operations, List<JournalEntry> entries)
    {
        var positions = entries.ToDictionary(e => e.Key, e => e.Position, StringComparer.Ordinal);
        var events = operations.Where(o => o.Command is not null && o.Answer?.IsRepeat != true && positions.ContainsKey(o.Command.Key))
            .SelectMany(o => new[] { (At: o.Begin, o, IsEnd: false), (At: o.Answer is null ? long.MaxValue : o.End!.Value, o, IsEnd: true) }).OrderBy(e => e.At);
        long answered = 0;
        foreach (var (_, operation, isEnd) in events)
        {
            var position = positions[operation.Command!.Key];
            if (isEnd)
            {
                answered = Math.Max(answered, operation.Answer is null ? 0 : position);
            }
            else if (position < answered && operations.Count(o => o.Command?.Key == operation.Command.Key) == 1)
            {
                yield return $"{operation.Command.Key} was asked after entry {answered} was answered, and is entry {position}.";
            }
        }
    }

    private static IEnumerable<string> Decided(IReadOnlyList<HistoryOperation> operations, List<JournalEntry> entries)
    {
        var commands = operations.Where(o => o.Command is not null).GroupBy(o => o.Command!.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Command!, StringComparer.Ordinal);
        var model = new NaiveLedger();
        foreach (var entry in entries.Where(e => commands.ContainsKey(e.Key)))
        {
            if (model.Do(commands[entry.Key]) != entry.Event is not CommandRefused)
            {
                yield return $"Entry {entry.Position} is {(entry.Event is CommandRefused ? "refused" : "accepted")}, and in this order it would not be: {commands[entry.Key]}.";
                yield break;
            }
        }
    }

    private static IEnumerable<string> Shown(IReadOnlyList<HistoryOperation> operations, List<JournalEntry> entries)
    {
        var positions = entries.ToDictionary(e => e.Key, e => e.Position, StringComparer.Ordinal);
        var reads = operations.Where(o => o.Account is not null && o.End is not null).ToList();
        var pictures = Pictures(entries, new HashSet<string>(reads.Select(r => r.Account!), StringComparer.Ordinal));
        foreach (var read in reads)
        {
            // From everything answered when it began to everything asked before it ended.
            var commands = operations.Where(o => o.Command is not null && positions.ContainsKey(o.Command.Key)).ToList();
            var low = commands.Where(o => o.Answer is not null && o.End < read.Begin).Select(o => positions[o.Command!.Key]).DefaultIfEmpty(0).Max();
            var high = commands.Where(o => o.Begin < read.End).Select(o => positions[o.Command!.Key]).DefaultIfEmpty(0).Max();
            var history = pictures[read.Account!];
            var from = history.FindLastIndex(p => p.Position <= low);
            var shown = Picture(read.Shown);
            if (!history.Skip(from).TakeWhile(p => p.Position <= high).Any(p => p.Picture == shown))
            {
                yield return $"{read.Account} was shown as it never was between entries {low} and {high}: {shown}";
            }
        }
    }

    private static Dictionary<string, List<(long Position, string Picture)>> Pictures(List<JournalEntry> entries, HashSet<string> accounts)
    {
        var pictures = accounts.ToDictionary(a => a, _ => new List<(long, string)> { (0, Picture(null)) }, StringComparer.Ordinal);
        var state = new LedgerState();
        foreach (var entry in entries)
        {
            state.Apply(entry);
            foreach (var account in accounts)
            {
                var picture = Picture(state.View(account));
                if (pictures[account][pictures[account].Count - 1].Item2 != picture)
                {
                    pictures[account].Add((entry.Position, picture));
                }
            }
        }

        return pictures;
    }

    private static string Picture(AccountView? view) => view is null ? "nothing" : string.Join("; ",
        view.Holdings.Select(h => $"{h.Place} {h.Units.Lot} {h.Units.Range} {h.Reservation}")
            .Concat(view.Reservations.Select(r => $"{r.Id} {r.Purpose} {r.Until}"))
            .Append(FormattableString.Invariant($"{view.IsFrozen} {view.Breaches.Count} {view.BarredUntil}")));

    private static string Text(JournalEntry entry) => new JournalWriter().Line(entry);
}
