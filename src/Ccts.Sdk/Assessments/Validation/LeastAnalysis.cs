using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The least laboratory result of a stream, far below all others: two digits swapped, or another fuel. A value too high is paid for, and no fuel stays below every other of its lots.</summary>
internal static class LeastAnalysis
{
    /// <summary>Of fewer results none is out of line with the others.</summary>
    private const int Fewest = 4;

    internal static void Check<T>(ReportCheck check, IReadOnlyList<T> analyses, string field, string what, string unit, Func<T, decimal?> value, bool counts)
    {
        if (analyses.Count < Fewest || check.Plausible?.Of(PlausibilityRules.Analysis) is not { } range)
        {
            return;
        }

        var stated = analyses.Select((a, i) => (Index: i, Value: value(a))).Where(v => v.Value is > 0m).OrderBy(v => v.Value).ToList();
        if (stated.Count >= Fewest)
        {
            check.TurnToPart("analyses", stated[0].Index);
            Suspicion.Look(check, "unusual-analysis", field, what, stated[0].Value!.Value, unit, Reference.Of(stated[1].Value, stated[stated.Count - 1].Value, range), "the other analyses", [], counts);
            check.TurnBack();
        }
    }
}
