using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads laboratory results: results by month or lot, compositions, unburnt carbon.</summary>
internal static class AnalysisReading
{
    /// <summary>Results for a fuel.</summary>
    /// <param name="fields">The stream.</param>
    /// <param name="year">The whole year, for a result without a period.</param>
    /// <param name="calorific">Reads a calorific value in the measure of the stream; null if none fits.</param>
    internal static List<FuelAnalysis> OfFuel(IStreamFields fields, ReportingPeriod year, Func<IStreamFields, string, decimal?>? calorific) =>
        fields.EachPart("analyses").Select(part =>
        {
            var analysis = new FuelAnalysis(part.Period(year))
            {
                Net = calorific?.Invoke(part, "ncv"),
                ExternalNet = calorific?.Invoke(part, "externalNcv"),
                Gross = calorific?.Invoke(part, "gcv"),
                ExternalGross = calorific?.Invoke(part, "externalGcv"),
                CarbonContent = Fraction(part, "carbonContent"),
                ExternalCarbonContent = Fraction(part, "externalCarbonContent"),
                Factor = part.OptionalValue<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse),
                Moisture = Fraction(part, "moisture"),
                Samples = part.OptionalInteger("samples"),
                Source = StreamReading.OptionalName(part, "source"),
                ExternalSource = StreamReading.OptionalName(part, "externalSource"),
            };
            part.Done();
            return analysis;
        }).ToList();

    internal static List<MaterialAnalysis> OfMaterial(IStreamFields fields, ReportingPeriod year) =>
        fields.EachPart("analyses").Select(part =>
        {
            var analysis = new MaterialAnalysis(part.Period(year))
            {
                Factor = part.OptionalValue<MassEmissionFactor>("factor", MassEmissionFactor.TryParse),
                ExternalFactor = part.OptionalValue<MassEmissionFactor>("externalFactor", MassEmissionFactor.TryParse),
                ConversionFactor = Fraction(part, "conversionFactor"),
                Samples = part.OptionalInteger("samples"),
                Source = StreamReading.OptionalName(part, "source"),
                ExternalSource = StreamReading.OptionalName(part, "externalSource"),
            };
            part.Done();
            return analysis;
        }).ToList();

    /// <summary>The composition of a gas; its molar volume may follow from stated conditions.</summary>
    internal static GasComposition? OfGas(IStreamFields fields, bool hasConditions)
    {
        var shares = Shares(fields);
        var volume = fields.OptionalValue<decimal>("molarVolume", MonitoredUnits.TryMolarVolume);
        var source = StreamReading.OptionalName(fields, "analysisSource");
        if (shares.Count == 0 && volume is null && source is null)
        {
            return null;
        }

        foreach (var (field, missing) in new[] { ("composition", shares.Count == 0), ("molarVolume", volume is null && !hasConditions), ("analysisSource", source is null) })
        {
            if (missing)
            {
                fields.Problems.Error("incomplete-composition", fields.PlaceOf(field), $"\"{field}\" is missing.", "a composition with its \"molarVolume\" and \"analysisSource\", or none of the three", "The molar volume is that of the conditions of the amounts; where \"conditions\" states those, it may be left out.");
            }
        }

        return new GasComposition(shares, volume ?? (hasConditions ? null : 1m), source ?? "");
    }

    internal static List<ComponentShare> Shares(IStreamFields fields) =>
        fields.EachPart("composition").Select(part =>
        {
            var share = new ComponentShare(StreamReading.Name(part, "component"), part.Value<decimal>("share", PlainNumber.TryParseFraction) ?? 0m);
            part.Done();
            return share;
        }).ToList();

    internal static List<CarbonFlow> Flows(IStreamFields fields, string field, ReportingPeriod year) => fields.EachPart(field).Select(part =>
    {
        var flow = new CarbonFlow(
            StreamReading.Name(part, "material"),
            AmountReading.Of<Mass>(part.Amounts(year), Mass.TryParse, part.Problems),
            part.Value<decimal>("carbonContent", PlainNumber.TryParseFraction) ?? 0m);
        part.Done();
        return flow;
    }).ToList();

    internal static decimal? Fraction(IStreamFields fields, string field) => fields.OptionalValue<decimal>(field, PlainNumber.TryParseFraction);
}
