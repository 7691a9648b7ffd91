using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// What a row claims, packed to 32 bytes so that millions fit in memory: numbers below 2^64 of one partition, state, day, and the
/// row's place. The text is not kept; the line number finds it again.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Claim
{
    internal const int NoDay = int.MinValue;

    private const byte QuantityFault = 1;
    private const byte Doubtful = 2;
    private const byte Later = 4;
    private const byte StateAlone = 8;

    internal Claim(ulong start, ulong end, UnitState state, int day, ushort file, int line, bool hasQuantityFault, bool isDoubtful = false, uint mark = 0, bool endsLater = false, bool isStateAlone = false)
    {
        Start = start;
        End = end;
        State = state;
        Day = day;
        File = file;
        Line = line;
        Mark = mark;
        _flags = (byte)((hasQuantityFault ? QuantityFault : 0) | (isDoubtful || state == UnitState.Unknown ? Doubtful : 0) | (endsLater ? Later : 0) | (isStateAlone ? StateAlone : 0));
    }

    internal ulong Start { get; }

    internal ulong End { get; }

    internal int Day { get; }

    internal int Line { get; }

    /// <summary>A digest of what the serial says apart from its numbers, <see cref="StatementEntry.SerialMark"/>.</summary>
    internal uint Mark { get; }

    internal ushort File { get; }

    private readonly byte _state;
    private readonly byte _flags;

    internal UnitState State
    {
        get => (UnitState)_state;
        private init => _state = (byte)value;
    }

    internal bool HasQuantityFault => (_flags & QuantityFault) != 0;

    /// <summary>Whether a cell with the quantity, the state or the date of the units could not be read.</summary>
    internal bool IsDoubtful => (_flags & Doubtful) != 0;

    /// <summary>Whether the row says only that its units ended on a later day. It is compared with what the other side has, and is ignored where the other side has nothing.</summary>
    internal bool EndsLater => (_flags & Later) != 0;

    /// <summary>Whether the row is of a registry's list of what its units are now, which has no day on which they became so.</summary>
    internal bool IsStateAlone => (_flags & StateAlone) != 0;

    /// <summary>How much the state says: nothing of this day, nothing beyond being issued, being there, being used up.</summary>
    internal int Rank => EndsLater ? -1 : State == UnitState.Issued ? 0 : State is UnitState.Held or UnitState.Buffer or UnitState.Unknown ? 1 : 2;

    /// <summary>By start, the larger first, then by place.</summary>
    internal static int Compare(Claim left, Claim right)
    {
        var order = left.Start.CompareTo(right.Start);
        order = order != 0 ? order : right.End.CompareTo(left.End);
        order = order != 0 ? order : left.File.CompareTo(right.File);
        return order != 0 ? order : left.Line.CompareTo(right.Line);
    }

    /// <summary>Whether this row decides the state of a unit that both rows claim: the one that says more wins, then the later date, then the earlier place in the file.</summary>
    internal bool Beats(in Claim other)
    {
        if (Rank != other.Rank)
        {
            return Rank > other.Rank;
        }

        return Day != other.Day ? Day > other.Day : File != other.File ? File < other.File : Line < other.Line;
    }

    /// <summary>Whether a row that lost is no double count: a batch and its part, an earlier and a later state, or what a registry's list says of units beside the day on which another says that it happened.</summary>
    internal bool IsPrecededLegitimatelyBy(in Claim lost) =>
        (lost.Rank == 0 && Rank > 0) || (lost.Rank == 1 && Rank == 2 && lost.State != UnitState.Unknown && lost.Day != NoDay && Day != NoDay && lost.Day <= Day)
        || (lost.IsStateAlone && !IsStateAlone && Day != NoDay && lost.State == State && !SerialMark.Differ(lost.Mark, Mark));
}
