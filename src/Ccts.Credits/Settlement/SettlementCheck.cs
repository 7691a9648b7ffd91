using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Credits.Settlement;

/// <summary>A difference between two sides.</summary>
/// <param name="Trade">The trade; for net funds, the account.</param>
/// <param name="Side">Which side: <c>trades</c>, <c>settlement</c>, <c>delivery</c>, <c>ledger</c>, <c>funds</c>, <c>registry</c>.</param>
/// <param name="Code">
/// <c>missing</c>, <c>unknown-trade</c>, <c>unknown-account</c>, <c>stated-twice</c>, <c>not-stated</c>, <c>tonnes-differ</c>, <c>amount-differs</c>, <c>party-differs</c>, <c>seller-is-buyer</c>,
/// <c>delivered-twice</c>, <c>blocks-differ</c>, <c>block-twice</c>, <c>two-spellings</c>, <c>other-units</c>, <c>not-valid</c>, <c>not-at-registry</c>, <c>day-differs</c>.
/// </param>
/// <param name="Message">One sentence.</param>
/// <param name="Place">Its place in a file.</param>
public sealed record SettlementFinding(string Trade, string Side, string Code, string Message, SourcePlace Place = default);

/// <summary>The result of comparing the sides of a settlement.</summary>
/// <param name="Findings">Everything that differs, by trade and side.</param>
/// <param name="NotLookedAt">Sides that could not be checked, and why.</param>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
public sealed record SettlementResult(IReadOnlyList<SettlementFinding> Findings, IReadOnlyList<string> NotLookedAt)
{
    /// <summary>Whether every side was checked and all agree.</summary>
    public bool IsSettled => Findings.Count == 0 && NotLookedAt.Count == 0;
}

/// <summary>Compares the trades of a session with the statements of settlement, delivery, ledger, funds and registry about their outcome.</summary>
/// <remarks>Pure and thread-safe. All sides must state the same tonnes, money and numbers.</remarks>
public static class SettlementCheck
{
    private static readonly Inr Nothing = Inr.Of(0, InrUnit.Rupee);

    /// <summary>Checks every side that was given.</summary>
    public static SettlementResult Of(SessionSettlement session)
    {
        // Where the exchange states a trade twice, the first is compared and the others are reported.
        var stated = Require.NotNull(session).Trades.GroupBy(t => t.Id, StringComparer.Ordinal).ToList();
        session = session with { Trades = [.. stated.Select(g => g.First())] };
        var trades = session.Trades.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var findings = new List<SettlementFinding>();
        findings.AddRange(stated.Where(g => g.Count() > 1).Select(g => new SettlementFinding(g.Key, "trades", "stated-twice", $"The exchange states the trade {g.Count()} times.")));
        findings.AddRange(session.Trades.Where(t => t.Seller is { } seller && t.Buyer is { } buyer && Spelled.Same(seller, buyer)).Select(t => new SettlementFinding(t.Id, "trades", "seller-is-buyer", $"{t.Seller} sells to itself.")));
        findings.AddRange(Sides(session).SelectMany(side => BySide(side, session.Trades, trades)));
        findings.AddRange(Funds(session));
        findings.AddRange(SettlementDays.Differ(session));
        var numbers = DeliveredNumbers.Of(session);
        var owners = new Owners(session.Trades, [.. numbers.Rows.Select(r => r.Row)]);
        findings.AddRange(owners.Faults.Select(d => Finding(d.Row, numbers.Rows.First(r => ReferenceEquals(r.Row, d.Row)).Side, d.Code, d.Message)));
        findings.AddRange(BlocksDiffer(session, trades));
        findings.AddRange(TradedUnits.Differ(session, numbers));
        findings.AddRange(SettlementSpellings.Of(session));
        findings.AddRange(session.Registry is { } registry ? owners.StatedTwice(registry).Concat(owners.NotAt(registry)) : []);
        return new SettlementResult([.. findings.OrderBy(f => f.Trade, StringComparer.Ordinal).ThenBy(f => f.Side, StringComparer.Ordinal)], NotLookedAt(session, numbers));
    }

