using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>The part of a stream's CO2 that is reported but not counted: biomass, and alternate fuels whose co-processing is recommended (DPCM s.4.4(3)).</summary>
internal static class NotCounted
{
    /// <summary>The share of a fuel that does not count, with its source; null if all of it counts.</summary>
    internal static (decimal Share, string? Source)? Of(FuelStream stream, EmissionRules rules)
    {
        if (rules.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic)
        {
            return (1m, null);
        }

        return CoProcessingRules.Excludes(stream, rules) ? (1m, null)
            : stream.BiogenicShare is { } share ? (share, stream.BiogenicShareSource)
            : null;
    }

    internal static void Split(MonitoredStream stream, decimal tonnes, (decimal Share, string? Source) share, EmissionRules rules, Workings workings, ref Subtotal counted, ref Subtotal memo)
    {
        if (share.Share == 1m)
        {
            memo.Add(stream.Id, tonnes);
            return;
        }

        var made = workings.Steps?.Count ?? 0;
        var biogenic = rules.Quantise(tonnes * share.Share, workings);
        var noted = 0;
        if (workings.Steps is not null)
        {
            noted = workings.Note(stream.Id, "biogenic CO2, not counted", [new(OperandRole.Times, "CO2", tonnes, "t", made), new Operand(OperandRole.Times, "biogenic share", share.Share, "", 0, Activity.Given(share.Source, workings)).By(stream, "biogenicShare", workings)], biogenic, "t", rules.StreamDecimals.Value);
        }

        memo.Add(stream.Id, biogenic);
        if (workings.Steps is not null)
        {
            workings.Note(stream.Id, "fossil CO2", [new(OperandRole.Plus, "CO2", tonnes, "t", made), new(OperandRole.Minus, "biogenic CO2", biogenic, "t", noted)], tonnes - biogenic, "t");
        }

        counted.Add(stream.Id, tonnes - biogenic);
    }
}
