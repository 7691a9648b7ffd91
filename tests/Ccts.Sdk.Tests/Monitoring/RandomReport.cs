using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Reports of every shape a reader may meet, made from a seed; not plausible plants.</summary>
internal sealed class RandomReport
{
    private static readonly ComplianceYear Year = new(2025);
    private readonly Random _random;
    private int _streams;

    private RandomReport(int seed) => _random = new Random(seed);

    internal static Arbitrary<MonitoringReport> Any => Gen.Choose(0, int.MaxValue).Select(Of).ToArbitrary();

    internal static MonitoringReport Of(int seed) => new RandomReport(seed).Report();

    private MonitoringReport Report() => new()
    {
        Entity = new ObligatedEntity(Maybe(() => RegistrationNumber.Parse("CMTOE085RJ")), Words(), Words(), MaybeText(), MaybeText()),
        Year = Year,
        Illustrative = MaybeText(),
        TargetRow = MaybeText(),
        OwnTarget = _random.Next(3) == 0 ? new OwnTarget(EmissionIntensity.Parse("0.8032 tCO2e/t"), Maybe(() => EmissionIntensity.Parse("7.03 tCO2e/MBBLS/NRGF")), MaybeText()) : null,
        DocumentsSubmitted = Flag(),
        Fuels = Many(Fuel),
        ProcessMaterials = Many(() => new ProcessMaterialStream
        {
            Id = Id(),
            Evidence = Evidence(),
            Material = Words(),
            Amounts = Amounts(Mass.FromTonnes),
            Factor = Factor(MassEmissionFactor.FromTonnesPerTonne),
            ConversionFactor = Maybe(Number),
            Samples = Maybe(() => _random.Next(100)),
            Stock = Stock(),
            PreviousYear = Maybe(() => Mass.FromTonnes(Number())),
        }),
        MassBalances = Many(() => new MassBalanceStream { Id = Id(), Evidence = Evidence(), Inputs = Many(Flow), Outputs = Many(Flow) }),
        Pfcs = Many(() => new PfcStream { Id = Id(), Evidence = Evidence(), Measured = Pfc() }),
        ImportedIntermediates = Many(() => new ImportedIntermediateStream { Id = Id(), Evidence = Evidence(), Material = Words(), Amounts = Amounts(Mass.FromTonnes), Factor = MassEmissionFactor.FromTonnesPerTonne(Number()), Source = Words() }),
        Electricity = Many(() => new ElectricityStream
        {
            Id = Id(),
            Evidence = Evidence(),
            Supply = (ElectricitySupply)_random.Next(6),
            Amounts = Amounts(ElectricalEnergy.FromMegawattHours),
            Factor = Maybe(() => ElectricityEmissionFactor.FromTonnesPerMegawattHour(Number())),
            FactorSource = MaybeText(),
            NoDoubleCountUndertaking = Flag(),
            PreviousYear = Maybe(() => ElectricalEnergy.FromMegawattHours(Number())),
        }),
        ImportedHeat = Many(() => new ImportedHeatStream { Id = Id(), Evidence = Evidence(), Amounts = Amounts(Energy.FromGigajoules), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(Number()), Source = Words() }),
        ExportedPower = Many(() => new ExportedPowerStream { Id = Id(), Evidence = Evidence(), Amounts = Amounts(ElectricalEnergy.FromMegawattHours), Factor = Maybe(() => ElectricityEmissionFactor.FromTonnesPerMegawattHour(Number())), FactorSource = MaybeText() }),
        ExportedHeat = Many(() => new ExportedHeatStream { Id = Id(), Evidence = Evidence(), Amounts = Amounts(Energy.FromGigajoules), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(Number()), Source = Words() }),
        CapturedCo2 = Many(() => new CapturedCo2Stream { Id = Id(), Evidence = Evidence(), Amounts = Amounts(Co2e.FromTonnes), Destination = Words() }),
        Memo = Many(() => new MemoStream { Id = Id(), Evidence = Evidence(), Kind = Words(), Amounts = Amounts(Co2e.FromTonnes) }),
        RenewableCertificates = Many(() => new OfferedCertificates { Id = Id(), Evidence = Evidence(), Amount = ElectricalEnergy.FromMegawattHours(Number()) }),
        Products = Many(() => new ProductStream { Id = Id(), Evidence = Evidence(), Product = Words(), Amounts = Output(), Equivalence = Flag() ? 1m : Number(), EquivalenceSource = MaybeText() }),
    };

