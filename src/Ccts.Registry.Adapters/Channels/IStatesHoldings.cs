using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// A channel that reads a registry's statement of a past moment instead of its present state. A watch then leaves out what the ledger has moved since, and counts each statement once:
/// otherwise everything bought since the last statement would look like ghost credits.
/// </summary>
/// <remarks>In addition to <see cref="IRegistryChannel"/>; implementations are thread-safe.</remarks>
public interface IStatesHoldings
{
    /// <summary>The moment of the statement that <see cref="IRegistryChannel.ReadHoldingsAsync"/> reads now; null if there is none.</summary>
    Instant? HoldingsAsOf { get; }
}
