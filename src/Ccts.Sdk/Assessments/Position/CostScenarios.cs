using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>The cost of a shortfall at one price and one share bought.</summary>
/// <param name="Price">INR per certificate; also used as the average price of the trading cycle.</param>
/// <param name="Bought">Certificates bought.</param>
/// <param name="Purchase">Their cost.</param>
/// <param name="Compensation">Environmental compensation for those still short (GEI Rules r.6).</param>
/// <param name="Total">Both.</param>
public sealed record ScenarioCost(Inr Price, long Bought, Inr Purchase, EnvironmentalCompensation Compensation, Inr Total);

/// <summary>The cost of falling short, by price and by how much of the shortfall is bought.</summary>
/// <remarks>Pure and thread-safe. Prices are the caller's: the texts read set no floor or forbearance price.</remarks>
public static class CostScenarios
{
    /// <summary>Every combination, prices in the order given.</summary>
    /// <param name="shortfall">Certificates short, 0 or more.</param>
    /// <param name="prices">INR per certificate, 0 or more each.</param>
    /// <param name="boughtShares">Shares of the shortfall that are bought, 0 to 1 each; fractions of a certificate are not bought.</param>
    /// <param name="rules">Multiple and days of environmental compensation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shortfall, price or share out of range.</exception>
    public static IReadOnlyList<ScenarioCost> Of(long shortfall, IEnumerable<Inr> prices, IEnumerable<decimal> boughtShares, CertificateRules rules)
    {
        var shares = Require.NotNull(boughtShares).ToList();
        if (shares.Exists(s => s is < 0m or > 1m))
        {
            throw new ArgumentOutOfRangeException(nameof(boughtShares), "A share is from 0 to 1.");
        }

        return Require.NotNull(prices).SelectMany(price => shares.Select(share => Cost(shortfall, price, (long)Math.Floor(shortfall * share), rules))).ToList();
    }

    private static ScenarioCost Cost(long shortfall, Inr price, long bought, CertificateRules rules)
    {
        var compensation = EnvironmentalCompensation.Calculate(shortfall - bought, price, rules);
        var purchase = price * bought;
        return new ScenarioCost(price, bought, purchase, compensation, purchase + compensation.Amount!.Value);
    }
}
