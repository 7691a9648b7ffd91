using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// Numbers of one partition with one class, resting on claims by their place in the sorted lists. <paramref name="Other"/> is a claim of the
/// other side for what faces it, a claim of the same side that counts instead for overlap and containment, and -1 for none.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(ulong From, ulong To, ReconciliationClass Class, StatementSide Side, int Claim, int Other, bool IsLoss = false)
{
    /// <summary>Whether this one stretch reports the tonnes of both sides.</summary>
    internal bool FacesOther => Other >= 0 && !IsLoss;

    internal bool Continues(in Stretch next) => To + 1 == next.From && Class == next.Class && Other == next.Other;
}
