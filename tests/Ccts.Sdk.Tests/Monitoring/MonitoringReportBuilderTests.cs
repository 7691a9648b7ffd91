using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Monitoring;

public sealed class MonitoringReportBuilderTests
{
    private static readonly ObligatedEntity Plant = new(null, "A plant", "Cement");

    /// <summary>Every member of every sample, stated by name, gives the report that its JSON gives.</summary>
    [Theory]
    [InlineData("kotputli-2025-26")]
    [InlineData("maihar-2025-26")]
    [InlineData("muddapur-2025-26")]
    [InlineData("kundanganj-2025-26")]
    [InlineData("hirakud-2025-26-draft")]
    public void What_is_built_is_what_is_read(string sample)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", sample + ".json"));
        var read = MonitoringReportReader.Read(System.Text.Encoding.UTF8.GetBytes(text), sample);
        var builder = new MonitoringReportBuilder(read.Year, read.Entity);
        foreach (var (name, value) in JsonNode.Parse(text)!.AsObject().Where(m => m.Key is not ("format" or "complianceYear" or "entity" or "$schema")))
        {
            if (value is JsonArray streams)
            {
                foreach (var stream in streams.Select(s => s!.AsObject()))
                {
                    Fill(builder.Add(name, (string)stream["id"]!), stream, "");
                }
            }
            else if (value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            {
                builder.With(name, (bool)value);
            }
            else
            {
                builder.With(name, (string)value!);
            }
        }

        Assert.Equal(MonitoringReportWriter.ToJson(read).ToJsonString(), MonitoringReportWriter.ToJson(builder.Build()).ToJsonString());
    }

    [Fact]
    public void Quantities_and_periods_are_taken_as_they_are()
    {
        var builder = new MonitoringReportBuilder(ComplianceYear.Parse("2025-26"), Plant);
        builder.Add("products", "cement").With("product", "cement").Amount(ReportingPeriod.Month(2025, 4), Mass.FromTonnes(1200.5m));
        builder.Add("fuels", "coal").With("fuel", "lignite").With("state", "solid").With("ncv", NetCalorificValue.Parse("11.9 GJ/t")).With("samples", 12).With("factor.tier", "type-i").Amount(ReportingPeriod.Month(2025, 4), Mass.FromTonnes(7m));

        var report = builder.Build();

        Assert.Equal("11.9 GJ/t", ((WeighedFuel)report.Fuels[0].Measured).Net.ToString());
        Assert.Equal("A plant, Cement, 2025-26: 1 streams, 1 products", report.ToString());
    }

    [Fact]
    public void What_is_misspelt_is_told_by_its_member()
    {
        var builder = new MonitoringReportBuilder(ComplianceYear.Parse("2025-26"), Plant);
        builder.Add("fuels", "coal").With("feul", "lignite");

        Assert.False(builder.TryBuild(out _, out var problems));
        Assert.Contains(problems, p => p.Place.Pointer == "/fuels/0/feul" && p.Code == "unknown-key");
    }

    [Fact]
    public void Blanks_and_contradictions_are_refused_by_name()
    {
        var builder = new MonitoringReportBuilder(ComplianceYear.Parse("2025-26"), Plant);

        Assert.Equal("member", Assert.Throws<ArgumentException>(() => builder.With(" ", "x")).ParamName);
        Assert.Equal("list", Assert.Throws<ArgumentException>(() => builder.Add("", "x")).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => builder.Add("fuels", " ")).ParamName);
        Assert.Equal("member", Assert.Throws<ArgumentException>(() => builder.With("illustrative", "x").With("illustrative.y", "x")).ParamName);
        Assert.Equal("list", Assert.Throws<ArgumentException>(() => builder.Add("illustrative", "x")).ParamName);
        Assert.Equal("entity", Assert.Throws<ArgumentNullException>(() => new MonitoringReportBuilder(default, null!)).ParamName);
    }

    private static void Fill(StreamBuilder builder, JsonObject members, string path)
    {
        foreach (var (name, value) in members)
        {
            switch (value)
            {
                case JsonObject amounts when name == "amounts":
                    foreach (var (period, amount) in amounts)
                    {
                        builder.With($"{path}amounts.{period}", (string)amount!);
                    }

                    break;
                case JsonObject inner:
                    Fill(builder, inner, path + name + ".");
                    break;
                case JsonArray parts:
                    foreach (var part in parts)
                    {
                        Fill(builder.Add(path + name), part!.AsObject(), "");
                    }

                    break;
                case JsonValue flag when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                    builder.With(path + name, (bool)flag);
                    break;
                case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                    builder.With(path + name, (int)number);
                    break;
                default:
                    builder.With(path + name, (string)value!);
                    break;
            }
        }
    }
}
