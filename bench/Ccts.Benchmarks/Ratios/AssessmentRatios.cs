using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>One assessment of a report with 60 streams of 12 months against a decimal loop written by hand for the same sums.</summary>
internal static class AssessmentRatios
{
    private const int Fuels = 30;
    private const int Materials = 15;
    private const int Meters = 15;
    private static readonly LocalDate Day = new(2026, 11, 22);

    internal static IEnumerable<Ratio> All()
    {
        var report = Report();
        var rules = RulesetCatalog.Default.Resolve(report.Year, Day).Assessment;
        var (fuels, materials, meters) = Numbers(report);
        var target = rules.Targets[report.Entity.Registration!.Value.Text].Target!.Value.TonnesPerUnit;
        var output = report.Products[0].Amounts is ProductInTonnes product ? product.Amounts.Select(a => a.Amount.Tonnes).ToArray() : [];
        Action byHand = () => Sink.Take(ByHand(fuels, materials, meters, output, target));
        var assess = Assess(report, rules, new AssessmentOptions { Validate = false, OtherReadings = false });
        yield return new Ratio("assess/arithmetic", byHand, assess);
        yield return new Ratio("assess/validated", byHand, Assess(report, rules, new AssessmentOptions { OtherReadings = false }));
        yield return new Ratio("assess/default", byHand, Assess(report, rules, AssessmentOptions.Default));
        yield return new Ratio("report/make-and-assess", byHand, () => Sink.Take(Assessor.Assess(Anew(report), rules)));
        yield return new Ratio("assess/steps", byHand, Assess(report, rules, new AssessmentOptions { Steps = true, Validate = false, OtherReadings = false }));
        yield return new Ratio("assess/100000-on-all-cores", Many(byHand), Many(assess), rounds: 3);
    }

    /// <summary>The same report from its raw amounts: they are added up and checked for gaps when they are made.</summary>
    private static MonitoringReport Anew(MonitoringReport report) => report with
    {
        Fuels = [.. report.Fuels.Select(f => f with { Measured = (WeighedFuel)f.Measured with { Amounts = new(((WeighedFuel)f.Measured).Amounts) } })],
        ProcessMaterials = [.. report.ProcessMaterials.Select(m => m with { Amounts = new(m.Amounts) })],
        Electricity = [.. report.Electricity.Select(e => e with { Amounts = new(e.Amounts) })],
    };

    private static Action Many(Action one) => () => Parallel.For(0, 100_000, _ => one());

    private static Action Assess(MonitoringReport report, AssessmentRules rules, AssessmentOptions options) =>
        () => Sink.Take(Assessor.Assess(report, rules, options).Emissions.Total.Tonnes);

    private static decimal ByHand(decimal[][] fuels, decimal[][] materials, decimal[][] meters, decimal[] output, decimal target)
    {
        var total = 0m;
        foreach (var months in fuels)
        {
            total += Math.Round(Sum(months) * 32.5m * 97.5m * 1m / 1000m, 9, MidpointRounding.AwayFromZero);
        }

        foreach (var months in materials)
        {
            total += Math.Round(Sum(months) * 0.440m * 1m, 9, MidpointRounding.AwayFromZero);
        }

        foreach (var months in meters)
        {
            total += Math.Round(Sum(months) * 0.727m, 9, MidpointRounding.AwayFromZero);
        }

        var product = Sum(output);
        var intensity = Math.Round(total / product, 4, MidpointRounding.AwayFromZero);
        return intensity == target ? 0m : Math.Round((target * product) - total, 0, MidpointRounding.AwayFromZero);
    }

    private static decimal Sum(decimal[] months)
    {
        var sum = 0m;
        foreach (var month in months)
        {
            sum += month;
        }

        return sum;
    }

    private static (decimal[][] Fuels, decimal[][] Materials, decimal[][] Meters) Numbers(MonitoringReport report) => (
        [.. report.Fuels.Select(f => ((WeighedFuel)f.Measured).Amounts.Select(a => a.Amount.Tonnes).ToArray())],
        [.. report.ProcessMaterials.Select(m => m.Amounts.Select(a => a.Amount.Tonnes).ToArray())],
        [.. report.Electricity.Select(e => e.Amounts.Select(a => a.Amount.MegawattHours).ToArray())]);

    internal static MonitoringReport Report(int fuels = Fuels, int materials = Materials, int meters = Meters) => new()
    {
        Entity = new ObligatedEntity(RegistrationNumber.Parse("CMTOE085RJ"), "Kotputli", "Cement"),
        Year = ComplianceYear.Parse("2025-26"),
        Fuels = [.. Enumerable.Range(0, fuels).Select(i => new FuelStream { Id = "fuel-" + i, Fuel = "petroleum-coke", State = FuelState.Solid, Samples = 24, Measured = new WeighedFuel(Months(i, Mass.FromTonnes), NetCalorificValue.FromGigajoulesPerTonne(32.5m)), Factor = new(FactorTier.TypeII, EnergyEmissionFactor.FromTonnesPerTerajoule(97.5m), "laboratory", null) })],
        ProcessMaterials = [.. Enumerable.Range(0, materials).Select(i => new ProcessMaterialStream { Id = "material-" + i, Material = "CaCO3", Samples = 24, Amounts = Months(i, Mass.FromTonnes), Factor = new(FactorTier.TypeII, MassEmissionFactor.FromTonnesPerTonne(0.440m), "laboratory", null) })],
        Electricity = [.. Enumerable.Range(0, meters).Select(i => new ElectricityStream { Id = "meter-" + i, Supply = ElectricitySupply.Grid, Amounts = Months(i, ElectricalEnergy.FromMegawattHours) })],
        Products = [new ProductStream { Id = "cement", Product = "cement", Amounts = new ProductInTonnes(Months(9, m => Mass.FromTonnes(m * 100m))) }],
    };

    private static Amounts<T> Months<T>(int stream, Func<decimal, T> quantity)
        where T : struct, IQuantity =>
        new(Enumerable.Range(0, 12).Select(m => new PeriodAmount<T>(ReportingPeriod.Month(m < 9 ? 2025 : 2026, ((m + 3) % 12) + 1), quantity(1000.125m + (stream * 12) + m))));
}
