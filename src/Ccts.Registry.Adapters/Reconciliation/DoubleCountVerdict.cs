namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>What the evidence amounts to.</summary>
public enum DoubleCountVerdict
{
    /// <summary>The same tonnes are alive twice.</summary>
    DoubleCount,

    /// <summary>The tonnes left one registry and continue in the other: not a double count.</summary>
    Conversion,

    /// <summary>The same project without evidence of the same units: worth a look.</summary>
    SameProject,

    /// <summary>A row without numbers occurs twice: the same tonnes twice, or two similar events. Nothing shows which.</summary>
    SameRow,
}
