using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Tests.Shared;

namespace Ccts.Ingestion.Tests;

/// <summary>A mapping is read strictly, and reader and schema agree.</summary>
public class MappingTests
{
    [Theory]
    [InlineData("/sources/0/kind", "\"metre\"", "unknown-word")]
    [InlineData("/sources/0/minutes", "7", "bad-value")]
    [InlineData("/sources/0/series/0/stream", "\"girt\"", "unknown-stream")]
    [InlineData("/sources/0/series/0/unit", "\"t\"", "bad-value")]
    [InlineData("/sources/0/series/0/unit", "\"KWH\"", "bad-value")]
    [InlineData("/sources/0/series/0/times", "\"0\"", "bad-value")]
    [InlineData("/sources/0/series/0/colum", "\"value\"", "unknown-key")]
    [InlineData("/sources/0/series/0/unitColumn", "\"unit\"", "missing-key")]
    [InlineData("/sources/0/series/0/plausible", "{\"most\":\"5 kWh\"}", "missing-key")]
    [InlineData("/sources/0/series/0/plausible", "{\"most\":\"5\",\"source\":\"p\"}", "bad-value")]
    [InlineData("/sources/0/series/0/plausible", "{\"rollsOverAt\":\"5 kWh\",\"source\":\"p\"}", "missing-key")]
    [InlineData("/sources/0/series/0/missing", "{\"method\":\"guess\",\"longest\":2,\"source\":\"p\"}", "unknown-word")]
    [InlineData("/sources/0/series/0/missing", "{\"method\":\"spread\",\"longest\":2,\"source\":\"p\"}", "missing-method")]
    [InlineData("/sources/0/time/format", "\"QQ\"", "bad-value")]
    [InlineData("/sources/0/time/offset", "\"IST\"", "bad-value")]
    [InlineData("/sources/0/table", "{\"decimal\":\",\",\"thousands\":\",\"}", "bad-value")]
    [InlineData("/sources/0/series/1", "{\"stream\":\"grid\",\"column\":\"value\",\"unit\":\"MWh\"}", "series-twice")]
    [InlineData("/report/electricity/0/amount", "\"1 MWh\"", "stated-already")]
    [InlineData("/report/complianceYear", "\"2025\"", "bad-value")]
    [InlineData("/sources", "[]", "no-sources")]
    [InlineData("/format", "\"x\"", "unknown-format")]
    public void A_slip_is_told_with_its_place(string pointer, string value, string code)
    {
        var mapping = Plant.Meter();
        Set(mapping, pointer, JsonNode.Parse(value));
        Assert.False(IngestionMapping.TryRead(Encoding.UTF8.GetBytes(mapping.ToJsonString()), "m.json", out _, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal((code, "m.json"), (problem.Code, problem.Place.File));
        Assert.True(problem.Place.Line > 0 && (problem.Expected ?? problem.Hint) is not null);
    }

    [Fact]
    public void What_is_wrong_in_the_report_is_told_at_its_place_in_the_mapping()
    {
        var mapping = Plant.Meter();
        mapping["report"]!["electricity"]![0]!["supply"] = "grit";
        var problem = Assert.Single(Plant.Run(mapping, Plant.Csv(Plant.April())).Problems);
        Assert.Equal(("unknown-word", "mapping.json", "/report/electricity/0/supply"), (problem.Code, problem.Place.File, problem.Place.Pointer));
    }

    /// <summary>A laboratory's sheet has the weights of the lots beside the results: one file feeds both sources, and no cell comes twice into a stream.</summary>
    [Fact]
    public void A_file_may_feed_several_sources()
    {
        var mapping = Plant.Tickets("\"number\":\"no\"");
        mapping["report"]!["fuels"]![0]!.AsObject().Remove("ncv");
        mapping["sources"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse("""{"id":"l","kind":"laboratory","files":"f*","time":{"column":"day"},"series":[{"stream":"coal","result":"ncv","column":"ncv","unit":"kcal/kg","number":"no"}]}"""));
        const string sheet = "no,day,net,ncv\n1,2025-04-01,30000,5900\n";
        var result = Plant.Run(mapping, sheet);
        Assert.Equal(["30 t", "24.70212 GJ/t"], result.Values.Select(v => v.Amount));
        Assert.Equal(["l", "t"], result.Files.Select(f => f.Source).Order());
        Assert.Single(result.Files.Select(f => f.Sha256).Distinct());

        mapping["sources"]!.AsArray().Add(mapping["sources"]![0]!.DeepClone());
        mapping["sources"]![2]!["id"] = "again";
        Assert.Contains("file-of-no-source", Plant.Run(mapping, sheet).Problems.Select(p => p.Code));
        (mapping["sources"]![0]!["files"], mapping["sources"]![2]!["files"]) = ("f0.csv", "f1.csv");
        Assert.Contains("file-twice", Plant.Run(mapping, sheet, sheet).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Files_belong_to_one_source_each()
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["files"] = "meter-*.csv";
        Assert.Equal(["file-of-no-source", "source-without-file"], Plant.Run(mapping, Plant.Csv(Plant.April())).Problems.Select(p => p.Code).OrderBy(c => c, System.StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a-*.csv", "a-1.csv", true)]
    [InlineData("a-*.csv", "a-.csv", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "a1b2c", true)]
    [InlineData("a*b*c", "a1c2b", false)]
    [InlineData("a.csv", "b.csv", false)]
    public void A_star_stands_for_any_letters(string pattern, string name, bool fits) => Assert.Equal(fits, Rows.NamePattern.Fits(name, pattern));

    /// <summary>Editors and older PowerShells save UTF-16.</summary>
    [Fact]
    public void A_mapping_and_a_pack_may_be_saved_in_utf_16()
    {
        var text = Plant.Tickets().ToJsonString();
        Rows.IngestionFile[] files = [Rows.IngestionFile.Of("a.csv", Encoding.UTF8.GetBytes("day,net\n2025-04-01,8000\n"))];
        foreach (var bytes in new[] { Encoding.Unicode.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] })
        {
            Assert.Equal("8 t", Plant.Amount(Ingestor.Run(IngestionMapping.Read(bytes, "m.json"), files)));
        }

        var pack = Evidence.EvidencePack.Make(Ingestor.Run(Plant.Read(Plant.Tickets()), files).Report!, Encoding.UTF8.GetBytes(text), files);
        string[] Told(Encoding encoding) => [.. Evidence.EvidenceCheck.Of(encoding.GetBytes(pack.ToJsonString()), "p.json", files).Select(p => p.Code)];
        Assert.Equal(Told(Encoding.UTF8), Told(Encoding.Unicode));
    }

    [Fact]
    public void Reader_and_schema_agree_on_what_may_stand_there()
    {
        var schema = SchemaCheck.FromFile(System.IO.Path.Combine(System.AppContext.BaseDirectory, "schemas", "ingestion-mapping.schema.json"));
        Assert.Empty(schema.Errors(Plant.Meter(series: "\"plausible\":{\"most\":\"5 kWh\",\"stuckAfter\":3,\"rollsOverAt\":\"9 kWh\",\"source\":\"p\"}").ToJsonString()));
        Assert.Empty(schema.Errors(Plant.Tickets("\"number\":\"ticket\",\"into\":\"amounts\"").ToJsonString()));
        foreach (var pointer in new[] { "/x", "/sources/0/x", "/sources/0/time/x", "/sources/0/series/0/x" })
        {
            var mapping = Plant.Meter();
            Set(mapping, pointer, 1);
            Assert.False(schema.Fits(mapping.ToJsonString()));
            Assert.False(IngestionMapping.TryRead(Encoding.UTF8.GetBytes(mapping.ToJsonString()), null, out _, out _));
        }
    }

    private static void Set(JsonObject root, string pointer, JsonNode? value)
    {
        var keys = pointer.Split('/').Skip(1).ToArray();
        JsonNode node = root;
        foreach (var key in keys.SkipLast(1))
        {
            node = node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!;
        }

        if (node is JsonArray items)
        {
            items.Add(value);
        }
        else
        {
            node[keys[^1]] = value;
        }
    }
}
