using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// A channel that reads holdings as a registry has stated them at some moment, and not as they are. A watch then compares nothing that the ledger has moved since, and counts each statement once:
/// otherwise it would take everything that was bought since the last statement for ghost credits.
/// </summary>
/// <remarks>Beside <see cref="IRegistryChannel"/>; implementations are thread-safe.</remarks>
public interface IStatesHoldings
{
    /// <summary>Of which moment the statement is that <see cref="IRegistryChannel.ReadHoldingsAsync"/> reads now; null where there is none.</summary>
    Instant? HoldingsAsOf { get; }
}
