using System;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// The claims of one side that cover the sweep's current number; rarely more than two. Beyond <see cref="Most"/>, those that say least are set aside until
/// there is room. The best are always open, so a claim that decides is never set aside, and a sweep stays nearly linear however many claims overlap.
/// </summary>
internal sealed class OpenClaims<TSink>(StatementSide side, Claim[] claims, int count, TSink sink)
    where TSink : IStretchSink
{
    /// <summary>How many rows of one side on the same number are compared with each other; the rest are overlaps.</summary>
    internal const int Most = 16;

    private readonly OpenClaim[] _items = new OpenClaim[Most];
    private readonly WaitingClaims _waiting = new(claims);
    private int _next;

    internal int Count { get; private set; }

    /// <summary>Whether every claim has been opened.</summary>
    internal bool IsAtEnd => _next == count;

    /// <summary>The start of the next claim; the largest number after the last claim.</summary>
    internal ulong NextStart => _next < count ? claims[_next].Start : ulong.MaxValue;

    internal ref OpenClaim this[int at] => ref _items[at];

    internal ref readonly Claim ClaimOf(int at) => ref claims[at];

    /// <summary>Opens the claims that start here.</summary>
    internal void OpenAt(ulong at)
    {
        for (; _next < count && claims[_next].Start == at; _next++)
        {
            if (Count < Most)
            {
                _items[Count++] = new OpenClaim { Claim = _next, End = claims[_next].End };
            }
            else
            {
                SetAside(_next, at);
            }
        }
    }

    /// <summary>The last number until which nothing changes on this side.</summary>
    internal ulong LastUnchanged()
    {
        var last = _next < count ? claims[_next].Start - 1 : ulong.MaxValue;
        for (var i = 0; i < Count; i++)
        {
            last = Math.Min(last, _items[i].End);
        }

        return last;
    }

    /// <summary>The open claim that decides, or -1.</summary>
    internal int Winner()
    {
        var winner = Count - 1;
        for (var i = winner - 1; i >= 0; i--)
        {
            winner = claims[_items[i].Claim].Beats(claims[_items[winner].Claim]) ? i : winner;
        }

        return winner;
    }

    /// <summary>Adds a stretch to what is reported about an open claim.</summary>
    internal void Extend(int at, in Stretch next)
    {
        ref var open = ref _items[at];
        if (open.HasStretch && open.Stretch.Continues(next))
        {
            open.Stretch = open.Stretch with { To = next.To };
            return;
        }

        Tell(at);
        open.Stretch = next;
        open.HasStretch = true;
    }

    /// <summary>Reports what is known of an open claim.</summary>
    internal void Tell(int at)
    {
        ref var open = ref _items[at];
        if (open.HasStretch)
        {
            sink.Take(open.Stretch);
            open.HasStretch = false;
        }
    }

    /// <summary>Closes the claims that end here, and opens the best of those set aside instead.</summary>
    internal void CloseAt(ulong last)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_items[i].End == last)
            {
                Tell(i);
                Count--;
                Array.Copy(_items, i + 1, _items, i, Count - i);
            }
        }

        while (Count < Most && _waiting.TryTakeBest(out var back))
        {
            var end = claims[back.Claim].End;
            sink.Take(new Stretch(back.From, Math.Min(end, last), ReconciliationClass.Overlap, side, back.Claim, back.Within, IsLoss: true));
            if (end > last)
            {
                _items[Count++] = new OpenClaim { Claim = back.Claim, End = end };
            }
        }
    }

    /// <summary>The start of the earliest stretch not reported yet, if any.</summary>
    internal ulong? FirstUntold()
    {
        var first = _waiting.Since;
        for (var i = 0; i < Count; i++)
        {
            first = _items[i].HasStretch && !(first < _items[i].Stretch.From) ? _items[i].Stretch.From : first;
        }

        return first;
    }

    private void SetAside(int claim, ulong at)
    {
        var least = 0;
        for (var i = 1; i < Count; i++)
        {
            least = claims[_items[least].Claim].Beats(claims[_items[i].Claim]) ? i : least;
        }

        var aside = claim;
        if (claims[claim].Beats(claims[_items[least].Claim]))
        {
            Tell(least);
            aside = _items[least].Claim;
            _items[least] = new OpenClaim { Claim = claim, End = claims[claim].End };
        }

        _waiting.Add(aside, at, _items[Winner()].Claim);
    }

    /// <summary>A claim, and the stretch of it reported so far.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct OpenClaim
    {
        internal int Claim;
        internal ulong End;
        internal bool HasStretch;
        internal Stretch Stretch;
    }
}
