using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>The partitions one command reads or changes, in ascending order: that of its key, its accounts, and the scope that units enter.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LockSet
{
    private int _a;
    private int _b;
    private int _c;
    private int _d;

    internal static LockSet Of(LedgerState state, LedgerCommand command)
    {
        var key = state.IndexOf(command.Key);
        var account = state.IndexOf(command.Account);
        var set = new LockSet
        {
            _a = key,
            _b = account,
            _c = command.OtherAccount is { } other ? state.IndexOf(other) : account,
            _d = command.Entering is { } units ? state.IndexOfScope(units.Lot.Scope) : account,
        };
        set.Sort();
        return set;
    }

    internal readonly void Enter(LedgerLocks locks)
    {
        locks.Enter(_a);
        EnterIfNew(locks, _a, _b);
        EnterIfNew(locks, _b, _c);
        EnterIfNew(locks, _c, _d);
    }

    internal readonly void Exit(LedgerLocks locks)
    {
        ExitIfNew(locks, _c, _d);
        ExitIfNew(locks, _b, _c);
        ExitIfNew(locks, _a, _b);
        locks.Exit(_a);
    }

    private static void EnterIfNew(LedgerLocks locks, int before, int index)
    {
        if (index != before)
        {
            locks.Enter(index);
        }
    }

    private static void ExitIfNew(LedgerLocks locks, int before, int index)
    {
        if (index != before)
        {
            locks.Exit(index);
        }
    }

    // Five exchanges sort four.
    private void Sort()
    {
        Order(ref _a, ref _b);
        Order(ref _c, ref _d);
        Order(ref _a, ref _c);
        Order(ref _b, ref _d);
        Order(ref _b, ref _c);
    }

    private static void Order(ref int low, ref int high)
    {
        if (high < low)
        {
            (low, high) = (high, low);
        }
    }
}
