namespace Ccts.Sdk.Ledger;

/// <summary>What one account has of one kind of units, in tonnes.</summary>
/// <param name="Free">At its disposal.</param>
/// <param name="Banked">Kept for a later compliance year (GEI Rules r.5(4)).</param>
/// <param name="AtRegistry">In its name at the registry: free, reserved, banked and pledged.</param>
/// <param name="OnSale">Reserved for sales that are open.</param>
public readonly record struct KindBalance(long Free, long Banked, long AtRegistry, long OnSale);
