using System.Linq;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Runs the checks of a form on a filing.</summary>
internal static class FormChecks
{
    private const int MostNamed = 3;

    internal static void Check(ProForma form, ProFormaFiling filing, FormEvaluation computed, ComplianceYear year, ProblemList problems)
    {
        if (filing.Year is { } stated && stated != year)
        {
            problems.Error("wrong-year", filing.Place, $"The filing is for {stated}, the ruleset for {year}.", $"the ruleset of {stated}");
        }

        if (filing.Years > 1)
        {
            EmptyYears(form, filing, problems);
        }

        foreach (var check in form.Checks)
        {
            foreach (var column in check.Columns)
            {
                if ((column >= ProFormaColumn.Baseline || (int)column < filing.Years) && check.When.Evaluate(computed, column) is { Kind: CellKind.Number, IsTrue: true })
                {
                    var field = form.Fields[check.Field];
                    var message = $"{field.Key}, {ColumnWords.Of(column)}: {Said(check, computed, column)}";
                    if (check.Withholds && (column == ProFormaColumn.Current || check.WithholdsInBaseline))
                    {
                        Suspicion.Tell(problems, check.Code, filing.PlaceOf(check.Field, column), message, filing.WhyUnusual, needsReason: true, check.Standing ?? form.Standing, check.Hint, figure: field.Key);
                    }
                    else
                    {
                        problems.Add(new Problem(check.Code, check.Severity, message, filing.PlaceOf(check.Field, column)) { Hint = check.Hint, Clause = check.Standing?.Source.ToString() });
                    }
                }
            }
        }
    }

    /// <summary>Warns of empty baseline years. They count as 0 in the mean, as in the workbook, which the plant may not have intended.</summary>
    private static void EmptyYears(ProForma form, ProFormaFiling filing, ProblemList problems)
    {
        bool IsEmpty(int field, int year) => filing.Stated(field, (ProFormaColumn)year).Kind == CellKind.Blank;
        var years = Enumerable.Range(0, filing.Years).ToList();
        var found = Enumerable.Range(0, form.Fields.Count).Where(f => form.Fields[f].Kind == ProFormaFieldKind.Input && form.KindOf(f) != FigureKind.None && years.Exists(y => IsEmpty(f, y)) && years.Exists(y => !IsEmpty(f, y))).ToList();
        if (found.Count > 0)
        {
            var more = found.Count > MostNamed ? $" and {found.Count - MostNamed} more" : "";
            problems.Warn("empty-year", filing.PlaceOf(found[0]), $"Stated in one year of the baseline and empty in another, which counts as 0: {string.Join(", ", found.Take(MostNamed).Select(f => form.Fields[f].Key))}{more}.", hint: "Fill in each year, a 0 where there was none.");
        }
    }

    private static string Said(ProFormaCheck check, FormEvaluation computed, ProFormaColumn column)
    {
        var said = check.Message;
        for (var i = 0; i < check.Shown.Count; i++)
        {
            var figure = check.Shown[i].Evaluate(computed, column);
            said = said.Replace(ProFormaCheck.PlaceOf(i + 1), figure.Kind == CellKind.Number && figure.Number.TryToDecimal(out var number) ? Slip.Shown(number) : figure.Write(6));
        }

        return said;
    }
}
