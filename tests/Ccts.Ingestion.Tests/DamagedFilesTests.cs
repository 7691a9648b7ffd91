using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>
/// Files damaged at random: no exception, and no silence. A damaged file comes to the right amounts, or something is told of it. The seeds are
/// fixed. The environment makes it a long run: CCTS_LONG seeds from CCTS_LONG_FIRST, on CCTS_LONG_WORKERS threads.
/// </summary>
public class DamagedFilesTests
{
    private static readonly string[] Inserts = [",", ";", "\"", "\n", "\r", "\0", " ", "-", "9", "e5", "\uFEFF", "١", "NaN", "1,00,000", "=A1", "2025-04-01 00:00,1\n", "time,value\n", "é"];

    private static int Of(string variable, int usual) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>Every seed is tried, whatever another came to; each that failed is told with its own sentence.</summary>
    private static void EachSeed(int share, Action<int> tried)
    {
        var (first, rounds) = (Of("CCTS_LONG_FIRST", 0), Of("CCTS_LONG", 400) / share);
        var failed = new ConcurrentBag<string>();
        Parallel.For(first, first + rounds, new ParallelOptions { MaxDegreeOfParallelism = Of("CCTS_LONG_WORKERS", 1) }, seed =>
        {
            if (Record.Exception(() => tried(seed)) is { } why)
            {
                failed.Add($"seed {seed}: {why.GetType().Name} {why.Message}");
            }
        });
        Assert.Empty(failed.OrderBy(f => f, StringComparer.Ordinal).Take(20));
    }

    [Fact]
    public void A_damaged_meter_is_right_or_told()
    {
        var mapping = Plant.Read(Plant.Meter(series: "\"plausible\":{\"most\":\"400 kWh\",\"stuckAfter\":9,\"source\":\"plan\"}"));
        var text = Plant.Csv(Plant.April());
        Run(mapping, text, "19.14 MWh");
    }

