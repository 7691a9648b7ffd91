using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A common slip: the number is right in another unit, or was changed by mistake.</summary>
/// <param name="Unit">The unit that was probably meant, e.g. <c>kcal/kg</c>; or the mistake, e.g. <c>a digit too many</c>.</param>
/// <param name="Times">One of it in the written unit.</param>
/// <param name="IsUnit">Whether it is a unit.</param>
internal readonly record struct Slip(string Unit, decimal Times, bool IsUnit = true)
{
    /// <summary>Whether it changes the number by more than a factor of two.</summary>
    internal bool IsFar => Times is > 2m or < 0.5m;

    /// <summary>How far a ratio is from 1 in either direction: 4 for 4 and for a quarter.</summary>
    internal static decimal Far(decimal ratio) => ratio >= 1m ? ratio : 1m / ratio;

    /// <summary>A ratio in words: <c>10 times</c>, or <c>95 % of</c>.</summary>
    internal static string Ratio(decimal ratio) => ratio >= 2m ? $"{Shown(ratio)} times" : $"{Shown(ratio * 100m)} % of";

    /// <summary><c>8030 looks like kcal/kg: 8030 kcal/kg = 33.62 GJ/t.</c></summary>
    internal string Said(decimal number, string unit) => IsUnit
        ? $" {Shown(number)} looks like {Unit}: {Shown(number)} {Unit} = {Shown(number * Times)} {unit}".TrimEnd() + "."
        : $" {Shown(number)} looks like {Unit}: without that it is {Shown(number * Times)} {unit}".TrimEnd() + ".";

    /// <summary>A number for display, with about five significant digits.</summary>
    internal static string Shown(decimal number)
    {
        var size = Math.Abs(number);
        var decimals = size >= 1000m ? 0 : size >= 1m ? 2 : size >= 0.01m ? 4 : 8;
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return QuantityText.Format(rounded == 0m || (size >= 1000m && number != rounded && size < 1_000_000m) ? Math.Round(number, decimals + 2, MidpointRounding.AwayFromZero) : rounded);
    }
}
