using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads fuels: the unit of the amounts says whether they were weighed or metered, and so which unit a calorific value needs.</summary>
internal static class FuelReading
{
    private static readonly string[] MassUnits = Mass.Units.SymbolTexts.ToArray();
    private static readonly string[] VolumeUnits = Volume.Units.SymbolTexts.ToArray();
    private static readonly string[] CalorificValues = ["ncv", "gcv"];
    private static readonly string[] EnergyUnits = Energy.Units.SymbolTexts.ToArray();
    private static readonly string[] AllUnits = [.. MassUnits, .. VolumeUnits, .. GasReading.Units, .. EnergyUnits];

    internal static FuelStream Read(IStreamFields fields, ReportingPeriod year)
    {
        var raw = fields.Amounts(year);
        // The first amount with a unit of fuel shows how it was measured; an unreadable one shows nothing.
        var unit = raw.Select(r => r.Unit).FirstOrDefault(u => Array.IndexOf(AllUnits, u) >= 0);
        var gas = unit is not null && GasReading.Units.Contains(unit, StringComparer.Ordinal) ? new GasReading(fields, unit) : null;
        var measured = gas?.Measured(raw, unit!) ?? Measured(fields, raw, unit);
        var analyses = AnalysisReading.OfFuel(fields, year, CalorificOf(measured, gas, unit ?? ""));
        measured = measured is MeteredGas metered ? gas!.Whole(metered) : measured;
        return StreamReading.Whole(fields, new FuelStream
        {
            Id = StreamReading.Name(fields, "id"),
            Fuel = StreamReading.Name(fields, "fuel"),
            State = fields.Choice("state", ReportWords.FuelStates.Words) ?? FuelState.Solid,
            Measured = measured,
            Factor = StreamReading.Factor<EnergyEmissionFactor>(fields, EnergyEmissionFactor.TryParse),
            CarbonContent = fields.OptionalValue<decimal>("carbonContent", PlainNumber.TryParseFraction),
            OxidationFactor = fields.OptionalValue<decimal>("oxidationFactor", PlainNumber.TryParseFraction),
            Samples = fields.OptionalInteger("samples"),
            Stock = measured is WeighedFuel or BilledEnergy ? StreamReading.Stock(fields) : null,
            Analyses = analyses,
            Moisture = AnalysisReading.Fraction(fields, "moisture"),
            Basis = fields.OptionalText("basis") is null ? null : fields.Choice("basis", ReportWords.Bases.Words),
            Unburnt = AnalysisReading.Flows(fields, "unburnt", year),
            BiogenicShare = AnalysisReading.Fraction(fields, "biogenicShare"),
            BiogenicShareSource = StreamReading.OptionalName(fields, "biogenicShareSource"),
            CoProcessing = StreamReading.OptionalName(fields, "coProcessing"),
            Composition = AnalysisReading.OfGas(fields, measured is MeteredGas { Stated: not null }),
        });
    }

    private static FuelMeasurement Measured(IStreamFields fields, IReadOnlyList<RawAmount> raw, string? unit)
    {
        if (VolumeUnits.Contains(unit, StringComparer.Ordinal))
        {
            return new MeteredLiquid(
                AmountReading.Of<Volume>(raw, Volume.TryParse, fields.Problems),
                Calorific<VolumeNetCalorificValue>(fields, "ncv", VolumeNetCalorificValue.TryParse, unit!),
                Calorific<VolumeGrossCalorificValue>(fields, "gcv", VolumeGrossCalorificValue.TryParse, unit!),
                fields.OptionalValue<Volume>("previousYear", Volume.TryParse))
            {
                Stock = StreamReading.Stock<Volume>(fields, Volume.TryParse),
            };
        }

        if (EnergyUnits.Contains(unit, StringComparer.Ordinal))
        {
            return Billed(fields, raw);
        }

        if (unit is null)
        {
            return Unreadable(fields, raw);
        }

        return new WeighedFuel(
            AmountReading.Of<Mass>(raw, Mass.TryParse, fields.Problems),
            Calorific<NetCalorificValue>(fields, "ncv", NetCalorificValue.TryParse, unit),
            Calorific<GrossCalorificValue>(fields, "gcv", GrossCalorificValue.TryParse, unit),
            fields.OptionalValue<Mass>("previousYear", Mass.TryParse));
    }

