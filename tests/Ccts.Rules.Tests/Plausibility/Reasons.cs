using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>Reasons for findings, each named as its hint asks.</summary>
internal static class Reasons
{
    private const string Before = "why it is right: \"";

    internal static string For(IEnumerable<Problem> findings, string why) => string.Join("; ", findings.Where(f => f.NeedsReason).Select(Name).Distinct(StringComparer.Ordinal).Select(n => $"{n}: {why}"));

    private static string Name(Problem finding)
    {
        var at = finding.Hint!.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return finding.Hint[at..finding.Hint.IndexOf(": ...", at, StringComparison.Ordinal)];
    }
}
