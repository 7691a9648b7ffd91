using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks process materials, mass balances, PFCs and imported intermediates.</summary>
internal static class ProcessCheck
{
    internal static void Check(ReportCheck check, ProcessMaterialStream stream)
    {
        var total = AmountCheck.Total(check, "amounts", stream.Amounts);
        FactorCheck.Fraction(check, "conversionFactor", stream.ConversionFactor);
        var analysed = MaterialCheck.Check(check, stream);
        FactorCheck.Choice(check, stream.Factor.Tier, stream.Factor.Value?.TonnesPerTonne, stream.Factor.Source, analysed);
        UnusedInputs.Source(check, stream.Factor.Value is not null, stream.Factor.Source, "factor/source");
        if (!analysed && stream.Factor.Value is null && !check.Rules.Emissions.Materials.ContainsKey(stream.Material))
        {
            check.Error("unknown-material", "material", $"\"{ShownText.Short(stream.Material)}\" is not a process material of the ruleset.", "a material of the ruleset, or a factor of its own", check.Problems.IsFull ? null : NearestFactor.Hint(stream.Material, check.Rules.Emissions.Materials.Values));
        }

        UnusedInputs.Reason(check, analysed || stream.Factor.Tier == FactorTier.TypeII, stream.Factor.WhyTypeI);
        if (stream.Factor.Tier == FactorTier.TypeI && !analysed)
        {
            FactorCheck.TypeIIRequired(check, stream.Factor.WhyTypeI, "process materials need Type II");
        }

        // The DPCM requires more samples of carbonates (monthly) than of other materials with a conversion factor (quarterly).
        var rules = check.Rules.Monitoring;
        var carbonate = stream.Material.EndsWith("CO3", StringComparison.Ordinal);
        RecordCheck.Samples(
            check,
            MaterialCheck.Samples(stream),
            total ?? 0m,
            carbonate ? rules.CarbonatePerSample : rules.ConversionMaterialPerSample,
            carbonate ? rules.CarbonateSamplesPerYear : rules.ConversionMaterialSamplesPerYear);
        RecordCheck.Stock(check, stream.Stock, total);
        RecordCheck.PreviousYear(check, stream.PreviousYear, total);
        if (check.Plausible is { } plausible)
        {
            ProcessPlausibility.Check(check, stream, plausible);
        }
    }

    internal static void Check(ReportCheck check, MassBalanceStream stream)
    {
        if (stream.Inputs.Count == 0 && string.IsNullOrWhiteSpace(stream.InputsElsewhere))
        {
            check.Error("no-amounts", "inputs", $"\"{stream.Id}\" has no inputs.", "at least one material that enters with carbon", "Where the carbon enters in fuels or materials that are reported as such, name their streams in \"inputsElsewhere\".");
        }

        var entering = Carbon(check, "inputs", stream.Inputs);
        var leaving = Carbon(check, "outputs", stream.Outputs);
        InputsElsewhere(check, stream);
        if (leaving > entering && stream.Inputs.Count > 0)
        {
            var said = $"\"{stream.Id}\" sends out more carbon than it takes in, so it comes out negative.";
            const string Mend = "Check the carbon contents and units, and whether an input is missing.";
            if (check.Plausible is { } plausible)
            {
                // Carbon that entered elsewhere is not a slip; it is compared with the plant's whole carbon.
                Suspicion.Tell(check.Problems, "carbon-out-above-in", check.At("outputs"), said, stream.WhyUnusual, string.IsNullOrWhiteSpace(stream.InputsElsewhere), plausible.Standing, Mend);
            }
            else
            {
                check.Warn("carbon-out-above-in", "outputs", said, hint: Mend);
            }
        }
    }

    /// <summary>Outputs without inputs need streams of the report in which the carbon entered.</summary>
    private static void InputsElsewhere(ReportCheck check, MassBalanceStream stream)
    {
        if (string.IsNullOrWhiteSpace(stream.InputsElsewhere))
        {
            return;
        }

        if (stream.Inputs.Count > 0)
        {
            UnusedInputs.Warn(check, "inputsElsewhere", "\"inputsElsewhere\"", "it has inputs of its own", "Delete one of the two.");
        }
        else if (stream.Outputs.Count == 0)
        {
            check.Error("no-amounts", "outputs", $"\"{stream.Id}\" has neither inputs nor outputs.", "at least one material that leaves with carbon");
        }
        else
        {
            var ids = check.Report.Fuels.Select(f => f.Id).Concat(check.Report.ProcessMaterials.Select(p => p.Id)).Concat(check.Report.MassBalances.Where(m => m.Inputs.Count > 0).Select(m => m.Id));
            foreach (var id in stream.InputsElsewhere!.Split(',').Select(n => n.Trim()).Where(n => !ids.Contains(n, StringComparer.Ordinal)))
            {
                check.Error("unknown-stream", "inputsElsewhere", $"No fuel, process material or mass balance is called \"{ShownText.Short(id)}\".", "ids of streams whose carbon enters, with commas between");
            }
        }
    }

