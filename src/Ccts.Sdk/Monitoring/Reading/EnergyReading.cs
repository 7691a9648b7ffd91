using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads electricity, heat, exports, captured CO2, memo items and offered certificates.</summary>
internal static class EnergyReading
{
    internal static ElectricityStream Electricity(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new ElectricityStream
    {
        Id = StreamReading.Name(fields, "id"),
        Supply = fields.Choice("supply", ReportWords.Supplies.Words) ?? ElectricitySupply.Grid,
        Amounts = AmountReading.Of<ElectricalEnergy>(fields.Amounts(year), ElectricalEnergy.TryParse, fields.Problems),
        Factor = fields.OptionalValue<ElectricityEmissionFactor>("factor", ElectricityEmissionFactor.TryParse),
        FactorSource = StreamReading.OptionalName(fields, "factorSource"),
        NoDoubleCountUndertaking = fields.OptionalFlag("noDoubleCountUndertaking") ?? false,
        PreviousYear = fields.OptionalValue<ElectricalEnergy>("previousYear", ElectricalEnergy.TryParse),
    });

    internal static ImportedHeatStream ImportedHeat(IStreamFields fields, ReportingPeriod year)
    {
        var heat = Heat(fields, year);
        return StreamReading.Whole(fields, new ImportedHeatStream
        {
            Id = StreamReading.Name(fields, "id"),
            Amounts = heat.Amounts,
            Steam = heat.Steam,
            Carrier = Carrier(fields),
            Factor = fields.Value<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse) ?? default,
            Source = StreamReading.Name(fields, "source"),
        });
    }

    internal static ExportedPowerStream ExportedPower(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new ExportedPowerStream
    {
        Id = StreamReading.Name(fields, "id"),
        Amounts = AmountReading.Of<ElectricalEnergy>(fields.Amounts(year), ElectricalEnergy.TryParse, fields.Problems),
        Factor = fields.OptionalValue<ElectricityEmissionFactor>("factor", ElectricityEmissionFactor.TryParse),
        FactorSource = StreamReading.OptionalName(fields, "factorSource"),
        Generation = Generation(fields),
    });

    internal static ExportedHeatStream ExportedHeat(IStreamFields fields, ReportingPeriod year)
    {
        var heat = Heat(fields, year);
        var apportioned = Apportioned(fields);
        return StreamReading.Whole(fields, new ExportedHeatStream
        {
            Id = StreamReading.Name(fields, "id"),
            Amounts = heat.Amounts,
            Steam = heat.Steam,
            Carrier = Carrier(fields),
            Apportioned = apportioned,
            Factor = (apportioned is null ? fields.Value<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse) : fields.OptionalValue<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse)) ?? default,
            Source = StreamReading.Name(fields, "source"),
        });
    }

    internal static CapturedCo2Stream CapturedCo2(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new CapturedCo2Stream
    {
        Id = StreamReading.Name(fields, "id"),
        Amounts = AmountReading.Of<Co2e>(fields.Amounts(year), Co2e.TryParse, fields.Problems),
        Destination = StreamReading.Name(fields, "destination"),
        Leakage = fields.OptionalValue<Co2e>("leakage", Co2e.TryParse),
        ReceiverProof = StreamReading.OptionalName(fields, "receiverProof"),
    });

    internal static MemoStream Memo(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new MemoStream
    {
        Id = StreamReading.Name(fields, "id"),
        Kind = StreamReading.Name(fields, "kind"),
        Amounts = AmountReading.Of<Co2e>(fields.Amounts(year), Co2e.TryParse, fields.Problems),
    });

    internal static OfferedCertificates Certificates(IStreamFields fields, ReportingPeriod year)
    {
        _ = year;
        return StreamReading.Whole(fields, new OfferedCertificates
        {
            Id = StreamReading.Name(fields, "id"),
            Amount = fields.Value<ElectricalEnergy>("amount", ElectricalEnergy.TryParse) ?? default,
        });
    }

    /// <summary>Energy as metered, or mass of steam or water with its enthalpy.</summary>
    private static (Amounts<Energy> Amounts, MeteredSteam? Steam) Heat(IStreamFields fields, ReportingPeriod year)
    {
        var raw = fields.Amounts(year);
        if (raw.Count == 0 || !Mass.Units.TryFind(raw[0].Unit, out _))
        {
            return (AmountReading.Of<Energy>(raw, Energy.TryParse, fields.Problems), null);
        }

        var steam = new MeteredSteam(
            AmountReading.Of<Mass>(raw, Mass.TryParse, fields.Problems),
            fields.Value<decimal>("enthalpy", MonitoredUnits.TryEnthalpy) ?? 0m,
            fields.OptionalValue<decimal>("returnEnthalpy", MonitoredUnits.TryEnthalpy) ?? 0m,
            StreamReading.Name(fields, "steamState"),
            StreamReading.Name(fields, "enthalpySource"));
        try
        {
            return (steam.Heat, steam);
        }
        catch (OverflowException)
        {
            fields.Problems.Error("overflow", fields.Place, "Mass times enthalpy is more than can be computed with.", "less than 7.9 x 10^28", "Check the units.");
            return (new Amounts<Energy>([]), steam);
        }
    }

    private static HeatCarrier? Carrier(IStreamFields fields) => fields.OptionalText("carrier") is null ? null : fields.Choice("carrier", ReportWords.Carriers.Words);

    private static HeatApportionment? Apportioned(IStreamFields fields)
    {
        if (fields.OptionalPart("apportioned") is not { } part)
        {
            return null;
        }

        var apportioned = new HeatApportionment(
            part.Value<Co2e>("emissions", Co2e.TryParse) ?? default,
            part.Value<decimal>("heatShare", PlainNumber.TryParseFraction) ?? 0m,
            part.Value<Energy>("heatMade", Energy.TryParse) ?? default);
        part.Done();
        return apportioned;
    }

    private static List<GeneratingUnit> Generation(IStreamFields fields) => fields.EachPart("generation").Select(part =>
    {
        var unit = new GeneratingUnit(
            StreamReading.Name(part, "unit"),
            part.Value<ElectricalEnergy>("net", ElectricalEnergy.TryParse) ?? default,
            part.OptionalValue<decimal>("heatRate", MonitoredUnits.TryHeatRate),
            part.OptionalValue<EnergyEmissionFactor>("factor", EnergyEmissionFactor.TryParse));
        part.Done();
        return unit;
    }).ToList();
}
