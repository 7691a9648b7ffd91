using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace TokenOracle;

/// <summary>One line of a cloud bill: what an instance used, and what it used before the change for which the reduction is claimed.</summary>
internal sealed record UsageLine(string Instance, string Month, ElectricalEnergy Baseline, ElectricalEnergy Actual)
{
    internal static List<UsageLine> Read(string path) => File.ReadLines(path).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(c => new UsageLine(
        c[0], c[1], ElectricalEnergy.Parse(c[2] + " kWh"), ElectricalEnergy.Parse(c[3] + " kWh"))).ToList();
}

/// <summary>Scope 2 of the usage: kilowatt-hours times the grid factor, exact, and whole tonnes of what was saved.</summary>
internal sealed record Scope2(Co2e Baseline, Co2e Actual)
{
    internal Co2e Reduction => Baseline - Actual;

    /// <summary>Tokens stand for whole tonnes; the rest is not minted.</summary>
    internal long WholeTonnes => (long)Math.Floor(Reduction.Tonnes);

    internal static Scope2 Of(IEnumerable<UsageLine> lines, ElectricityEmissionFactor grid) => lines.Aggregate(
        new Scope2(Co2e.FromTonnes(0), Co2e.FromTonnes(0)), (sum, l) => new Scope2(sum.Baseline + (l.Baseline * grid), sum.Actual + (l.Actual * grid)));
}
