namespace Ccts.Registry.Adapters.Exports;

/// <summary>What made the choice of a format.</summary>
public enum ExportChoice
{
    /// <summary>The caller named the format.</summary>
    Named,

    /// <summary>The headers, among the formats of a registry that the caller named.</summary>
    Registry,

    /// <summary>The headers alone.</summary>
    Headers,

    /// <summary>It is the caller's own side, which is never taken for a registry's export.</summary>
    Ledger,
}
