using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>One line of arithmetic. Its printed operands give its printed result.</summary>
/// <remarks>
/// Immutable and thread-safe. Products multiply first, in order, and divide last; then the result is rounded to
/// <see cref="Decimals"/> places, halves away from zero, if the step rounds.
/// </remarks>
public sealed record Step
{
    /// <summary>Counted from 1 within one calculation.</summary>
    public required int Number { get; init; }

    /// <summary>The stream or figure it belongs to, e.g. <c>kiln-coal</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What it computes, e.g. <c>energy</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The numbers that go in, in order.</summary>
    public required IReadOnlyList<Operand> Operands { get; init; }

    /// <summary>Decimal places of the rounding at the end, or null for none.</summary>
    public int? Decimals { get; init; }

    /// <summary>What comes out, in <see cref="Unit"/>.</summary>
    public required decimal Result { get; init; }

    /// <summary>The result's unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The clause that requires it, or null for plain arithmetic.</summary>
    public LegalSource? Clause { get; init; }

    /// <summary>The result computed again from the operands alone.</summary>
    public decimal Recompute() => Evaluate(Operands, Decimals);

    /// <summary><c>3. kiln-coal energy = 1000 t x 25.8 GJ/t = 25800 GJ</c>, with sources in brackets.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Number.ToString(CultureInfo.InvariantCulture)).Append(". ").Append(Subject).Append(": ").Append(Title).Append(" = ");
        for (var i = 0; i < Operands.Count; i++)
        {
            Append(text, Operands[i], first: i == 0);
        }

        if (Decimals is { } places)
        {
            text.Append(", rounded to ").Append(places.ToString(CultureInfo.InvariantCulture)).Append(" decimals");
        }

        text.Append(" = ").Append(Plain(Result)).Append(' ').Append(Unit);
        return Clause is null ? text.ToString() : text.Append(" [").Append(Clause).Append(']').ToString();
    }

    internal static decimal Evaluate(IReadOnlyList<Operand> operands, int? decimals)
    {
        var result = operands.Count > 0 && operands[0].Role is OperandRole.Times or OperandRole.DividedBy ? 1m : 0m;
        foreach (var operand in operands)
        {
            result = operand.Role switch
            {
                OperandRole.Times => result * operand.Value,
                OperandRole.DividedBy => result / operand.Value,
                OperandRole.Plus => result + operand.Value,
                _ => result - operand.Value,
            };
        }

        return decimals is { } places ? Math.Round(result, places, MidpointRounding.AwayFromZero) : result;
    }

    internal static string Plain(decimal value) => Quantities.QuantityText.Format(value);

    private static void Append(StringBuilder text, Operand operand, bool first)
    {
        var sign = operand.Role switch
        {
            OperandRole.Times => " x ",
            OperandRole.DividedBy => " / ",
            OperandRole.Plus => " + ",
            _ => " - ",
        };
        text.Append(first && operand.Role is OperandRole.Times or OperandRole.Plus && first ? "" : sign);
        text.Append(Plain(operand.Value));
        if (operand.Unit.Length > 0)
        {
            text.Append(' ').Append(operand.Unit);
        }

        text.Append(" (").Append(operand.Name);
        if (operand.FromStep > 0)
        {
            text.Append(", step ").Append(operand.FromStep.ToString(CultureInfo.InvariantCulture));
        }

        if (operand.Source is not null)
        {
            text.Append(", ").Append(operand.Source);
        }

        text.Append(')');
    }
}
