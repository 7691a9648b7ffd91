using System.Collections.Generic;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>Numbers on which ledger and registry differ.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Class">How they differ.</param>
/// <param name="Registry">The registry.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Range">The numbers; null where they are not numbered.</param>
/// <param name="LocalTonnes">Tonnes of the ledger.</param>
/// <param name="RegistryTonnes">Tonnes of the registry.</param>
/// <param name="Account">The account at the registry; null where a watch does not distinguish accounts. Units in the wrong one differ twice: missing in one, unknown in the other.</param>
public sealed record RegistryDifference(
    ReconciliationClass Class, string Registry, string Scope, BlockRange? Range, decimal LocalTonnes, decimal RegistryTonnes, string? Account = null)
{
    /// <summary>Whether the ledger claims units that the registry does not have, or not in this account: a ghost credit.</summary>
    public bool IsGhost => Class == ReconciliationClass.MissingAtRegistry;
}

/// <summary>Something a watch has seen begin or end.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Difference">The difference.</param>
/// <param name="At">When it was reported.</param>
/// <param name="IsRaised">Whether the difference begins; false when it is resolved.</param>
/// <param name="Quarantined">Blocks that were put into quarantine for it, or released. Empty where the ledger does not let them move: units reserved or pledged when the difference begins, units that a pause or a freeze keeps when it ends. Each look tries again.</param>
public sealed record RegistryWatchEvent(RegistryDifference Difference, Instant At, bool IsRaised, IReadOnlyList<SerialBlock> Quarantined);

/// <summary>The ledger's claims compared with the registry's confirmed units at one moment.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the same list objects.</remarks>
/// <param name="Registry">The registry.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="ClaimedTonnes">What the ledger claims, without units for which an instruction is on its way; includes units reserved for a sale.</param>
/// <param name="ConfirmedTonnes">What of that the registry shows.</param>
/// <param name="InFlightTonnes">Units that an instruction or a doubt holds: claimed on neither side until the registry has answered.</param>
/// <param name="Differences">Every difference, whether or not it has lasted long enough to be raised.</param>
/// <param name="Problems">Inconsistencies in the registry's pages. With any, no difference is raised or cleared.</param>
public sealed record RegistryWatchReport(
    string Registry, Instant At, decimal ClaimedTonnes, decimal ConfirmedTonnes, decimal InFlightTonnes, IReadOnlyList<RegistryDifference> Differences, IReadOnlyList<Problem> Problems)
{
    /// <summary>The time of the registry's statement; null where the registry was read live.</summary>
    public Instant? HoldingsAsOf { get; init; }

    /// <summary>Units that the watch holds in quarantine, including those that the registry shows again but a pause or a freeze still keeps there.</summary>
    public decimal QuarantinedTonnes { get; init; }

    /// <summary>Whether the registry was read whole.</summary>
    public bool IsComplete => Problems.Count == 0;

    /// <summary>The report as JSON, stable: registry, moment, tonnes claimed, confirmed and on their way, and every difference.</summary>
    public string ToJson() => WatchReportText.Write(this);
}
