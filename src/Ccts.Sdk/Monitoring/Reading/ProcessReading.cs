using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads process materials, mass balances, PFCs and imported intermediates.</summary>
internal static class ProcessReading
{
    internal static ProcessMaterialStream Material(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new ProcessMaterialStream
    {
        Id = StreamReading.Name(fields, "id"),
        Material = StreamReading.Name(fields, "material"),
        Amounts = AmountReading.Of<Mass>(fields.Amounts(year), Mass.TryParse, fields.Problems),
        Factor = StreamReading.Factor<MassEmissionFactor>(fields, MassEmissionFactor.TryParse),
        ConversionFactor = fields.OptionalValue<decimal>("conversionFactor", PlainNumber.TryParseFraction),
        Samples = fields.OptionalInteger("samples"),
        Stock = StreamReading.Stock(fields),
        PreviousYear = fields.OptionalValue<Mass>("previousYear", Mass.TryParse),
        Analyses = AnalysisReading.OfMaterial(fields, year),
        CarbonContent = AnalysisReading.Fraction(fields, "carbonContent"),
        Composition = AnalysisReading.Shares(fields),
        AnalysisSource = StreamReading.OptionalName(fields, "analysisSource"),
        BiogenicShare = AnalysisReading.Fraction(fields, "biogenicShare"),
        BiogenicShareSource = StreamReading.OptionalName(fields, "biogenicShareSource"),
    });

    internal static MassBalanceStream MassBalance(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new MassBalanceStream
    {
        Id = StreamReading.Name(fields, "id"),
        Inputs = AnalysisReading.Flows(fields, "inputs", year),
        Outputs = AnalysisReading.Flows(fields, "outputs", year),
        InputsElsewhere = StreamReading.OptionalName(fields, "inputsElsewhere"),
    });

    internal static PfcStream Pfc(IStreamFields fields, ReportingPeriod year)
    {
        _ = year;
        return StreamReading.Whole(fields, new PfcStream
        {
            Id = StreamReading.Name(fields, "id"),
            Measured = Measured(fields),
        });
    }

    internal static ImportedIntermediateStream Intermediate(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new ImportedIntermediateStream
    {
        Id = StreamReading.Name(fields, "id"),
        Material = StreamReading.Name(fields, "material"),
        Amounts = AmountReading.Of<Mass>(fields.Amounts(year), Mass.TryParse, fields.Problems),
        Factor = fields.Value<MassEmissionFactor>("factor", MassEmissionFactor.TryParse) ?? default,
        Source = StreamReading.Name(fields, "source"),
    });

    internal static GasStream Gas(IStreamFields fields, ReportingPeriod year) => StreamReading.Whole(fields, new GasStream
    {
        Id = StreamReading.Name(fields, "id"),
        Gas = StreamReading.Name(fields, "gas"),
        Amounts = AmountReading.Of<Mass>(fields.Amounts(year), Mass.TryParse, fields.Problems),
        GlobalWarmingPotential = fields.OptionalValue<decimal>("globalWarmingPotential", PlainNumber.TryParse),
        Source = StreamReading.Name(fields, "source"),
    });

    private static PfcMeasurement Measured(IStreamFields fields) => fields.Choice("method", ReportWords.PfcMethods.Words) switch
    {
        ReportWords.PfcMethod.Slope => new SlopePfc(
            fields.Value<Mass>("aluminium", Mass.TryParse) ?? default,
            Number(fields, "anodeEffectMinutesPerCellDay"),
            Number(fields, "slope"),
            Number(fields, "c2f6PerCf4"),
            StreamReading.Name(fields, "source")),
        ReportWords.PfcMethod.Overvoltage => new OvervoltagePfc(
            fields.Value<Mass>("aluminium", Mass.TryParse) ?? default,
            Number(fields, "overvoltageMillivolts"),
            fields.Value<decimal>("currentEfficiency", PlainNumber.TryParseFraction) ?? 0m,
            Number(fields, "coefficient"),
            Number(fields, "c2f6PerCf4"),
            StreamReading.Name(fields, "source"))
        {
            Basis = fields.OptionalText("coefficientBasis") is null ? null : fields.Choice("coefficientBasis", ReportWords.CoefficientBases.Words),
        },
        ReportWords.PfcMethod.Measured => new MeasuredPfc(
            fields.Value<Mass>("cf4", Mass.TryParse) ?? default,
            fields.Value<Mass>("c2f6", Mass.TryParse) ?? default)
        {
            C4F10 = fields.OptionalValue<Mass>("c4f10", Mass.TryParse) ?? default,
            C6F14 = fields.OptionalValue<Mass>("c6f14", Mass.TryParse) ?? default,
        },
        _ => new MeasuredPfc(default, default),
    };

    private static decimal Number(IStreamFields fields, string field) => fields.Value<decimal>(field, PlainNumber.TryParse) ?? 0m;
}
