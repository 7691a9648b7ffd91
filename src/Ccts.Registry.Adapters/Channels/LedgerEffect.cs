namespace Ccts.Registry.Adapters.Channels;

/// <summary>What the host's ledger holds for an instruction and does once the registry has answered.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Account">The ledger's account that holds the units.</param>
/// <param name="Reservation">Its reservation, without an end, that holds them until the registry has answered.</param>
/// <param name="ToAccount">The ledger's account that receives them; for a transfer only.</param>
public sealed record LedgerEffect(string Account, string Reservation, string? ToAccount = null);
