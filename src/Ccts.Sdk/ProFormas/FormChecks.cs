using System.Linq;
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
                    problems.Add(new Problem(check.Code, check.Severity, $"{field.Key}, {ColumnWords.Of(column)}: {check.Message}", filing.PlaceOf(check.Field)) { Hint = check.Hint });
                }
            }
        }
    }
}
