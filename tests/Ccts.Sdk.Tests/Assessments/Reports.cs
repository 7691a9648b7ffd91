using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>Monitoring reports for tests: one that comes to given emissions, and random ones from a seed.</summary>
internal static class Reports
{
    internal static readonly ComplianceYear Year = ComplianceYear.Parse("2025-26");

    /// <summary>A cement plant whose whole emissions are one captured measure: heat bought at 1000 t/TJ, so 1 GJ is 1 t.</summary>
    internal static MonitoringReport Of(string registration, string year, decimal tonnes, decimal output)
    {
        var period = ReportingPeriod.Year(ComplianceYear.Parse(year));
        return new MonitoringReport
        {
            Entity = new ObligatedEntity(RegistrationNumber.Parse(registration), registration, "Cement"),
            Year = ComplianceYear.Parse(year),
            ImportedHeat = [new ImportedHeatStream { Id = "heat", Amounts = new(period, Energy.FromGigajoules(tonnes)), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(1000m), Source = "test" }],
            Products = [new ProductStream { Id = "cement", Product = "cement", Amounts = new ProductInTonnes(new(period, Mass.FromTonnes(output))) }],
        };
    }

    /// <summary>A report with every kind of stream, twelve months each.</summary>
    internal static MonitoringReport Random(int seed)
    {
        var random = new Random(seed);
        return new MonitoringReport
        {
            Entity = new ObligatedEntity(RegistrationNumber.Parse("CMTOE085RJ"), "Kotputli", "Cement"),
            Year = Year,
            Fuels = [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Fuel(random, "fuel-" + i))],
            ProcessMaterials = [.. Enumerable.Range(0, random.Next(0, 4)).Select(i => new ProcessMaterialStream { Id = "material-" + i, Material = "CaCO3", Amounts = Months(random, Mass.FromTonnes), ConversionFactor = Fraction(random) })],
            MassBalances = [new MassBalanceStream { Id = "balance", Inputs = [new CarbonFlow("anode", Months(random, Mass.FromTonnes), Fraction(random))], Outputs = [new CarbonFlow("butts", Months(random, m => Mass.FromTonnes(m / 1000m)), Fraction(random))] }],
            Pfcs = [new PfcStream { Id = "pots", Measured = new MeasuredPfc(Mass.FromTonnes(Amount(random) / 10000m), Mass.FromTonnes(Amount(random) / 100000m)) }],
            Electricity =
            [
                new ElectricityStream { Id = "grid", Supply = ElectricitySupply.Grid, Amounts = Months(random, ElectricalEnergy.FromMegawattHours) },
                new ElectricityStream { Id = "ppa", Supply = ElectricitySupply.PowerPurchaseAgreement, Amounts = Months(random, ElectricalEnergy.FromMegawattHours) },
                new ElectricityStream { Id = "solar", Supply = ElectricitySupply.RenewableOnSite, Amounts = Months(random, ElectricalEnergy.FromMegawattHours), NoDoubleCountUndertaking = random.Next(2) == 0 },
            ],
            ImportedHeat = [new ImportedHeatStream { Id = "steam", Amounts = Months(random, Energy.FromGigajoules), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(70.125m), Source = "test" }],
            ExportedPower = [new ExportedPowerStream { Id = "sold", Amounts = Months(random, m => ElectricalEnergy.FromMegawattHours(m / 100m)), Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.91m), FactorSource = "test" }],
            CapturedCo2 = [new CapturedCo2Stream { Id = "captured", Amounts = Months(random, m => Co2e.FromTonnes(m / 100m)), Destination = "urea" }],
            Memo = [new MemoStream { Id = "colony", Kind = "colony", Amounts = Months(random, Co2e.FromTonnes) }],
            Products = [new ProductStream { Id = "opc", Product = "OPC", Amounts = new ProductInTonnes(Months(random, m => Mass.FromTonnes(m * 10m))) }, new ProductStream { Id = "ppc", Product = "PPC", Equivalence = 0.85m, EquivalenceSource = "test", Amounts = new ProductInTonnes(Months(random, Mass.FromTonnes)) }],
        };
    }

    private static FuelStream Fuel(Random random, string id)
    {
        var solid = new FuelStream { Id = id, Fuel = random.Next(5) == 0 ? "charcoal" : "petroleum-coke", State = FuelState.Solid, Measured = new WeighedFuel(Months(random, Mass.FromTonnes), NetCalorificValue.FromGigajoulesPerTonne(Amount(random) / 1000m)), OxidationFactor = random.Next(2) == 0 ? null : Fraction(random) };
        return random.Next(4) switch
        {
            0 => solid,
            1 => solid with { CarbonContent = Fraction(random) },
            2 => new FuelStream { Id = id, Fuel = "residual-fuel-oil", State = FuelState.Liquid, Measured = new MeteredLiquid(Months(random, Volume.FromKilolitres), VolumeNetCalorificValue.FromGigajoulesPerKilolitre(38.5m)) },
            _ => new FuelStream { Id = id, Fuel = "natural-gas", State = FuelState.Gas, Measured = new MeteredGas(Months(random, m => GasVolume.FromStandardCubicMetres(m * 1000m)), null, GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre(0.0398m)) },
        };
    }

    internal static Amounts<T> Months<T>(Random random, Func<decimal, T> quantity)
        where T : struct, IQuantity =>
        new(Enumerable.Range(0, 12).Select(m => new PeriodAmount<T>(ReportingPeriod.Month(m < 9 ? 2025 : 2026, ((m + 3) % 12) + 1), quantity(Amount(random)))));

    private static decimal Amount(Random random) => random.Next(1, 50_000_000) / 1000m;

    private static decimal Fraction(Random random) => random.Next(1, 10001) / 10000m;
}
