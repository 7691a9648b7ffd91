using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>The temperature and absolute pressure to which a cubic metre of gas is reduced.</summary>
/// <remarks>
/// Immutable and thread-safe. No pair has a name here: the meaning of "standard" and "normal" differs between meters, and the law that was
/// read says nothing of it.
/// </remarks>
public sealed record ReferenceConditions
{
    // Definition of the degree Celsius, not law.
    private const decimal ZeroCelsius = 273.15m;
    private const decimal Hottest = 1_000_000m;

    private static readonly UnitTable<PressureUnit> Pressures = new(
        "pressure",
        (PressureUnit.Kilopascal, "kPa", 1m),
        (PressureUnit.Pascal, "Pa", 0.001m),
        (PressureUnit.Bar, "bar", 100m),
        (PressureUnit.Millibar, "mbar", 0.1m),
        (PressureUnit.Atmosphere, "atm", 101.325m),
        (PressureUnit.KilogramPerSquareCentimetre, "kg/cm2", 98.0665m));

    private ReferenceConditions(decimal kelvin, decimal kilopascals) => (Kelvin, Kilopascals) = (kelvin, kilopascals);

    private enum PressureUnit
    {
        Kilopascal,
        Pascal,
        Bar,
        Millibar,
        Atmosphere,
        KilogramPerSquareCentimetre,
    }

    /// <summary>The temperature in kelvin, above 0.</summary>
    public decimal Kelvin { get; }

    /// <summary>The absolute pressure in kilopascals, above 0.</summary>
    public decimal Kilopascals { get; }

    /// <summary>Conditions by their temperature and absolute pressure.</summary>
    /// <param name="celsius">The temperature in degrees Celsius, above -273.15.</param>
    /// <param name="kilopascals">The absolute pressure, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no gas at such a temperature or pressure.</exception>
    public static ReferenceConditions Of(decimal celsius, decimal kilopascals) => new(
        celsius > -ZeroCelsius ? celsius + ZeroCelsius : throw new ArgumentOutOfRangeException(nameof(celsius), celsius, "Above absolute zero, -273.15."),
        kilopascals > 0m ? kilopascals : throw new ArgumentOutOfRangeException(nameof(kilopascals), kilopascals, "Above zero."));

    /// <summary>Reads text such as <c>15 C, 101.325 kPa</c>: a temperature in C or K, a comma, an absolute pressure.</summary>
    /// <param name="text">The text.</param>
    /// <param name="conditions">What it says, or null.</param>
    /// <param name="reason">What was expected, when it cannot be read.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReferenceConditions? conditions, [NotNullWhen(false)] out string? reason)
    {
        conditions = null;
        var parts = (text ?? "").Split(',');
        var after = parts.Length == 2 && parts[1].Length > 0 && parts[1][0] == ' ' ? 1 : 0;
        if (parts.Length != 2 || !TryKelvin(parts[0], out var kelvin) || !Pressures.TryParse(parts[1].Substring(after), out var pressure, out _) || kelvin <= 0m || pressure <= 0m)
        {
            reason = $"a temperature in C or K, a comma and an absolute pressure in {string.Join(", ", Pressures.SymbolTexts)}, such as \"15 C, 101.325 kPa\"";
            return false;
        }

        (conditions, reason) = (new ReferenceConditions(kelvin, pressure), null);
        return true;
    }

    /// <summary>Text such as <c>15 C, 101.325 kPa</c>, exact, which <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => QuantityText.Format(Kelvin - ZeroCelsius) + " C, " + Pressures.Format(Kilopascals);

    private static bool TryKelvin(string text, out decimal kelvin)
    {
        if (QuantityText.Read(text, out kelvin, out var unit) != QuantityText.Outcome.Read)
        {
            return false;
        }

        // A meter's temperature never has so many digits that the sum could lose some.
        kelvin = unit is "C" or "°C" && Math.Abs(kelvin) < Hottest ? kelvin + ZeroCelsius : kelvin;
        return unit is "C" or "°C" or "K" && kelvin < Hottest;
    }
}

/// <summary>The temperature and pressure of a gas's cubic metres, by its bill and its laboratory.</summary>
/// <param name="Amounts">Those of the amounts, stocks included.</param>
/// <param name="CalorificValue">Those of the calorific values; null if they equal those of the amounts.</param>
/// <param name="Source">The source of both: the contract, the standard, the laboratory's report.</param>
public sealed record StatedConditions(ReferenceConditions Amounts, ReferenceConditions? CalorificValue, string Source);
