using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Sdk.Quantities;

/// <summary>The pressure and the temperature of steam as people write them: <c>10 bar(a), 250 C</c>, <c>42 kg/cm2(g) and 400 °C</c>.</summary>
internal static class SteamState
{
    private const decimal Atmosphere = 0.101325m;
    private static readonly string[] Seams = [",", ";", " and ", " & ", " at ", "@"];

    private static readonly Dictionary<string, decimal> Megapascals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bar"] = 0.1m, ["kg/cm2"] = 0.0980665m, ["kgf/cm2"] = 0.0980665m, ["ksc"] = 0.0980665m, ["at"] = 0.0980665m, ["MPa"] = 1m, ["kPa"] = 0.001m, ["atm"] = Atmosphere,
    };

    /// <summary>The enthalpies, GJ/t, between which such steam lies; null where the text cannot be read, or is of no superheated steam. A pressure that does not say whether it is absolute or gauge may be either.</summary>
    internal static (decimal Least, decimal Most)? Enthalpies(string? text)
    {
        var parts = (text ?? "").Split(Seams, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
        {
            return null;
        }

        var celsius = parts.Select(Celsius).FirstOrDefault(c => c is not null);
        var pressures = parts.Select(Absolute).FirstOrDefault(p => p is not null);
        if (celsius is not { } hot || pressures is null)
        {
            return null;
        }

        var found = pressures.Select(p => SteamTable.Enthalpy(hot, p)).OfType<decimal>().ToList();
        return found.Count == 0 ? null : (found.Min(), found.Max());
    }

    private static decimal? Celsius(string part) => Read(part, out var number, out var unit) && unit.TrimStart('°').Equals("C", StringComparison.OrdinalIgnoreCase) ? number : null;

    private static decimal[]? Absolute(string part)
    {
        if (!Read(part, out var number, out var unit))
        {
            return null;
        }

        unit = unit.Replace(" ", "");
        var isAbsolute = Cut(ref unit, "(a)", "(abs)", "abs", "bara");
        var isGauge = Cut(ref unit, "(g)", "gauge", "barg");
        return !Megapascals.TryGetValue(unit, out var each) ? null
            : isGauge ? [(number * each) + Atmosphere]
            : isAbsolute ? [number * each]
            : [number * each, (number * each) + Atmosphere];
    }

    /// <summary>Cuts what says how the pressure is meant off the end of a unit.</summary>
    private static bool Cut(ref string unit, params string[] ends)
    {
        foreach (var end in ends)
        {
            if (unit.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                unit = end.StartsWith("bar", StringComparison.Ordinal) ? "bar" : unit.Substring(0, unit.Length - end.Length);
                return true;
            }
        }

        return false;
    }

    private static bool Read(string part, out decimal number, out string unit)
    {
        var text = part.Trim();
        var digits = text.TakeWhile(c => c is '.' or (>= '0' and <= '9')).Count();
        unit = text.Substring(digits).Trim();
        return decimal.TryParse(text.Substring(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number < 10_000m;
    }
}
