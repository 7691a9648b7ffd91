using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Architecture.Tests;

/// <summary>Arithmetic that means nothing does not compile, and all that means something does.</summary>
public sealed class MeaninglessArithmeticTests
{
    /// <summary>Every product and quotient of two different quantities that there is.</summary>
    private static readonly Dictionary<string, string> Meaningful = new(StringComparer.Ordinal)
    {
        ["Mass * NetCalorificValue"] = "Energy",
        ["Volume * VolumeNetCalorificValue"] = "Energy",
        ["GasVolume * GasNetCalorificValue"] = "Energy",
        ["Energy * EnergyEmissionFactor"] = "Co2e",
        ["Energy * HeatEmissionFactor"] = "Co2e",
        ["Mass * MassEmissionFactor"] = "Co2e",
        ["Volume * VolumeEmissionFactor"] = "Co2e",
        ["GasVolume * GasEmissionFactor"] = "Co2e",
        ["ElectricalEnergy * ElectricityEmissionFactor"] = "Co2e",
        ["NetCalorificValue * EnergyEmissionFactor"] = "MassEmissionFactor",
        ["VolumeNetCalorificValue * EnergyEmissionFactor"] = "VolumeEmissionFactor",
        ["GasNetCalorificValue * EnergyEmissionFactor"] = "GasEmissionFactor",
        ["Co2e / Mass"] = "EmissionIntensity<Mass>",
        ["Co2e / ElectricalEnergy"] = "EmissionIntensity<ElectricalEnergy>",
        ["Co2e / RefineryThroughput"] = "EmissionIntensity<RefineryThroughput>",
        ["Co2e / Output"] = "EmissionIntensity",
        ["EmissionIntensity<Mass> * Mass"] = "Co2e",
        ["EmissionIntensity<ElectricalEnergy> * ElectricalEnergy"] = "Co2e",
        ["EmissionIntensity<RefineryThroughput> * RefineryThroughput"] = "Co2e",
        ["EmissionIntensity * Output"] = "Co2e",
    };

    private static readonly string[] Types =
    [
        .. typeof(IQuantity).Assembly.GetExportedTypes()
            .Where(t => t.IsValueType && typeof(IQuantity).IsAssignableFrom(t))
            .SelectMany(t => t.IsGenericTypeDefinition
                ? new[] { "Mass", "ElectricalEnergy", "RefineryThroughput" }.Select(o => $"{t.Name.Split('`')[0]}<{o}>")
                : [t.Name]),
    ];

