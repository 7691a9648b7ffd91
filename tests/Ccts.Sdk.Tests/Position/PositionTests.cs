using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;
using Ccts.Sdk.Tests.Ledger;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Position;

/// <summary>Interim positions. Activity data are made up; the target is that of CMTOE085RJ.</summary>
public class PositionTests
{
    private static readonly MonitoringReport Half = Reports.Of("CMTOE085RJ", "2025-26", 900_000m, 1_000_000m);

    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));

    private static Assessment Assessed => Assessor.Assess(Half, Rules);

    [Fact]
    public void The_projection_is_the_year_to_date_at_the_years_output()
    {
        var now = PositionCalculator.Of(Assessed, Rules.Certificates);
        Assert.Equal(now.YearToDate, now.Projected);
        var year = PositionCalculator.Of(Assessed, Rules.Certificates, Output.Parse("2000000 t"));
        var whole = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 1_800_000m, 2_000_000m), Rules).Certificates;
        Assert.Equal(-whole.Quantity, year.Projected);
        Assert.Equal(now.YearToDate, year.YearToDate);
        Assert.Throws<ArgumentOutOfRangeException>(() => PositionCalculator.Of(Assessed, Rules.Certificates, Output.Parse("999999 t")));
        Assert.Throws<UnitMismatchException>(() => PositionCalculator.Of(Assessed, Rules.Certificates, Output.Parse("2000000 MWh")));
    }

    [Fact]
    public void The_range_spans_every_other_reading()
    {
        var position = PositionCalculator.Of(Assessed, Rules.Certificates, Output.Parse("2000000 t"));
        var sevenTwelfths = Assert.Single(position.Readings, r => r.Reading.Contains("7 months", StringComparison.Ordinal));
        Assert.Equal((long)Math.Round(position.Projected!.Value * 7m / 12m, MidpointRounding.AwayFromZero), sevenTwelfths.Projected);
        Assert.Equal(position.Projected, position.Low);
        Assert.Equal(sevenTwelfths.Projected, position.High);
        Assert.All(position.Readings, r => Assert.Equal(position.Projected + r.Difference, r.Projected));
    }

    /// <summary>0.8032 x 3,000 t = 2,409.6 t: 0.3 t short is nil to date and 0.3 x 3,666,138 / 3,000 = 366.6 short by the end of the year.</summary>
    [Theory]
    [InlineData("2409.9", -367)]
    [InlineData("2409.3", 367)]
    [InlineData("2409.6", 0)]
    public void What_rounds_to_nil_so_far_is_projected(string tonnes, long projected)
    {
        var assessment = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture), 3000m), Rules);
        var position = PositionCalculator.Of(assessment, Rules.Certificates, Output.Parse("3666138 t"));

        Assert.Equal((0L, projected), (position.YearToDate!.Value, position.Projected!.Value));
    }

    /// <summary>10.2 t below the target are 10 certificates to date, rounded or cut off; 30.6 at three times the product are 31, or 30. The range has both.</summary>
    [Fact]
    public void A_reading_that_changes_nothing_to_date_belongs_to_the_range()
    {
        var rules = Rules with { Certificates = Rules.Certificates with { OtherOutputMonths = new Dictionary<string, LegalValue<int>>() } };
        var position = PositionCalculator.Of(Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 793m, 1000m), rules), rules.Certificates, Output.Parse("3000 t"));

        Assert.Equal((10L, 31L, 30L, 31L), (position.YearToDate!.Value, position.Projected!.Value, position.Low!.Value, position.High!.Value));
        Assert.Equal(30, Assert.Single(position.Readings).Projected);
    }

    /// <summary>803,160 t on 1,000,000 t are 0.80316 t/t, compared as 0.8032: on target, whatever months count and however much is made.</summary>
    [Theory]
    [InlineData(803_160)]
    [InlineData(803_240)]
    public void An_intensity_on_target_is_nil_under_every_reading_that_compares_it_rounded(int tonnes)
    {
        var assessment = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", tonnes, 1_000_000m), Rules);

        Assert.All(assessment.OtherReadings.Where(r => r.Certificates.Kind == Sdk.Assessments.Certificates.CertificateKind.Nil), r => Assert.Equal(0, r.Certificates.Quantity));
        Assert.Single(assessment.OtherReadings, r => r.Path == "pro-rata/months" && r.Certificates.Kind == Sdk.Assessments.Certificates.CertificateKind.Nil);
        var position = PositionCalculator.Of(assessment, Rules.Certificates, Output.Parse("2000000 t"));
        Assert.Equal(0, position.Projected);
        Assert.DoesNotContain(position.Readings, r => r.Path == "pro-rata/months");
        // Not rounded, 40 t on the year so far are 80 by its end; 7/12 of them are 47.
        Assert.Equal(tonnes < 803_200 ? (0L, 80L) : (-80L, 0L), (position.Low!.Value, position.High!.Value));
    }

    [Fact]
    public void Holdings_count_unless_on_sale_pledged_or_of_a_later_vintage()
    {
        var run = new Run().Issued("mill", Units(1, 100)).Issued("mill", Units(201, 300, vintage: 2026)).Issued("mill", Units(301, 400, "offset-ccc"));
        run.Accepted(new ReserveUnits("a", Noon, "mill", "sale", new OldestUnits("ccc", 10), ReservationPurpose.Sale));
        run.Accepted(new ReserveUnits("b", Noon, "mill", "own", new OldestUnits("ccc", 20), ReservationPurpose.Other));
        run.Accepted(new BankUnits("c", Noon, "mill", new OldestUnits("ccc", 5)));
        run.Accepted(new AssignUnits("d", Noon, "mill", new OldestUnits("ccc", 7), ShadowAccount.Pledged));
        var position = PositionCalculator.Of(Assessed, Rules.Certificates, account: run.State.View("mill"));
        Assert.Equal((83, 10), (position.Held, position.OnSale));
        Assert.Equal(position.Projected + 83, position.Net);
        Assert.Equal(position.High + 83, position.NetHigh);
    }

    [Fact]
    public void Accruals_and_reversals_add_up_to_the_last_position()
    {
        var closings = new[] { 0L, -100, -250, 40, 0, -5 }.Select((t, i) => new Accrued(new LocalDate(2025, 4 + i, 28), t, Inr.FromRupees(500m + (i * 10)))).ToList();
        var entries = closings.SelectMany((now, i) => Accruals.Entries(i == 0 ? null : closings[i - 1], now)).ToList();
        Assert.Equal(-5, entries.Sum(e => e.Tonnes));
        Assert.Equal(-5 * 550m, entries.Sum(e => e.Amount.Rupees));
        Assert.Equal([AccrualKind.Reversal, AccrualKind.Accrual], Accruals.Entries(closings[1], closings[2]).Select(e => e.Kind));
        Assert.Throws<ArgumentException>(() => Accruals.Entries(closings[2], closings[1]));
    }

    [Fact]
    public void A_shortfall_costs_what_is_bought_and_twice_the_price_of_the_rest()
    {
        var costs = CostScenarios.Of(1001, [Inr.FromRupees(500m), Inr.FromRupees(1000m)], [0m, 0.5m, 1m], Rules.Certificates);
        Assert.Equal([1_001_000m, 751_000m, 500_500m, 2_002_000m, 1_502_000m, 1_001_000m], costs.Select(c => c.Total.Rupees));
        Assert.Equal((500, 501), (costs[1].Bought, costs[1].Compensation.Shortfall));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostScenarios.Of(1, [Inr.FromRupees(1m)], [1.5m], Rules.Certificates));
    }

    [Fact]
    public void The_missing_document_that_is_worth_most_comes_first()
    {
        var year = ReportingPeriod.Year(Half.Year);
        var report = Half with
        {
            Electricity =
            [
                new ElectricityStream { Id = "roof", Supply = ElectricitySupply.RenewableOnSite, Amounts = new(year, ElectricalEnergy.FromMegawattHours(1000m)) },
                new ElectricityStream { Id = "wind", Supply = ElectricitySupply.RenewableOpenAccess, Amounts = new(year, ElectricalEnergy.FromMegawattHours(9000m)) },
                new ElectricityStream { Id = "grid", Supply = ElectricitySupply.Grid, Amounts = new(year, ElectricalEnergy.FromMegawattHours(9000m)) },
            ],
        };
        var worth = MissingDocuments.Rank(report, Rules, MissingDocuments.Shown(report));
        Assert.Equal([6543, 727], worth.Select(w => w.Tonnes));
        Assert.Contains("wind", worth[0].Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_that_asks_for_a_document_is_told_and_no_worth_is_guessed()
    {
        var year = ReportingPeriod.Year(Half.Year);
        var months = Half with
        {
            Electricity =
            [
                new ElectricityStream { Id = "ppa", Supply = ElectricitySupply.PowerPurchaseAgreement, Amounts = new(year, ElectricalEnergy.FromMegawattHours(1000m)) },
                new ElectricityStream { Id = "wind", Supply = ElectricitySupply.RenewableOpenAccess, Amounts = new(year, ElectricalEnergy.FromMegawattHours(100m)) },
                new ElectricityStream { Id = "grid", Supply = ElectricitySupply.Grid, Amounts = new(year, ElectricalEnergy.FromMegawattHours(1500m)), PreviousYear = ElectricalEnergy.FromMegawattHours(10m) },
            ],
            ExportedPower = [new ExportedPowerStream { Id = "sold", Amounts = new(year, ElectricalEnergy.FromMegawattHours(5m)) }],
        };
        var warned = Ccts.Sdk.Assessments.Validation.ReportValidator.Validate(months, Rules).Count(p => p.Code is "type-i-used" or "samples-not-reported" or "too-few-samples" or "factor-without-source" or "period-gap" or "changed-since-previous-year");
        Assert.True(warned > 0);
        var worth = MissingDocuments.Rank(months, Rules, MissingDocuments.Asked(months, Rules));
        var bound = Assert.Single(worth, w => w.IsAtMost);
        Assert.Contains("ppa", bound.Document, StringComparison.Ordinal);
        Assert.Equal(bound, worth[0]);
        Assert.Equal(73, Assert.Single(worth, w => w.Document.Contains("wind", StringComparison.Ordinal)).Tonnes);
        Assert.Equal(warned + 1, worth.Count(w => w.Tonnes is null));
        Assert.Contains(worth, w => w.Tonnes is null && w.Document.Contains("sold", StringComparison.Ordinal));
        Assert.Null(worth[^1].Tonnes);
    }

    [Fact]
    public void The_alert_comes_before_the_limit()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        OversellAlert Alert() => OversellAlert.Of(run.State.View("mill")!, "ccc", Policy, Noon, 0.8m);
        void Sell(string id, long tonnes) => run.Do(new ReserveUnits(id, Noon, "mill", id, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale));
        Assert.Equal(OversellLevel.Clear, Alert().Level);
        Sell("a", 79);
        Assert.Equal((OversellLevel.Clear, 21), (Alert().Level, Alert().Left));
        Sell("b", 1);
        Assert.Equal(OversellLevel.Near, Alert().Level);
        Sell("c", 20);
        Assert.Equal((OversellLevel.AtLimit, 3), (Alert().Level, Alert().BreachesLeft));
        Sell("d", 1);
        Sell("e", 1);
        Sell("f", 1);
        Assert.Equal((OversellLevel.Barred, new LocalDate(2027, 4, 15)), (Alert().Level, Alert().BarredUntil!.Value));
    }
}
