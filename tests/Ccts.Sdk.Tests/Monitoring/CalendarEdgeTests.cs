using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Monitoring;

public class CalendarEdgeTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26");

    [Theory]
    [InlineData("9999-12", "9999-12")]
    [InlineData("9999-12-01/9999-12-31", "9999-12")]
    [InlineData("9999-12-31/9999-12-31", "9999-12-31/9999-12-31")]
    [InlineData("9999-04-01/9999-12-31", "9999-04-01/9999-12-31")]
    [InlineData("3013-04-01/3014-03-31", "3013-04-01/3014-03-31")]
    [InlineData("0050-04-01/0051-03-31", "0050-04-01/0051-03-31")]
    [InlineData("2024-02-01/2024-02-29", "2024-02")]
    [InlineData("2023-04-01/2024-03-31", "2023-24")]
    public void A_period_at_the_edge_of_the_calendar_is_written_and_found_outside_the_year(string text, string written)
    {
        Assert.True(ReportingPeriod.TryParse(text, out var period, out _));
        Assert.Equal(written, period.ToString());
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 1m);
        report = report with { ImportedHeat = [report.ImportedHeat[0] with { Amounts = new(period, Energy.FromGigajoules(1m)) }] };
        Assert.Equal("period-outside-year", ReportValidator.Validate(report, Rules).Single(p => p.Severity == Severity.Error && p.Code is not ("period-gap" or "ends-later")).Code);
    }
}
