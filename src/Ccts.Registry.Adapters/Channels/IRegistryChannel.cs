using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A registry that accepts instructions and can be asked about their outcome. <see cref="IRegistryAdapter"/> only reads and drafts.</summary>
/// <remarks>
/// <para>Implementations are thread-safe and send at most one request for each call: the outbox decides whether to repeat.</para>
/// <para>Whatever a registry or the network does is an outcome, not an exception. Only cancellation by the caller and faults of the host's
/// configuration throw. No outcome, reason or exception holds a secret.</para>
/// <para><c>Ccts.Registry.Testing</c> tests a channel for all of this.</para>
/// </remarks>
public interface IRegistryChannel
{
    /// <summary>The registry's id, e.g. <c>icm</c>: lower case, digits and hyphens.</summary>
    string Registry { get; }

    /// <summary>What is known about the registry, with its source.</summary>
    RegistryTraits Traits { get; }

    /// <summary>Sends one instruction, once. Cancelled, it may have taken effect or not.</summary>
    Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default);

    /// <summary>Asks where the numbers of an instruction are now and, if the registry can answer that, for its outcome.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="reference">The registry's own name for it, if it gave one.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default);

    /// <summary>Asks a harmless question: confirmed if the registry answers as it should.</summary>
    Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// What the host's accounts hold now, page by page. A total that does not add up, an ignored filter, a repeated page:
    /// each is a row with a problem.
    /// </summary>
    IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default);
}
