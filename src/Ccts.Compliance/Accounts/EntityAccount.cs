using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Accounts;

/// <summary>A position valued at a price: what it is worth, or what has to be provided for.</summary>
/// <param name="Price">INR per certificate; the host's.</param>
/// <param name="Surplus">What a surplus would fetch; zero where there is none.</param>
/// <param name="Provision">What a shortfall would cost to buy; zero where there is none.</param>
public sealed record PricedPosition(Inr Price, Inr Surplus, Inr Provision);

/// <summary>The account of an entity's year: its performance, its trajectory, its certificates, their value, and the cost of a shortfall.</summary>
/// <remarks>Immutable and thread-safe. Whether a surplus may be booked, and to which accounts anything goes, is the host's accounting policy.</remarks>
public sealed record EntityAccount
{
    /// <summary>The year's assessment, with its steps.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>The entity's position, with the certificates that it holds.</summary>
    public required YearPosition Position { get; init; }

    /// <summary>What is earned or owed for the years before, whose reports are at hand.</summary>
    public IReadOnlyList<EarlierYear> EarlierYears { get; init; } = [];

    /// <summary>The year's net position plus what is open for earlier years; null where there is none. Unknown amounts of earlier years are not counted, and the account says so.</summary>
    public long? Net => Position.Net + EarlierYears.Sum(y => y.Net ?? 0);

    /// <summary>The lowest net position over the open points of law. It adds up the lowest of each year, so it is a bound that may not be reached.</summary>
    public long? NetLow => Position.NetLow + EarlierYears.Sum(y => y.NetLow ?? 0);

    /// <summary>The highest, likewise.</summary>
    public long? NetHigh => Position.NetHigh + EarlierYears.Sum(y => y.NetHigh ?? 0);

    /// <summary>The entity's performance.</summary>
    public required Performance Performance { get; init; }

    /// <summary>Baseline, targets and achievements over the years; null where no schedule at hand has the entity.</summary>
    public Trajectory? Trajectory { get; init; }

    /// <summary>The ledger's balance of certificates over the days of the year, and of each later year in which something moved; empty when no ledger is available.</summary>
    public IReadOnlyList<YearBalance> Balances { get; init; } = [];

    /// <summary>The net position at each price.</summary>
    public IReadOnlyList<PricedPosition> Values { get; init; } = [];

    /// <summary>What a shortfall costs, by price and by how much of it is bought.</summary>
    public IReadOnlyList<ScenarioCost> Scenarios { get; init; } = [];

    /// <summary>Entries for the books: they reverse the previous closing and book this one.</summary>
    public IReadOnlyList<AccrualEntry> Entries { get; init; } = [];

    /// <summary>Values a net position at prices; an unknown position has no value.</summary>
    /// <param name="net">The net position, below zero short; null where it is not known.</param>
    /// <param name="prices">INR per certificate, 0 or more each.</param>
    /// <exception cref="OverflowException">An amount is more than a decimal holds.</exception>
    public static IReadOnlyList<PricedPosition> Value(long? net, IEnumerable<Inr> prices)
    {
        Require.NotNull(prices);
        return net is { } known ? [.. prices.Select(p => new PricedPosition(p, p * Math.Max(known, 0), p * Math.Max(-known, 0)))] : [];
    }
}
