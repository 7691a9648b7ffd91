using System;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Sdk.Tests.Entities;

public class ComplianceYearTests
{
    [Fact]
    public void It_runs_from_April_to_March()
    {
        var year = ComplianceYear.Parse("2025-26");
        Assert.Equal((new LocalDate(2025, 4, 1), new LocalDate(2026, 3, 31)), (year.FirstDay, year.LastDay));
        Assert.Equal(year, ComplianceYear.Of(year.FirstDay));
        Assert.Equal(year, ComplianceYear.Of(year.LastDay));
        Assert.Equal(year.Next, ComplianceYear.Of(year.LastDay.PlusDays(1)));
        Assert.Equal("1999-00", ComplianceYear.Parse("1999-00").ToString());
    }

    [Theory]
    [InlineData("2025-27")]
    [InlineData("2025-2026")]
    [InlineData("2025/26")]
    [InlineData("25-26")]
    [InlineData("٢٠٢٥-٢٦")]
    [InlineData("1899-00")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(ComplianceYear.TryParse(text, out _, out var reason));
        Assert.NotNull(reason);
        Assert.Throws<FormatException>(() => ComplianceYear.Parse(text!));
    }
}
