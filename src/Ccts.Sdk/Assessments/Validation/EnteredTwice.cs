using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// One meter entered as two streams: the same amount in every period. What is deducted twice would be certificates, and withholds; what is counted twice is paid
/// for, and told.
/// </summary>
internal static class EnteredTwice
{
    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.ProductTotal) is not { } near)
        {
            return;
        }

        var report = result.Report;
        Among(result, near, report.ExportedPower, isDeducted: true);
        Among(result, near, report.ExportedHeat, isDeducted: true);
        Among(result, near, report.CapturedCo2, isDeducted: true);
        Among(result, near, report.Fuels, isDeducted: false);
        Among(result, near, report.ProcessMaterials, isDeducted: false);
        Among(result, near, report.ImportedIntermediates, isDeducted: false);
        Among(result, near, report.Electricity, isDeducted: false);
        Among(result, near, report.ImportedHeat, isDeducted: false);
    }

    private static void Among<T>(Result result, PlausibleRange near, IReadOnlyList<T> streams, bool isDeducted)
        where T : MonitoredStream
    {
        for (var i = 1; i < streams.Count; i++)
        {
            var again = streams[i];
            var first = streams.Take(i).FirstOrDefault(s => PeriodAmounts.Agree(s, again, near));
            if (first is not null && result.Sources.Find(s => ReferenceEquals(s.Stream, again)) is { } source)
            {
                var what = isDeducted ? "What left the plant once is deducted once." : "One meter is one stream.";
                result.Tell("entered-twice", source.Place, $"\"{again.Id}\" has {Slip.Shown(source.Amount)} {source.Unit}, and \"{first.Id}\" the same in every period. {what}", again.WhyUnusual ?? first.WhyUnusual, needsReason: isDeducted);
            }
        }
    }
}
