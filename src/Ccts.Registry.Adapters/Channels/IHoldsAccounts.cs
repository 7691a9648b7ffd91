using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A channel that says whose holdings it reads. A watch then compares no account that was not read: it would take all of it for ghost credits.</summary>
/// <remarks>Beside <see cref="IRegistryChannel"/>; implementations are thread-safe.</remarks>
public interface IHoldsAccounts
{
    /// <summary>The accounts at the registry that <see cref="IRegistryChannel.ReadHoldingsAsync"/> reads.</summary>
    IReadOnlyList<string> Accounts { get; }
}
