using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// Units of gas in a report. A cubic metre at normal conditions holds about five per cent more gas than one at standard conditions,
/// so a stream uses one of them unless it states temperatures and pressures. Numbers are read and written in the same way.
/// </summary>
internal static class GasUnits
{
    internal const string Normal = "Nm3";
    private const string Standard = "Sm3";

    /// <summary><c>Sm3</c> or <c>Nm3</c>.</summary>
    internal static string Unit(this GasConditions conditions) => conditions == GasConditions.Normal ? Normal : Standard;

    /// <summary>The unit by which calorific values of a gas are divided.</summary>
    internal static string CalorificUnit(this MeteredGas gas) => (gas.CalorificConditions ?? gas.Conditions).Unit();

    /// <summary>The conditions named by the unit at the end of a text.</summary>
    internal static GasConditions Of(string text) => text.EndsWith(Normal, StringComparison.Ordinal) ? GasConditions.Normal : GasConditions.Standard;

    /// <summary>Text such as <c>0.0377 GJ/Sm3</c>, with the unit of the conditions.</summary>
    internal static string Write<T>(T quantity, GasConditions conditions)
        where T : struct, IQuantity => Replaced(quantity.ToString()!, Standard, conditions.Unit());

    /// <summary>Text with the unit that quantities read; null when it has the unit of the other conditions.</summary>
    internal static string? Read(string text, GasConditions conditions)
    {
        if (conditions == GasConditions.Standard)
        {
            return text;
        }

        return text.EndsWith(Normal, StringComparison.Ordinal) ? Replaced(text, Normal, Standard) : null;
    }

    private static string Replaced(string text, string unit, string by) =>
        text.EndsWith(unit, StringComparison.Ordinal) ? text.Substring(0, text.Length - unit.Length) + by : text;
}
