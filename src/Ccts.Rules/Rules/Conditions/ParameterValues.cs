using System;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Turns the text of a dated value, checked when it was read, into a value of a condition.</summary>
public static class ParameterValues
{
    /// <summary>The value; the reader of the ruleset made sure that there is one.</summary>
    public static FactValue Read(DatedValue value, FactType type) =>
        TryRead(Require.NotNull(value), Require.NotNull(type), out var read) ? read! : throw new InvalidOperationException($"{value} cannot be used in a condition.");

    internal static bool TryRead(DatedValue value, FactType type, out FactValue? read)
    {
        var text = type.Kind switch
        {
            FactKind.Quantity => value.Text + " " + value.Unit,
            FactKind.Flag => value.Text == ParameterUnit.Yes ? "true" : "false",
            _ => value.Text!,
        };
        return FactText.TryParse(text, type, out read, out _);
    }
}
