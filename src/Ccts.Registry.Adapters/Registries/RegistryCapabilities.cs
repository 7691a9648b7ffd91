using System;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>What an adapter can do. It rejects anything else with <c>not-supported</c>; it never guesses.</summary>
[Flags]
public enum RegistryCapabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reads what the host's accounts hold now.</summary>
    Holdings = 1,

    /// <summary>Reads statements: issuances, retirements, cancellations.</summary>
    Statements = 2,

    /// <summary>Says what became of given numbers.</summary>
    QueryBySerial = 4,

    /// <summary>Drafts instructions as documents for a person to file.</summary>
    DraftInstructions = 8,
}
