using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Claims set aside because too many overlap on the same number, the best first.</summary>
internal sealed class WaitingClaims(Claim[] claims)
{
    private SortedSet<Waiting>? _byRank;

    /// <summary>A number before which no claim here began to wait; null when none waits.</summary>
    internal ulong? Since { get; private set; }

    internal void Add(int claim, ulong from, int within)
    {
        _byRank ??= new SortedSet<Waiting>(Comparer<Waiting>.Create(BestFirst));
        Since ??= from;
        _byRank.Add(new Waiting(claim, from, within));
    }

    internal bool TryTakeBest(out Waiting best)
    {
        if (_byRank is not { Count: > 0 })
        {
            best = default;
            return false;
        }

        best = _byRank.Min;
        _byRank.Remove(best);
        if (_byRank.Count == 0)
        {
            Since = null;
        }

        return true;
    }

    private int BestFirst(Waiting a, Waiting b) =>
        claims[a.Claim].Beats(claims[b.Claim]) ? -1 : claims[b.Claim].Beats(claims[a.Claim]) ? 1 : a.Claim.CompareTo(b.Claim);

    /// <summary>A claim, the number since which it waits, and the claim that counted instead.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Waiting(int Claim, ulong From, int Within);
}
