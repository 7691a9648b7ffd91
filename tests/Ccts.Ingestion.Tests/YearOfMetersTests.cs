using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Tests;

/// <summary>A year of sixty meters by the hour, as CSV and as a workbook: the same amounts, told how far it is, and held in little more than its readings take.</summary>
[Collection(nameof(Alone))]
public sealed class YearOfMetersTests
{
    private const int Hours = 8760;
    private const int Meters = 60;

    // A reading is 32 bytes, a year of all meters 17 MB; the tool around it takes some 100.
    private const long Most = 28_000_000;

    private static readonly string[] Names = [.. Enumerable.Range(0, Meters).Select(i => FormattableString.Invariant($"m{i}"))];

    private static JsonObject Mapping => new()
    {
        ["format"] = "ccts-ingestion-mapping/1",
        ["report"] = new JsonObject
        {
            ["format"] = "ccts-monitoring-report/1",
            ["entity"] = new JsonObject { ["name"] = "Example", ["sector"] = "Cement" },
            ["complianceYear"] = "2025-26",
            ["electricity"] = new JsonArray([.. Names.Select(n => (JsonNode)new JsonObject { ["id"] = n, ["supply"] = "grid" })]),
            ["products"] = new JsonArray(new JsonObject { ["id"] = "c", ["product"] = "cement", ["amount"] = "1 t" }),
        },
        ["sources"] = new JsonArray(new JsonObject
        {
            ["id"] = "s", ["kind"] = "meter", ["files"] = "year.*", ["time"] = new JsonObject { ["column"] = "time" }, ["minutes"] = 60, ["counts"] = "interval", ["stamps"] = "start",
            ["series"] = new JsonArray([.. Names.Select(n => (JsonNode)new JsonObject { ["stream"] = n, ["column"] = n, ["unit"] = "kWh" })]),
        }),
    };

    private static IEnumerable<string[]> Rows()
    {
        var start = new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var hour = 0; hour < Hours; hour++)
        {
            yield return [start.AddHours(hour).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), .. Enumerable.Range(0, Meters).Select(m => FormattableString.Invariant($"{100 + ((hour * 7) + m) % 900}.{m:00}"))];
        }
    }

    [Fact]
    public void A_year_of_sixty_meters()
    {
        var csv = Encoding.UTF8.GetBytes(string.Concat(Rows().Prepend(["time", .. Names]).Select(r => string.Join(",", r) + "\n")));
        var sheet = string.Concat(Rows().Prepend(["time", .. Names]).Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, k) => i == 0 || k == 0 ? $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>" : $"<c><v>{c}</v></c>"))}</row>"));
        var workbook = WorkbookTests.Bytes(("Meter", sheet));
        sheet = null;
        var (one, other) = (Taken("year.csv", csv), Taken("year.xlsx", workbook));
        Assert.Equal((Hours * Meters, 0, Meters * 12), (one.Measured, one.Missing, one.Values.Count));
        Assert.Equal(one.Values.Select(v => (v.Stream, v.Period, v.Amount)), other.Values.Select(v => (v.Stream, v.Period, v.Amount)));
    }

    private static IngestionResult Taken(string name, byte[] bytes)
    {
        var mapping = Plant.Read(Mapping);
        var held = new Held();
        var result = Ingestor.Run(mapping, [new IngestionFile(name, () => new MemoryStream(bytes, writable: false))], held);
        Assert.Empty(result.Problems);
        Assert.Equal(Enumerable.Range(1, Hours / 1000).Select(i => i * 1000), held.Rows);
        Assert.InRange(held.Largest, 1, Most);
        return result;
    }

    /// <summary>What is held at each word of progress, beyond what was before.</summary>
    private sealed class Held : IProgress<int>
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

        internal List<int> Rows { get; } = [];

        internal long Largest { get; private set; }

        public void Report(int value)
        {
            Rows.Add(value);
            Largest = Math.Max(Largest, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }
    }
}

/// <summary>What is held is counted for the whole process, so nothing else runs beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
