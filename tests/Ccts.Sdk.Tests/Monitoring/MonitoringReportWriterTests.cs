using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Monitoring;

public sealed class MonitoringReportWriterTests
{
    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Prop.ForAll(RandomReport.Any, report => SameContent.FirstDifference(report, Read(MonitoringReportWriter.ToJson(report))) is null)
            .Holds(300);

    [Fact]
    public void The_comparison_itself_sees_a_difference()
    {
        var report = RandomReport.Of(7);

        Assert.Null(SameContent.FirstDifference(report, RandomReport.Of(7)));
        Assert.Equal("report.Entity", SameContent.FirstDifference(report, report with { Entity = report.Entity with { Name = "another" } }));
        Assert.Equal("report.Products.Count", SameContent.FirstDifference(report, report with { Products = [.. report.Products, RandomReport.Of(8).Products.Append(AnyProduct()).First()] }));
    }

    [Fact]
    public void Other_units_give_the_same_bytes() =>
        Prop.ForAll(RandomReport.Any, report =>
        {
            var json = MonitoringReportWriter.ToJson(report);
            var expected = CanonicalJson.Text(json);
            var changed = 0;
            InOtherUnits(json, ref changed);
            return string.Equals(expected, CanonicalJson.Text(MonitoringReportWriter.ToJson(Read(json))), StringComparison.Ordinal)
                && (changed == 0 || !string.Equals(expected, CanonicalJson.Text(json), StringComparison.Ordinal));
        }).Holds(200);

    [Fact]
    public void Two_amounts_for_one_period_cannot_be_written()
    {
        var april = new PeriodAmount<Mass>(ReportingPeriod.Month(2025, 4), Mass.FromTonnes(1));
        var report = RandomReport.Of(1) with { Products = [AnyProduct() with { Amounts = new ProductInTonnes(new Amounts<Mass>([april, april])) }] };

        Assert.Throws<ArgumentException>(() => MonitoringReportWriter.ToJson(report));
    }

    private static ProductStream AnyProduct() => new() { Id = "p", Product = "cement", Amounts = new ProductInTonnes(new Amounts<Mass>(ReportingPeriod.Year(new ComplianceYear(2025)), Mass.FromTonnes(1))) };

    private static MonitoringReport Read(JsonNode json) => MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "r.json");

    private static void InOtherUnits(JsonNode node, ref int changed)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var words) && Other(words) is { } other)
                    {
                        members[key] = other;
                        changed++;
                    }
                    else if (value is not null)
                    {
                        InOtherUnits(value, ref changed);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    InOtherUnits(item!, ref changed);
                }

                break;
        }
    }

    private static string? Other(string text) =>
        Mass.TryParse(text, out var mass, out _) ? mass.ToString(MassUnit.Kilogram)
        : ElectricalEnergy.TryParse(text, out var electricity, out _) ? electricity.ToString(ElectricalEnergyUnit.KilowattHour)
        : Volume.TryParse(text, out var volume, out _) ? volume.ToString(VolumeUnit.Litre)
        : Energy.TryParse(text, out var energy, out _) ? energy.ToString(EnergyUnit.Megajoule)
        : NetCalorificValue.TryParse(text, out var ncv, out _) ? ncv.ToString(CalorificValueUnit.KilojoulePerKilogram)
        : EnergyEmissionFactor.TryParse(text, out var factor, out _) ? factor.ToString(text.EndsWith("toe", StringComparison.Ordinal) ? EnergyEmissionFactorUnit.GramPerKilocalorie : EnergyEmissionFactorUnit.KilogramPerTerajoule)
        : null;
}
