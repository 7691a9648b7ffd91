using System;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>The number in a cell, which may have its unit behind it: "1,234.5 t", "12 MT". Another unit than the series has is never read.</summary>
internal static class NumberInCell
{
    private const string Alone = "digits and a decimal separator, no exponent";

    /// <summary>The number in the product's form; null with the reason in <paramref name="problem"/>.</summary>
    internal static string? Read(string text, Measure measure, string list, TableLayout layout, out decimal number, out Problem? problem)
    {
        problem = null;
        if (TryRead(text, layout, out var plain, out number))
        {
            return plain;
        }

        var end = text.TakeWhile(c => c is (>= '0' and <= '9') or '.' or ',' or '\'' or ' ' or '+' or '-').Count();
        var (written, unit) = (text.Substring(0, end).Trim(' '), text.Substring(end));
        var hasUnit = written.Length > 0 && unit.Length > 0 && char.IsLetter(unit[0]);
        if (hasUnit && TryRead(written, layout, out plain, out number) && Measure.TryOf(list, layout.Units.TryGetValue(unit, out var meant) ? meant : HeaderWords.UnitOf(unit), out var own, out _))
        {
            if (own!.Canonical == measure.Canonical && own.TryRead("1", out var one, out _) && measure.TryRead("1", out var other, out _) && one == other)
            {
                return plain;
            }

            problem = Of("unit-differs", $"The cell says {ShownText.Short(unit)}, and the mapping reads the column in {measure.Symbol}.", "a number in " + measure.Symbol, "State in \"unit\" what most cells have, and write the others in it; or give the units a column of their own, and name it in \"unitColumn\".");
            return null;
        }

        problem = IsOtherwise(hasUnit ? written : text) && !TryRead(written, layout, out _, out _)
            ? Of("bad-value", $"\"{ShownText.Short(text)}\" is no number as the mapping has it.", $"decimal separator \"{layout.Numbers.Decimal}\", thousands separator {(layout.Numbers.Thousands is { } t ? $"\"{t}\"" : "none")}", "Where the file writes its numbers so, state \"thousands\" and \"decimal\" of the mapping's \"table\", such as \"thousands\": \",\".")
            : Of("bad-value", $"\"{ShownText.Short(text)}\" is not a plain decimal number.", Alone, HintFor(text, hasUnit && unit.All(c => char.IsLetter(c) || c is '.' or ' ') ? unit : null, measure.Symbol));
        return null;
    }

    private static bool TryRead(string text, TableLayout layout, out string plain, out decimal number)
    {
        number = 0m;
        plain = layout.Numbers.Rewrite(text) ?? "";
        return plain.Length > 0 && QuantityText.TryReadAlone(plain, out number);
    }

    /// <summary>Whether it is a number in another form than the mapping states: 1,234.5 or 1.234,5.</summary>
    private static bool IsOtherwise(string text) =>
        NumberForm.Decimals.Values.SelectMany(d => NumberForm.Separators.Values.Where(s => s != d).Select(s => new NumberForm(d, s))).Any(f => f.Rewrite(text) is { } plain && QuantityText.TryReadAlone(plain, out _));

    private static string HintFor(string text, string? unit, string own) =>
        text.Any(char.IsDigit) && (text[text.Length - 1] == '-' || text[0] == '(') ? "Where the file writes negative numbers so, say it in \"minus\" of the mapping's \"table\"."
        : text[0] is '\u2212' or '\u2013' && text.Any(char.IsDigit) ? "Write the minus as a hyphen."
        : WritingSlip.HintFor(text) ?? (unit is not null && StatedUnits.IsNoUnitOfOne(unit) ? $"One {ShownText.Short(unit)} is not one {own}: write what it comes to in {own}."
        : unit is not null ? $"Where {ShownText.Short(unit)} is a unit, say in \"units\" of the mapping's \"table\" what it means, such as {{ \"{ShownText.Short(unit)}\": \"{own}\" }}; a remark goes into a column of its own."
        : text.Any(char.IsDigit) ? "Write the number alone, with a digit before and behind its point; a remark goes into a column of its own."
        : "When it says that there is no value, list it in \"absent\" of the mapping's \"table\"; when it says that nothing was used or made, write 0.");

    private static Problem Of(string code, string message, string expected, string hint) => new(code, Severity.Error, message, default) { Expected = expected, Hint = hint };
}
