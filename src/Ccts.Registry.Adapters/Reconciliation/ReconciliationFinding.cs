using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Tonnes of one class, with the rows they rest on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Class">The class.</param>
/// <param name="Registry">The registry's id.</param>
/// <param name="Scope">The scope within which the numbers are unique; without numbers, the canonical serial or the project.</param>
/// <param name="Range">The exact numbers; null where the units are not numbered.</param>
/// <param name="LocalTonnes">Tonnes of the ledger in this finding.</param>
/// <param name="RegistryTonnes">Tonnes of the registry in this finding.</param>
/// <param name="Local">The ledger's row, or null.</param>
/// <param name="AtRegistry">The registry's row, or null.</param>
/// <param name="Within">For overlap and containment: the row of the same side that counts instead.</param>
public sealed record ReconciliationFinding(
    ReconciliationClass Class,
    string Registry,
    string Scope,
    BlockRange? Range,
    decimal LocalTonnes,
    decimal RegistryTonnes,
    EntryPlace? Local,
    EntryPlace? AtRegistry,
    EntryPlace? Within = null);