    /// <summary>Energy needs no calorific value, but has to state whether it is gross.</summary>
    private static BilledEnergy Billed(IStreamFields fields, IReadOnlyList<RawAmount> raw)
    {
        foreach (var field in CalorificValues.Where(f => fields.OptionalText(f) is not null))
        {
            fields.Problems.Error("calorific-value-unit", fields.PlaceOf(field), "The amounts are energy already, so a calorific value has nothing to multiply.", "no calorific value, or amounts by mass or volume", "State in \"energyBasis\" whether the energy is net or gross.");
        }

        return new BilledEnergy(
            AmountReading.Of<Energy>(raw, Energy.TryParse, fields.Problems),
            fields.Choice("energyBasis", ReportWords.CalorificBases.Words) ?? CalorificBasis.Gross,
            AnalysisReading.Fraction(fields, "netOverGross"),
            StreamReading.OptionalName(fields, "netOverGrossSource"),
            fields.OptionalValue<Energy>("previousYear", Energy.TryParse));
    }

    /// <summary>Reads a calorific value in the measure of the amounts, GJ for each canonical unit.</summary>
    private static Func<IStreamFields, string, decimal?>? CalorificOf(FuelMeasurement measured, GasReading? gas, string unit) => measured switch
    {
        WeighedFuel => (part, field) => Calorific<NetCalorificValue>(part, field, NetCalorificValue.TryParse, unit)?.GigajoulesPerTonne,
        MeteredLiquid => (part, field) => Calorific<VolumeNetCalorificValue>(part, field, VolumeNetCalorificValue.TryParse, unit)?.GigajoulesPerKilolitre,
        MeteredGas => (part, field) => gas!.OfAnalysis(part, field, unit),
        _ => null,
    };

    /// <summary>If nothing shows how the fuel was measured, the unit of calorific values is not checked.</summary>
    private static WeighedFuel Unreadable(IStreamFields fields, IReadOnlyList<RawAmount> raw)
    {
        foreach (var field in CalorificValues)
        {
            if (fields.OptionalText(field) is { } text && !IsCalorific(text))
            {
                _ = NetCalorificValue.TryParse(text, out _, out var reason);
                fields.Problems.Unreadable(fields.PlaceOf(field), text, reason);
            }
        }

        fields.OptionalText("previousYear");
        return new WeighedFuel(AmountReading.Of<Mass>(raw, NoFuelUnit, fields.Problems), null);
    }

    /// <summary>A calorific value in the measure of the amounts.</summary>
    internal static T? Calorific<T>(IStreamFields fields, string field, TextParser<T> parser, string amountUnit)
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
            var per = amountUnit == GasUnits.Normal ? "GJ/" + GasUnits.Normal : default(T).CanonicalUnit;
            fields.Problems.Error("calorific-value-unit", fields.PlaceOf(field), $"\"{ShownText.Short(text)}\" does not fit amounts in {ShownText.Short(amountUnit)}.", $"a unit such as {per}", $"Give the calorific value and the amounts in the same measure: both per mass, per volume of liquid, or per volume of gas at the same conditions; {GasReading.Convert}.");
        }
        else
        {
            fields.Problems.Unreadable(fields.PlaceOf(field), text, reason);
        }

        return null;
    }

    private static bool IsCalorific(string text) =>
        NetCalorificValue.TryParse(text, out _, out _) || VolumeNetCalorificValue.TryParse(text, out _, out _) || GasNetCalorificValue.TryParse(text, out _, out _)
        || (GasUnits.Read(text, GasConditions.Normal) is { } normal && GasNetCalorificValue.TryParse(normal, out _, out _));

    private static bool NoFuelUnit(string text, out Mass value, out string? reason)
    {
        // The number itself may be wrong; then the mass parser gives a better message.
        if (Mass.TryParse(text, out value, out reason))
        {
            return true;
        }

        var unit = text.Substring(text.IndexOf(' ') + 1);
        reason = $"number, one blank and a unit{UnitSpelling.Meant(unit, AllUnits)}: a mass ({string.Join(", ", MassUnits)}), a volume of liquid ({string.Join(", ", VolumeUnits)}), a volume of gas ({string.Join(", ", GasReading.Units)}) or energy ({string.Join(", ", EnergyUnits)})";
        return false;
    }
}
