using System.Threading;

namespace Ccts.Sdk.Ledger;

/// <summary>One lock for each partition. A caller that needs several takes them in ascending order, so that no two callers wait for each other.</summary>
internal class LedgerLocks
{
    private readonly object[] _locks;

    internal LedgerLocks(int count)
    {
        _locks = new object[count];
        for (var i = 0; i < count; i++)
        {
            _locks[i] = new object();
        }
    }

    internal int Count => _locks.Length;

    internal virtual void Enter(int index) => Monitor.Enter(_locks[index]);

    internal virtual void Exit(int index) => Monitor.Exit(_locks[index]);
}
