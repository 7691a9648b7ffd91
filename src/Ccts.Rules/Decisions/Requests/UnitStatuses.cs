using Ccts.Sdk.Ledger;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>The vocabulary's words for places in the ledger.</summary>
internal static class UnitStatuses
{
    internal static string Of(ShadowAccount place) => place switch
    {
        ShadowAccount.Free or ShadowAccount.Banked => "active",
        ShadowAccount.Reserved or ShadowAccount.Pledged => "reserved",
        ShadowAccount.Pending or ShadowAccount.Quarantined or ShadowAccount.Buffered => "suspended",

        // For ended units the vocabulary has the ledger's words.
        ShadowAccount.Surrendered or ShadowAccount.Retired or ShadowAccount.Expired => place.ToString().ToLowerInvariant(),
        _ => "cancelled",
    };
}
