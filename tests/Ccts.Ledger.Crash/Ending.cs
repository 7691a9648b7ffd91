using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>How a host ended that another may have replaced. Every ending has a name, and whatever has none is a failure.</summary>
internal enum Ending
{
    /// <summary>It was killed, or stopped and never woken; it has said nothing more.</summary>
    Silent,

    /// <summary>Its outbox or its ledger refused what it wrote, because another owns them: the ending of whoever has something left to do.</summary>
    Fenced,

    /// <summary>It had nothing left to write, sent nothing, and ended in peace.</summary>
    Done,

    /// <summary>It had the outbox's lease and not the ledger yet, which another holds: it did not begin.</summary>
    LedgerHeld,

    /// <summary>A question to its server ran out of time while it was stopped. It wrote nothing more; a host that is run by a worker begins again and waits for the lease.</summary>
    ServerLost,

    /// <summary>Something that nobody has named.</summary>
    Unnamed,
}

/// <summary>Sorts endings by what a host has said last.</summary>
internal static class Endings
{
    internal static Ending Of(IReadOnlyList<string> lines, string errors) =>
        errors.Length > 0 ? Ending.Unnamed
        : lines.Any(l => l.StartsWith("fenced ", StringComparison.Ordinal)) ? Ending.Fenced
        : lines.Any(l => l.StartsWith("held ", StringComparison.Ordinal)) ? Ending.LedgerHeld
        : lines.Any(l => l.StartsWith("lost ", StringComparison.Ordinal)) ? Ending.ServerLost
        : lines.Any(l => l.StartsWith("steps ", StringComparison.Ordinal)) ? Ending.Done
        : Ending.Silent;
}