    private static List<string> NotLookedAt(SessionSettlement session, DeliveredNumbers numbers)
    {
        var not = new List<string>();
        void Tell(bool isMissing, string what) => not.AddRange(isMissing ? [what] : []);
        Tell(session.Settlement is null, "settlement: no file was given");
        Tell(session.Delivery is null, "delivery: no file was given");
        Tell(session.Ledger is null, "ledger: no journal was given");
        Tell(session.Funds is null, "funds: no file was given");
        Tell(session.Registry is null, "registry: no statement was given");
        Tell(session.Registry is not null && numbers.Unknown.Count > 0, "registry: no file says which numbers were delivered for " + string.Join(", ", numbers.Unknown));
        Tell(session.Registry?.Count > 0 && session.Registry.All(s => s.Account is null), "registry: the statement names no account");
        not.AddRange(SettlementDays.NotLookedAt(session));
        not.AddRange(TradedUnits.NotLookedAt(session, numbers));
        return not;
    }

    private sealed record FileOfSide(string Name, IReadOnlyList<SettlementRow> Rows, bool HasTonnes, bool HasMoney, bool IsOneRow);

    private static IEnumerable<FileOfSide> Sides(SessionSettlement session)
    {
        (string, IReadOnlyList<SettlementRow>?, bool, bool, bool)[] all =
        [
            ("settlement", session.Settlement, true, true, true), ("delivery", session.Delivery, true, false, false), ("ledger", session.Ledger, true, false, false),
            ("funds", session.Funds?.Any(f => f.Account is not null) == true ? null : session.Funds, false, true, true),
        ];
        return all.Where(s => s.Item2 is not null).Select(s => new FileOfSide(s.Item1, s.Item2!, s.Item3, s.Item4, s.Item5));
    }

    private static IEnumerable<SettlementFinding> BySide(FileOfSide side, IReadOnlyList<SettlementTrade> trades, Dictionary<string, SettlementTrade> known)
    {
        var rows = side.Rows.ToLookup(r => r.Trade ?? "", StringComparer.Ordinal);
        foreach (var trade in trades)
        {
            var here = rows[trade.Id].ToList();
            if (here.Count == 0)
            {
                yield return new SettlementFinding(trade.Id, side.Name, "missing", $"The {side.Name} side knows nothing of the trade.");
                continue;
            }

            if (side.IsOneRow && here.Count > 1)
            {
                yield return Finding(here[1], side.Name, "stated-twice", $"The {side.Name} side states the trade {here.Count} times.");
                continue;
            }

            foreach (var finding in Compare(side, trade, here))
            {
                yield return finding;
            }
        }

        foreach (var row in side.Rows.Where(r => !known.ContainsKey(r.Trade ?? "")))
        {
            yield return Finding(row, side.Name, "unknown-trade", $"The {side.Name} side states a trade that the exchange did not report.");
        }
    }

    private static IEnumerable<SettlementFinding> Compare(FileOfSide side, SettlementTrade trade, List<SettlementRow> rows)
    {
        if (side.HasTonnes && rows.Exists(r => r.Tonnes is null))
        {
            yield return Finding(rows[0], side.Name, "not-stated", $"The {side.Name} side does not say how many tonnes moved.");
        }
        else if (side.HasTonnes && rows.Sum(r => r.Tonnes!.Value) is var moved && moved != trade.Tonnes)
        {
            yield return Finding(rows[0], side.Name, "tonnes-differ", $"{trade.Tonnes} tonnes were traded; the {side.Name} side has {moved}.");
        }

        if (side.HasMoney && rows.Exists(r => r.Amount is null))
        {
            yield return Finding(rows[0], side.Name, "not-stated", $"The {side.Name} side does not say how much money moved.");
        }
        else if (side.HasMoney && rows.Aggregate(Nothing, (sum, r) => sum + r.Amount!.Value) is var paid && paid != trade.Amount)
        {
            yield return Finding(rows[0], side.Name, "amount-differs", $"{trade.Amount} are owed; the {side.Name} side has {paid}.");
        }

        foreach (var row in rows.Where(r => Differ(r.Seller, trade.Seller) || Differ(r.Buyer, trade.Buyer)))
        {
            yield return Finding(row, side.Name, "party-differs", $"{trade.Seller} sold to {trade.Buyer}, and on the {side.Name} side {row.Seller ?? trade.Seller} gives to {row.Buyer ?? trade.Buyer}.");
        }
    }

