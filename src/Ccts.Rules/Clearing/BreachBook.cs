using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>
/// Every seller's attempts to sell above the balance, quarter by quarter with the last day of each: a bar goes on beyond the quarter in which it was
/// earned. Without the list of earlier breaches none is known, however many the session has seen. Asked in order of time only, so that each breach is
/// counted once and never looked at again.
/// </summary>
/// <param name="stated">The breaches that the exchange has on its list; null where nobody stated them. One at the instant of an attempt of the session is that attempt.</param>
/// <param name="bar">What brings a bar and how long it is; null where rules do not ask until when a seller is barred, so that every quarter is put to them.</param>
internal sealed class BreachBook(IReadOnlyList<SellerBreach>? stated, OversellRule? bar)
{
    private static readonly SellerBreaches?[] Unknown = [null];
    private static readonly SellerBreaches?[] None = [default(SellerBreaches)];
    private readonly Dictionary<string, SellerQuarters> _sellers = (stated ?? []).GroupBy(b => b.Account, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new SellerQuarters(g.Select(b => b.At), bar), StringComparer.Ordinal);

    internal void Note(string seller, Instant at)
    {
        if (!_sellers.TryGetValue(seller, out var quarters))
        {
            _sellers.Add(seller, quarters = new SellerQuarters([], bar));
        }

        quarters.Note(at);
    }

    /// <summary>What is to be stated of the seller's breaches up to an instant, all of it to be put to the rules; one null where nothing is known.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="at">The instant of a trade.</param>
    /// <param name="isBreach">Whether the trade is such an attempt: then the list may have it, and nobody is barred by what is being judged.</param>
    internal IReadOnlyList<SellerBreaches?> Until(string seller, Instant at, bool isBreach) =>
        stated is null ? Unknown : _sellers.TryGetValue(seller, out var quarters) && quarters.Until(at, isBreach) is { Count: > 0 } counted ? counted : None;

    private sealed class SellerQuarters(IEnumerable<Instant> listed, OversellRule? bar)
    {
        private readonly Queue<Instant> _later = new(listed.OrderBy(i => i));
        private readonly SortedDictionary<LocalDate, SellerBreaches> _quarters = [];

        // Of the instant reached last: how many were counted from the list for which no attempt of the session was seen.
        private (Instant At, int Count) _unseen;

        internal void Note(Instant at)
        {
            if (_unseen.At == at && _unseen.Count > 0)
            {
                _unseen.Count--;
                return;
            }

            if (_later.Count > 0 && _later.Peek() == at)
            {
                _later.Dequeue();
            }

            Count(at);
        }

        private void Count(Instant at)
        {
            var day = SessionFacts.DayOf(at);
            var quarter = Quarters.FirstDayOf(day);
            _quarters[quarter] = _quarters.TryGetValue(quarter, out var so) ? new SellerBreaches(so.InQuarter + 1, LocalDate.Max(so.Last!.Value, day), null) : new SellerBreaches(1, day, null);
        }

        internal List<SellerBreaches?> Until(Instant at, bool isBreach)
        {
            while (_later.Count > 0 && (_later.Peek() < at || (_later.Peek() == at && !isBreach)))
            {
                var breach = _later.Dequeue();
                _unseen = (breach, _unseen.At == breach ? _unseen.Count + 1 : 1);
                Count(breach);
            }

            return _quarters.Count == 0 || bar is null ? [.. _quarters.Values.Select(q => (SellerBreaches?)q)] : [Together(Quarters.FirstDayOf(SessionFacts.DayOf(at)), bar)];
        }

        // The breaches of the quarter that runs, the latest of all, and until when those of earlier quarters bar.
        private SellerBreaches Together(LocalDate current, OversellRule rule)
        {
            var all = new SellerBreaches(_quarters.TryGetValue(current, out var now) ? now.InQuarter : 0, null, null);
            foreach (var quarter in _quarters)
            {
                var ends = quarter.Key != current && quarter.Value.InQuarter >= rule.BreachesToBar ? quarter.Value.Last!.Value.PlusMonths(rule.BarMonths) : (LocalDate?)null;
                all = all with { Last = quarter.Value.Last, BarredUntil = ends is null || all.BarredUntil > ends ? all.BarredUntil : ends };
            }

            return all;
        }
    }
}

/// <summary>How often in the quarter a seller offered more than it had, the day of the latest time, and the first day after a bar of an earlier quarter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SellerBreaches(int InQuarter, LocalDate? Last, LocalDate? BarredUntil);
