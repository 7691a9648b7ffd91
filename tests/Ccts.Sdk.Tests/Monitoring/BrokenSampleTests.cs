using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Two samples are wrong on purpose; what is said about them is kept word for word.</summary>
public sealed class BrokenSampleTests
{
    [Fact]
    public void Mistakes_of_form_are_all_found_with_their_places()
    {
        Assert.False(MonitoringReportReader.TryRead(Samples.Bytes(Samples.Broken), Samples.Broken, out var report, out var problems));

        Assert.Null(report);
        SameAsGolden("broken-report.txt", problems);
    }

    [Fact]
    public void Mistakes_of_substance_are_all_found_with_their_clauses() =>
        SameAsGolden("inconsistent-report.txt", ReportValidator.Validate(Samples.Read(Samples.Inconsistent), Samples.Rules("2025-26")));

    [Fact]
    public void The_throwing_twin_tells_the_same()
    {
        MonitoringReportReader.TryRead(Samples.Bytes(Samples.Broken), Samples.Broken, out _, out var problems);

        var thrown = Assert.Throws<CctsDataException>(() => Samples.Read(Samples.Broken));

        Assert.Equal(problems, thrown.Problems);
    }

    private static void SameAsGolden(string name, IReadOnlyList<Problem> problems)
    {
        var golden = Path.Combine(AppContext.BaseDirectory, "Monitoring", "Golden", name);
        var actual = string.Concat(problems.Select(p => p + "\n"));
        var expected = File.ReadAllText(golden).ReplaceLineEndings("\n");
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            // For the eye: what would become the golden file, once reviewed.
            File.WriteAllText(golden + ".actual", actual);
        }

        Assert.Equal(expected, actual);
    }
}
