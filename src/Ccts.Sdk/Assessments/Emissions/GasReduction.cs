using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>
/// Converts gas from one temperature and pressure to another, as an ideal gas: V x T' / T x P / P'. The only rounding is that of a decimal in the
/// two divisions, which come last.
/// </summary>
internal static class GasReduction
{
    // Exact since 2019: Avogadro's constant times Boltzmann's, as the SI defines them.
    private const decimal GasConstant = 8.31446261815324m;

    /// <summary>The volume at the conditions of the calorific value.</summary>
    internal static decimal Reduced(FuelStream stream, MeteredGas gas, StatedConditions stated, decimal volume, Workings workings, ref int step)
    {
        var (from, to) = (stated.Amounts, stated.CalorificValue!);
        if (from == to)
        {
            return volume;
        }

        var reduced = volume * to.Kelvin * from.Kilopascals / from.Kelvin / to.Kilopascals;
        if (workings.Steps is not null)
        {
            var source = Activity.Given(stated.Source, workings);
            Operand Stated(OperandRole role, string what, decimal value, string unit, string path) => new Operand(role, what, value, unit, 0, source).By(stream, EvidencePath.Of("conditions", path), workings);

            step = workings.Note(
                stream.Id,
                "fuel burnt at the conditions of the calorific value, as an ideal gas",
                [
                    new(OperandRole.Times, "fuel burnt", volume, gas.Conditions.Unit(), step),
                    Stated(OperandRole.Times, "temperature of the calorific value", to.Kelvin, "K", "calorificValue"),
                    Stated(OperandRole.Times, "pressure of the amounts", from.Kilopascals, "kPa", "amounts"),
                    Stated(OperandRole.DividedBy, "temperature of the amounts", from.Kelvin, "K", "amounts"),
                    Stated(OperandRole.DividedBy, "pressure of the calorific value", to.Kilopascals, "kPa", "calorificValue"),
                ],
                reduced,
                gas.CalorificUnit());
        }

        return reduced;
    }

    /// <summary>The cubic metres of a kilomole of an ideal gas.</summary>
    internal static decimal MolarVolume(ReferenceConditions at) => GasConstant * at.Kelvin / at.Kilopascals;

    /// <summary>The same, written down.</summary>
    internal static int Noted(FuelStream stream, StatedConditions stated, decimal volume, Workings workings)
    {
        var source = Activity.Given(stated.Source, workings);
        var path = EvidencePath.Of("conditions", "amounts");
        return workings.Note(
            stream.Id,
            "molar volume of an ideal gas",
            [
                new(OperandRole.Times, "gas constant", GasConstant, "kPa m3/kmol/K"),
                new Operand(OperandRole.Times, "temperature of the amounts", stated.Amounts.Kelvin, "K", 0, source).By(stream, path, workings),
                new Operand(OperandRole.DividedBy, "pressure of the amounts", stated.Amounts.Kilopascals, "kPa", 0, source).By(stream, path, workings),
            ],
            volume,
            MonitoredUnits.MolarVolume);
    }
}
