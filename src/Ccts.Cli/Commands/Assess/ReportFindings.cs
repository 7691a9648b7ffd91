using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The findings about a report, for people.</summary>
internal static class ReportFindings
{
    private const int Most = 5;

    internal static void Print(Account account, IReadOnlyList<Problem> findings, bool all, string whereAllAre)
    {
        if (findings.Count == 0)
        {
            return;
        }

        account.Heading($"{findings.Count} finding{(findings.Count == 1 ? "" : "s")} about the report");
        // Shows one of each kind, the gravest kinds first.
        var shown = all ? findings : findings.GroupBy(f => f.Code, StringComparer.Ordinal).Select(g => g.First()).OrderBy(f => !f.NeedsReason).ThenBy(f => f.Severity).Take(Most).ToList();
        foreach (var finding in shown)
        {
            account.Sentence(finding.ToString(), finding.Severity == Severity.Info ? "grey" : "yellow", indent: 2, hanging: 2);
        }

        if (findings.Count - shown.Count is var more and > 0)
        {
            account.Sentence($"{more} more, of these kinds or others: {whereAllAre}.", indent: 2);
        }
    }
}
