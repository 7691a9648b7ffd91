using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.ProFormas.Tests.Specification;

/// <summary>
/// One column of the cement form as its specification says it in words: the second implementation, which shares nothing with the product.
/// Rows are those of Form-Sb.
/// </summary>
/// <param name="row">What is stated in a row; 0 where nothing is.</param>
/// <param name="plant">The choices of the whole form.</param>
internal sealed class SpecifiedYear(Func<int, Fraction> row, SpecifiedPlant plant)
{
    private const decimal CarbonToCo2 = 3.664m;
    private static readonly Fraction s_kilocaloriesInTerajoule = 238845896.6275m;

    /// <summary>Solid fuels D.1 to D.8: gross calorific value, total carbon, oxidation, quantity of power, then of the kiln; tCO2/TJ.</summary>
    private static readonly (int[] Power, int[] Kiln, decimal? Default)[] s_solids =
    [
        ([394, 402, 404, 406], [395, 403, 405, 407], 94.6m), ([418, 424, 426, 428], [419, 425, 427, 429], 97.5m),
        ([440, 446, 448, 450], [441, 447, 449, 451], 94.6m), ([462, 468, 470, 472], [463, 469, 471, 473], 101m),
        ([484, 490, 492, 494], [485, 491, 493, 495], 94.6m), ([506, 512, 514, 516], [507, 513, 515, 517], null),
        ([528, 534, 536, 538], [529, 535, 537, 539], null), ([550, 556, 558, 560], [551, 557, 559, 561], null),
    ];

    /// <summary>Oils E.1 to E.5: gross calorific value, oxidation, density (0: stated in tonnes), generator sets, power plant, process, transport; tCO2/TJ.</summary>
    private static readonly (int Gcv, int Oxidation, int Density, int Dg, int Cpp, int Process, int Transport, decimal Factor)[] s_oils =
    [
        (643, 645, 647, 649, 650, 651, 0, 77.4m), (662, 664, 0, 667, 668, 669, 0, 77.4m), (680, 682, 0, 685, 686, 687, 0, 77.4m),
        (698, 700, 702, 704, 705, 707, 706, 74.1m), (720, 722, 724, 726, 727, 729, 728, 74.1m),
    ];

    // What is asked for again and again is reckoned once.
    private readonly Dictionary<int, Fraction> _rows = [];
    private Fraction? _ownFactor;
    private Fraction? _processFactor;
    private Fraction? _inPlantFactor;
    private Fraction? _mixedFactor;
    private Fraction? _netHeatRate;

    internal Fraction Row(int number) => number == 0 ? 0 : _rows.TryGetValue(number, out var value) ? value : _rows[number] = row(number);

    // Production.
    internal static readonly (int Product, int[] Additives)[] Products =
        [(42, [43, 44, 45, 46, 47]), (48, [49, 50, 51, 52]), (53, [54, 55, 56]), (57, [58, 59, 60, 61, 62]), (63, [64, 65, 66, 67, 68, 69]), (70, [71, 72, 73, 74])];

    internal Fraction Cement => Sum(Products.Select(p => Row(p.Product)));

    internal Fraction Additives => Sum(Products.SelectMany(p => p.Additives).Select(Row));

    internal Fraction ClinkerFactor(int product) => Row(Products[product].Product) is { IsZero: false } made ? (made - Sum(Products[product].Additives.Select(Row))) / made : 0;

    internal Fraction OverallClinkerFactor => Cement.IsZero ? 0 : (Row(33) + Row(35) - Row(36) + Row(81) - Row(80)) / Cement;

    // Fuels.
    private Fraction Ncv(int gcv) => Row(gcv) * 0.95m;

    private static Fraction PerKilocalorie(decimal tonnesPerTerajoule) => (Fraction)tonnesPerTerajoule * 1_000_000 / s_kilocaloriesInTerajoule;

    private Fraction SolidFactor(int fuel, int[] use)
    {
        if (Row(use[1]).IsZero)
        {
            return PerKilocalorie(s_solids[fuel].Default ?? plant.CoalFactors[fuel - 5]);
        }

        return Ncv(use[0]).IsZero ? 0 : CarbonToCo2 * (Row(use[1]) / 100) / Ncv(use[0]) * 1000;
    }

    private Fraction SolidEmission(int fuel, int[] use) => Row(use[3]) * 1000 * Ncv(use[0]) * SolidFactor(fuel, use) * Row(use[2]) / 100 / 1_000_000;

    private Fraction Energy(int[] use) => Row(use[3]) * Row(use[0]) / 1000;

    private Fraction OilMass((int Gcv, int Oxidation, int Density, int Dg, int Cpp, int Process, int Transport, decimal Factor) oil, int use) => Row(use) * (oil.Density == 0 ? 1 : Row(oil.Density));

