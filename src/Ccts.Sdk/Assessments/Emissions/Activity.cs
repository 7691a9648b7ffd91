using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Activity data: what the meters of a stream add up to.</summary>
internal static class Activity
{
    /// <summary>Writes down the sum over the periods and gives the step's number.</summary>
    internal static int Note<T>(Workings workings, MonitoredStream stream, string title, Amounts<T> amounts, decimal total, string? unit = null, string path = "amounts/")
        where T : struct, IQuantity
    {
        var operands = new Operand[amounts.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            var period = workings.NameOf(amounts[i].Period);
            var operand = new Operand(OperandRole.Plus, period, amounts[i].Amount.CanonicalValue, unit ?? amounts[i].Amount.CanonicalUnit);
            operands[i] = stream.Evidence.Count == 0 ? operand : operand.By(stream, path + EvidencePath.Of(period), workings);
        }

        return workings.Note(stream.Id, title, operands, total, unit ?? UnitOf(amounts));
    }

    /// <summary>The report's own source of a factor: a laboratory, a supplier, a publication. Only steps show it.</summary>
    internal static LegalSource? Given(string? source, Workings workings) =>
        workings.Steps is null || source is null ? null : new LegalSource(source, Clause: null);

    internal static string UnitOf<T>(Amounts<T> amounts)
        where T : struct, IQuantity => default(T).CanonicalUnit;

    /// <summary>
    /// Amount x factor, rounded as every stream is: the form of process materials, electricity, heat and exports.
    /// </summary>
    internal static decimal TimesFactor<T>(MonitoredStream stream, string title, Amounts<T> amounts, Operand factor, Operand? second, EmissionRules rules, Workings workings)
        where T : struct, IQuantity
    {
        var amount = amounts.CanonicalTotal;
        var exact = amount * factor.Value;
        if (second is { } more)
        {
            exact = more.Role == OperandRole.Times ? exact * more.Value : exact / more.Value;
        }

        var tonnes = rules.Quantise(exact, workings);
        if (workings.Steps is not null)
        {
            var sum = Note(workings, stream, "amount", amounts, amount);
            var operand = new Operand(OperandRole.Times, "amount", amount, UnitOf(amounts), sum);
            workings.Note(stream.Id, title, second is { } last ? [operand, factor, last] : [operand, factor], tonnes, "t", rules.StreamDecimals.Value);
        }

        return tonnes;
    }
}
