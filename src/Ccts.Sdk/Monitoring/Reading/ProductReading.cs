using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads products: the unit of the amounts is the basis of the intensity.</summary>
internal static class ProductReading
{
    internal static ProductStream Read(IStreamFields fields, ReportingPeriod year)
    {
        var stream = new ProductStream
        {
            Id = StreamReading.Name(fields, "id"),
            Place = fields.Place,
            Evidence = StreamReading.Evidence(fields),
            WhyGaps = StreamReading.OptionalName(fields, "whyGaps"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            Product = StreamReading.Name(fields, "product"),
            Amounts = Output(fields, fields.Amounts(year)),
            Equivalence = fields.OptionalValue<decimal>("equivalence", PlainNumber.TryParse) ?? 1m,
            EquivalenceSource = StreamReading.OptionalName(fields, "equivalenceSource"),
        };
        fields.Done();
        return stream;
    }

    private static OutputAmounts Output(IStreamFields fields, IReadOnlyList<RawAmount> raw)
    {
        var unit = raw.Count == 0 ? "t" : raw[0].Unit;
        if (ElectricalEnergy.Units.Symbols.Any(u => string.Equals(u.Symbol, unit, StringComparison.Ordinal)))
        {
            return new ProductInMegawattHours(AmountReading.Of<ElectricalEnergy>(raw, ElectricalEnergy.TryParse, fields.Problems));
        }

        return string.Equals(unit, RefineryThroughput.Units.CanonicalSymbol, StringComparison.Ordinal)
            ? new ProductInRefineryThroughput(AmountReading.Of<RefineryThroughput>(raw, RefineryThroughput.TryParse, fields.Problems))
            : new ProductInTonnes(AmountReading.Of<Mass>(raw, Mass.TryParse, fields.Problems));
    }
}
