using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>What a decider finds: an event, a refusal, or a refusal to be written to the journal.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventOrRefusal(LedgerEvent? Event, Refusal? Refusal)
{
    public static implicit operator EventOrRefusal(LedgerEvent happened) => new(happened, null);

    public static implicit operator EventOrRefusal(Refusal no) => new(null, no);
}