    private FuelStream Fuel() => new()
    {
        Id = Id(),
        Evidence = Evidence(),
        Fuel = Words(),
        State = (FuelState)_random.Next(3),
        Measured = _random.Next(3) switch
        {
            0 => new WeighedFuel(Amounts(Mass.FromTonnes), Maybe(() => NetCalorificValue.FromGigajoulesPerTonne(Number())), Maybe(() => GrossCalorificValue.FromGigajoulesPerTonne(Number())), Maybe(() => Mass.FromTonnes(Number()))),
            1 => new MeteredLiquid(Amounts(Volume.FromKilolitres), Maybe(() => VolumeNetCalorificValue.FromGigajoulesPerKilolitre(Number())), Maybe(() => VolumeGrossCalorificValue.FromGigajoulesPerKilolitre(Number())), Maybe(() => Volume.FromKilolitres(Number()))),
            _ => new MeteredGas(Amounts(GasVolume.FromStandardCubicMetres), Maybe(() => GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(Number())), Maybe(() => GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre(Number())), Maybe(() => GasVolume.FromStandardCubicMetres(Number()))),
        },
        Factor = Factor(EnergyEmissionFactor.FromTonnesPerTerajoule),
        CarbonContent = Maybe(Number),
        OxidationFactor = Maybe(Number),
        Samples = Maybe(() => _random.Next(100)),
        Stock = Stock(),
    };

    private OutputAmounts Output() => _random.Next(3) switch
    {
        0 => new ProductInTonnes(Amounts(Mass.FromTonnes)),
        1 => new ProductInMegawattHours(Amounts(ElectricalEnergy.FromMegawattHours)),
        _ => new ProductInRefineryThroughput(Amounts(RefineryThroughput.FromMbblsNrgf)),
    };

    private PfcMeasurement Pfc() => _random.Next(3) switch
    {
        0 => new MeasuredPfc(Mass.FromTonnes(Number()), Mass.FromTonnes(Number())),
        1 => new SlopePfc(Mass.FromTonnes(Number()), Number(), Number(), Number(), Words()),
        _ => new OvervoltagePfc(Mass.FromTonnes(Number()), Number(), Number(), Number(), Number(), Words()),
    };

    private CarbonFlow Flow() => new(Words(), Amounts(Mass.FromTonnes), Number());

    private FactorChoice<T> Factor<T>(Func<decimal, T> make)
        where T : struct => Flag() ? FactorChoice<T>.RulesetDefault : new FactorChoice<T>((FactorTier)_random.Next(2), Maybe(() => make(Number())), MaybeText(), MaybeText());

    private StockBalance? Stock() => Flag() ? null : new StockBalance(Mass.FromTonnes(Number()), Mass.FromTonnes(Number()), Mass.FromTonnes(Number()), Mass.FromTonnes(Number()));

    private Amounts<T> Amounts<T>(Func<decimal, T> make)
        where T : struct, IQuantity => _random.Next(3) switch
        {
            0 => new Amounts<T>(ReportingPeriod.Year(Year), make(Number())),
            1 => new Amounts<T>(new ReportingPeriod(Year.FirstDay, Year.FirstDay.PlusDays(_random.Next(1, 300))), make(Number())),
            _ => new Amounts<T>(Enumerable.Range(0, _random.Next(1, 13)).Select(m => new PeriodAmount<T>(ReportingPeriod.Month(m < 9 ? 2025 : 2026, (m + 3) % 12 + 1), make(Number())))),
        };

    private IReadOnlyList<EvidenceDocument> Evidence() =>
        Flag() ? [] : [new EvidenceDocument(Words(), MaybeText(), Flag() ? null : new string('a', 64), Flag() ? null : "2025-05-01T09:30:00+05:30")];

    private List<T> Many<T>(Func<T> make) => Enumerable.Range(0, _random.Next(4)).Select(_ => make()).ToList();

    private string Id() => "stream-" + (++_streams);

    private string Words() => _random.Next(4) switch
    {
        0 => "coal",
        1 => "गिरनार \"सीमेंट\" \\ 🏭",
        2 => "a/b~c {}[],:",
        _ => "Lab report " + _random.Next(1000),
    };

    private string? MaybeText() => Flag() ? Words() : null;

    private T? Maybe<T>(Func<T> make)
        where T : struct => Flag() ? make() : null;

    private bool Flag() => _random.Next(2) == 0;

    private decimal Number() => _random.Next(5) switch
    {
        0 => 0m,
        1 => _random.Next(1, 1000),
        2 => -_random.Next(1, 1000),
        3 => 1.50m,
        _ => new decimal(_random.Next(), _random.Next(), 0, false, (byte)_random.Next(13)),
    };
}
