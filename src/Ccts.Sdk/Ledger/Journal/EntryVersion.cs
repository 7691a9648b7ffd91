namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Versions of entries, one after the other. An entry has the first that can say it, so that older readers go as far as they can.</summary>
internal enum EntryVersion
{
    /// <summary>Everything but what later versions add.</summary>
    First = 1,

    /// <summary>Keys that are forgotten.</summary>
    Forgetting,

    /// <summary>Pauses that have a holder.</summary>
    Holding,

    /// <summary>Instructions to a registry.</summary>
    Instructing,

    /// <summary>Days of lots, the refusals that rest on them, and units that come in as they stood elsewhere.</summary>
    Dated,
}