    internal static void Check(ReportCheck check, PfcStream stream)
    {
        switch (stream.Measured)
        {
            case MeasuredPfc measured:
                Quantity(check, "cf4", measured.Cf4.Tonnes);
                Quantity(check, "c2f6", measured.C2F6.Tonnes);
                Quantity(check, "c4f10", measured.C4F10.Tonnes);
                Quantity(check, "c6f14", measured.C6F14.Tonnes);
                break;
            case SlopePfc slope:
                Quantity(check, "aluminium", slope.Aluminium.Tonnes);
                FactorCheck.InRange(check, "anodeEffectMinutesPerCellDay", slope.AnodeEffectMinutesPerCellDay);
                FactorCheck.Sourced(check, "slope", slope.Slope, slope.Source, "source", law: null);
                FactorCheck.InRange(check, "c2f6PerCf4", slope.C2F6PerCf4);
                break;
            case OvervoltagePfc over:
                Quantity(check, "aluminium", over.Aluminium.Tonnes);
                FactorCheck.InRange(check, "overvoltageMillivolts", over.OvervoltageMillivolts);
                Efficiency(check, over.CurrentEfficiency);
                FactorCheck.Sourced(check, "coefficient", over.Coefficient, over.Source, "source", law: null);
                if (over.Basis is null && check.Edition != Edition.First)
                {
                    Basis(check);
                }

                FactorCheck.InRange(check, "c2f6PerCf4", over.C2F6PerCf4);
                break;
        }

        if (check.Plausible is { } plausible)
        {
            ProcessPlausibility.Check(check, stream, plausible);
        }
    }

    /// <summary>By which efficiency a coefficient goes is for whoever states it: the two differ by a factor of 100.</summary>
    private static void Basis(ReportCheck check)
    {
        var said = $"\"{check.Stream.Id}\" does not say whether its coefficient goes with the current efficiency in per cent or as a fraction; in per cent is taken, as coefficients are published. The two differ by a factor of 100.";
        const string Mend = "State \"coefficientBasis\": \"per-cent\" or \"fraction\".";
        if (check.Plausible is { } plausible)
        {
            Suspicion.Tell(check.Problems, "coefficient-basis-not-stated", check.At("coefficientBasis"), said, check.Stream.WhyUnusual, needsReason: true, plausible.Standing, Mend);
        }
        else
        {
            check.Warn("coefficient-basis-not-stated", "coefficientBasis", said, hint: Mend);
        }
    }

    internal static void Check(ReportCheck check, ImportedIntermediateStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        FactorCheck.Sourced(check, "factor", stream.Factor.TonnesPerTonne, stream.Source, "source", law: null);
        if (check.Plausible is { } plausible)
        {
            ProcessPlausibility.Check(check, stream, plausible);
        }
    }

    private static void Efficiency(ReportCheck check, decimal efficiency)
    {
        FactorCheck.Fraction(check, "currentEfficiency", efficiency);
        if (efficiency is > 0m and < 0.01m)
        {
            check.Error("implausible-factor", "currentEfficiency", $"\"{check.Stream.Id}\" has a current efficiency below one percent.", hint: "95 percent is \"0.95\" or \"95 %\".");
        }
    }

    private static void Quantity(ReportCheck check, string field, decimal value)
    {
        if (value is < 0m or > AmountCheck.Largest)
        {
            check.Error("negative-amount", field, $"\"{check.Stream.Id}\" has a mass out of range.", "zero or more, at most 10^12 t");
        }
    }

    private static decimal Carbon(ReportCheck check, string list, IReadOnlyList<CarbonFlow> flows)
    {
        var carbon = 0m;
        for (var i = 0; i < flows.Count; i++)
        {
            var flow = flows[i];
            check.TurnToPart(list, i);
            FactorCheck.Fraction(check, "carbonContent", flow.CarbonContent, zeroAllowed: true);
            if (check.Plausible is { } plausible)
            {
                FuelPlausibility.Check(check, flow, plausible, leaves: list == "outputs");
            }

            var mass = AmountCheck.Total(check, "amounts", flow.Amounts);
            carbon += (mass ?? 0m) * (flow.CarbonContent is >= 0m and <= 1m ? flow.CarbonContent : 0m);
        }

        check.TurnBack();
        return carbon;
    }
}
