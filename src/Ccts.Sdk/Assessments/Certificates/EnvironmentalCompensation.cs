using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>Environmental compensation for certificates not surrendered (GEI Rules r.6): multiple x average price x certificates short.</summary>
/// <remarks>Pure and thread-safe. It is not the penalty of section 26 of the Energy Conservation Act.</remarks>
/// <param name="Shortfall">Certificates short, 0 or more.</param>
/// <param name="AveragePrice">Average price of the trading cycle as BEE sets it, or null when nothing was traded.</param>
/// <param name="Amount">The amount payable; null if the average price is undefined.</param>
/// <param name="DaysToPay">Days to pay after it is imposed.</param>
public sealed record EnvironmentalCompensation(long Shortfall, Inr? AveragePrice, Inr? Amount, int DaysToPay)
{
    /// <summary>Computes the compensation.</summary>
    /// <param name="shortfall">Certificates short, 0 or more.</param>
    /// <param name="averagePrice">INR per certificate, or null when nothing was traded: the amount is then undefined, not zero.</param>
    /// <param name="rules">The multiple and the days.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative shortfall or price.</exception>
    public static EnvironmentalCompensation Calculate(long shortfall, Inr? averagePrice, CertificateRules rules)
    {
        Require.NotNull(rules);
        if (shortfall < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(shortfall), shortfall, "A shortfall is zero or more.");
        }

        if (averagePrice is { Rupees: < 0m })
        {
            throw new ArgumentOutOfRangeException(nameof(averagePrice), averagePrice, "A price is zero or more.");
        }

        Inr? amount = averagePrice is { } price ? price * (shortfall * rules.CompensationMultiple.Value) : null;
        return new EnvironmentalCompensation(shortfall, averagePrice, shortfall == 0 ? Inr.FromRupees(0m) : amount, rules.CompensationDays.Value);
    }
}
