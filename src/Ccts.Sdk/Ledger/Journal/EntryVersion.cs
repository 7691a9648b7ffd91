namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Versions of entries, in order. An entry has the lowest version that can express it, so that older readers can read as far as possible.</summary>
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

    /// <summary>Days of lots, the refusals about them, and units that come in with the place they had elsewhere.</summary>
    Dated,
}
