using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>The perfluorocarbons of primary aluminium as CO2e, with the AR5 potentials of DPCM Annexure I.</summary>
/// <remarks>Pure and thread-safe. Slope and overvoltage coefficients come from the caller with their source.</remarks>
public static class PfcEmissions
{
    private const decimal KilogramsPerTonne = 1000m;
    private const decimal PerCent = 100m;

    /// <summary>Emissions of one PFC stream; t CO2e.</summary>
    /// <exception cref="CctsDataException">The ruleset has no potential for a gas that is given off.</exception>
    public static Calculated<Co2e> Calculate(PfcStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(PfcStream stream, EmissionRules rules, Workings workings)
    {
        var (cf4, c2f6, cf4Step, c2f6Step) = Cf4AndC2F6(stream, workings);
        var total = new Subtotal(workings);
        total.Add("CF4 as CO2e", Weighted(stream, "CF4", cf4, cf4Step, rules, workings));
        total.Add("C2F6 as CO2e", Weighted(stream, "C2F6", c2f6, c2f6Step, rules, workings));
        if (stream.Measured is MeasuredPfc measured)
        {
            AddGivenOff(ref total, stream, "C4F10", measured.C4F10, rules, workings);
            AddGivenOff(ref total, stream, "C6F14", measured.C6F14, rules, workings);
        }

        if (workings.Steps is not null)
        {
            total.Noted("PFCs as CO2e", subject: stream.Id);
        }

        return total.Tonnes;
    }

    /// <summary>CF4 in kg for each tonne of aluminium, if the method gives it.</summary>
    internal static decimal? KilogramsOfCf4PerTonne(PfcStream stream, Edition edition) => stream.Measured switch
    {
        SlopePfc slope => slope.Slope * slope.AnodeEffectMinutesPerCellDay,
        OvervoltagePfc over => over.Coefficient * over.OvervoltageMillivolts / Efficiency(over, edition),
        _ => null,
    };

    private static (decimal Cf4, decimal C2F6, int Cf4Step, int C2F6Step) Cf4AndC2F6(PfcStream stream, Workings workings) => stream.Measured switch
    {
        MeasuredPfc measured => (measured.Cf4.Tonnes, measured.C2F6.Tonnes, 0, 0),
        SlopePfc slope => FromCf4(
            stream,
            workings,
            slope.C2F6PerCf4,
            new Operand(OperandRole.Times, "aluminium", slope.Aluminium.Tonnes, "t").By(stream, "aluminium", workings),
            new Operand(OperandRole.Times, "anode-effect minutes", slope.AnodeEffectMinutesPerCellDay, "min/cell-day").By(stream, "anodeEffectMinutesPerCellDay", workings),
            new Operand(OperandRole.Times, "slope", slope.Slope, "kg CF4/t per min/cell-day", 0, Activity.Given(slope.Source, workings)).By(stream, "slope", workings),
            new(OperandRole.DividedBy, "kg per t", KilogramsPerTonne, "kg/t")),
        OvervoltagePfc over => FromCf4(
            stream,
            workings,
            over.C2F6PerCf4,
            new Operand(OperandRole.Times, "aluminium", over.Aluminium.Tonnes, "t").By(stream, "aluminium", workings),
            new Operand(OperandRole.Times, "overvoltage", over.OvervoltageMillivolts, "mV").By(stream, "overvoltageMillivolts", workings),
            new Operand(OperandRole.Times, "coefficient", over.Coefficient, "kg CF4/t per mV", 0, Activity.Given(over.Source, workings)).By(stream, "coefficient", workings),
            new Operand(OperandRole.DividedBy, "current efficiency", Efficiency(over, workings.Edition), IsPerCent(over, workings.Edition) ? "%" : "").By(stream, "currentEfficiency", workings),
            new(OperandRole.DividedBy, "kg per t", KilogramsPerTonne, "kg/t")),
        _ => throw new ArgumentException("PFCs are measured, or computed by slope or overvoltage.", nameof(stream)),
    };

    /// <summary>The current efficiency in the form the coefficient needs: published ones go with 96, not with 0.96 (IR (EU) 2025/2547 Annex II B.7.2, equation 24).</summary>
    private static decimal Efficiency(OvervoltagePfc over, Edition edition) => IsPerCent(over, edition) ? over.CurrentEfficiency * PerCent : over.CurrentEfficiency;

    private static bool IsPerCent(OvervoltagePfc over, Edition edition) =>
        (over.Basis ?? (edition == Edition.First ? CoefficientBasis.Fraction : CoefficientBasis.PerCent)) == CoefficientBasis.PerCent;

    private static (decimal Cf4, decimal C2F6, int Cf4Step, int C2F6Step) FromCf4(PfcStream stream, Workings workings, decimal ratio, params Operand[] operands)
    {
        var cf4 = Step.Evaluate(operands, decimals: null);
        var c2f6 = cf4 * ratio;
        if (workings.Steps is null)
        {
            return (cf4, c2f6, 0, 0);
        }

        var first = workings.Note(stream.Id, "CF4", operands, cf4, "t");
        var second = workings.Note(stream.Id, "C2F6", [new(OperandRole.Times, "CF4", cf4, "t", first), new Operand(OperandRole.Times, "C2F6 per CF4", ratio, "t/t").By(stream, "c2f6PerCf4", workings)], c2f6, "t");
        return (cf4, c2f6, first, second);
    }

    /// <summary>A gas that few smelters emit: the ruleset needs no potential for it while there is none.</summary>
    private static void AddGivenOff(ref Subtotal total, PfcStream stream, string gas, Mass mass, EmissionRules rules, Workings workings)
    {
        if (mass != default)
        {
            total.Add(gas + " as CO2e", Weighted(stream, gas, mass.Tonnes, step: 0, rules, workings));
        }
    }

    private static decimal Weighted(PfcStream stream, string gas, decimal mass, int step, EmissionRules rules, Workings workings)
    {
        if (!rules.GlobalWarmingPotentials.TryGetValue(gas, out var potential))
        {
            workings.Problems.Error("missing-gwp", stream.Place, $"The ruleset has no global warming potential for {gas}.");
            return 0m;
        }

        workings.LeanOn(potential);
        var tonnes = rules.Quantise(mass * potential.Value, workings);
        if (workings.Steps is not null)
        {
            workings.Note(
                stream.Id,
                gas + " as CO2e",
                [new Operand(OperandRole.Times, gas, mass, "t", step).By(stream, gas.ToLowerInvariant(), workings), new(OperandRole.Times, "global warming potential", potential.Value, "tCO2e/t", 0, potential.Standing.Source)],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }
}
