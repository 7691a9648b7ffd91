namespace Ccts.Benchmarks.Engines;

/// <summary>
/// The thirty checks as somebody would write them by hand: three values, each fact asked once whether it is known, bits of
/// what holds and of what cannot be said. Once in decimals, once in thousandths as whole numbers.
/// </summary>
internal static class HandWritten
{
    internal static (ulong Fires, ulong Open) Decide(in DecimalOrder order)
    {
        var (fires, open) = (0UL, 0UL);
        if (order.Price is { } price)
        {
            if (price < 100m)
            {
                fires |= 0x1UL;
            }

            if (price < 250.5m)
            {
                fires |= 0x2UL;
            }

            if (price > 9000m)
            {
                fires |= 0x4UL;
            }

            if (price >= 7500.25m)
            {
                fires |= 0x8UL;
            }

            if (price <= 10m)
            {
                fires |= 0x10UL;
            }

            if (price == 0m)
            {
                fires |= 0x20UL;
            }
        }
        else
        {
            open |= 0x3FUL;
        }

        if (order.Quantity is { } quantity)
        {
            if (quantity < 1m)
            {
                fires |= 0x40UL;
            }

            if (quantity > 900m)
            {
                fires |= 0x80UL;
            }

            if (quantity >= 750m)
            {
                fires |= 0x100UL;
            }

            if (quantity <= 0.5m)
            {
                fires |= 0x200UL;
            }

            if (quantity > 990.125m)
            {
                fires |= 0x400UL;
            }

            if (quantity == 500m)
            {
                fires |= 0x800UL;
            }
        }
        else
        {
            open |= 0xFC0UL;
        }

        if (order.Balance is { } balance)
        {
            if (balance < 10m)
            {
                fires |= 0x1000UL;
            }

            if (balance < 50.5m)
            {
                fires |= 0x2000UL;
            }

            if (balance <= 5m)
            {
                fires |= 0x4000UL;
            }

            if (balance > 9990m)
            {
                fires |= 0x8000UL;
            }

            if (balance >= 9950m)
            {
                fires |= 0x10000UL;
            }
        }
        else
        {
            open |= 0x1F000UL;
        }

        if (order.Open is { } onOffer)
        {
            if (onOffer > 4000m)
            {
                fires |= 0x20000UL;
            }

            if (onOffer >= 4500.75m)
            {
                fires |= 0x40000UL;
            }

            if (onOffer < 2m)
            {
                fires |= 0x80000UL;
            }

            if (onOffer <= 1m)
            {
                fires |= 0x100000UL;
            }
        }
        else
        {
            open |= 0x1E0000UL;
        }

        if (order.Score is { } score)
        {
            if (score < 5m)
            {
                fires |= 0x200000UL;
            }

            if (score <= 10.5m)
            {
                fires |= 0x400000UL;
            }

            if (score > 95m)
            {
                fires |= 0x800000UL;
            }
        }
        else
        {
            open |= 0xE00000UL;
        }

        if (order.Quantity is { } quantity1 && order.Balance is { } balance1)
        {
            if (quantity1 > balance1)
            {
                fires |= 0x1000000UL;
            }
        }
        else
        {
            open |= 0x1000000UL;
        }

        if (order.Open is { } open2 && order.Balance is { } balance2)
        {
            if (open2 > balance2)
            {
                fires |= 0x2000000UL;
            }
        }
        else
        {
            open |= 0x2000000UL;
        }

        if (order.Quantity is { } quantity3 && order.Open is { } open3)
        {
            if (quantity3 > open3)
            {
                fires |= 0x4000000UL;
            }

            if (open3 >= quantity3)
            {
                fires |= 0x8000000UL;
            }
        }
        else
        {
            open |= 0xC000000UL;
        }

        if (order.Quantity is { } sold && order.Open is { } offered && order.Balance is { } held)
        {
            if (sold + offered > held)
            {
                fires |= 0x10000000UL;
            }

            if (held + sold < offered)
            {
                fires |= 0x20000000UL;
            }
        }
        else
        {
            open |= 0x30000000UL;
        }

        return (fires, open);
    }

