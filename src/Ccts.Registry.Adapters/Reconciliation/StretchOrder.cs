using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Sorts the stretches of a sweep by number, side, class and row, and keeps as few of them as possible.</summary>
internal sealed class StretchOrder(ClaimList local, ClaimList registry) : IStretchSink
{
    private const int Few = 1024;

    private readonly List<Stretch> _held = [];
    private int _enough = Few;

    /// <summary>Whether it is time to release stretches.</summary>
    internal bool IsFull => _held.Count >= _enough;

    public void Take(in Stretch stretch) => _held.Add(stretch);

    /// <summary>Returns, in order, the stretches that start before the number; all when there is none.</summary>
    internal ToldStretch[] Release(ulong? before)
    {
        _held.Sort(Compare);
        var count = _held.Count;
        if (before is { } first)
        {
            count = 0;
            while (count < _held.Count && _held[count].From < first)
            {
                count++;
            }
        }

        var told = new ToldStretch[count];
        for (var i = 0; i < count; i++)
        {
            var stretch = _held[i];
            told[i] = new ToldStretch(stretch, Claim(stretch.Side, stretch.Claim), stretch.Other < 0 ? null : Claim(stretch.FacesOther ? StatementSide.Registry : stretch.Side, stretch.Other));
        }

        _held.RemoveRange(0, count);
        _enough = Math.Max(Few, 2 * _held.Count);
        return told;
    }

    private Claim Claim(StatementSide side, int at) => (side == StatementSide.Local ? local : registry).Sorted()[at];

    private int Compare(Stretch a, Stretch b)
    {
        var order = a.From.CompareTo(b.From);
        order = order != 0 ? order : a.Side.CompareTo(b.Side);
        order = order != 0 ? order : a.Class.CompareTo(b.Class);
        if (order != 0)
        {
            return order;
        }

        var (one, other) = (Claim(a.Side, a.Claim), Claim(b.Side, b.Claim));
        order = one.File.CompareTo(other.File);
        return order != 0 ? order : one.Line.CompareTo(other.Line);
    }
}
