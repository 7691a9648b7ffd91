using System;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks the stated temperatures and pressures of a gas, and that each is used.</summary>
internal static class GasConditionsCheck
{
    // Physics, not law: every reference condition of meters, standards and laboratories is in this range. A gas in its pipe is not, and is not an ideal gas there.
    private const decimal Coldest = 250m;
    private const decimal Hottest = 320m;
    private const decimal LeastPressure = 90m;
    private const decimal MostPressure = 110m;

    /// <summary>How far a stated molar volume may be from that of an ideal gas: real gases differ by less at such conditions. Chosen by this product, not the law.</summary>
    private const decimal Slack = 0.02m;

    internal static void Check(ReportCheck check, FuelStream stream, MeteredGas gas)
    {
        if (gas.Stated is not { } stated)
        {
            Needed(check, stream, gas);
            return;
        }

        InRange(check, "conditions/amounts", stated.Amounts);
        InRange(check, "conditions/calorificValue", stated.CalorificValue);
        if (string.IsNullOrWhiteSpace(stated.Source))
        {
            check.Error("factor-without-source", "conditions/source", $"\"{stream.Id}\" does not say where its temperatures and pressures stand.", "the contract, the standard or the laboratory's report");
        }

        if (stream.Composition is { } made)
        {
            OfComposition(check, stream, stated, made);
        }
        else if (stated.CalorificValue is null)
        {
            Needed(check, stream, gas);
            UnusedInputs.Warn(check, "conditions/amounts", "the conditions of its amounts", "its calorific value is taken at the same ones, so that nothing is converted", "State \"conditions.calorificValue\" where it is at others, or delete them.");
        }
    }

    private static void OfComposition(ReportCheck check, FuelStream stream, StatedConditions stated, GasComposition made)
    {
        if (stated.CalorificValue is not null)
        {
            UnusedInputs.Warn(check, "conditions/calorificValue", "the conditions of a calorific value", "the composition is used alone", "Delete them, or the composition.");
        }

        if (made.MolarVolume is { } volume)
        {
            // Conditions beyond any meter are an error already, and their molar volume may overflow.
            if (IsReference(stated.Amounts) && GasReduction.MolarVolume(stated.Amounts) is var ideal && (volume < (1m - Slack) * ideal || volume > (1m + Slack) * ideal))
            {
                check.Error("conditions-contradict", "molarVolume", $"\"{stream.Id}\" has a molar volume of {QuantityText.Format(volume)} m3/kmol, and at {stated.Amounts} an ideal gas has {QuantityText.Format(Math.Round(ideal, 3))} m3/kmol.", "the molar volume at the conditions of the amounts, or none: it follows from them");
            }

            UnusedInputs.Warn(check, "conditions/amounts", "the conditions of its amounts beside a molar volume", "the molar volume is used", "Delete the conditions, or the molar volume.");
        }
    }

    /// <summary>Calorific values in another unit than the amounts need the conditions of both.</summary>
    private static void Needed(ReportCheck check, FuelStream stream, MeteredGas gas)
    {
        if (gas.CalorificConditions is { } calorific && calorific != gas.Conditions)
        {
            check.Error("calorific-value-unit", "ncv", $"\"{stream.Id}\" has amounts in {gas.Conditions.Unit()} and calorific values per {calorific.Unit()}.", "both at the same conditions, or the temperature and pressure of both in \"conditions\"");
        }
    }

    private static bool IsReference(ReferenceConditions conditions) => conditions is { Kelvin: >= Coldest and <= Hottest, Kilopascals: >= LeastPressure and <= MostPressure };

    private static void InRange(ReportCheck check, string field, ReferenceConditions? conditions)
    {
        if (conditions is not null && !IsReference(conditions))
        {
            check.Error("implausible-conditions", field, $"\"{check.Stream.Id}\" has cubic metres at {conditions}.", "reference conditions near 0 to 30 C and 100 kPa absolute", "State what the meter reduces its volume to, not the temperature and pressure in the pipe.");
        }
    }
}
