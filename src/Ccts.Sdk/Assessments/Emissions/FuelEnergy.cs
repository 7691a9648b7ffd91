using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>The net energy of a fuel: the amount burnt times its net calorific value, or the billed energy.</summary>
internal static class FuelEnergy
{
    internal static bool TryEnergy(FuelLot lot, EmissionRules rules, Workings workings, out decimal energy, out int step)
    {
        switch (lot.Stream.Measured)
        {
            case WeighedFuel weighed:
                return TryEnergy(lot, weighed.Amounts, weighed.Net?.GigajoulesPerTonne, weighed.Gross?.GigajoulesPerTonne, "t", rules, workings, out energy, out step);
            case MeteredLiquid liquid:
                return TryEnergy(lot, liquid.Amounts, liquid.Net?.GigajoulesPerKilolitre, liquid.Gross?.GigajoulesPerKilolitre, "kl", rules, workings, out energy, out step);
            case MeteredGas gas:
                return TryEnergy(lot, gas.Amounts, gas.Net?.GigajoulesPerStandardCubicMetre, gas.Gross?.GigajoulesPerStandardCubicMetre, gas.CalorificUnit(), rules, workings, out energy, out step);
            case BilledEnergy billed:
                energy = Billed(lot.Stream, billed, rules, workings, out step);
                return true;
            default:
                throw new ArgumentException("A fuel is weighed, metered as liquid or gas, or billed by energy.", nameof(lot));
        }
    }

    /// <summary>The amount burnt, without its moisture if the analyses are of the dry fuel.</summary>
    internal static decimal Burnt<T>(FuelLot lot, Amounts<T> amounts, string unit, Workings workings, out int step)
        where T : struct, IQuantity
    {
        var stream = lot.Stream;
        var amount = amounts.CanonicalTotal;
        step = workings.Steps is null ? 0 : Activity.Note(workings, stream, "fuel burnt", amounts, amount, unit);
        if (stream.Basis != AnalysisBasis.MoistureFree || stream.Moisture is not { } moisture)
        {
            return amount;
        }

        var dry = amount * (1m - moisture);
        if (workings.Steps is not null)
        {
            step = workings.Note(stream.Id, "fuel without moisture", [new(OperandRole.Times, "fuel burnt", amount, unit, step), new Operand(OperandRole.Times, "share without moisture", 1m - moisture, "", 0, Activity.Given(lot.SourceOf("moisture"), workings)).By(stream, lot.PathOf("moisture"), workings)], dry, unit);
        }

        return dry;
    }

    private static bool TryEnergy<T>(FuelLot lot, Amounts<T> amounts, decimal? net, decimal? gross, string unit, EmissionRules rules, Workings workings, out decimal energy, out int step)
        where T : struct, IQuantity
    {
        (energy, step) = (0m, 0);
        var stream = lot.Stream;
        var netStep = lot.NetStep;
        if (net is null)
        {
            if (gross is null)
            {
                workings.Problems.Error("missing-calorific-value", stream.Place, $"\"{stream.Id}\" has no calorific value.", "a measured net calorific value", "Give \"ncv\", or \"gcv\" for the fallback.", rules.NetOverGrossSolidLiquid.Standing.Source.ToString());
                return false;
            }

            net = NetFromGross(lot, gross.Value, "GJ/" + unit, rules, workings, out netStep);
        }

        var gas = stream.Measured as MeteredGas;
        var amount = Burnt(lot, amounts, gas?.Conditions.Unit() ?? unit, workings, out var sum);
        if (gas?.Stated is { CalorificValue: not null } stated)
        {
            amount = GasReduction.Reduced(stream, gas, stated, amount, workings, ref sum);
        }

        energy = amount * net.Value;
        if (workings.Steps is not null)
        {
            step = workings.Note(
                stream.Id,
                "energy",
                [new(OperandRole.Times, "fuel burnt", amount, unit, sum), new Operand(OperandRole.Times, "net calorific value", net.Value, "GJ/" + unit, netStep, netStep > 0 ? null : Activity.Given(lot.SourceOf("ncv"), workings)).By(stream, lot.PathOf("ncv"), workings)],
                energy,
                "GJ");
        }

        return true;
    }

    private static decimal NetFromGross(FuelLot lot, decimal gross, string unit, EmissionRules rules, Workings workings, out int step)
    {
        var ratio = lot.Stream.State == FuelState.Gas ? rules.NetOverGrossGaseous : rules.NetOverGrossSolidLiquid;
        workings.LeanOn(ratio);
        var net = gross * ratio.Value;
        step = workings.Steps is null
            ? 0
            : workings.Note(
                lot.Stream.Id,
                "net calorific value by fallback",
                [new Operand(OperandRole.Times, "gross calorific value", gross, unit, lot.GrossStep, lot.GrossStep > 0 ? null : Activity.Given(lot.SourceOf("gcv"), workings)).By(lot.Stream, lot.PathOf("gcv"), workings), new(OperandRole.Times, "net over gross", ratio.Value, "", 0, ratio.Standing.Source)],
                net,
                unit,
                clause: ratio.Standing.Source);
        return net;
    }

    /// <summary>Billed energy; gross energy is converted to net energy, because factors are per net energy.</summary>
    private static decimal Billed(FuelStream stream, BilledEnergy billed, EmissionRules rules, Workings workings, out int step)
    {
        var amount = billed.Amounts.CanonicalTotal;
        var sum = workings.Steps is null ? 0 : Activity.Note(workings, stream, "energy billed", billed.Amounts, amount);
        if (billed.Basis == CalorificBasis.Net)
        {
            step = workings.Steps is null ? 0 : workings.Note(stream.Id, "energy", [new(OperandRole.Plus, "energy billed", amount, "GJ", sum)], amount, "GJ");
            return amount;
        }

        var listed = stream.State == FuelState.Gas ? rules.NetOverGrossGaseous : rules.NetOverGrossSolidLiquid;
        if (billed.NetOverGross is null)
        {
            workings.LeanOn(listed);
        }

        var ratio = billed.NetOverGross ?? listed.Value;
        var source = billed.NetOverGross is null ? listed.Standing.Source : Activity.Given(billed.NetOverGrossSource, workings);
        var energy = amount * ratio;
        var used = new Operand(OperandRole.Times, "net over gross", ratio, "", 0, source);
        step = workings.Steps is null
            ? 0
            : workings.Note(
                stream.Id,
                "energy",
                [new(OperandRole.Times, "energy billed, gross", amount, "GJ", sum), billed.NetOverGross is null ? used : used.By(stream, "netOverGross", workings)],
                energy,
                "GJ",
                clause: billed.NetOverGross is null ? listed.Standing.Source : null);
        return energy;
    }
}
