using System.Linq;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>What a filing should not be, by the checks of its form.</summary>
internal static class FormChecks
{
    internal static void Check(ProForma form, ProFormaFiling filing, FormEvaluation computed, ComplianceYear year, ProblemList problems)
    {
        if (filing.Year is { } stated && stated != year)
        {
            problems.Error("wrong-year", filing.Place, $"The filing is for {stated}, the ruleset for {year}.", $"the ruleset of {stated}");
        }

        foreach (var check in form.Checks)
        {
            foreach (var column in check.Columns.Where(c => c == ProFormaColumn.Current || (int)c < filing.Years || c == ProFormaColumn.Baseline))
            {
                if (check.When.Evaluate(computed, column) is { Kind: CellKind.Number, IsTrue: true })
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
