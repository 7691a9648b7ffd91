using System;
using System.IO;
using System.Linq;
using Ccts.Compliance.Plans.Audits;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;

namespace Ccts.Compliance.Tests;

/// <summary>An internal audit finds what is missing, estimated and late in its quarter, and nothing of another quarter.</summary>
public sealed class AuditTests
{
    private static readonly FuelStream Coal = Samples.Kotputli.Fuels.Single(f => f.Id == "kiln-coal");

    [Theory]
    [InlineData(1, "2025-04-01", "2025-06-30")]
    [InlineData(2, "2025-07-01", "2025-09-30")]
    [InlineData(3, "2025-10-01", "2025-12-31")]
    [InlineData(4, "2026-01-01", "2026-03-31")]
    public void Quarters_begin_in_April(int quarter, string first, string last) =>
        Assert.Equal((Years.Day(first), Years.Day(last)), QuarterlyAudit.DaysOf(Samples.Kotputli.Year, quarter));

    [Fact]
    public void The_last_quarter_of_a_leap_year_has_its_day_more() =>
        Assert.Equal(91, NodaTime.Period.DaysBetween(QuarterlyAudit.DaysOf(ComplianceYear.Parse("2027-28"), 4).First, QuarterlyAudit.DaysOf(ComplianceYear.Parse("2027-28"), 4).Last) + 1);

    [Fact]
    public void A_month_that_is_not_there_is_missing_in_its_quarter_and_in_no_other()
    {
        var gap = Samples.Kotputli with { Fuels = [Without(Coal, "2025-08")] };
        Assert.Equal("No amount from 2025-08-01 to 2025-08-31.", Assert.Single(QuarterlyAudit.Of(gap, 2), p => p is { Kind: AuditKind.Missing, Stream: "kiln-coal" }).Message);
        Assert.DoesNotContain(QuarterlyAudit.Of(gap, 1), p => p is { Kind: AuditKind.Missing, Stream: "kiln-coal" });
    }

    [Fact]
    public void Estimates_and_late_documents_are_told()
    {
        var late = Samples.Kotputli with { Fuels = [Coal with { Evidence = [new EvidenceDocument("Ticket", "KF-2", null, "2025-10-02T08:00:00+05:30")] }] };
        Assert.Contains("2025-10-02", Assert.Single(QuarterlyAudit.Of(late, 2), p => p.Kind == AuditKind.Late).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(QuarterlyAudit.Of(late, 3), p => p.Kind == AuditKind.Late);
        Assert.Contains(QuarterlyAudit.Of(Samples.Kotputli, 1), p => p is { Kind: AuditKind.Estimated, Stream: "colony-diesel" } && p.Message.Contains("One amount", StringComparison.Ordinal));
        Assert.Contains(QuarterlyAudit.Of(Samples.Kotputli, 1), p => p is { Kind: AuditKind.Estimated, Stream: "raw-meal-caco3" } && p.Message.Contains("Type I", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuarterlyAudit.Of(Samples.Kotputli, 5));
    }

    [Fact]
    public void Every_record_has_its_retention_and_the_form_is_as_its_schema_says()
    {
        var form = AuditForm.Make(Samples.Kotputli, 2, Years.Ruleset(), Years.Day("2025-10-10"));
        var records = form.Fields.Where(f => f.Number.StartsWith("record.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(records);
        // The longest claim of the ruleset is ten years from the year's last day, by a private standard.
        Assert.All(records, r => Assert.Equal("keep until 2036-03-31", r.Value));
        Assert.Contains("unknown", form.Fields.Single(f => f.Number == "claims").Value, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json")).Errors(FormJson.Write(form).ToJsonString()));
    }

    private static FuelStream Without(FuelStream stream, string month)
    {
        var weighed = (WeighedFuel)stream.Measured;
        return stream with { Measured = weighed with { Amounts = new Amounts<Mass>(weighed.Amounts.Where(a => a.Period.ToString() != month)) } };
    }
}
