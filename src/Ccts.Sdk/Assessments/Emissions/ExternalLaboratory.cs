using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>
/// Results of two laboratories for the same thing. If the external one is above the plant's own by more than the law allows, the excess is added to
/// the own value (DPCM s.5(15)(v)). If it is below, or within the allowed difference, the plant's own value counts.
/// </summary>
internal readonly struct ExternalLaboratory(MonitoredStream stream, string subject, ReportingPeriod period, string? source, string? externalSource, Workings workings)
{
    /// <summary>A value beyond is refused as a slip.</summary>
    private const decimal Most = 10_000m;

    /// <summary>The excess of the external value over the own value and the allowed difference; zero if there is none.</summary>
    internal static decimal Excess(decimal? own, decimal? external, decimal? allowed) =>
        own is >= 0m and <= Most and var plant && external is >= 0m and <= Most and var other && allowed is { } limit && other - plant > limit ? other - plant - limit : 0m;

    /// <summary>The value that counts, and the step that made it; 0 if it is the stated value.</summary>
    internal (decimal? Value, int Step) Counted(string member, string what, decimal? own, decimal? external, decimal? allowed, Standing? law, string unit)
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
            [Found("external laboratory", external!.Value, unit, "external" + char.ToUpperInvariant(member[0]) + member.Substring(1), externalSource), Found("own laboratory", own.Value, unit, member, source) with { Role = OperandRole.Minus }, new(OperandRole.Minus, "difference allowed", allowed!.Value, unit, 0, law?.Source)],
            excess,
            unit,
            clause: law?.Source);
        return (counted, workings.Note(subject, what + " that counts", [Found("own laboratory", own.Value, unit, member, source), new(OperandRole.Plus, "excess", excess, unit, step)], counted, unit));
    }

    private Operand Found(string laboratory, decimal value, string unit, string member, string? by) =>
        new Operand(OperandRole.Plus, laboratory, value, unit, 0, Activity.Given(by, workings)).By(stream, EvidencePath.Of("analyses", workings.NameOf(period), member), workings);
}
