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
        WhyUnusual = MaybeText(),
        OwnTarget = _random.Next(3) == 0 ? new OwnTarget(EmissionIntensity.Parse("0.8032 tCO2e/t"), Maybe(() => EmissionIntensity.Parse("7.03 tCO2e/MBBLS/NRGF")), MaybeText()) : null,
        DocumentsSubmitted = Flag(),
        Fuels = Many(Fuel),
        ProcessMaterials = Many(() => new ProcessMaterialStream
        {
            Id = Id(),
            Evidence = Evidence(),
            WhyGaps = MaybeText(),
            WhyUnusual = MaybeText(),
            Material = Words(),
            Amounts = Amounts(Mass.FromTonnes),
            Factor = Factor(MassEmissionFactor.FromTonnesPerTonne),
            ConversionFactor = Maybe(Number),
            Samples = Maybe(() => _random.Next(100)),
            Stock = Stock(),
            PreviousYear = Maybe(() => Mass.FromTonnes(Number())),
            Analyses = Many(() => new MaterialAnalysis(Period()) { Factor = Maybe(() => MassEmissionFactor.FromTonnesPerTonne(Number())), ExternalFactor = Maybe(() => MassEmissionFactor.FromTonnesPerTonne(Number())), ConversionFactor = Maybe(Number), Samples = Maybe(() => _random.Next(100)), Source = MaybeText(), ExternalSource = MaybeText() }),
            CarbonContent = Maybe(Number),
            Composition = Many(() => new ComponentShare(Words(), Number())),
            AnalysisSource = MaybeText(),
            BiogenicShare = Maybe(Number),
            BiogenicShareSource = MaybeText(),
        }),
        MassBalances = Many(() => new MassBalanceStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Inputs = Many(Flow), Outputs = Many(Flow), InputsElsewhere = MaybeText() }),
        Pfcs = Many(() => new PfcStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Measured = Pfc() }),
        Gases = Many(() => new GasStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Gas = Words(), Amounts = Amounts(Mass.FromTonnes), GlobalWarmingPotential = Maybe(Number), Source = Words() }),
        ImportedIntermediates = Many(() => new ImportedIntermediateStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Material = Words(), Amounts = Amounts(Mass.FromTonnes), Factor = MassEmissionFactor.FromTonnesPerTonne(Number()), Source = Words() }),
        Electricity = Many(() => new ElectricityStream
        {
            Id = Id(),
            Evidence = Evidence(),
            WhyGaps = MaybeText(),
            WhyUnusual = MaybeText(),
            Supply = (ElectricitySupply)_random.Next(6),
            Amounts = Amounts(ElectricalEnergy.FromMegawattHours),
            Factor = Maybe(() => ElectricityEmissionFactor.FromTonnesPerMegawattHour(Number())),
            FactorSource = MaybeText(),
            NoDoubleCountUndertaking = Flag(),
            PreviousYear = Maybe(() => ElectricalEnergy.FromMegawattHours(Number())),
        }),
        ImportedHeat = Many(() =>
        {
            var (amounts, steam) = Heat();
            return new ImportedHeatStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Amounts = amounts, Steam = steam, Carrier = Maybe(() => (HeatCarrier)_random.Next(3)), Factor = EnergyFactor(Number()), Source = Words() };
        }),
        ExportedPower = Many(() => new ExportedPowerStream
        {
            Id = Id(),
            Evidence = Evidence(),
            WhyGaps = MaybeText(),
            WhyUnusual = MaybeText(),
            Amounts = Amounts(ElectricalEnergy.FromMegawattHours),
            Factor = Maybe(() => ElectricityEmissionFactor.FromTonnesPerMegawattHour(Number())),
            FactorSource = MaybeText(),
            Generation = Many(() => new GeneratingUnit(Words(), ElectricalEnergy.FromMegawattHours(Number()), Maybe(Number), Maybe(() => EnergyFactor(Number())))),
        }),
        ExportedHeat = Many(() =>
        {
            var (amounts, steam) = Heat();
            var apportioned = Flag() ? null : new HeatApportionment(Co2e.FromTonnes(Number()), Number(), Energy.FromGigajoules(Number()));
            return new ExportedHeatStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Amounts = amounts, Steam = steam, Carrier = Maybe(() => (HeatCarrier)_random.Next(3)), Apportioned = apportioned, Factor = apportioned is null ? EnergyFactor(Number()) : default, Source = Words() };
        }),
        CapturedCo2 = Many(() => new CapturedCo2Stream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Amounts = Amounts(Co2e.FromTonnes), Destination = Words(), Leakage = Maybe(() => Co2e.FromTonnes(Number())), ReceiverProof = MaybeText() }),
        Memo = Many(() => new MemoStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Kind = Words(), Amounts = Amounts(Co2e.FromTonnes) }),
        RenewableCertificates = Many(() => new OfferedCertificates { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Amount = ElectricalEnergy.FromMegawattHours(Number()) }),
        Products = Many(() =>
        {
            var amounts = Output();
            return new ProductStream { Id = Id(), Evidence = Evidence(), WhyGaps = MaybeText(), WhyUnusual = MaybeText(), Product = Words(), Amounts = amounts, Equivalence = Flag() ? 1m : Number(), EquivalentIn = Maybe(() => Unit()), EquivalenceSource = MaybeText() };
        }),
    };

    private FuelStream Fuel()
    {
        var measured = Measured();
        var isEnergy = measured is BilledEnergy;
        return new()
        {
            Id = Id(),
            Evidence = Evidence(),
            WhyGaps = MaybeText(),
            WhyUnusual = MaybeText(),
            Fuel = Words(),
            State = (FuelState)_random.Next(3),
            Measured = measured,
            Factor = Factor(EnergyFactor),
            CarbonContent = Maybe(Number),
            OxidationFactor = Maybe(Number),
            Samples = Maybe(() => _random.Next(100)),
            Stock = measured is WeighedFuel ? Stock() : null,
            Analyses = Many(() => new FuelAnalysis(Period())
            {
                Net = isEnergy ? null : Maybe(Number),
                ExternalNet = isEnergy ? null : Maybe(Number),
                Gross = isEnergy ? null : Maybe(Number),
                ExternalGross = isEnergy ? null : Maybe(Number),
                CarbonContent = Maybe(Number),
                ExternalCarbonContent = Maybe(Number),
                Factor = Maybe(() => EnergyFactor(Number())),
                Moisture = Maybe(Number),
                Samples = Maybe(() => _random.Next(100)),
                Source = MaybeText(),
                ExternalSource = MaybeText(),
            }),
            Moisture = Maybe(Number),
            Basis = Maybe(() => (AnalysisBasis)_random.Next(2)),
            Unburnt = Many(Flow),
            BiogenicShare = Maybe(Number),
            BiogenicShareSource = MaybeText(),
            CoProcessing = MaybeText(),
            Composition = Flag() ? null : new GasComposition([new ComponentShare("CO", Number()), .. Many(() => new ComponentShare(Words(), Number()))], measured is MeteredGas { Stated: not null } ? Maybe(Number) : Number(), Words()),
        };
    }

    private FuelMeasurement Measured() => _random.Next(5) switch
    {
        0 => new WeighedFuel(Amounts(Mass.FromTonnes), Maybe(() => NetCalorificValue.FromGigajoulesPerTonne(Number())), Maybe(() => GrossCalorificValue.FromGigajoulesPerTonne(Number())), Maybe(() => Mass.FromTonnes(Number()))),
        1 => new MeteredLiquid(Amounts(Volume.FromKilolitres), Maybe(() => VolumeNetCalorificValue.FromGigajoulesPerKilolitre(Number())), Maybe(() => VolumeGrossCalorificValue.FromGigajoulesPerKilolitre(Number())), Maybe(() => Volume.FromKilolitres(Number()))) { Stock = Stock(Volume.FromKilolitres) },
        2 => new BilledEnergy(Amounts(Energy.FromGigajoules), (CalorificBasis)_random.Next(2), Maybe(Number), MaybeText(), Maybe(() => Energy.FromGigajoules(Number()))),
        3 => Gas(GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(Number())) with { Stated = new StatedConditions(Reference(), Reference(), Words()), CalorificConditions = GasConditions.Normal },
        _ => Gas(Maybe(() => GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(Number()))) with { Conditions = (GasConditions)_random.Next(2), Stated = Flag() ? null : new StatedConditions(Reference(), null, Words()) },
    };

    private MeteredGas Gas(GasNetCalorificValue? net) =>
        new(Amounts(GasVolume.FromStandardCubicMetres), net, Maybe(() => GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre(Number())), Maybe(() => GasVolume.FromStandardCubicMetres(Number()))) { Stock = Stock(GasVolume.FromStandardCubicMetres) };

    private ReferenceConditions Reference() => ReferenceConditions.Of(_random.Next(-2000, 4000) / 100m, _random.Next(80_000, 120_000) / 1000m);

    private (Amounts<Energy> Amounts, MeteredSteam? Steam) Heat()
    {
        if (Flag())
        {
            return (Amounts(Energy.FromGigajoules), null);
        }

        var steam = new MeteredSteam(Amounts(_ => Mass.FromTonnes(_random.Next(1000))), _random.Next(100) / 10m, _random.Next(10) / 10m, Words(), Words());
        return (steam.Heat, steam);
    }

    private MeteredStock<T>? Stock<T>(Func<decimal, T> make)
        where T : struct, IQuantity => Flag() ? null : new MeteredStock<T>(make(Number()), make(Number()), make(Number()), make(Number()));

    private ReportingPeriod Period() => ReportingPeriod.Month(2025, _random.Next(4, 13));

    private OutputBasis Unit() => _random.Next(4) switch { 0 => OutputBasis.Tonne, 1 => OutputBasis.MegawattHour, 2 => OutputBasis.RefineryBarrel, _ => OutputBasis.Parse("m2/yr") };

    private OutputAmounts Output() => _random.Next(4) switch
    {
        0 => new ProductInTonnes(Amounts(Mass.FromTonnes)),
        1 => new ProductInMegawattHours(Amounts(ElectricalEnergy.FromMegawattHours)),
        2 => new ProductInUnit(OutputBasis.Parse("m2/yr"), Amounts(n => Ccts.Sdk.Quantities.Output.Of(n, OutputBasis.Parse("m2/yr")))),
        _ => new ProductInRefineryThroughput(Amounts(RefineryThroughput.FromMbblsNrgf)),
    };

    private PfcMeasurement Pfc() => _random.Next(3) switch
    {
        0 => new MeasuredPfc(Mass.FromTonnes(Number()), Mass.FromTonnes(Number())) { C4F10 = Mass.FromTonnes(Number()), C6F14 = Mass.FromTonnes(Number()) },
        1 => new SlopePfc(Mass.FromTonnes(Number()), Number(), Number(), Number(), Words()),
        _ => new OvervoltagePfc(Mass.FromTonnes(Number()), Number(), Number(), Number(), Number(), Words()) { Basis = Maybe(() => (CoefficientBasis)_random.Next(2)) },
    };

    /// <summary>Per terajoule or per toe, as the two forms of the DPCM are.</summary>
    private EnergyEmissionFactor EnergyFactor(decimal number) =>
        Flag() ? EnergyEmissionFactor.FromTonnesPerTerajoule(number) : EnergyEmissionFactor.Of(number, EnergyEmissionFactorUnit.TonnePerToe);

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
