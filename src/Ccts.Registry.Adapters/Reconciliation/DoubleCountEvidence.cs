using System;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>What speaks for two rows being about the same tonnes. Flags; the verdict follows from them alone, never from who is concerned.</summary>
[Flags]
public enum DoubleCountEvidence
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The two projects are stated to be the same.</summary>
    SameProject = 1,

    /// <summary>Both rows have the same quantity.</summary>
    SameQuantity = 2,

    /// <summary>Both rows have the same vintage year.</summary>
    SameVintage = 4,

    /// <summary>One of the rows says its units are cancelled or converted.</summary>
    CancelledAtSource = 8,

    /// <summary>A serial says that its units come from the other registry.</summary>
    ConversionMark = 16,

    /// <summary>The same numbers of the same registry and scope.</summary>
    SameUnits = 32,

    /// <summary>Two rows without numbers are the same in everything that is read of them.</summary>
    SameRow = 64,
}
