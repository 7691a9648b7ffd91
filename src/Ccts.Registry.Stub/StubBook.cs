using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Stub;

/// <summary>The registry's records: who holds which numbers, what was done, and what is still to come.</summary>
/// <remarks>Not thread-safe; the registry locks it.</remarks>
internal sealed class StubBook
{
    private readonly SortedDictionary<string, List<StubUnits>> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Status, string Code)> _decided = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StubInstruction> _waiting = new(StringComparer.Ordinal);
    private readonly List<(DateTimeOffset At, StubInstruction Instruction)> _late = [];

    internal List<StubEffect> Effects { get; } = [];

    internal void Issue(string account, string scope, BlockRange range)
    {
        var units = Scope(scope);
        var place = PlaceOf(units, range.Start);
        if (place < units.Count && units[place].Range.Overlaps(range))
        {
            throw new ArgumentException($"Some of {range} in {scope} is issued already.", nameof(range));
        }

        units.Insert(place, new StubUnits(scope, range, account, "ACTIVE", null));
    }

    internal IEnumerable<StubUnits> All => _scopes.Values.SelectMany(u => u);

    internal IReadOnlyList<StubUnits> In(string scope, BlockRange range)
    {
        var found = new List<StubUnits>();
        if (_scopes.TryGetValue(scope, out var units))
        {
            for (var i = PlaceOf(units, range.Start); i < units.Count && units[i].Range.Overlaps(range); i++)
            {
                found.Add(units[i] with { Range = units[i].Range.Intersect(range)!.Value });
            }
        }

        return found;
    }

    /// <summary>Whether every number is active in the account it is to leave.</summary>
    internal bool IsThere(StubInstruction i)
    {
        var found = In(i.Scope, i.Range);
        return found.All(u => u.State == "ACTIVE" && u.Account == i.From) && BlockSet.FromRanges(found.Select(u => u.Range)).Equals(BlockSet.Of(i.Range));
    }

    /// <summary>Carries it out, if every number is there.</summary>
    internal bool Act(StubInstruction i, DateTimeOffset at)
    {
        if (!IsThere(i))
        {
            return false;
        }

        var units = Scope(i.Scope);
        var place = PlaceOf(units, i.Range.Start);
        var (before, after) = (units[place], (StubUnits?)null);
        var count = 0;
        while (place + count < units.Count && units[place + count].Range.Overlaps(i.Range))
        {
            after = units[place + count++];
        }

        units.RemoveRange(place, count);
        if (after!.Range.Subtract(i.Range).After is { } right)
        {
            units.Insert(place, after with { Range = right });
        }

        units.Insert(place, new StubUnits(i.Scope, i.Range, i.To ?? i.From, i.Instruction switch { "TRANSFER" => "ACTIVE", "RETIRE" => "RETIRED", _ => "CANCELLED" }, i.Key));
        if (before.Range.Subtract(i.Range).Before is { } left)
        {
            units.Insert(place, before with { Range = left });
        }

        Effects.Add(new StubEffect(at, i.Key, i.Instruction, i.Scope, i.Range));
        _decided[i.Key] = ("COMPLETED", "");
        return true;
    }

    internal void ActLater(StubInstruction i, DateTimeOffset at) => _late.Add((at, i));

    /// <summary>Does what has become due.</summary>
    internal void CatchUp(DateTimeOffset now)
    {
        foreach (var due in _late.Where(l => l.At <= now).ToList())
        {
            _late.Remove(due);
            Act(due.Instruction, due.At);
        }
    }

    internal void Wait(StubInstruction i) => _waiting[i.Key] = i;

    internal bool IsWaiting(StubInstruction i) => _waiting.Values.Any(w => w.Scope == i.Scope && w.Range.Overlaps(i.Range));

    internal bool Decide(string key, bool grant, DateTimeOffset at)
    {
        if (!_waiting.Remove(key, out var i))
        {
            return false;
        }

        if (!grant || !Act(i, at))
        {
            _decided[key] = ("REJECTED", "not-permitted");
        }

        return true;
    }

    internal (string Status, string Code)? StatusOf(string key) =>
        _waiting.ContainsKey(key) ? ("PENDING", "") : _decided.TryGetValue(key, out var status) ? status : null;

    private List<StubUnits> Scope(string scope) => _scopes.TryGetValue(scope, out var units) ? units : _scopes[scope] = [];

    // The first part that does not end before the number.
    private static int PlaceOf(List<StubUnits> units, BlockNumber number)
    {
        var (low, high) = (0, units.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = units[middle].Range.End < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
