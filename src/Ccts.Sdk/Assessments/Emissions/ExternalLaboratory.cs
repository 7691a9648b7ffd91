using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>
/// Two laboratories on the same thing: where the external one is above the plant's own by more than the law allows, the excess is added to
/// the own value (DPCM s.5(15)(v)). Where it is below, or within what is allowed, the own value stands.
/// </summary>
internal static class ExternalLaboratory
{
    /// <summary>What is beyond is refused as a slip before it can count.</summary>
    private const decimal Most = 10_000m;

    /// <summary>By how much the external value is above the own one and what is allowed; zero when it is not.</summary>
    internal static decimal Excess(decimal? own, decimal? external, decimal? allowed) =>
        own is >= 0m and <= Most and var plant && external is >= 0m and <= Most and var other && allowed is { } limit && other - plant > limit ? other - plant - limit : 0m;

    /// <summary>The value that counts, and the step that made it; 0 where it is as stated.</summary>
    internal static (decimal? Value, int Step) Counted(string subject, string what, decimal? own, decimal? external, decimal? allowed, Standing? law, string unit, Workings workings)
    {
        var excess = Excess(own, external, allowed);
        if (excess == 0m)
        {
            return (own, 0);
        }

        var counted = own!.Value + excess;
        if (workings.Steps is null)
        {
            return (counted, 0);
        }

        var step = workings.Note(
            subject,
            "excess of the external laboratory, " + what,
            [new(OperandRole.Plus, "external laboratory", external!.Value, unit), new(OperandRole.Minus, "own laboratory", own.Value, unit), new(OperandRole.Minus, "difference allowed", allowed!.Value, unit, 0, law?.Source)],
            excess,
            unit,
            clause: law?.Source);
        return (counted, workings.Note(subject, what + " that counts", [new(OperandRole.Plus, "own laboratory", own.Value, unit), new(OperandRole.Plus, "excess", excess, unit, step)], counted, unit));
    }
}
