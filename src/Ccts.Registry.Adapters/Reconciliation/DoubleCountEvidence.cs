using System;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The evidence that two rows are about the same tonnes, as flags. The verdict follows from them alone, never from the parties.</summary>
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

    /// <summary>Two rows without numbers agree in everything that is read from them.</summary>
    SameRow = 64,
}
