using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>What to do with units.</summary>
public enum InstructionKind
{
    /// <summary>To another account.</summary>
    Transfer,

    /// <summary>Use up. Cannot be undone.</summary>
    Retire,

    /// <summary>Take out of circulation. Cannot be undone.</summary>
    Cancel,
}

/// <summary>An instruction to a registry, before anyone has filed it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegistryInstruction
{
    /// <summary>What to do.</summary>
    public required InstructionKind Kind { get; init; }

    /// <summary>The units, by their serial.</summary>
    public required SerialReading Units { get; init; }

    /// <summary>The account they are in.</summary>
    public required string FromAccount { get; init; }

    /// <summary>The account they go to; for a transfer only.</summary>
    public string? ToAccount { get; init; }

    /// <summary>For whom they are retired, or null.</summary>
    public string? Beneficiary { get; init; }

    /// <summary>Why, in words, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>The host's own key: the same instruction drafted twice has the same key, so that it is filed once.</summary>
    public required string Reference { get; init; }
}

/// <summary>An instruction as a document for a person to file.</summary>
/// <remarks>Immutable and thread-safe. The same instruction gives the same text.</remarks>
/// <param name="FileName">A name made of the kind and the reference.</param>
/// <param name="MediaType">What the text is.</param>
/// <param name="Text">The document.</param>
public sealed record InstructionDocument(string FileName, string MediaType, string Text);
