using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>When two states of the same unit are compatible.</summary>
internal static class UnitStates
{
    internal static ReconciliationClass Compare(UnitState local, UnitState registry)
    {
        if (local == UnitState.Unknown || registry == UnitState.Unknown)
        {
            return ReconciliationClass.Unparsable;
        }

        if (Agree(local, registry))
        {
            return ReconciliationClass.Matched;
        }

        return local == UnitState.Converted || registry == UnitState.Converted ? ReconciliationClass.ConversionLink : ReconciliationClass.StateMismatch;
    }

    internal static bool Agree(UnitState one, UnitState other) =>
        (one == other && one != UnitState.Unknown) || (IsUsable(one) && IsUsable(other)) || IsEither(one, other) || IsEither(other, one);

    // A unit that is only "issued" is held by somebody.
    private static bool IsUsable(UnitState state) => state is UnitState.Issued or UnitState.Held;

    private static bool IsEither(UnitState vague, UnitState exact) =>
        vague == UnitState.RetiredOrCancelled && exact is (UnitState.Retired or UnitState.Cancelled);
}
