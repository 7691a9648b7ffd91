using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>
/// Every seller's attempts to sell above the balance, by quarter with the last day of each: a bar continues beyond the quarter in which it was
/// caused. Without the list of earlier breaches the number is unknown, even if the session has some. Ask only in order of time, so that each breach is
/// counted once and never looked at again.
/// </summary>
/// <param name="stated">The breaches on the exchange's list; null if not stated. One at the instant of an attempt of this session is that attempt.</param>
/// <param name="bar">What causes a bar and its length; null if the rules do not ask until when a seller is barred, so that they judge every quarter.</param>
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

    /// <summary>The facts about the seller's breaches up to an instant, all for the rules; a single null if unknown.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="at">The instant of a trade.</param>
    /// <param name="isBreach">Whether the trade is such an attempt. Then the list may contain it, and it must not bar the seller while it is judged.</param>
    internal IReadOnlyList<SellerBreaches?> Until(string seller, Instant at, bool isBreach) =>
        stated is null ? Unknown : _sellers.TryGetValue(seller, out var quarters) && quarters.Until(at, isBreach) is { Count: > 0 } counted ? counted : None;

    private sealed class SellerQuarters(IEnumerable<Instant> listed, OversellRule? bar)
    {
        private readonly Queue<Instant> _later = new(listed.OrderBy(i => i));
        private readonly SortedDictionary<LocalDate, SellerBreaches> _quarters = [];

        // At the last instant reached: how many were counted from the list without an attempt of the session.
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

        // The breaches of the current quarter, the latest of all, and the end of bars from earlier quarters.
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

/// <summary>How often in the quarter a seller offered more than it had, the latest such day, and the first day after a bar from an earlier quarter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SellerBreaches(int InQuarter, LocalDate? Last, LocalDate? BarredUntil);
