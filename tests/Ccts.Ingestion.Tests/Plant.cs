using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A plant with one meter or one list of tickets, and what came of its files.</summary>
internal static class Plant
{
    private const string Report = """
        {"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
         "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","ncv":"24.8 GJ/t","amount":"1 t"}],
         "electricity":[{"id":"grid","supply":"grid"}],"products":[{"id":"cement","product":"cement","amount":"1 t"}]}
        """;

    /// <summary>A mapping of one meter with six-hour intervals, so that a month is 120 rows.</summary>
    internal static JsonObject Meter(string counts = "interval", string? series = null) => JsonNode.Parse($$"""
        {"format":"ccts-ingestion-mapping/1","report":{{Report}},"sources":[{"id":"m","kind":"meter","files":"*.csv","time":{"column":"time"},
         "minutes":360,"counts":"{{counts}}"{{(counts == "interval" ? ",\"stamps\":\"start\"" : "")}},
         "series":[{"stream":"grid","column":"value","unit":"kWh"{{(series is null ? "" : "," + series)}}}]}]}
        """)!.AsObject();

    /// <summary>A mapping of weighbridge tickets.</summary>
    internal static JsonObject Tickets(string? series = null)
    {
        var mapping = JsonNode.Parse($$"""
            {"format":"ccts-ingestion-mapping/1","report":{{Report}},"sources":[{"id":"t","kind":"movements","files":"*.csv","time":{"column":"day"},
             "series":[{"stream":"coal","column":"net","unit":"kg"{{(series is null ? "" : "," + series)}}}]}]}
            """)!.AsObject();
        mapping["report"]!["fuels"]![0]!.AsObject().Remove("amount");
        mapping["report"]!["electricity"]![0]!["amount"] = "1 MWh";
        return mapping;
    }

    /// <summary>Fuels by their keys, each with what people call it behind a colon.</summary>
    internal static Sdk.Assessments.Emissions.FuelFactor[] Fuels(params string[] fuels) => [.. fuels.Select(f => f.Split(':')).Select(f => new Sdk.Assessments.Emissions.FuelFactor(f[0], f[0], null!, false, null, null!) { AlsoCalled = [.. f.Skip(1)] })];

    internal static IngestionMapping Read(JsonObject mapping) => IngestionMapping.Read(Encoding.UTF8.GetBytes(mapping.ToJsonString()), "mapping.json");

    internal static IngestionResult Run(JsonObject mapping, params string[] files)
    {
        var result = Ingestor.Run(Read(mapping), [.. files.Select((text, i) => IngestionFile.Of($"f{i}.csv", Encoding.UTF8.GetBytes(text)))]);
        Assert.All(result.Problems, p => Assert.True(p is { Expected.Length: > 0, Hint.Length: > 0 }, "Nothing says what was expected, or how to mend it: " + p));
        return result;
    }

    /// <summary>April 2025 by six hours: each row 100 plus its number, or as the caller has it. Two by two they change places, because what only rises is a register.</summary>
    internal static List<string> April(System.Func<int, string?>? value = null)
    {
        var rows = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var at = new System.DateTime(2025, 4, 1, 0, 0, 0, System.DateTimeKind.Unspecified).AddHours(6 * i);
            var text = value is null ? (100 + (i ^ 1)).ToString(CultureInfo.InvariantCulture) : value(i);
            if (text is not null)
            {
                rows.Add(at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "," + text);
            }
        }

        return rows;
    }

    internal static string Csv(IEnumerable<string> rows, string header = "time,value") => header + "\n" + string.Join("\n", rows) + "\n";

    internal static string? Amount(IngestionResult result, string period = "2025-04") => result.Values.Single(v => v.Period == period).Amount;

    internal static Problem Finding(IngestionResult result, string code) => Assert.Single(result.Problems, p => p.Code == code);
}
