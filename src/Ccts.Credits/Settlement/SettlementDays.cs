using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Credits.Settlement;

/// <summary>Checks the settlement days of a session against its settlement term, by the exchange's working days.</summary>
internal static class SettlementDays
{
    internal static LocalDate DayOf(Instant at) => at.WithOffset(LedgerPolicy.Bare.CivilTime).Date;

    internal static IEnumerable<SettlementFinding> Differ(SessionSettlement session)
    {
        var trades = session.Trades.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var first = session.Trades.Select(t => t.Day).Min();
        foreach (var (side, row) in Sides(session).SelectMany(s => s.Rows.Where(r => r.Day is not null).Select(r => (s.Side, r))))
        {
            var trade = row.Trade is { } id && trades.TryGetValue(id, out var known) ? known : null;
            if (trade is not null && Due(session, trade) is { } due ? row.Day != due : row.Day < (trade?.Day ?? first))
            {
                yield return new SettlementFinding(row.Trade ?? row.Account ?? "", side, "day-differs", Differs(session, trade, side, row.Day!.Value, first), row.Place);
            }
        }
    }

    // A settlement is never before its trade, with any term.
    private static string Differs(SessionSettlement session, SettlementTrade? trade, string side, LocalDate day, LocalDate? first) =>
        trade is not null && Due(session, trade) is { } due
            ? FormattableString.Invariant($"The trade of {trade.Day:uuuu-MM-dd} is to be settled on {due:uuuu-MM-dd} (T+{session.Term}), and the {side} side has {day:uuuu-MM-dd}.")
            : FormattableString.Invariant($"The {side} side has {day:uuuu-MM-dd}, before {(trade is null ? "the session's first trade" : "the trade")} of {trade?.Day ?? first:uuuu-MM-dd}.");

    /// <summary>Days that could not be checked, and why.</summary>
    internal static IEnumerable<string> NotLookedAt(SessionSettlement session)
    {
        if (session.Term is null)
        {
            return Sides(session).Any(s => s.Side != LedgerSide && s.Rows.Any(r => r.Day is not null)) ? ["days: no file says how many working days after a trade it is settled"] : [];
        }

        var open = session.Trades.Where(t => Due(session, t) is null).Select(t => t.Id).ToList();
        return [.. open.Count == 0 ? [] : new[] { $"days: the holidays of a year are not known, or the day of the trade is not, for {string.Join(", ", open.Take(5))}{(open.Count > 5 ? " and others" : "")}" },
            .. Sides(session).Where(s => s.Rows.Any(r => r.Day is null || r.Trade is null)).Select(s => $"days: the {s.Side} side has rows without a trade or a day")];
    }

    private const string LedgerSide = "ledger";

    private static LocalDate? Due(SessionSettlement session, SettlementTrade trade) =>
        (session.Term, trade.Day) is ({ } term, { } day) ? term == 0 ? session.Calendar.OnOrAfter(day) : session.Calendar.Add(day, term) : null;

    private static IEnumerable<(string Side, IReadOnlyList<SettlementRow> Rows)> Sides(SessionSettlement session) =>
        new[] { ("settlement", session.Settlement), ("delivery", session.Delivery), (LedgerSide, session.Ledger), ("funds", session.Funds) }.Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!));
}
