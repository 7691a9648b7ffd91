using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>
/// The books of a session: a ledger with the opening holdings, and separately the units that had ended before and never move.
/// Units that the registry does not confirm are in quarantine.
/// </summary>
internal sealed class SessionBook
{
    private static readonly LedgerPolicy Policy = LedgerPolicy.Bare with { RefusalsAreRemembered = false };
    private readonly List<SessionHolding> _ended = [];
    private readonly WhereUnitsStand _units = new();
    private readonly Dictionary<(string Account, string Kind), long> _doubtful = [];
    private int _commands;

    internal SessionBook(IEnumerable<(SessionHolding Holding, HoldingDifference? Difference)> runs, Instant opening)
    {
        foreach (var (holding, difference) in runs)
        {
            var status = difference is null || holding.Status.IsFinal() ? holding.Status : ShadowAccount.Quarantined;

            // The rules judge the days of units for each trade, so that unknown days are referred; the books only count.
            var units = holding.Units with { Lot = holding.Units.Lot.Dated(null, null) };
            Opening.Add(holding with { Status = status, Units = units });
            _units.Add(Opening[Opening.Count - 1]);
            if (status.IsFinal())
            {
                _ended.Add(holding);
            }
            else
            {
                Open(holding.Account, units, status, opening);
                if (difference is { StatedStatus: StatedStatus.Held } && (difference.StatedAccount ?? holding.Account) == holding.Account)
                {
                    var key = (holding.Account, units.Lot.Kind.Name);
                    _doubtful[key] = units.Tonnes + (_doubtful.TryGetValue(key, out var more) ? more : 0);
                }
            }
        }
    }

    internal LedgerState Ledger { get; } = new();

    /// <summary>The opening holdings in these books, in order of blocks.</summary>
    internal List<SessionHolding> Opening { get; } = [];

    internal long Free(string account, string kind) => Ledger.BalanceOf(account, kind).Free;

    internal long Banked(string account, string kind) => Ledger.BalanceOf(account, kind).Banked;

    /// <summary>What is left of an account's registry balance to sell. Units that the registry shows as held by it count even if something else about them is in doubt: they cannot be sold, but offering them is not a breach.</summary>
    internal long Balance(string account, string kind)
    {
        var balance = Ledger.BalanceOf(account, kind);
        return balance.AtRegistry - balance.OnSale + (_doubtful.TryGetValue((account, kind), out var doubtful) ? doubtful : 0);
    }

    /// <summary>What setting aside the units of a trade would do; changes nothing.</summary>
    internal (Decision Decision, LedgerCommand Command) TrySetAside(SessionTrade trade)
    {
        var asked = Reserve(trade, ShadowAccount.Free);
        if (asked.Decision.Refusal is not { Code: RefusalCode.Elsewhere, Place: ShadowAccount.Banked })
        {
            return asked;
        }

        // A block that is partly banked and partly free is refused as banked, not as free.
        var banked = Reserve(trade, ShadowAccount.Banked);
        return banked.Decision.Refusal is { Code: RefusalCode.Elsewhere, Place: ShadowAccount.Free } ? asked : banked;
    }

    /// <summary>Sets aside the units of a trade with the seller, as <see cref="TrySetAside"/> predicted.</summary>
    internal void SetAside((Decision Decision, LedgerCommand Command) asked, SessionTrade trade, IReadOnlyList<Parcel> units)
    {
        Apply(asked);
        Note(units, trade.Seller, ShadowAccount.Reserved);
    }

    /// <summary>Gives the units of a trade to its buyer.</summary>
    internal void Deliver((Decision Decision, LedgerCommand Command) asked, SessionTrade trade, IReadOnlyList<Parcel> units)
    {
        Apply(asked);
        Do(new TransferUnits(NextKey(), trade.At, trade.Seller, trade.Buyer, new ReservedUnits(ReservationOf(trade))));
        Note(units, trade.Buyer, ShadowAccount.Free);
    }

    /// <summary>The whole runs that share units with a block, in order of numbers.</summary>
    internal IEnumerable<SessionHolding> Within(SerialBlock block) => _units.Within(block);

