using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Compares computed figures with those that a worked example expects. Figures that count must agree to the last digit written.</summary>
internal static class FormExpectations
{
    /// <summary>The workbook computes in binary, so its last digits are rounding noise.</summary>
    private static readonly Exact PrintedTolerance = Exact.Of(0.000000001m);

    /// <param name="filing">The filing with the figures that it expects.</param>
    /// <param name="figures">The computed figures.</param>
    /// <param name="printed">Whether printed figures were computed; otherwise they are not compared.</param>
    /// <param name="problems">Where differences are reported.</param>
    internal static void Compare(ProFormaFiling filing, IReadOnlyList<ProFormaFigure> figures, bool printed, ProblemList problems)
    {
        if (filing.Expected.Count == 0)
        {
            return;
        }

        var byKey = figures.ToDictionary(f => f.Field.Key, System.StringComparer.Ordinal);
        foreach (var expected in filing.Expected.Where(e => printed || !e.AsPrinted))
        {
            var figure = byKey[expected.Key];
            var value = figure.Value(expected.Column, expected.AsPrinted);
            if (!(expected.AsPrinted ? IsNear(value, expected.Text) : IsSame(value, expected.Text)))
            {
                var text = value.Write(expected.AsPrinted ? ProFormaFigure.PrintedSignificant : ProFormaFigure.Significant);
                problems.Warn("expected-figure", expected.Place, $"{expected.Key}, {ColumnWords.Of(expected.Column)}{(expected.AsPrinted ? ", as printed" : "")}: {text} comes out, {expected.Text} is expected.");
            }
        }
    }

    /// <summary>An example may write fewer digits. An empty cell equals 0.</summary>
    private static bool IsSame(CellValue value, string expected)
    {
        var digits = expected.TrimStart('-', '0', '.').Count(c => c is >= '0' and <= '9');
        return Text(value, ProFormaFigure.Significant) == expected || (digits < ProFormaFigure.Significant && expected.Contains('.') && Text(value, System.Math.Max(digits, ProFormaFigure.PrintedSignificant)) == expected);
    }

    private static bool IsNear(CellValue value, string expected)
    {
        if (value.Kind is not (CellKind.Number or CellKind.Blank) || !ExactText.TryParse(expected, out var number))
        {
            return value.Text == expected;
        }

        var (difference, size) = (value.Number - number, number.Sign < 0 ? -number : number);
        return (difference.Sign < 0 ? -difference : difference).CompareTo(size * PrintedTolerance) <= 0;
    }

    private static string Text(CellValue value, int significant) => value.Kind == CellKind.Blank ? "0" : value.Write(significant);
}
