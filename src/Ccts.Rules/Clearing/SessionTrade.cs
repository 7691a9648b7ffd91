using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>A trade of a session in the exchange's file.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">The trade's id, unique in the session; 1 to 100 characters.</param>
/// <param name="At">When it was matched; trades are judged in this order, those of one instant by id, digits read as numbers: T2 before T10.</param>
/// <param name="Seller">The account that gives.</param>
/// <param name="Buyer">The account that receives.</param>
/// <param name="Tonnes">How many certificates, one tonne of CO2 equivalent each; 1 or more.</param>
/// <param name="Price">The price of one certificate.</param>
/// <param name="Kind">Kind of unit, e.g. <c>ccc</c>.</param>
public sealed record SessionTrade(string Id, Instant At, string Seller, string Buyer, long Tonnes, Inr Price, UnitKind Kind)
{
    /// <summary>Only units of this vintage, or null for any.</summary>
    public int? Vintage { get; init; }

    /// <summary>Exactly this block; null takes the seller's oldest free units.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>The exchange's own answer; null if its file has none. A rejected trade is judged but never moves units.</summary>
    public ExchangeVerdict? Exchange { get; init; }

    /// <summary>Why, in the exchange's words; or null.</summary>
    public string? ExchangeReason { get; init; }

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>What an exchange answered to an order.</summary>
public enum ExchangeVerdict
{
    /// <summary>The trade took place.</summary>
    Accepted,

    /// <summary>It did not.</summary>
    Rejected,
}
