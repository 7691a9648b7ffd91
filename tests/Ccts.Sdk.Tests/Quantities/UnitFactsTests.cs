using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>What one of every unit is in the canonical unit, written out from the definitions (1 cal = 4.1868 J,
/// 1 toe = 10 Gcal, 1 kWh = 3.6 MJ, 1 lakh = 100,000), so that a slip in a unit table cannot pass.</summary>
public sealed class UnitFactsTests
{
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["Mass"] =
            "1 t = 1 t; 1 kt = 1000 t; 1 Mt = 1000000 t; 1 kg = 0.001 t; 1 g = 0.000001 t",
        ["Energy"] =
            "1 GJ = 1 GJ; 1 J = 0.000000001 GJ; 1 kJ = 0.000001 GJ; 1 MJ = 0.001 GJ; 1 TJ = 1000 GJ;"
            + "1 cal = 0.0000000041868 GJ; 1 kcal = 0.0000041868 GJ; 1 Mcal = 0.0041868 GJ;"
            + "1 Gcal = 4.1868 GJ; 1 kWh = 0.0036 GJ; 1 MWh = 3.6 GJ; 1 GWh = 3600 GJ;"
            + "1 toe = 41.868 GJ; 1 MMBtu = 1.05505585262 GJ; 1 TRh = 0.01266067023144 GJ",
        ["Volume"] =
            "1 kl = 1 kl; 1 m3 = 1 kl; 1 l = 0.001 kl",
        ["GasVolume"] =
            "1 Sm3 = 1 Sm3; 1 SCM = 1 Sm3; 1 MMSCM = 1000000 Sm3",
        ["ElectricalEnergy"] =
            "1 MWh = 1 MWh; 1 kWh = 0.001 MWh; 1 GWh = 1000 MWh; 1 MU = 1000 MWh",
        ["Co2e"] =
            "1 t = 1 t; 1 tCO2e = 1 t; 1 kt = 1000 t; 1 Mt = 1000000 t; 1 kg = 0.001 t",
        ["Inr"] =
            "1 INR = 1 INR; 1 lakh = 100000 INR; 1 crore = 10000000 INR",
        ["RefineryThroughput"] =
            "1 MBBLS/NRGF = 1 MBBLS/NRGF",
        ["NetCalorificValue,GrossCalorificValue"] =
            "1 GJ/t = 1 GJ/t; 1 MJ/kg = 1 GJ/t; 1 kJ/kg = 0.001 GJ/t; 1 J/g = 0.001 GJ/t;"
            + "1 TJ/t = 1000 GJ/t; 1 TJ/kt = 1 GJ/t; 1 TJ/Gg = 1 GJ/t; 1 kcal/kg = 0.0041868 GJ/t;"
            + "1 cal/g = 0.0041868 GJ/t; 1 Gcal/t = 4.1868 GJ/t",
        ["VolumeNetCalorificValue,VolumeGrossCalorificValue"] =
            "1 GJ/kl = 1 GJ/kl; 1 GJ/m3 = 1 GJ/kl; 1 MJ/kl = 0.001 GJ/kl; 1 MJ/l = 1 GJ/kl;"
            + "1 kJ/l = 0.001 GJ/kl; 1 TJ/kl = 1000 GJ/kl; 1 kcal/l = 0.0041868 GJ/kl;"
            + "1 Gcal/kl = 4.1868 GJ/kl",
        ["GasNetCalorificValue,GasGrossCalorificValue"] =
            "1 GJ/Sm3 = 1 GJ/Sm3; 1 MJ/Sm3 = 0.001 GJ/Sm3; 1 kJ/Sm3 = 0.000001 GJ/Sm3;"
            + "1 kcal/Sm3 = 0.0000041868 GJ/Sm3;"
            + "1 GJ/SCM = 1 GJ/Sm3; 1 MJ/SCM = 0.001 GJ/Sm3; 1 kJ/SCM = 0.000001 GJ/Sm3;"
            + "1 kcal/SCM = 0.0000041868 GJ/Sm3",
        ["EnergyEmissionFactor"] =
            "1 tCO2/TJ = 1 tCO2/TJ; 1 tCO2/GJ = 1000 tCO2/TJ; 1 kgCO2/TJ = 0.001 tCO2/TJ;"
            + "1 kgCO2/GJ = 1 tCO2/TJ; 1 kgCO2/MJ = 1000 tCO2/TJ; 1 gCO2/MJ = 1 tCO2/TJ;"
            + "1 tCO2/toe = 1 tCO2/toe; 1 gCO2/kcal = 10 tCO2/toe;"
            + "1 tCO2/Gcal = 10 tCO2/toe; 1 kgCO2/Gcal = 0.01 tCO2/toe",
        ["HeatEmissionFactor"] =
            "1 tCO2/toe = 1 tCO2/toe; 1 tCO2/Gcal = 10 tCO2/toe; 1 tCO2/GJ = 41.868 tCO2/toe;"
            + "1 tCO2/TJ = 0.041868 tCO2/toe; 1 kgCO2/Gcal = 0.01 tCO2/toe;"
            + "1 kgCO2/GJ = 0.041868 tCO2/toe; 1 gCO2/kcal = 10 tCO2/toe",
        ["MassEmissionFactor"] =
            "1 tCO2/t = 1 tCO2/t; 1 kgCO2/kg = 1 tCO2/t; 1 kgCO2/t = 0.001 tCO2/t",
        ["VolumeEmissionFactor"] =
            "1 tCO2/kl = 1 tCO2/kl; 1 tCO2/m3 = 1 tCO2/kl; 1 kgCO2/l = 1 tCO2/kl;"
            + "1 kgCO2/kl = 0.001 tCO2/kl",
        ["GasEmissionFactor"] =
            "1 tCO2/Sm3 = 1 tCO2/Sm3; 1 kgCO2/Sm3 = 0.001 tCO2/Sm3",
        ["ElectricityEmissionFactor"] =
            "1 tCO2/MWh = 1 tCO2/MWh; 1 kgCO2/kWh = 1 tCO2/MWh; 1 kgCO2/MWh = 0.001 tCO2/MWh;"
            + "1 gCO2/kWh = 0.001 tCO2/MWh; 1 tCO2/GWh = 0.001 tCO2/MWh",
        ["Output"] =
            "1 t = 1 t; 1 kt = 1000 t; 1 Mt = 1000000 t; 1 kg = 0.001 t; 1 g = 0.000001 t;"
            + "1 MWh = 1 MWh; 1 kWh = 0.001 MWh; 1 GWh = 1000 MWh; 1 MU = 1000 MWh;"
            + "1 MBBLS/NRGF = 1 MBBLS/NRGF",
        ["EmissionIntensity"] =
            "1 tCO2e/t = 1 tCO2e/t; 1 tCO2e/MWh = 1 tCO2e/MWh;"
            + "1 tCO2e/MBBLS/NRGF = 1 tCO2e/MBBLS/NRGF",
        ["EmissionIntensity of Mass"] =
            "1 tCO2e/t = 1 tCO2e/t",
        ["EmissionIntensity of ElectricalEnergy"] =
            "1 tCO2e/MWh = 1 tCO2e/MWh",
        ["EmissionIntensity of RefineryThroughput"] =
            "1 tCO2e/MBBLS/NRGF = 1 tCO2e/MBBLS/NRGF",
    };

    public static TheoryData<string, string, string> Rows => new(
        from fact in Facts
        from type in fact.Key.Split(',')
        from pair in fact.Value.Split(';', StringSplitOptions.TrimEntries)
        let sides = pair.Split(" = ")
        select (type, sides[0], sides[1]));

    private static readonly Dictionary<(Type Type, string One), string> FactOf = Rows.Select(r => r.Data).ToDictionary(r => (KindOf(r.Item1).Type, r.Item2), r => r.Item3);

    public static TheoryData<string> Kinds => QuantityKind.Names;

    [Theory]
    [MemberData(nameof(Rows))]
    public void One_of_a_unit_is_what_its_definition_says(string type, string one, string canonical) =>
        Assert.Equal(canonical, KindOf(type).Parse(one).ToString());

    /// <summary>Every member of every unit enumeration has its row, and is written by the symbol the row has.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_unit_has_its_fact(string name)
    {
        var kind = QuantityKind.Named(name);
        Assert.Equal(FactOf[(kind.Type, kind.Write(kind.Of(1m)))], kind.Of(1m).ToString());
    }

    /// <summary>The list of units in a refusal is the list of facts: nothing undocumented is converted.</summary>
    [Fact]
    public void No_unit_is_read_without_a_fact()
    {
        foreach (var rows in Rows.Select(r => r.Data).ToLookup(r => KindOf(r.Item1)).Where(g => !g.Key.Type.IsGenericType))
        {
            Assert.False(rows.Key.TryParse("1 ¤", out _, out var reason));
            var accepted = reason!.Split("units: ")[1].TrimEnd('.').Split(", ");
            Assert.Equal(rows.Select(r => r.Item2.Split(' ')[1]).ToHashSet(StringComparer.Ordinal), accepted.ToHashSet(StringComparer.Ordinal));
        }
    }

    private static QuantityKind KindOf(string type) =>
        QuantityKind.All.First(k => k.Type == QuantityKind.TypeNamed(type));
}
