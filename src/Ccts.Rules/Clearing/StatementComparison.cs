using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>Compares the opening holdings with the registry's statement, block by block.</summary>
internal static class StatementComparison
{
    /// <summary>Every run in the books, with what is wrong with it; and the runs that only the registry has.</summary>
    internal static (List<(SessionHolding Holding, HoldingDifference? Difference)> Runs, List<HoldingDifference> Differences) Compare(ClearingSession session)
    {
        var runs = new List<(SessionHolding, HoldingDifference?)>();
        var differences = new List<HoldingDifference>();
        var scopes = session.Holdings.Select(h => h.Units.Block).Concat(session.Statement.Select(s => s.Block)).GroupBy(b => (b.Registry, b.Scope));
        var holdings = session.Holdings.ToLookup(h => (h.Units.Lot.Registry, h.Units.Lot.Scope));
        var statement = session.Statement.ToLookup(s => (s.Block.Registry, s.Block.Scope));
        foreach (var scope in scopes.OrderBy(s => s.Key.Registry, StringComparer.Ordinal).ThenBy(s => s.Key.Scope, StringComparer.Ordinal))
        {
            var cut = new CutRuns(scope.Select(b => b.Range));
            var held = new SessionHolding?[cut.Runs.Count];
            var stated = new StatedHolding?[cut.Runs.Count];
            Lay(held, holdings[scope.Key], h => cut.Within(h.Units.Range));
            Lay(stated, statement[scope.Key], s => cut.Within(s.Block.Range));
            for (var i = 0; i < cut.Runs.Count; i++)
            {
                var difference = Between(held[i], stated[i], new SerialBlock(scope.Key.Registry, scope.Key.Scope, cut.Runs[i]));
                if (difference is not null)
                {
                    differences.Add(difference);
                }

                if (held[i] is { } holding)
                {
                    // The registry knows the days of its units; a day missing in the books is taken from there.
                    var days = stated[i] is { } known ? holding.Days.Or(known.Days) : holding.Days;
                    runs.Add((holding with { Units = holding.Units with { Range = cut.Runs[i] }, Issued = days.Issued, Expires = days.Expires }, difference));
                }
            }
        }

        return (runs, differences);
    }

    private static void Lay<T>(T?[] runs, IEnumerable<T> items, Func<T, IEnumerable<int>> within)
        where T : class
    {
        foreach (var item in items)
        {
            foreach (var i in within(item))
            {
                runs[i] = item;
            }
        }
    }

    private static HoldingDifference? Between(SessionHolding? held, StatedHolding? stated, SerialBlock block)
    {
        DifferenceKind? kind = (held, stated) switch
        {
            // Ended and unconfirmed units need not be in a statement; units ended at the registry need not be in the books.
            ({ } h, null) => h.Status.IsFinal() || h.Status == ShadowAccount.Pending ? null : DifferenceKind.NotStated,
            (null, { } s) => s.Status == StatedStatus.Ended ? null : DifferenceKind.NotInBooks,
            ({ } h, { } s) => Between(h, s),
            _ => null,
        };
        return kind is not { } found ? null : new HoldingDifference(found, block)
        {
            Account = held?.Account,
            Status = held?.Status,
            StatedAccount = stated?.Account,
            StatedStatus = stated?.Status,
        };
    }

    private static DifferenceKind? Between(SessionHolding held, StatedHolding stated) =>
        !BearsOut(stated.Status, held.Status) ? DifferenceKind.Status
        : held.Status.IsFinal() ? null
        : stated.Account is { } account && account != held.Account ? DifferenceKind.Holder
        : (stated.Kind is { } kind && kind != held.Units.Lot.Kind) || (stated.Vintage is { } vintage && vintage != held.Units.Lot.Vintage) || (stated.VintageEnds is { } ends && held.Units.Lot.Vintage != ends && held.Units.Lot.Vintage != ends - 1) || held.Days.Contradicts(stated.Days) ? DifferenceKind.Unit
        : null;

    private static bool BearsOut(StatedStatus stated, ShadowAccount booked) => stated switch
    {
        StatedStatus.Held => !booked.IsFinal() && booked != ShadowAccount.Buffered,
        StatedStatus.Buffered => booked == ShadowAccount.Buffered,
        StatedStatus.Pending => booked == ShadowAccount.Pending,
        StatedStatus.Banked => booked is ShadowAccount.Banked or ShadowAccount.Reserved or ShadowAccount.Pledged or ShadowAccount.Quarantined,
        StatedStatus.Blocked => booked is ShadowAccount.Reserved or ShadowAccount.Pledged or ShadowAccount.Quarantined,
        _ => booked.IsFinal(),
    };
}