    internal static (ulong Fires, ulong Open) Decide(in ScaledOrder order)
    {
        var (fires, open) = (0UL, 0UL);
        if (order.Price is { } price)
        {
            if (price < 100000L)
            {
                fires |= 0x1UL;
            }

            if (price < 250500L)
            {
                fires |= 0x2UL;
            }

            if (price > 9000000L)
            {
                fires |= 0x4UL;
            }

            if (price >= 7500250L)
            {
                fires |= 0x8UL;
            }

            if (price <= 10000L)
            {
                fires |= 0x10UL;
            }

            if (price == 0L)
            {
                fires |= 0x20UL;
            }
        }
        else
        {
            open |= 0x3FUL;
        }

        if (order.Quantity is { } quantity)
        {
            if (quantity < 1000L)
            {
                fires |= 0x40UL;
            }

            if (quantity > 900000L)
            {
                fires |= 0x80UL;
            }

            if (quantity >= 750000L)
            {
                fires |= 0x100UL;
            }

            if (quantity <= 500L)
            {
                fires |= 0x200UL;
            }

            if (quantity > 990125L)
            {
                fires |= 0x400UL;
            }

            if (quantity == 500000L)
            {
                fires |= 0x800UL;
            }
        }
        else
        {
            open |= 0xFC0UL;
        }

        if (order.Balance is { } balance)
        {
            if (balance < 10000L)
            {
                fires |= 0x1000UL;
            }

            if (balance < 50500L)
            {
                fires |= 0x2000UL;
            }

            if (balance <= 5000L)
            {
                fires |= 0x4000UL;
            }

            if (balance > 9990000L)
            {
                fires |= 0x8000UL;
            }

            if (balance >= 9950000L)
            {
                fires |= 0x10000UL;
            }
        }
        else
        {
            open |= 0x1F000UL;
        }

        if (order.Open is { } onOffer)
        {
            if (onOffer > 4000000L)
            {
                fires |= 0x20000UL;
            }

            if (onOffer >= 4500750L)
            {
                fires |= 0x40000UL;
            }

            if (onOffer < 2000L)
            {
                fires |= 0x80000UL;
            }

            if (onOffer <= 1000L)
            {
                fires |= 0x100000UL;
            }
        }
        else
        {
            open |= 0x1E0000UL;
        }

        if (order.Score is { } score)
        {
            if (score < 5000L)
            {
                fires |= 0x200000UL;
            }

            if (score <= 10500L)
            {
                fires |= 0x400000UL;
            }

            if (score > 95000L)
            {
                fires |= 0x800000UL;
            }
        }
        else
        {
            open |= 0xE00000UL;
        }

        if (order.Quantity is { } quantity1 && order.Balance is { } balance1)
        {
            if (quantity1 > balance1)
            {
                fires |= 0x1000000UL;
            }
        }
        else
        {
            open |= 0x1000000UL;
        }

        if (order.Open is { } open2 && order.Balance is { } balance2)
        {
            if (open2 > balance2)
            {
                fires |= 0x2000000UL;
            }
        }
        else
        {
            open |= 0x2000000UL;
        }

        if (order.Quantity is { } quantity3 && order.Open is { } open3)
        {
            if (quantity3 > open3)
            {
                fires |= 0x4000000UL;
            }

            if (open3 >= quantity3)
            {
                fires |= 0x8000000UL;
            }
        }
        else
        {
            open |= 0xC000000UL;
        }

        if (order.Quantity is { } sold && order.Open is { } offered && order.Balance is { } held)
        {
            if (sold + offered > held)
            {
                fires |= 0x10000000UL;
            }

            if (held + sold < offered)
            {
                fires |= 0x20000000UL;
            }
        }
        else
        {
            open |= 0x30000000UL;
        }

        return (fires, open);
    }
}
