using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The findings about a report, for people.</summary>
internal static class ReportFindings
{
    private const int MostInFull = 3;
    private const int FirstOfMany = 2;

    internal static void Print(Account account, IReadOnlyList<Problem> findings, bool all, string whereAllAre, string which = "")
    {
        if (findings.Count == 0)
        {
            return;
        }

        account.Heading($"{findings.Count} {which}finding{(findings.Count == 1 ? "" : "s")} about the report");
        // Of many, shows the first of the gravest kinds, and counts the rest by kind.
        var shown = all || findings.Select(f => f.Code).Distinct(StringComparer.Ordinal).Count() == findings.Count && findings.Count <= MostInFull ? findings : findings.GroupBy(f => f.Code, StringComparer.Ordinal).Select(g => g.First()).OrderBy(f => !f.NeedsReason).ThenBy(f => f.Severity).Take(FirstOfMany).ToList();
        foreach (var finding in shown)
        {
            account.Sentence(finding.ToString(), finding.Severity == Severity.Info ? "grey" : "yellow", indent: 2, hanging: 2);
        }

        var rest = findings.Where(f => !shown.Any(s => ReferenceEquals(s, f))).GroupBy(f => f.Code, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}").ToList();
        if (rest.Count > 0)
        {
            account.Sentence($"{findings.Count - shown.Count} more ({string.Join(", ", rest)}): {whereAllAre}.", indent: 2, hanging: 2);
        }
    }
}