    /// <summary>Named mistakes, each with the compiler's reason, beside what was meant.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        { "CS0019", "default(Mass) + default(Energy)", "default(Mass) + default(Mass)" },
        { "CS0019", "default(Volume) + default(GasVolume)", "default(GasVolume) + default(GasVolume)" },
        { "CS0019", "default(Energy) + default(ElectricalEnergy)", "default(Energy) - default(Energy)" },
        { "CS0019", "default(Mass) + default(Co2e)", "default(Co2e) + default(Co2e)" },
        { "CS0019", "default(Co2e) < default(Mass)", "default(Co2e) < default(Co2e)" },
        { "CS0019", "default(Co2e) == default(Mass)", "default(Co2e) == default(Co2e)" },
        { "CS0019", "default(Mass) * default(GrossCalorificValue)", "default(Mass) * default(GrossCalorificValue).ToNet(0.95m)" },
        { "CS0019", "default(GrossCalorificValue) * default(EnergyEmissionFactor)", "default(NetCalorificValue) * default(EnergyEmissionFactor)" },
        { "CS0019", "default(Mass) * default(EnergyEmissionFactor)", "default(Mass) * default(NetCalorificValue) * default(EnergyEmissionFactor)" },
        { "CS0019", "default(ElectricalEnergy) * default(EnergyEmissionFactor)", "default(ElectricalEnergy) * default(ElectricityEmissionFactor)" },
        { "CS0019", "default(GasVolume) * default(VolumeEmissionFactor)", "default(GasVolume) * default(GasEmissionFactor)" },
        { "CS0019", "default(Mass) * default(Mass)", "default(Mass) * 2m" },
        { "CS0019", "default(Mass) * 2.0", "2 * default(Mass)" },
        { "CS0019", "default(Mass) + 1m", "default(Mass) + Mass.FromTonnes(1m)" },
        { "CS0019", "1m / default(Mass)", "default(Mass) / Mass.FromTonnes(1m)" },
        { "CS0019", "default(Co2e) / default(Energy)", "default(Co2e) / default(Mass)" },
        { "CS0019", "default(Co2e) * default(Inr)", "default(Co2e).Tonnes * default(Inr)" },
        { "CS0019", "default(EmissionIntensity<Mass>) * default(ElectricalEnergy)", "default(EmissionIntensity<Mass>) * default(Mass)" },
        { "CS0019", "default(EmissionIntensity<Mass>) - default(EmissionIntensity<ElectricalEnergy>)", "default(EmissionIntensity<Mass>) - default(EmissionIntensity<Mass>)" },
        { "CS0019", "default(EmissionIntensity<RefineryThroughput>) < default(EmissionIntensity)", "default(EmissionIntensity<RefineryThroughput>).ToTagged() < default(EmissionIntensity)" },
        { "CS0019", "default(EmissionIntensity) * default(Mass)", "default(EmissionIntensity) * Output.From(default(Mass))" },
        { "CS0019", "default(RenewableCertificates) + default(Co2e)", "default(RenewableCertificates) + default(RenewableCertificates)" },
        { "CS0019", "default(EnergySavingCertificates) + default(Co2e)", "default(EnergySavingCertificates) + default(EnergySavingCertificates)" },
        { "CS0019", "default(EnergySavingCertificates) + default(RenewableCertificates)", "default(EnergySavingCertificates) - default(EnergySavingCertificates)" },
        { "CS0019", "default(RenewableCertificates) == default(Co2e)", "default(RenewableCertificates) == default(RenewableCertificates)" },
        { "CS0019", "default(RenewableCertificates) * default(ElectricityEmissionFactor)", "default(ElectricalEnergy) * default(ElectricityEmissionFactor)" },
        { "CS0030", "(Co2e)default(RenewableCertificates)", "default(RenewableCertificates).Count" },
        { "CS0030", "(RenewableCertificates)default(EnergySavingCertificates)", "default(EnergySavingCertificates).Count" },
        { "CS0315", "default(EmissionIntensity<Energy>)", "default(EmissionIntensity<ElectricalEnergy>)" },
        { "CS0315", "Output.From(default(Co2e))", "Output.From(default(RefineryThroughput))" },
        { "CS1503", "Mass.FromTonnes(1.5)", "Mass.FromTonnes(1.5m)" },
        { "CS1503", "Mass.Of(1m, EnergyUnit.Gigajoule)", "Mass.Of(1m, MassUnit.Kilotonne)" },
        { "CS0030", "(decimal)default(Mass)", "default(Mass).Tonnes" },
        { "CS0030", "(Mass)default(Co2e)", "Mass.FromTonnes(default(Co2e).Tonnes)" },
        { "CS1729", "new Mass(1m)", "new Mass()" },
        { "CS0200", "default(Mass) with { Tonnes = 1m }", "default(Mass) with { }" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_mistake_does_not_compile_and_what_was_meant_does(string error, string mistake, string meant)
    {
        Assert.Equal([error], MeaninglessArithmeticCompiler.Errors(mistake));
        Assert.Empty(MeaninglessArithmeticCompiler.Errors(meant));
    }

    /// <summary>Each product gives the quantity it should, and no other.</summary>
    [Fact]
    public void Meaningful_products_have_their_type()
    {
        var casts = Meaningful.Select(m => $"System.Tuple.Create<{m.Value}>({Defaults(m.Key)})").ToArray();
        Assert.All(MeaninglessArithmeticCompiler.ErrorsOfAll(casts), Assert.Empty);
    }

    /// <summary>All pairs of quantities under all operators: what compiles is the list above and a quantity with itself.</summary>
    [Fact]
    public void Nothing_else_compiles()
    {
        string[] operators = ["+", "-", "*", "/", "<", ">", "<=", ">=", "=="];
        var all = (from left in Types from right in Types from op in operators select $"{left} {op} {right}").ToArray();

        var compiling = all.Zip(MeaninglessArithmeticCompiler.ErrorsOfAll([.. all.Select(Defaults)]), (text, errors) => (text, errors.Count))
            .Where(e => e.Count == 0)
            .Select(e => e.text);

        var withItself = from type in Types from op in operators where op != "*" select $"{type} {op} {type}";
        Assert.Equal(
            withItself.Concat(Meaningful.Keys).Order(StringComparer.Ordinal),
            compiling.Order(StringComparer.Ordinal));
    }

    private static string Defaults(string expression)
    {
        var parts = expression.Split(' ');
        return $"default({parts[0]}) {parts[1]} default({parts[2]})";
    }
}
