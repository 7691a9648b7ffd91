using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A channel that says whose holdings it reads, so that a watch does not take an unread account's units for ghost credits.</summary>
/// <remarks>In addition to <see cref="IRegistryChannel"/>; implementations are thread-safe.</remarks>
public interface IHoldsAccounts
{
    /// <summary>The accounts at the registry that <see cref="IRegistryChannel.ReadHoldingsAsync"/> reads.</summary>
    IReadOnlyList<string> Accounts { get; }
}
