using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>The published schema says the same as the reader, as far as a schema can say it.</summary>
public sealed class MonitoringReportSchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", "monitoring-report.schema.json"));

    public static TheoryData<string> Readable => [.. Samples.Good.Select(d => d.Data), Samples.Inconsistent, "kotputli-2025-26.header.json"];

    /// <summary>Where in the Kotputli sample, and what stands there instead; null takes it away.</summary>
    public static TheoryData<string, string?> Mistakes => new()
    {
        { "/format", "\"ccts-monitoring-report/2\"" },
        { "/complianceYear", "2025" },
        { "/complianceYear", null },
        { "/entity", null },
        { "/entity/name", "\"\"" },
        { "/entity/sectr", "\"Cement\"" },
        { "/entity/registration", "\"CMTOE85RJ\"" },
        { "/documentsSubmitted", "\"no\"" },
        { "/fuels", "{}" },
        { "/fuels/0/id", null },
        { "/fuels/0/state", "\"Solid\"" },
        { "/fuels/0/amounts", "{}" },
        { "/fuels/0/amounts", null },
        { "/fuels/0/amount", "\"1 t\"" },
        { "/fuels/0/period", "\"2025-26\"" },
        { "/fuels/0/amounts/2025-04", "16097" },
        { "/fuels/0/amounts/2025-04", "\"16,097 t\"" },
        { "/fuels/0/amounts/2025-04", "\"1.6e4 t\"" },
        { "/fuels/0/amounts/2025-04", "\"16097t\"" },
        { "/fuels/0/amounts/2025-04", "\"16097 T\"" },
        { "/fuels/0/amounts/2025-04", "\"NaN t\"" },
        { "/fuels/0/amounts/2025-04", "null" },
        { "/fuels/0/amounts/April", "\"1 t\"" },
        { "/fuels/0/ncv", "\"33.62\"" },
        { "/fuels/0/ncv", "\"33.62 GJ/kg\"" },
        { "/fuels/0/factor/tier", "\"type-iii\"" },
        { "/fuels/0/factor/tier", null },
        { "/fuels/0/factor/value", "\"0.4 gCO2/cal\"" },
        { "/fuels/0/oxidationFactor", "0.98" },
        { "/fuels/0/oxidationFactor", "\"0,98\"" },
        { "/fuels/0/samples", "\"24\"" },
        { "/fuels/0/samples", "24.5" },
        { "/fuels/0/stock/closing", null },
        { "/fuels/0/evidence/0/sha256", "\"abc\"" },
        { "/electricity/0/supply", "\"ppa\"" },
        { "/electricity/0/amounts/2025-04", "\"1 t\"" },
        { "/electricity/2/noDoubleCountUndertaking", "1" },
        { "/pfcs", """[{ "id": "p", "method": "measured", "cf4": "1 kg" }]""" },
        { "/pfcs", """[{ "id": "p", "method": "slope", "cf4": "1 kg", "c2f6": "1 kg" }]""" },
        { "/massBalances", """[{ "id": "m", "inputs": [{ "material": "coke", "amount": "1 t" }] }]""" },
        { "/renewableCertificates", """[{ "id": "r", "amounts": { "2025-04": "1 MWh" } }]""" },
        { "/products/0/equivalence", "\"1 t\"" },
        { "/extra", "1" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Samples_conform(string name) => Assert.Empty(Schema().Errors(Encoding.UTF8.GetString(Samples.Bytes(name))));

    [Fact]
    public void What_the_writer_writes_conforms()
    {
        var schema = Schema();
        Prop.ForAll(RandomReport.Any, report => schema.Errors(MonitoringReportWriter.ToJson(report).ToJsonString()).Count == 0).Holds(60);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Schema_and_reader_refuse_the_same(string pointer, string? instead)
    {
        var json = JsonNode.Parse(Samples.Bytes("kotputli-2025-26.json"))!;
        var steps = pointer.Split('/').Skip(1).ToList();
        var parent = steps.Take(steps.Count - 1).Aggregate(json, (node, step) => node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!).AsObject();
        if (instead is null)
        {
            Assert.True(parent.Remove(steps[^1]));
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(instead);
        }

        Assert.NotEmpty(Schema().Errors(json.ToJsonString()));
        Assert.False(MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), null, out _, out _));
    }

    [Fact]
    public void A_broken_report_does_not_conform() => Assert.NotEmpty(Schema().Errors(Encoding.UTF8.GetString(Samples.Bytes(Samples.Broken))));

    [Fact]
    public void The_units_of_the_schema_are_those_of_the_quantities()
    {
        var definitions = JsonNode.Parse(Text)!["definitions"]!;
        string Units(string name) => definitions[name]!["pattern"]!.GetValue<string>().Split('(')[^1].TrimEnd('$').TrimEnd(')');
        static string Of<T>(UnitTable<T> table)
            where T : struct => string.Join('|', table.Symbols.Select(s => s.Symbol));

        Assert.Equal(Of(Mass.Units), Units("mass"));
        Assert.Equal(Of(Volume.Units), Units("volume"));
        Assert.Equal(Of(GasVolume.Units) + "|" + GasUnits.Normal, Units("gasVolume"));
        Assert.Equal(Of(ElectricalEnergy.Units), Units("electricity"));
        Assert.Equal(Of(RefineryThroughput.Units), Units("throughput"));
        foreach (var (name, read) in Parsers)
        {
            Assert.All(Units(name).Split('|'), unit => Assert.True(read("1 " + unit), $"{name}: {unit}"));
        }
    }

    private static Dictionary<string, Func<string, bool>> Parsers => new(StringComparer.Ordinal)
    {
        ["co2e"] = text => Co2e.TryParse(text, out _, out _),
        ["energy"] = text => Energy.TryParse(text, out _, out _),
        ["calorificValue"] = text => NetCalorificValue.TryParse(text, out _, out _) || VolumeNetCalorificValue.TryParse(text, out _, out _) || GasNetCalorificValue.TryParse(GasUnits.Read(text, text.EndsWith(GasUnits.Normal, StringComparison.Ordinal) ? GasConditions.Normal : GasConditions.Standard), out _, out _),
        ["energyFactor"] = text => EnergyEmissionFactor.TryParse(text, out _, out _),
        ["massFactor"] = text => MassEmissionFactor.TryParse(text, out _, out _),
        ["electricityFactor"] = text => ElectricityEmissionFactor.TryParse(text, out _, out _),
    };

    private static SchemaCheck Schema() => SchemaCheck.FromText(Text);
}
