namespace Ccts.Rules.Engines;

/// <summary>The ways to decide. All give the same answers; they differ in speed and in where they run.</summary>
public enum EngineKind
{
    /// <summary>The fastest that runs here: columnar for batches; for single cases fused where code can be generated, else tables.</summary>
    Automatic,

    /// <summary>The reference: rules read one after the other. For comparison; it allocates.</summary>
    Interpreted,

    /// <summary>Prepared tables, one search for each fact. Runs everywhere, also under Native AOT and on .NET Framework.</summary>
    Table,

    /// <summary>One method generated for the rules of a purpose. Needs a runtime that generates code.</summary>
    Fused,

    /// <summary>Column by column over many cases at once, in vectors. Runs everywhere.</summary>
    Columnar,

    /// <summary>NRules, for hosts whose own rules run there too: <c>AddCctsNRules()</c> of <c>Ccts.Rules.NRules</c>. Whole requests only, by
    /// <see cref="IDecider"/>; it has no frames and batches. Needs a runtime that generates code.</summary>
    NRules,
}
