using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>A registry as this package sees it: what it can do, what it states, and the instructions drafted for it.</summary>
/// <remarks>
/// Implementations are thread-safe. Reading yields problems as rows, never as exceptions, except for files that cannot be opened and exports
/// of no known format. What an adapter cannot do yields no rows or is rejected with <c>not-supported</c>. <c>docs/writing-an-adapter.md</c>
/// has an example, <see cref="AdapterConformance"/> the checks.
/// </remarks>
public interface IRegistryAdapter
{
    /// <summary>The registry's id, e.g. <c>verra</c>: lower case, digits and hyphens.</summary>
    string Registry { get; }

    /// <summary>What the adapter can do.</summary>
    RegistryCapabilities Capabilities { get; }

    /// <summary>What the host's accounts hold now.</summary>
    IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Issuances, retirements, cancellations.</summary>
    IAsyncEnumerable<ExportRow> ReadStatementsAsync(CancellationToken cancellationToken = default);

    /// <summary>What became of these numbers.</summary>
    Task<RegistryOutcome<BlockStatus>> QueryAsync(SerialBlock block, CancellationToken cancellationToken = default);

    /// <summary>The instruction as a document; nothing is sent.</summary>
    RegistryOutcome<InstructionDocument> Draft(RegistryInstruction instruction);
}
