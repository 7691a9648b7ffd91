using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Stocks over the year (DPCM s.5(8)(ii)): consumption = opening + received - moved out - closing.</summary>
/// <param name="Opening">On the first day.</param>
/// <param name="Received">Over the year.</param>
/// <param name="MovedOut">Sold or transferred over the year.</param>
/// <param name="Closing">On the last day.</param>
public sealed record StockBalance(Mass Opening, Mass Received, Mass MovedOut, Mass Closing)
{
    /// <summary>What the balance says was consumed.</summary>
    public Mass Consumed => Opening + Received - MovedOut - Closing;
}

/// <summary>Stocks of a metered fuel over the year (DPCM s.5(8)(ii)): consumption = opening + received - moved out - closing.</summary>
/// <typeparam name="T">Volume of liquid or of gas.</typeparam>
/// <param name="Opening">On the first day.</param>
/// <param name="Received">Over the year.</param>
/// <param name="MovedOut">Sold or transferred over the year.</param>
/// <param name="Closing">On the last day.</param>
public sealed record MeteredStock<T>(T Opening, T Received, T MovedOut, T Closing)
    where T : struct, IQuantity
{
    /// <summary>The consumption by the balance, in the canonical unit of the quantity.</summary>
    internal decimal Consumed => Opening.CanonicalValue + Received.CanonicalValue - MovedOut.CanonicalValue - Closing.CanonicalValue;
}