    [Fact]
    public void Damaged_tickets_are_right_or_told()
    {
        var mapping = Plant.Read(Plant.Tickets("\"number\":\"ticket\""));
        var text = "ticket,day,net\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},2025-04-{1 + (i % 30):00},{1000 * i}\n"));
        Run(mapping, text, "820 t");
    }

    // The mean of 20.1, 20.2 … 24.0 is 22.05.
    [Fact]
    public void A_damaged_sheet_of_a_laboratory_is_right_or_told()
    {
        var mapping = Plant.Read(LaboratoryTests.Sheet("\"number\":\"report\",\"mean\":{\"method\":\"arithmetic\",\"decimals\":6,\"source\":\"plan\"},\"plausible\":{\"most\":\"30 GJ/t\",\"source\":\"plan\"}"));
        var text = "report,day,value\n" + string.Concat(Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"L-{i},2025-04-{1 + (i % 30):00},{20m + (i / 10m):0.0}\n")));
        Run(mapping, text, "22.05 GJ/t");
    }

    // Weighted by 1 to 40, CaCO3 of 50.1, 50.2 … 54 %: sum of i (50 + i / 10) = 50 x 820 + 22140 / 10 = 43214; over 820 it is 52.7 %.
    [Fact]
    public void A_damaged_sheet_of_a_material_is_right_or_told()
    {
        var mapping = Plant.Read(MaterialResultsTests.Composition("\"number\":\"report\",\"mean\":{\"method\":\"weighted\",\"weight\":\"lot\",\"decimals\":6,\"source\":\"plan\"},\"plausible\":{\"most\":\"60 %\",\"source\":\"plan\"}"));
        var text = "report,day,value,lot\n" + string.Concat(Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"M-{i},2025-04-{1 + (i % 30):00},{50m + (i / 10m):0.0},{i}\n")));
        Run(mapping, text, "0.527");
    }

    // Electrodes into a furnace: 40 postings of 1 to 40 t.
    [Fact]
    public void Damaged_movements_of_a_flow_are_right_or_told()
    {
        var mapping = Plant.Read(MaterialResultsTests.Electrodes("\"number\":\"no\",\"plausible\":{\"most\":\"50 t\",\"source\":\"plan\"}"));
        var text = "no,day,net\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},2025-04-{1 + (i % 30):00},{i}\n"));
        Run(mapping, text, "820 t");
    }

    [Fact]
    public void Damaged_json_lines_are_right_or_told()
    {
        var tickets = Plant.Tickets("\"number\":\"no\"");
        tickets["sources"]![0]!["table"] = new System.Text.Json.Nodes.JsonObject { ["form"] = "json-lines" };
        var text = string.Concat(Enumerable.Range(1, 40).Select(i => $$"""{"no":"{{i}}","day":"2025-04-{{1 + (i % 30):00}}","net":{{1000 * i}}}""" + "\n"));
        Run(Plant.Read(tickets), text, "820 t");
    }

    /// <summary>A damaged mapping is refused with its places, or is a mapping: then the file comes to an amount, or something is told.</summary>
    [Fact]
    public void A_damaged_mapping_is_refused_or_read()
    {
        var text = Plant.Tickets("\"number\":\"no\",\"plausible\":{\"most\":\"50 t\",\"source\":\"plan\"},\"evidence\":{\"instrument\":\"WB-1\",\"calibrated\":\"2025-02-01\"}").ToJsonString();
        var lines = text.Replace(",\"", ",\n\"", StringComparison.Ordinal);
        var file = IngestionFile.Of("a.csv", Encoding.UTF8.GetBytes("no,day,net\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i},2025-04-{i:00},{1000 * i}\n"))));
        EachSeed(2, seed =>
        {
            var (damaged, _) = Damage(lines, new Random(seed));
            try
            {
                var result = Ingestor.Run(IngestionMapping.Read(damaged, "m.json"), [file]);
                Assert.True(result.HasErrors || result.Values.Count > 0 || result.Problems.Count > 0, $"Seed {seed} is silent.");
                Assert.True(!result.HasErrors || (result.Values.Count == 0 && result.Report is null), $"Seed {seed} has an error and values.");
            }
            catch (CctsDataException refused)
            {
                Assert.All(refused.Problems, p => Assert.True(p.Place.Line > 0 || p.Place.Pointer.Length > 0, p.ToString()));
            }
        });
    }

    [Fact]
    public void A_damaged_workbook_is_told_and_never_half_read()
    {
        var meter = Plant.Meter();
        meter["sources"]![0]!["files"] = "*.xlsx";
        var mapping = Plant.Read(meter);
        var rows = WorkbookTests.MeterRows.Replace("<row", "\n<row", StringComparison.Ordinal);
        var whole = WorkbookTests.Bytes(("Meter", rows));
        EachSeed(2, seed =>
        {
            var random = new Random(seed);
            var isOfRows = random.Next(2) == 0;
            var bytes = isOfRows ? WorkbookTests.Bytes(("Meter", Encoding.UTF8.GetString(Damage(rows, random).Bytes))) : (byte[])whole.Clone();
            if (!isOfRows)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            var result = Ingestor.Run(mapping, [IngestionFile.Of("a.xlsx", bytes)]);
            Assert.True(result.HasErrors || result.Values.Count > 0 || result.Problems.Count > 0, $"Seed {seed} is silent.");
            Assert.True(!result.HasErrors || (result.Values.Count == 0 && result.Report is null), $"Seed {seed} has an error and values.");

            // A bit that changed on the way is found by the archive's own checksums, or changed nothing that counts.
            Assert.True(isOfRows || result.Problems.Count > 0 || result.Values.Single().Amount == "19.14 MWh", $"Seed {seed} comes to {string.Join(", ", result.Values.Select(v => v.Amount))} and nothing is told.");
        });
    }

    private static void Run(IngestionMapping mapping, string text, string right) =>
        EachSeed(1, seed =>
        {
            var random = new Random(seed);
            var (damaged, isNumber) = Damage(text, random);
            var result = Ingestor.Run(mapping, [IngestionFile.Of("a.csv", damaged)]);
            Assert.True(result.HasErrors || result.Values.Count > 0 || result.Problems.Count > 0, $"Seed {seed} is silent.");
            Assert.True(!result.HasErrors || result.Values.Count == 0, $"Seed {seed} has an error and values.");

            // One digit in place of another is a number as good as any; all else must show.
            if (!isNumber && result.Problems.Count == 0)
            {
                Assert.True(result.Values.Any(v => v.Amount == right), $"Seed {seed} comes to {string.Join(", ", result.Values.Select(v => v.Amount))} and nothing is told.");
            }
        });

    private static (byte[] Bytes, bool IsNumber) Damage(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(text.Length);
        switch (random.Next(8))
        {
            case 0:
                var insert = Inserts[random.Next(Inserts.Length)];
                return (Encoding.UTF8.GetBytes(text.Insert(at, insert)), insert is "-" or "9" or "\n" or "\r" or ",");
            case 1:
                return (Encoding.UTF8.GetBytes(text.Remove(at, 1)), true);
            case 2:
                return (Encoding.UTF8.GetBytes(text[..at]), true);
            case 3:
                var bytes = Encoding.UTF8.GetBytes(text);
                var before = bytes[at];
                bytes[at] = (byte)random.Next(256);
                // A digit that became a blank at the edge of a number is as a digit that was lost.
                return (bytes, bytes[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',' or (byte)'\n' or (byte)'\r' or (byte)'-' or (byte)'+' || (before is >= (byte)'0' and <= (byte)'9' && bytes[at] is (byte)' ' or (byte)'\t'));
            case 4:
                lines.Insert(random.Next(1, lines.Count), lines[random.Next(1, lines.Count - 1)]);
                return (Encoding.UTF8.GetBytes(string.Join("\n", lines)), false);
            case 5:
                var (a, b) = (random.Next(1, lines.Count - 1), random.Next(1, lines.Count - 1));
                (lines[a], lines[b]) = (lines[b], lines[a]);
                return (Encoding.UTF8.GetBytes(string.Join("\n", lines)), false);
            case 6:
                return (Encoding.Unicode.GetBytes(text), false);
            default:
                return (Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)), false);
        }
    }
}
