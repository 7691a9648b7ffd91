using System;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The claims of one side, sorted on demand. Claims that arrive in order, as in most exports, are never sorted.</summary>
internal sealed class ClaimList
{
    private Claim[] _claims = [];
    private int _count;
    private bool _isSorted = true;

    internal int Count => _count;

    internal void Add(Claim claim)
    {
        if (_count == _claims.Length)
        {
            // Grows by a quarter each time: millions of claims must not take twice their size.
            Array.Resize(ref _claims, _count + Math.Max(4, _count / 4));
        }

        _isSorted = _isSorted && (_count == 0 || Claim.Compare(_claims[_count - 1], claim) <= 0);
        _claims[_count++] = claim;
    }

    /// <summary>The claims in order, in an array that may be longer than <see cref="Count"/>.</summary>
    internal Claim[] Sorted()
    {
        Sort();
        return _claims;
    }

    internal void Sort()
    {
        if (!_isSorted)
        {
            ClaimOrder.Sort(_claims, _count);
            _isSorted = true;
        }
    }
}
