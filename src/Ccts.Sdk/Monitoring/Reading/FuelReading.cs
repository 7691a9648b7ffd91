using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads fuels: the unit of the amounts says whether they were weighed or metered, and with that what a calorific value must be per.</summary>
internal static class FuelReading
{
    private static readonly string[] MassUnits = Mass.Units.SymbolTexts.ToArray();
    private static readonly string[] VolumeUnits = Volume.Units.SymbolTexts.ToArray();
    private static readonly string[] GasUnits = GasVolume.Units.SymbolTexts.ToArray();

    internal static FuelStream Read(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new FuelStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            Fuel = StreamReading.Name(fields, "fuel"),
            State = fields.Choice("state", ReportWords.FuelStates.Words) ?? FuelState.Solid,
            Measured = Measured(fields, fields.Amounts(year)),
            Factor = StreamReading.Factor<EnergyEmissionFactor>(fields, EnergyEmissionFactor.TryParse),
            CarbonContent = fields.OptionalValue<decimal>("carbonContent", PlainNumber.TryParseFraction),
            OxidationFactor = fields.OptionalValue<decimal>("oxidationFactor", PlainNumber.TryParseFraction),
            Samples = fields.OptionalInteger("samples"),
            Stock = StreamReading.Stock(fields),
        };
        fields.Done();
        return stream;
    }

    private static FuelMeasurement Measured(IStreamFields fields, IReadOnlyList<RawAmount> raw)
    {
        var unit = raw.Count == 0 ? "t" : raw[0].Unit;
        if (VolumeUnits.Contains(unit, StringComparer.Ordinal))
        {
            return new MeteredLiquid(
                AmountReading.Of<Volume>(raw, Volume.TryParse, fields.Problems),
                Calorific<VolumeNetCalorificValue>(fields, "ncv", VolumeNetCalorificValue.TryParse, unit),
                Calorific<VolumeGrossCalorificValue>(fields, "gcv", VolumeGrossCalorificValue.TryParse, unit),
                fields.OptionalValue<Volume>("previousYear", Volume.TryParse));
        }

        if (GasUnits.Contains(unit, StringComparer.Ordinal))
        {
            return new MeteredGas(
                AmountReading.Of<GasVolume>(raw, GasVolume.TryParse, fields.Problems),
                Calorific<GasNetCalorificValue>(fields, "ncv", GasNetCalorificValue.TryParse, unit),
                Calorific<GasGrossCalorificValue>(fields, "gcv", GasGrossCalorificValue.TryParse, unit),
                fields.OptionalValue<GasVolume>("previousYear", GasVolume.TryParse));
        }

        return new WeighedFuel(
            AmountReading.Of<Mass>(raw, MassUnits.Contains(unit, StringComparer.Ordinal) ? Mass.TryParse : NoFuelUnit, fields.Problems),
            Calorific<NetCalorificValue>(fields, "ncv", NetCalorificValue.TryParse, unit),
            Calorific<GrossCalorificValue>(fields, "gcv", GrossCalorificValue.TryParse, unit),
            fields.OptionalValue<Mass>("previousYear", Mass.TryParse));
    }

    private static T? Calorific<T>(IStreamFields fields, string field, TextParser<T> parser, string amountUnit)
        where T : struct, IQuantity
    {
        if (fields.OptionalText(field) is not { } text)
        {
            return null;
        }

        if (parser(text, out var value, out var reason))
        {
            return value;
        }

        if (IsCalorific(text))
        {
            fields.Problems.Error("calorific-value-unit", fields.PlaceOf(field), $"\"{ShownText.Short(text)}\" does not fit amounts in {ShownText.Short(amountUnit)}.", $"a unit such as {default(T).CanonicalUnit}", "Give the calorific value and the amounts in the same measure: both per mass, per volume of liquid, or per volume of gas.");
        }
        else
        {
            fields.Problems.Unreadable(fields.PlaceOf(field), text, reason);
        }

        return null;
    }

    private static bool IsCalorific(string text) =>
        NetCalorificValue.TryParse(text, out _, out _) || VolumeNetCalorificValue.TryParse(text, out _, out _) || GasNetCalorificValue.TryParse(text, out _, out _);

    private static bool NoFuelUnit(string text, out Mass value, out string? reason)
    {
        // The number itself may be at fault; then the mass parser knows better what to say.
        if (Mass.TryParse(text, out value, out reason))
        {
            return true;
        }

        reason = $"number, one blank and a unit: a mass ({string.Join(", ", MassUnits)}), a volume of liquid ({string.Join(", ", VolumeUnits)}) or a volume of gas ({string.Join(", ", GasUnits)})";
        return false;
    }
}