    /// <summary>The first units of a block that had ended before the session, or null.</summary>
    internal SessionHolding? FindEnded(SerialBlock block) => Within(block).FirstOrDefault(h => h.Status.IsFinal());

    /// <summary>The units of a block that the books list first: by account, then in the order in which the account got them; ended ones last.</summary>
    internal SessionHolding? FirstOf(SerialBlock block)
    {
        SessionHolding? first = null;
        foreach (var units in Within(block))
        {
            first = first is null || GoesBefore(units, first) ? units : first;
        }

        return first;
    }

    /// <summary>Every run now, ended ones included.</summary>
    internal IEnumerable<SessionHolding> Now() => Ledger.Accounts
        .SelectMany(a => Ledger.View(a)!.Holdings.Select(h => new SessionHolding(a, h.Units, h.Place)))
        .Concat(_ended);

    private void Apply((Decision Decision, LedgerCommand Command) asked)
    {
        if (asked.Decision.EntryAt(Ledger.Position + 1, asked.Command) is { } entry)
        {
            Ledger.Apply(entry);
        }
    }

    private void Note(IReadOnlyList<Parcel> units, string account, ShadowAccount status)
    {
        foreach (var parcel in units)
        {
            _units.Move(parcel, account, status);
        }
    }

    private bool GoesBefore(SessionHolding one, SessionHolding other)
    {
        if (one.Status.IsFinal() || other.Status.IsFinal())
        {
            return !one.Status.IsFinal();
        }

        var order = string.CompareOrdinal(one.Account, other.Account);
        order = order != 0 ? order : (one.Status == ShadowAccount.Reserved).CompareTo(other.Status == ShadowAccount.Reserved);
        order = order != 0 ? order : OrderOf(one).CompareTo(OrderOf(other));
        return order != 0 ? order < 0 : one.Status < other.Status;
    }

    private int OrderOf(SessionHolding units) => Ledger.ArrivalOf(units.Account, units.Units.Lot)!.Value;

    private (Decision Decision, LedgerCommand Command) Reserve(SessionTrade trade, ShadowAccount from)
    {
        UnitSelection units = trade.Block is { } block
            ? new ChosenUnits(block) { From = from }
            : new OldestUnits(trade.Kind, trade.Tonnes) { Vintage = trade.Vintage };
        var command = new ReserveUnits(NextKey(), trade.At, trade.Seller, ReservationOf(trade), units, ReservationPurpose.Sale);
        var decision = Ledger.Decide(Policy, command);

        // The judge compares the trade with the balance itself. For chosen blocks within the balance it needs to know what is wrong.
        return decision.Refusal is { Code: RefusalCode.Oversell } && (trade.Block is not null || trade.Tonnes <= Balance(trade.Seller, trade.Kind))
            ? (Ledger.Decide(Policy, command with { Purpose = ReservationPurpose.Other }), command)
            : (decision, command);
    }

    private void Open(string account, Parcel units, ShadowAccount status, Instant at)
    {
        var chosen = new ChosenUnits(units.Block);
        Do(new ReceiveUnits(NextKey(), at, account, units) { Into = status == ShadowAccount.Pending ? status : ShadowAccount.Free });
        LedgerCommand? next = status switch
        {
            ShadowAccount.Free or ShadowAccount.Pending => null,
            ShadowAccount.Reserved => new ReserveUnits(NextKey(), at, account, "opening " + _commands.ToString(CultureInfo.InvariantCulture), chosen, ReservationPurpose.Other),
            ShadowAccount.Banked => new BankUnits(NextKey(), at, account, chosen),
            ShadowAccount.Buffered => new BufferUnits(NextKey(), at, account, chosen),
            _ => new AssignUnits(NextKey(), at, account, chosen, status),
        };
        if (next is not null)
        {
            Do(next);
        }
    }

    private void Do(LedgerCommand command)
    {
        var decision = Ledger.Decide(Policy, command);
        if (decision.Refusal is { } no)
        {
            throw new InvalidOperationException($"The ledger refused what a checked session gave it: {no} This is a fault of the SDK; please report it.");
        }

        Apply((decision, command));
    }

    private string NextKey() => (++_commands).ToString(CultureInfo.InvariantCulture);

    private static string ReservationOf(SessionTrade trade) => "trade " + trade.Id;
}