    private Fraction OilEmission(int oil, int use) => OilMass(s_oils[oil], use) * 1000 * Ncv(s_oils[oil].Gcv) * PerKilocalorie(s_oils[oil].Factor) * Row(s_oils[oil].Oxidation) / 100 / 1_000_000;

    private Fraction OilEnergy(int oil, int use) => OilMass(s_oils[oil], use) * Row(s_oils[oil].Gcv) / 1000;

    internal Fraction SolidPower => Sum(Enumerable.Range(0, 8).Select(f => SolidEmission(f, s_solids[f].Power)));

    internal Fraction SolidProcess => Sum(Enumerable.Range(0, 8).Select(f => SolidEmission(f, s_solids[f].Kiln))) + (Row(576) * 1000 * Ncv(572) * UnburntFactor * Row(575) / 100 / 1_000_000);

    internal Fraction OilDg => Sum(Enumerable.Range(0, 5).Select(o => OilEmission(o, s_oils[o].Dg)));

    internal Fraction OilCpp => Sum(Enumerable.Range(0, 5).Select(o => OilEmission(o, s_oils[o].Cpp)));

    internal Fraction OilProcess => Sum(Enumerable.Range(0, 5).Select(o => OilEmission(o, s_oils[o].Process)));

    internal Fraction GasPower => Gas(783) + Lpg(801);

    internal Fraction GasProcess => Gas(785) + Lpg(802);

    private Fraction Gas(int use) => Row(use) * 1_000_000 * Ncv(778) * PerKilocalorie(56.1m) * Row(780) / 100 / 1_000_000;

    private Fraction Lpg(int use) => Row(use) * 1_000_000 * Ncv(796) * PerKilocalorie(63.1m) * Row(798) / 100 / 1_000_000;

    private Fraction UnburntFactor => Ncv(572).IsZero ? 0 : CarbonToCo2 * (Row(574) / 100) / Ncv(572) * 1000;

    private Fraction UnburntEnergy => Row(572) * (Row(576) + Row(577)) / 1000;

    private Fraction SolidWasteFactor => Ncv(610).IsZero ? 0 : CarbonToCo2 * (Row(613) / 100) * (Row(614) / 100) / Ncv(610) * 1000;

    private Fraction SolidWasteEnergy => Row(610) * Row(617) / 1000;

    private Fraction LiquidWasteFactor => Ncv(742).IsZero ? 0 : CarbonToCo2 * (Row(747) / 100) * (Row(744) / 100) / Ncv(742) * 1000;

    private Fraction LiquidWasteEnergy(int use) => Row(use) * Row(746) * Row(742) / 1000;

    // Own power.
    internal Fraction SteamGeneration => Row(242) + Row(258) + Row(274) + Row(290) + Row(306);

    internal Fraction SteamHeat =>
        Sum(Enumerable.Range(0, 5).Select(o => OilEnergy(o, s_oils[o].Cpp))) + LiquidWasteEnergy(752) + Sum(s_solids.Select(s => Energy(s.Power))) + (Row(585) * Row(595) / 1000) + SolidWasteEnergy - UnburntEnergy;

    internal Fraction OwnSteamRate => SteamGeneration.IsZero ? 0 : SteamHeat * 10 / SteamGeneration;

    private Fraction SteamAuxiliary => SteamGeneration.IsZero ? 0 : ((Row(242) * Row(243)) + (Row(258) * Row(259)) + (Row(274) * Row(275)) + (Row(290) * Row(291)) + (Row(306) * Row(307))) / SteamGeneration;

    private Fraction DgRate => Row(233).IsZero ? 0 : (Sum(Enumerable.Range(0, 5).Select(o => OilEnergy(o, s_oils[o].Dg))) + LiquidWasteEnergy(751)) * 10 / Row(233);

    private Fraction GtRate => Row(336).IsZero ? 0 : ((Row(783) * Row(778)) + (Row(801) * Row(796))) * 10 / Row(336);

    internal Fraction Generation => Row(233) + SteamGeneration + Row(336) + Row(344) + Row(352) + Row(362) + Row(369);

    /// <summary>The heat rate of steam: the year's own, or in the baseline the mean of the years weighted by generation.</summary>
    internal Fraction? WeightedSteamRate { get; init; }

    private Fraction SteamRate => WeightedSteamRate ?? OwnSteamRate;

    internal Fraction NetHeatRate => _netHeatRate ??= NetRate();

    private Fraction NetRate()
    {
        if (Generation.IsZero || Row(235) == 100 || SteamAuxiliary == 100 || Row(337) == 100)
        {
            return 0;
        }

        var net = (Row(233) * DgRate / (1 - (Row(235) / 100))) + (SteamGeneration * SteamRate / (1 - (SteamAuxiliary / 100))) + (Row(336) * GtRate / (1 - (Row(337) / 100))) + (Row(354) * Row(352));
        return net / Generation;
    }

