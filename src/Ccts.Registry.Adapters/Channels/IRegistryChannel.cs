using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A registry that takes instructions, and can be asked what became of them. <see cref="IRegistryAdapter"/> only reads and drafts.</summary>
/// <remarks>
/// <para>Implementations are thread-safe and send at most one request for each call: whether to repeat is for the outbox to decide.</para>
/// <para>Nothing a registry or the network does is an exception: it is an outcome. Only cancellation by the caller and faults of the host's
/// configuration throw. No outcome, reason or exception holds a secret.</para>
/// <para><c>Ccts.Registry.Testing</c> holds a channel to all of this.</para>
/// </remarks>
public interface IRegistryChannel
{
    /// <summary>The registry's id, e.g. <c>icm</c>: lower case, digits and hyphens.</summary>
    string Registry { get; }

    /// <summary>What is known of the registry, with its source.</summary>
    RegistryTraits Traits { get; }

    /// <summary>Sends one instruction, once. Cancelled, it may have taken effect or not.</summary>
    Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default);

    /// <summary>Asks where the numbers of an instruction are now, and what became of the instruction where the registry can be asked that.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="reference">The registry's own name for it, where it gave one.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default);

    /// <summary>Asks something harmless: confirmed when the registry answers as it should.</summary>
    Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// What the host's accounts hold now, page by page. A total that does not add up, a filter that did not narrow, a page that came twice:
    /// each is a row with a problem.
    /// </summary>
    IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default);
}
