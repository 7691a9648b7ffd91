namespace Ccts.Registry.Adapters.Serials;

/// <summary>How well a grammar is known.</summary>
public enum GrammarStatus
{
    /// <summary>Checked against published serials and the registry's own columns.</summary>
    Measured,

    /// <summary>Stated in a document of the registry or standard.</summary>
    Documented,

    /// <summary>Seen in use; no registry document is known.</summary>
    Observed,

    /// <summary>A placeholder because no format is published. Every reading carries a warning, and a host should replace the grammar.</summary>
    Provisional,
}
