using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Certificates;

public class TrajectoryTests
{
    private static readonly EntityTarget First = TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m);
    private static readonly EntityTarget Second = TestRules.Target("CMTOE085RJ", "2026-27", "0.8086", "0.7891", 3_666_138m);

    [Fact]
    public void Rows_come_in_order_with_the_cut_they_ask_for_and_the_one_before_rounding()
    {
        var achieved = new Dictionary<ComplianceYear, (EmissionIntensity Rounded, EmissionIntensity Unrounded)> { [First.Year] = (EmissionIntensity.Parse("0.8200 tCO2e/t"), EmissionIntensity.Parse("0.82004 tCO2e/t")) };
        var trajectory = Trajectory.Of([Second, First], achieved);
        Assert.Equal(["2025-26", "2026-27"], System.Linq.Enumerable.Select(trajectory.Points, p => p.Year.ToString()));
        Assert.Equal((0.8086m - 0.8032m) / 0.8086m, trajectory.Points[0].RequiredImprovement);
        Assert.Equal(EmissionIntensity.Parse("0.82 tCO2e/t"), trajectory.Points[0].Achieved);
        Assert.Equal((0.8086m - 0.82004m) / 0.8086m, trajectory.Points[0].AchievedImprovement);
        Assert.Null(trajectory.Points[1].Achieved);
    }

    [Fact]
    public void A_missing_target_stays_missing()
    {
        var trajectory = Trajectory.Of([TestRules.Target("CGUOE005UP", "2025-26", "0.0128", null, 2_787_464m)]);
        Assert.Null(trajectory.Points[0].Target);
        Assert.Null(trajectory.Points[0].RequiredImprovement);
    }

    [Fact]
    public void Rows_that_do_not_belong_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Trajectory.Of([]));
        Assert.Throws<ArgumentException>(() => Trajectory.Of([First, First]));
        Assert.Throws<ArgumentException>(() => Trajectory.Of([First, Second with { Key = "CMTOE019MP" }]));
        Assert.Throws<ArgumentException>(() => Trajectory.Of([First, Second with { BaselineIntensity = EmissionIntensity.Parse("0.9 tCO2e/t") }]));
    }
}