    internal Fraction GrossHeatRate
    {
        get
        {
            var bought = PurchasedWithoutColony;
            var all = bought + Row(233) + SteamGeneration + Row(336) + Row(352);
            return all.IsZero ? 0 : ((bought * 3208) + (Row(233) * DgRate) + (SteamGeneration * SteamRate) + (Row(336) * GtRate) + (Row(353) * Row(352))) / all;
        }
    }

    private Fraction OwnFactor => _ownFactor ??= Weighted(
        Enumerable.Range(0, 8).Select(f => (SolidFactor(f, s_solids[f].Power), Energy(s_solids[f].Power)))
            .Append((SolidWasteFactor, SolidWasteEnergy))
            .Concat(Enumerable.Range(0, 5).Select(o => (PerKilocalorie(s_oils[o].Factor), OilEnergy(o, s_oils[o].Dg) + OilEnergy(o, s_oils[o].Cpp))))
            .Append((LiquidWasteFactor, LiquidWasteEnergy(751) + LiquidWasteEnergy(752)))
            .Append((PerKilocalorie(56.1m), Row(783) * Row(778)))
            .Append((PerKilocalorie(63.1m), Row(801) * Row(796))));

    internal Fraction ProcessFactor => _processFactor ??= Weighted(
        Enumerable.Range(0, 8).Select(f => (SolidFactor(f, s_solids[f].Kiln), Energy(s_solids[f].Kiln)))
            .Append((UnburntFactor, UnburntEnergy))
            .Concat(Enumerable.Range(0, 5).Select(o => (PerKilocalorie(s_oils[o].Factor), OilEnergy(o, s_oils[o].Process))))
            .Append((PerKilocalorie(56.1m), Row(785) * Row(778)))
            .Append((PerKilocalorie(63.1m), Row(802) * Row(796))));

    private Fraction InPlantFactor => _inPlantFactor ??= OwnFactor * NetHeatRate / 1000;

    internal Fraction MixedFactor => _mixedFactor ??= Mixed();

    private Fraction Mixed()
    {
        var all = Generation + Row(200) + Row(201) + Row(202) + Row(203) + Row(204) + Row(199) + Row(205);
        return all.IsZero ? 0 : ((InPlantFactor * Generation) + (Row(199) * Row(206)) + (Row(205) * Row(207))) / all;
    }

    private Fraction PurchasedWithoutColony => Row(199) + Row(200) + Row(205) - Row(381) is var rest && rest > 0 ? rest : 0;

    internal Fraction Purchased => (Row(199) * 100 * Row(206)) + (Row(205) * 100 * Row(207)) + (Row(352) * 100 * Row(355));

    internal Fraction Exported => (Row(380) * 100 * InPlantFactor) + (Row(381) * 100 * MixedFactor);

    // Calcination.
    internal Fraction Calcination(int method)
    {
        if (method == 1)
        {
            return Row(33) * 0.5292m;
        }

        const decimal caO = 56.0774m, mgO = 40.3044m, co2 = 44.0095m, ca = 40.078m, mg = 24.305m;
        var gross = (Row(33) * Row(101) * co2 / caO) + (Row(33) * Row(102) * co2 / mgO);
        var other = Row(103) * ((Row(104) * co2 / caO) + (Row(105) * co2 / mgO));
        var silicate = Row(106) * ((Row(107) * co2 / ca) + (Row(108) * co2 / mg));
        var each = Row(33).IsZero ? 0 : gross / Row(33);
        return (Row(33).IsZero ? 0 : gross - other - silicate) + (Row(109) * each) + (Row(110) * each * Row(111) / 100) + (Row(33) * Row(98) * Row(112) * CarbonToCo2);
    }

    internal Fraction CalcinationFactor(int method) => method == 1 ? 0.5292m : Row(33).IsZero ? 0 : Calcination(2) / Row(33);

    internal Fraction ThermalSec => Row(33).IsZero ? 0
        : (Sum(s_solids.Select(s => Row(s.Kiln[3]) * Ncv(s.Kiln[0]))) + (Row(596) * Ncv(586)) + (Row(618) * Ncv(610)) + (Row(753) * Row(746) * Ncv(742))) / Row(33);

    private static Fraction Weighted(IEnumerable<(Fraction Factor, Fraction Energy)> fuels)
    {
        var all = fuels.ToList();
        var energy = Sum(all.Select(f => f.Energy));
        return energy.IsZero ? 0 : Sum(all.Select(f => f.Factor * f.Energy)) / energy;
    }

    internal static Fraction Sum(IEnumerable<Fraction> parts) => parts.Aggregate((Fraction)0, (a, b) => a + b);
}
