using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Two months, one after the other, that are the same to the last digit in every stream, as no two are: a column of a sheet that was copied and not filled in. Equal shares of a year stand in all months, and are no copy.</summary>
internal static class CopiedMonths
{
    /// <summary>One stream may have the same figure twice by chance.</summary>
    private const int Fewest = 3;

    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.MonthAbove) is null)
        {
            return;
        }

        var streams = result.Sources.Concat(result.Flows).Concat(result.Products).Select(s => s.Months(result)).OfType<decimal[]>().ToList();
        for (var month = 0; month < result.Spans.Count - 1 && streams.Count >= Fewest; month++)
        {
            var (one, other) = (month, month + 1);
            if (streams.TrueForAll(s => s[one] == s[other]) && streams.Count(s => s[one] > 0m && s.Count(amount => amount == s[one]) == 2) >= Fewest)
            {
                result.Tell("month-copied", result.Report.Place, $"{result.Spans.Name(one)} and {result.Spans.Name(other)} are the same in every stream. A month may have been copied, and not filled in.", result.Report.WhyUnusual, needsReason: false);
            }
        }
    }
}
