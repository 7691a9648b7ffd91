using System;

namespace Ccts.Sdk.Quantities;

/// <summary>The range a ratio of net to gross calorific value may have.</summary>
internal static class NetToGross
{
    internal static decimal Checked(decimal ratio) => ratio is > 0m and <= 1m
        ? ratio
        : throw new ArgumentOutOfRangeException(
            nameof(ratio), ratio, "A net calorific value is above 0 and at most 1 of the gross one.");
}
