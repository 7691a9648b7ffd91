namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Whose statement it is.</summary>
public enum StatementSide
{
    /// <summary>The host's own ledger.</summary>
    Local,

    /// <summary>The registry.</summary>
    Registry,
}
