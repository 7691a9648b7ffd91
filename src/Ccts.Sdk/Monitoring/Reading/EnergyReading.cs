using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads electricity, heat, exports, captured CO2, memo items and offered certificates.</summary>
internal static class EnergyReading
{
    internal static ElectricityStream Electricity(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new ElectricityStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Supply = fields.Choice("supply", ReportWords.Supplies.Words) ?? ElectricitySupply.Grid,
            Amounts = AmountReading.Of<ElectricalEnergy>(fields.Amounts(year), ElectricalEnergy.TryParse, fields.Problems),
            Factor = fields.OptionalValue<ElectricityEmissionFactor>("factor", ElectricityEmissionFactor.TryParse),
            FactorSource = StreamReading.OptionalName(fields, "factorSource"),
            NoDoubleCountUndertaking = fields.OptionalFlag("noDoubleCountUndertaking") ?? false,
            PreviousYear = fields.OptionalValue<ElectricalEnergy>("previousYear", ElectricalEnergy.TryParse),
        };
        fields.Done();
        return stream;
    }

    internal static ImportedHeatStream ImportedHeat(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new ImportedHeatStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Amounts = AmountReading.Of<Energy>(fields.Amounts(year), Energy.TryParse, fields.Problems),
            Factor = fields.Value<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse) ?? default,
            Source = StreamReading.Name(fields, "source"),
        };
        fields.Done();
        return stream;
    }

    internal static ExportedPowerStream ExportedPower(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new ExportedPowerStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Amounts = AmountReading.Of<ElectricalEnergy>(fields.Amounts(year), ElectricalEnergy.TryParse, fields.Problems),
            Factor = fields.OptionalValue<ElectricityEmissionFactor>("factor", ElectricityEmissionFactor.TryParse),
            FactorSource = StreamReading.OptionalName(fields, "factorSource"),
        };
        fields.Done();
        return stream;
    }

    internal static ExportedHeatStream ExportedHeat(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new ExportedHeatStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Amounts = AmountReading.Of<Energy>(fields.Amounts(year), Energy.TryParse, fields.Problems),
            Factor = fields.Value<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse) ?? default,
            Source = StreamReading.Name(fields, "source"),
        };
        fields.Done();
        return stream;
    }

    internal static CapturedCo2Stream CapturedCo2(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new CapturedCo2Stream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Amounts = AmountReading.Of<Co2e>(fields.Amounts(year), Co2e.TryParse, fields.Problems),
            Destination = StreamReading.Name(fields, "destination"),
        };
        fields.Done();
        return stream;
    }

    internal static MemoStream Memo(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new MemoStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Kind = StreamReading.Name(fields, "kind"),
            Amounts = AmountReading.Of<Co2e>(fields.Amounts(year), Co2e.TryParse, fields.Problems),
        };
        fields.Done();
        return stream;
    }

    internal static OfferedCertificates Certificates(IStreamFields fields, ReportingPeriod year)
    {
        _ = year;
        var stream = new OfferedCertificates
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Amount = fields.Value<ElectricalEnergy>("amount", ElectricalEnergy.TryParse) ?? default,
        };
        fields.Done();
        return stream;
    }
}
