using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>
/// Every seller's attempts to sell above the balance, quarter by quarter with the last day of each: a bar goes on beyond the quarter in
/// which it was earned, so every quarter is put to the rules. Without the list of earlier breaches none is known, however many the
/// session has seen. Asked in order of time only, so that each breach is counted once and never looked at again.
/// </summary>
internal sealed class BreachBook(IReadOnlyList<SellerBreach>? before)
{
    private static readonly BreachesOfQuarter?[] Unknown = [null];
    private static readonly BreachesOfQuarter?[] None = [new BreachesOfQuarter(0, null)];
    private readonly Dictionary<string, SellerQuarters> _sellers = (before ?? []).GroupBy(b => b.Account, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new SellerQuarters(g.Select(b => b.At)), StringComparer.Ordinal);

    internal void Note(string seller, Instant at)
    {
        if (!_sellers.TryGetValue(seller, out var quarters))
        {
            _sellers.Add(seller, quarters = new SellerQuarters([]));
        }

        quarters.Count(at);
    }

    /// <summary>The seller's breaches up to an instant; one null where they are not known.</summary>
    internal IReadOnlyList<BreachesOfQuarter?> Until(string seller, Instant at) =>
        before is null ? Unknown : _sellers.TryGetValue(seller, out var quarters) && quarters.Until(at) is { Count: > 0 } counted ? counted : None;

    private sealed class SellerQuarters(IEnumerable<Instant> stated)
    {
        private readonly Queue<Instant> _later = new(stated.OrderBy(i => i));
        private readonly SortedDictionary<(int Year, int Quarter), BreachesOfQuarter> _quarters = [];

        internal void Count(Instant at)
        {
            var day = SessionFacts.DayOf(at);
            var quarter = (day.Year, (day.Month - 1) / 3);
            _quarters[quarter] = _quarters.TryGetValue(quarter, out var so) ? new BreachesOfQuarter(so.Count + 1, LocalDate.Max(so.Last!.Value, day)) : new BreachesOfQuarter(1, day);
        }

        internal List<BreachesOfQuarter?> Until(Instant at)
        {
            while (_later.Count > 0 && _later.Peek() <= at)
            {
                Count(_later.Dequeue());
            }

            return [.. _quarters.Values];
        }
    }
}

/// <summary>How often in one quarter a seller offered more than it had, and the last such day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BreachesOfQuarter(int Count, LocalDate? Last);