    // Net money by account: sales less purchases.
    private static IEnumerable<SettlementFinding> Funds(SessionSettlement session)
    {
        if (session.Funds?.Any(f => f.Account is not null) != true)
        {
            yield break;
        }

        var owed = new SortedDictionary<string, Inr>(StringComparer.Ordinal);
        void Add(string? account, Inr amount) => owed[account ?? ""] = (owed.TryGetValue(account ?? "", out var so) ? so : Nothing) + amount;
        foreach (var trade in session.Trades)
        {
            Add(trade.Seller, trade.Amount);
            Add(trade.Buyer, Nothing - trade.Amount);
        }

        var paid = session.Funds!.ToLookup(f => f.Account ?? "", StringComparer.Ordinal);
        foreach (var (account, amount) in owed.Select(o => (o.Key, o.Value)))
        {
            var rows = paid[account].ToList();
            var sum = rows.Aggregate(Nothing, (total, r) => total + (r.Amount ?? Nothing));
            if (rows.Exists(r => r.Amount is null))
            {
                yield return Finding(rows[0], "funds", "not-stated", "The funds side does not say how much money moved.");
            }
            else if (rows.Count == 0 ? amount != Nothing : sum != amount)
            {
                yield return rows.Count == 0 ? new SettlementFinding(account, "funds", "missing", $"The account is owed {amount}, and the funds know nothing of it.")
                    : new SettlementFinding(account, "funds", "amount-differs", $"The account is owed {amount}; the funds side has {sum}.", rows[0].Place);
            }
        }

        foreach (var row in session.Funds!.Where(f => !owed.ContainsKey(f.Account ?? "")))
        {
            yield return Finding(row, "funds", "unknown-account", "The account traded nothing.");
        }
    }

    private static IEnumerable<SettlementFinding> BlocksDiffer(SessionSettlement session, Dictionary<string, SettlementTrade> known)
    {
        var delivered = (session.Delivery ?? []).Where(d => d.Block is not null).ToLookup(d => d.Trade ?? "", StringComparer.Ordinal);
        var moved = (session.Ledger ?? []).Where(d => d.Block is not null).ToLookup(d => d.Trade ?? "", StringComparer.Ordinal);
        foreach (var trade in known.Keys.Where(t => delivered.Contains(t) && moved.Contains(t)))
        {
            var (first, second) = (delivered[trade].Select(d => d.Block!.Value).ToList(), moved[trade].Select(d => d.Block!.Value).ToList());
            var scopes = first.Concat(second).GroupBy(b => (b.Registry, b.Scope)).Select(g => g.First());
            foreach (var scope in scopes)
            {
                var (one, other) = (SetOf(first, scope), SetOf(second, scope));
                if (!one.Equals(other))
                {
                    yield return Finding(delivered[trade].First(), "ledger", "blocks-differ", $"The delivery file has {scope.Registry}:{scope.Scope} {one}, and the ledger moved {(other.IsEmpty ? "none of it" : other.ToString())}.");
                }
            }
        }
    }

    internal static BlockSet SetOf(IEnumerable<SerialBlock> blocks, SerialBlock scope) => BlockSet.FromRanges(blocks.Where(b => b.SharesScopeWith(scope)).Select(b => b.Range));

    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);

    private static SettlementFinding Finding(SettlementRow row, string side, string code, string message) => new(row.Trade ?? row.Account ?? "", side, code, message, row.Place);
}
