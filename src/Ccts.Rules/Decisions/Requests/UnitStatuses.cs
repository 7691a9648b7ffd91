using Ccts.Sdk.Ledger;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>What the vocabulary calls where units stand in the ledger.</summary>
internal static class UnitStatuses
{
    internal static string Of(ShadowAccount place) => place switch
    {
        ShadowAccount.Free or ShadowAccount.Banked => "active",
        ShadowAccount.Reserved or ShadowAccount.Pledged => "reserved",
        ShadowAccount.Pending or ShadowAccount.Quarantined or ShadowAccount.Buffered => "suspended",

        // The vocabulary calls how a unit ended as the ledger does.
        ShadowAccount.Surrendered or ShadowAccount.Retired or ShadowAccount.Expired => place.ToString().ToLowerInvariant(),
        _ => "cancelled",
    };
}
