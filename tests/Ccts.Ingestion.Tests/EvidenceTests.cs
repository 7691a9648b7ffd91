using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Evidence;
using Ccts.Ingestion.Reports;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A pack holds against the files it was made of and against no others; a corrected report says what changed.</summary>
public class EvidenceTests
{
    private static readonly byte[] Mapping = Encoding.UTF8.GetBytes(Plant.Meter().ToJsonString());
    private static readonly string April = Plant.Csv(Plant.April());
    private static readonly MonitoringReport Report = Ingestor.Run(Plant.Read(Plant.Meter()), [File("a.csv", April)]).Report!;

    private static IngestionFile File(string name, string text) => IngestionFile.Of(name, Encoding.UTF8.GetBytes(text));

    private static MonitoringReport Changed(System.Action<JsonObject> change)
    {
        var json = Sdk.Monitoring.Writing.MonitoringReportWriter.ToJson(Report);
        change(json);
        return MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "changed");
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static IEnumerable<string> Codes(byte[] pack, params IngestionFile[] files) => EvidenceCheck.Of(pack, "pack", files).Select(p => p.Code);

    [Fact]
    public void A_pack_holds_against_its_files()
    {
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)]);
        Assert.Equal("19.14 MWh", pack["values"]![0]!["amount"]!.GetValue<string>());
        Assert.Equal(["/fuels/coal/amounts/2025-26", "/fuels/coal/ncv", "/products/cement/amounts/2025-26"], pack["stated"]!.AsArray().Select(s => s!.GetValue<string>()));
        Assert.Empty(Codes(Bytes(pack), File("a.csv", April)));
    }

    [Fact]
    public void Another_file_a_missing_one_and_one_too_many_are_told()
    {
        var pack = Bytes(EvidencePack.Make(Report, Mapping, [File("a.csv", April)]));
        var altered = April.Replace(",110\n", ",111\n", System.StringComparison.Ordinal);
        var differs = Assert.Single(EvidenceCheck.Of(pack, "pack", [File("a.csv", altered)]));
        Assert.Equal(("digest-differs", "a.csv"), (differs.Code, differs.Place.File));
        Assert.Equal(["file-missing"], Codes(pack));
        Assert.Equal(["file-unknown"], Codes(pack, File("a.csv", April), File("b.csv", altered)));
    }

    [Theory]
    [InlineData("b.csv")]
    [InlineData("A.CSV")]
    public void A_file_under_another_name_is_recognised_by_its_digest(string name)
    {
        var missing = Assert.Single(EvidenceCheck.Of(Bytes(EvidencePack.Make(Report, Mapping, [File("a.csv", April)])), "pack", [File(name, April)]), p => p.Code == "file-missing");
        Assert.Equal($"{name} is this file under another name: give it the name that it had.", missing.Hint);
    }

    [Fact]
    public void A_pack_that_somebody_altered_does_not_hold()
    {
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)]);
        pack["report"]!["electricity"]![0]!["amounts"]!["2025-04"] = "9 MWh";
        Assert.Equal(["pack-altered"], Codes(Bytes(pack), File("a.csv", April)));

        // With a digest of its own making it is found out by the files.
        pack.Remove("digest");
        pack["digest"] = Sdk.Formats.Json.CanonicalJson.Digest(pack);
        Assert.Equal(["value-differs"], Codes(Bytes(pack), File("a.csv", April)));
    }

    [Fact]
    public void No_pack_is_made_of_a_report_that_the_files_contradict()
    {
        var other = Changed(r => r["electricity"]![0]!["amounts"]!["2025-04"] = "18 MWh");
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => EvidencePack.Make(other, Mapping, [File("a.csv", April)])).Problems);
        Assert.Equal(("value-differs", "/electricity/grid/amounts/2025-04"), (problem.Code, problem.Place.Pointer));
    }

    [Fact]
    public void Each_amount_of_a_report_names_its_file_rows_instrument_and_people()
    {
        var meter = Plant.Read(Plant.Meter(series: "\"evidence\":{\"instrument\":\"MM-1\",\"calibrated\":\"2025-02-11\",\"by\":\"Electrical\",\"at\":\"2025-05-02\"}"));
        var document = Assert.Single(Assert.Single(Ingestor.Run(meter, [File("a.csv", April)]).Report!.Electricity).Evidence);
        Assert.Equal(("a.csv", "amounts/2025-04", 2, 121, "value"), (document.Document, document.Of, document.FirstRow, document.LastRow, document.Column));
        Assert.Equal(("MM-1", "2025-02-11", "Electrical", "2025-05-02"), (document.Instrument, document.Calibrated, document.By, document.RecordedAt));
        Assert.StartsWith("a.csv rows 2 to 121, column value, MM-1 (calibrated 2025-02-11), Electrical, 2025-05-02, SHA-256 ", document.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_measured_before_the_last_calibration_is_told()
    {
        Ccts.Sdk.Problems.Problem? Told(string day) => Ingestor.Run(Plant.Read(Plant.Meter(series: $"\"evidence\":{{\"instrument\":\"MM-1\",\"calibrated\":\"{day}\"}}")), [File("a.csv", April)]).Problems.SingleOrDefault(p => p.Code == "calibrated-later");
        Assert.Null(Told("2025-04-01"));
        Assert.Contains("4 values are of days before the last calibration of MM-1, 2025-04-02", Told("2025-04-02")!.Message, System.StringComparison.Ordinal);
        Assert.Equal(("a.csv", "row 2"), (Told("2026-01-01")!.Place.File, Told("2026-01-01")!.Place.Pointer));
    }

    [Theory]
    [InlineData("lastRow", "120")]
    [InlineData("column", "\"other\"")]
    [InlineData("by", "\"somebody else\"")]
    public void Evidence_that_somebody_altered_is_told(string member, string value)
    {
        var altered = Changed(r => r["electricity"]![0]!["evidence"]![0]![member] = JsonNode.Parse(value));
        Assert.Equal("evidence-differs", Assert.Single(Assert.Throws<CctsDataException>(() => EvidencePack.Make(altered, Mapping, [File("a.csv", April)])).Problems).Code);
    }

    /// <summary>The fuel decides the factor and the product the intensity: a report that says another is none of the mapping and its files.</summary>
    [Theory]
    [InlineData("fuels", "fuel", "\"wood-wood-waste\"", "stated-differs")]
    [InlineData("products", "product", "\"clinker\"", "stated-differs")]
    [InlineData("electricity", "supply", "\"captive\"", "stated-differs")]
    public void What_the_mapping_says_of_a_stream_is_held(string list, string member, string value, string code)
    {
        var altered = Changed(r => r[list]![0]![member] = JsonNode.Parse(value));
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => EvidencePack.Make(altered, Mapping, [File("a.csv", April)])).Problems);
        Assert.Equal((code, $"/{list}/{s_ids[list]}/{member}"), (problem.Code, problem.Place.Pointer));
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)]);
        pack["report"] = Sdk.Monitoring.Writing.MonitoringReportWriter.ToJson(altered);
        Assert.Equal([code], Codes(Bytes(Sealed(pack)), File("a.csv", April)));
    }

    private static readonly Dictionary<string, string> s_ids = new() { ["fuels"] = "coal", ["products"] = "cement", ["electricity"] = "grid" };

    /// <summary>A report that names the rows behind one amount names them behind every one.</summary>
    [Fact]
    public void Evidence_that_was_taken_out_of_one_stream_is_told()
    {
        var mapping = Plant.Meter();
        mapping["report"]!["electricity"]!.AsArray().Add(JsonNode.Parse("""{"id":"second","supply":"grid"}"""));
        mapping["sources"]![0]!["series"]!.AsArray().Add(JsonNode.Parse("""{"stream":"second","column":"value","unit":"kWh"}"""));
        var json = Ingestor.Run(Plant.Read(mapping), [File("a.csv", April)]).ReportJson!.DeepClone();
        json["electricity"]![1]!.AsObject().Remove("evidence");
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), null);
        Assert.Equal("evidence-differs", Assert.Single(Assert.Throws<CctsDataException>(() => EvidencePack.Make(report, Bytes(mapping), [File("a.csv", April)])).Problems).Code);
    }

    [Fact]
    public void Changes_are_held_against_the_version_before()
    {
        var older = Changed(r => r["fuels"]![0]!["ncv"] = "24 GJ/t");
        var other = Changed(r => r["fuels"]![0]!["ncv"] = "23 GJ/t");
        string[] Held(JsonObject pack, MonitoringReport? previous) => [.. EvidenceCheck.Of(Bytes(Sealed(pack)), "pack", [File("a.csv", April)], previous).Select(p => p.Code)];
        JsonObject Pack() => EvidencePack.Make(Report, Mapping, [File("a.csv", April)], older);
        Assert.Empty(Held(Pack(), older));
        Assert.Empty(Held(Pack(), null));
        Assert.Equal(["previous-differs"], Held(Pack(), other));
        var altered = Pack();
        altered["changes"]![0]!["before"] = "23 GJ/t";
        Assert.Equal(["changes-differ"], Held(altered, older));
        altered["changes"]![0]!["after"] = "23 GJ/t";
        Assert.Equal(["changes-differ"], Held(altered, null));
        Assert.Equal(["changes-missing"], Held(EvidencePack.Make(Report, Mapping, [File("a.csv", April)]), older));
    }

    [Fact]
    public void Sampling_plan_and_laboratories_are_held_by_whoever_has_the_ruleset()
    {
        var sections = new JsonObject { ["ruleset"] = new JsonObject { ["id"] = "x" }, ["sampling"] = new JsonArray(new JsonObject { ["records"] = 12 }) };
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)], verification: sections);
        string[] Held(System.Func<MonitoringReport, JsonObject, JsonObject?> today) => [.. EvidenceCheck.Of(Bytes(pack), "pack", [File("a.csv", April)], null, today).Select(p => p.Code)];
        Assert.Empty(Held((_, recorded) => (JsonObject)recorded.DeepClone()));
        Assert.Equal(["ruleset-missing"], Held((_, _) => null));
        Assert.Equal(["verification-differs"], Held((_, recorded) =>
        {
            var other = (JsonObject)recorded.DeepClone();
            other["sampling"]![0]!["records"] = 11;
            return other;
        }));
    }

    /// <summary>What the pack says of its files is computed again, so that a slip or a forgery there does not stand.</summary>
    [Theory]
    [InlineData("findings", "[]")]
    [InlineData("readiness", "{}")]
    [InlineData("readiness", null)]
    [InlineData("stated", "[\"/fuels/coal/ncv\",\"/x\"]")]
    [InlineData("files", "rows")]
    [InlineData("files", "bytes")]
    public void What_a_pack_says_of_its_files_is_held(string member, string? altered)
    {
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)]);
        if (altered is "rows" or "bytes")
        {
            pack["files"]![0]![altered] = 1;
        }
        else
        {
            pack[member] = altered is null ? null : JsonNode.Parse(altered);
        }

        Assert.Equal(JsonNode.DeepEquals(pack[member], EvidencePack.Make(Report, Mapping, [File("a.csv", April)])[member]) ? [] : [member + "-differ"], Codes(Bytes(Sealed(pack)), File("a.csv", April)));
    }

    [Theory]
    [InlineData("ccts-evidence/3", "verification-missing")]
    [InlineData("ccts-evidence/2", "verification-missing")]
    [InlineData("ccts-evidence/1", "pack-older")]
    public void A_pack_without_the_sections_of_its_format_is_told(string format, string code)
    {
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)], verification: new JsonObject { ["ruleset"] = new JsonObject() });
        pack["format"] = format;
        pack["verification"] = null;
        string[] Held() => [.. EvidenceCheck.Of(Bytes(Sealed(pack)), "pack", [File("a.csv", April)], null, (_, recorded) => (JsonObject)recorded.DeepClone()).Select(p => p.Code)];
        Assert.Equal([code], Held());
        pack.Remove("verification");
        Assert.Equal([code], Held());
    }

    /// <summary>A month that the files withhold and that somebody typed into the report is no amount that was stated without a file.</summary>
    [Fact]
    public void A_withheld_month_that_was_typed_in_is_refused()
    {
        const string tickets = "no,day,net\n1,2025-04-01,1000\n1,2025-04-02,900\n2,2025-05-02,900\n";
        var mapping = Plant.Tickets("\"number\":\"no\"");
        var result = Plant.Run(mapping, tickets);
        Assert.Null(Plant.Amount(result));
        var typed = result.ReportJson!.DeepClone();
        typed["fuels"]![0]!["amounts"]!["2025-04"] = "1 t";
        var report = Sdk.Monitoring.Reading.MonitoringReportReader.Read(Encoding.UTF8.GetBytes(typed.ToJsonString()), null);
        var refused = Assert.Throws<CctsDataException>(() => EvidencePack.Make(report, Encoding.UTF8.GetBytes(mapping.ToJsonString()), [File("f0.csv", tickets)]));
        Assert.Equal(("value-withheld", "/fuels/coal/amounts/2025-04"), (refused.Problems[0].Code, refused.Problems[0].Place.Pointer));
    }

    [Fact]
    public void A_pack_of_the_first_format_is_held_as_before()
    {
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)]);
        pack["format"] = "ccts-evidence/1";
        pack.Remove("previous");
        pack.Remove("verification");
        Assert.Empty(Codes(Bytes(Sealed(pack)), File("a.csv", April)));
    }

    /// <summary>A pack of the second format knows no accreditations and no end of a calibration, neither in its values nor in its sections.</summary>
    [Fact]
    public void A_pack_of_the_second_format_is_held_as_before()
    {
        var sections = new JsonObject { ["ruleset"] = new JsonObject { ["id"] = "x" } };
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)], verification: sections);
        foreach (var source in pack["values"]!.AsArray().SelectMany(v => v!["sources"]!.AsArray()))
        {
            Assert.All(new[] { "calibratedUntil", "accreditation", "accreditedFrom", "accreditedUntil" }, later => Assert.True(source!.AsObject().Remove(later)));
        }

        JsonObject Today(MonitoringReport report, JsonObject recorded) => new() { ["ruleset"] = recorded["ruleset"]!.DeepClone(), ["accreditations"] = new JsonArray() };
        string[] Held() => [.. EvidenceCheck.Of(Bytes(Sealed(pack)), "pack", [File("a.csv", April)], null, Today).Select(p => p.Code)];
        Assert.Equal(["verification-differs"], Held());
        pack["format"] = "ccts-evidence/2";
        Assert.Empty(Held());
        pack["values"]![0]!["sources"]![0]!.AsObject().Remove("column");
        Assert.Equal(["values-differ"], Held());
    }

    private static JsonObject Sealed(JsonObject pack)
    {
        pack.Remove("digest");
        pack["digest"] = Sdk.Formats.Json.CanonicalJson.Digest(pack);
        return pack;
    }

    [Fact]
    public void The_documents_of_a_report_are_held_against_files()
    {
        var report = Bytes(Sdk.Monitoring.Writing.MonitoringReportWriter.ToJson(Report));
        string[] Held(params IngestionFile[] files) => [.. EvidenceFiles.Check(report, "r", files).Select(p => p.Code)];
        Assert.Empty(Held(File("a.csv", April)));
        Assert.Empty(Held(File("renamed.csv", April)));
        Assert.Equal(["digest-differs"], Held(File("a.csv", April + "x")));
        Assert.Equal(["file-missing"], Held());
        Assert.Equal(["file-unknown"], Held(File("a.csv", April), File("b.csv", "x")));
        var stated = Bytes(Sdk.Monitoring.Writing.MonitoringReportWriter.ToJson(Changed(r => r["electricity"]![0]!.AsObject().Remove("evidence"))));
        Assert.Equal(["evidence-without-digest"], EvidenceFiles.Check(stated, "r", [File("a.csv", April)]).Select(p => p.Code));
    }

    [Fact]
    public void What_is_no_pack_is_told() =>
        Assert.All(new[] { "", "{}", "[]", "{\"format\":\"ccts-evidence/1\",\"digest\":\"x\",\"report\":1,\"values\":[],\"files\":[1],\"mapping\":\"%\"}" }, text => Assert.Throws<CctsDataException>(() => EvidenceCheck.Of(Encoding.UTF8.GetBytes(text), "x", [])));

    [Fact]
    public void A_corrected_report_says_what_changed_value_by_value()
    {
        var newer = Changed(r =>
        {
            r["electricity"]![0]!["amounts"]!["2025-04"] = "20000 kWh";
            r["electricity"]![0]!["amounts"]!["2025-05"] = "1 MWh";
            r["fuels"]![0]!.AsObject().Remove("ncv");
        });
        Assert.Equal(
            [("/electricity/grid/amounts/2025-04", "19.14 MWh", "20 MWh"), ("/electricity/grid/amounts/2025-05", null, "1 MWh"), ("/fuels/coal/ncv", "24.8 GJ/t", null)],
            ReportComparison.Of(Report, newer).Select(c => (c.Pointer, c.Before, c.After)));
        Assert.Empty(ReportComparison.Of(Report, Changed(r => r["electricity"]![0]!["amounts"]!["2025-04"] = "19140 kWh")));
        var pack = EvidencePack.Make(Report, Mapping, [File("a.csv", April)], previous: newer);
        Assert.Equal(3, pack["changes"]!.AsArray().Count);
    }
}
