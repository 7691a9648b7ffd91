using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Benchmarks.Engines;

/// <summary>An order as a host has it: what is null is not known.</summary>
internal sealed class MadeUpOrder
{
    internal const int Scale = 1_000;

    internal Inr? Price { get; private init; }

    internal Co2e? Quantity { get; private init; }

    internal Co2e? Balance { get; private init; }

    internal Co2e? Open { get; private init; }

    internal Inr? Score { get; private init; }

    /// <summary>Orders with amounts all over the limits; one fact in twenty is not known.</summary>
    internal static MadeUpOrder[] Many(int count)
    {
        var random = new Random(5);
        var orders = new MadeUpOrder[count];
        for (var i = 0; i < count; i++)
        {
            orders[i] = new MadeUpOrder
            {
                Price = Amount(10_000) is { } price ? Inr.FromRupees(price) : null,
                Quantity = Amount(1_000) is { } quantity ? Co2e.FromTonnes(quantity) : null,
                Balance = Amount(10_000) is { } balance ? Co2e.FromTonnes(balance) : null,
                Open = Amount(5_000) is { } open ? Co2e.FromTonnes(open) : null,
                Score = Amount(100) is { } score ? Inr.FromRupees(score) : null,
            };
        }

        return orders;

        decimal? Amount(int below) => random.Next(20) == 0 ? null : random.Next(below * 100) / 100m;
    }
}

/// <summary>The facts of an order for the method written by hand in decimals.</summary>
internal readonly struct DecimalOrder(MadeUpOrder order)
{
    internal readonly decimal? Price = order.Price?.Rupees;
    internal readonly decimal? Quantity = order.Quantity?.Tonnes;
    internal readonly decimal? Balance = order.Balance?.Tonnes;
    internal readonly decimal? Open = order.Open?.Tonnes;
    internal readonly decimal? Score = order.Score?.Rupees;
}

/// <summary>The facts of an order in thousandths for the method written by hand in whole numbers.</summary>
internal readonly struct ScaledOrder(MadeUpOrder order)
{
    internal readonly long? Price = (long?)(order.Price?.Rupees * MadeUpOrder.Scale);
    internal readonly long? Quantity = (long?)(order.Quantity?.Tonnes * MadeUpOrder.Scale);
    internal readonly long? Balance = (long?)(order.Balance?.Tonnes * MadeUpOrder.Scale);
    internal readonly long? Open = (long?)(order.Open?.Tonnes * MadeUpOrder.Scale);
    internal readonly long? Score = (long?)(order.Score?.Rupees * MadeUpOrder.Scale);
}
