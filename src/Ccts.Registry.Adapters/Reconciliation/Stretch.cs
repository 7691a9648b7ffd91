using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// Numbers of one partition with one class. <paramref name="Other"/> is the other side's row for what faces it, and the row of the same
/// side that counts instead for overlap and containment.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(ulong From, ulong To, ReconciliationClass Class, StatementSide Side, Claim Claim, Claim? Other)
{
    internal bool IsLoss => Class is ReconciliationClass.Overlap or ReconciliationClass.Contained;

    internal decimal Tonnes => (decimal)(To - From) + 1;

    internal bool Continues(in Stretch next) =>
        To + 1 == next.From && Class == next.Class && Row(Other) == Row(next.Other);

    internal Stretch Until(ulong to) => this with { To = to };

    private static (ushort, int) Row(Claim? claim) => claim is { } c ? (c.File, c.Line) : ((ushort)0, -1);
}

/// <summary>A claim the sweep is inside of, with the stretch told of it so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenClaim(Claim Claim, Stretch? Stretch = null);
