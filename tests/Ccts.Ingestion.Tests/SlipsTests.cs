using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Slips that people make in meters, tickets, laboratory sheets and mappings: each is told by its code, with its place, what was expected and how to mend it.</summary>
public sealed class SlipsTests
{
    private const string Day = "2025-04-01";

    /// <summary>A file of a meter with six-hour intervals: what stands in it, and the code that tells of it.</summary>
    public static TheoryData<string, string> Meters => new()
    {
        { "time,value\n2025-04-01 00:00,1e5\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,12.5 (est)\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,NIL\n", "bad-value" },
        { "time\tvalue\n2025-04-01 00:00\t1\n", "csv-missing-column" },
        { "time,value,Unit\n2025-04-01 00:00,1,MWh\n", "unit-differs" },
        { "time,value\n2025-04-01 00:00,1 000\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,\"1,000\"\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,1.000.000\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,n/a\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,--\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,100 MWh\n", "unit-differs" },
        { "time,value\n2025-04-01 00:00,NaN\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,١٠٠\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,1O0\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,=A1\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,#REF!\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,9999999999999999\n", "implausible-value" },
        { "time,value\n2025-04-01 00:00,0.0000000000000000001\n", "too-precise" },
        { "time,value\n2025-04-01 00:00,99999999999999999999999999999999\n", "bad-value" },
        { "time,value\n01.04.2025 00:00,1\n", "bad-time" },
        { "time,value\n04/01/2025 00:00,1\n", "bad-time" },
        { "time,value\n2025-04-31 00:00,1\n", "bad-time" },
        { "time,value\n2025-04-01 25:00,1\n", "bad-time" },
        { "time,value\n45748.5,1\n", "bad-time" },
        { "time,value\nTotal,1\n", "bad-time" },
        { "time,value\n,1\n", "no-time" },
        { "Time,value\n2025-04-01 00:00,1\n", "csv-missing-column" },
        { "time,Value\n2025-04-01 00:00,1\n", "csv-missing-column" },
        { "time;value\n2025-04-01 00:00;1\n", "csv-missing-column" },
        { "2025-04-01 00:00,1\n", "csv-missing-column" },
        { "time,value,value\n2025-04-01 00:00,1,2\n", "csv-duplicate-column" },
        { "time,value\n", "series-without-values" },
        { "time,value\n2025-04-01 00:00,\n", "series-without-values" },
        { "", "csv-no-header" },
        { "time,value\n2025-04-01 00:00,\"1\n", "csv-unclosed-quote" },
        { "time,value\n2025-04-01 00:00,1\n2025-04-01 01:00,2\n2025-04-01 02:00,2\n", "interval-differs" },
        { "time,value\n2025-04-01 00:00,1\n2025-04-01 12:00,2\n", "gap" },
        { "time,value\n2025-04-01 00:00,1\n2025-04-01 00:00,1\n", "double" },
        { "time,value\n2025-04-01 00:00,1\n2025-04-01 00:00,2\n", "conflict" },
        { "time,value\n2025-04-01 06:00,1\n2025-04-01 00:00,2\n", "clock-back" },
        { "time,value\n2025-04-01 00:00,-5\n", "negative" },
        { "time,value\n2025-04-01 00:00,900\n", "spike" },
        { "time,value\n2025-04-01 00:00,7\n2025-04-01 06:00,7\n2025-04-01 12:00,7\n2025-04-01 18:00,7\n", "stuck" },
        { "time,value\n2024-04-01 00:00,1\n2025-04-01 00:00,1\n", "outside-year" },
        { "time,value\n2025-04-01 00:00,1\ntime,value\n2025-04-01 06:00,1\n", "repeated-header" },
        { "time,value\n2025-04-01 00:00,５\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,1'000\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,5-\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,(5)\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,+-5\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,1.\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,0x10\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,TRUE\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,∞\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,1_000\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,<5\n", "bad-value" },
        { "time,value\n2025-04-01 00:00,5 5\n", "bad-value" },
        { "time,value\n2025/04/01 00:00,1\n", "bad-time" },
        { "time,value\n1743465600,1\n", "bad-time" },
        { "time,value\n2025-13-01 00:00,1\n", "bad-time" },
        { "time,value\n01-Apr-25 00:00,1\n", "bad-time" },
        { "time,value\n2025-04-01 24:30,1\n", "bad-time" },
        { "time,value\n2025-04-01 6:00 PM,1\n", "bad-time" },
        { "time,value\n2025-04-01 00:00 IST,1\n", "bad-time" },
        { "%PDF-1.4\n", "file-kind" },
        { "<html><table></table></html>", "file-kind" },
        { "[{\"time\":\"2025-04-01 00:00\",\"value\":1}]", "wrong-type" },
        { "{\"time\":\"2025-04-01 00:00\"}\n", "missing-key" },
        { "time,value,Quality\n2025-04-01 00:00,1,Bad\n", "withdrawn-row" },
        { "time,value,Remarks\n2025-04-01 00:00,1,meter faulty\n", "estimated-row" },
        { "All times in UTC\ntime,value\n2025-04-01 00:00,1\n", "utc-suspected" },
        { "Values in MWh\ntime,value\n2025-04-01 00:00,1\n", "unit-differs" },
        { "time,value,MF\n2025-04-01 00:00,1,400\n2025-04-01 06:00,2,400\n2025-04-01 12:00,3,400\n", "multiplier-beside" },
    };

    /// <summary>A file of weighbridge tickets.</summary>
    public static TheoryData<string, string> Tickets => new()
    {
        { "no,day,net\n1,2025-04-01,\"33,307\"\n", "bad-value" },
        { "no,day,net\n1,2025-04-01,33.307 t\n", "unit-differs" },
        { "no,day,net\n1,2025-04-01,3330700000000000\n", "implausible-value" },
        { "no,day,net\n1,01-04-2025,33307\n", "bad-time" },
        { "no,day,net\n1,2025-4-1,33307\n", "bad-time" },
        { "no,day,net\n1,2025-02-29,33307\n", "bad-time" },
        { "no,day,net\n1,,33307\n", "no-time" },
        { "no,day,gross\n1,2025-04-01,33307\n", "csv-missing-column" },
        { "ticket,day,net\n1,2025-04-01,33307\n", "csv-missing-column" },
        { "no,day,net\n1,2025-04-01,33307\n1,2025-04-01,33307\n", "double" },
        { "no,day,net\n1,2025-04-01,33307\n1,2025-04-02,33307\n", "conflict" },
        { "no,day,net\n1,2025-04-01,33307\n1,2025-04-01,33308\n", "conflict" },
        { "no,day,net\n,2025-04-01,33307\n", "no-number" },
        { "no,day,net\n1,2025-04-01,70000\n", "spike" },
        { "no,day,net\n1,2026-04-01,33307\n", "outside-year" },
        { "no,day,net\n1,2025-04-01,33307\nTotal,2025-04-02,33307\n", "total-row" },
        { "no,day,net\n1,2025-04-01,10\n2,2025-04-02,20\n3,2025-04-03,40\n4,2025-04-04,50\n,2025-04-05,120\n", "sum-of-rows" },
        { "no,day,net,Status\n1,2025-04-01,33307,CANCELLED\n", "withdrawn-row" },
        { "no,day,net,UoM\n1,2025-04-01,33307,t\n", "unit-differs" },
        { "no,day,net,UoM\n1,2025-04-01,33307,bags\n", "unit-unknown" },
        { "no,day,net,Material\n1,2025-04-01,33307,COAL\n2,2025-04-02,33308,ASH\n", "several-names" },
        { "no,day,net\n001,2025-04-01,33307\n1,2025-04-01,33307\n", "same-number-written-otherwise" },
        { "no,day,net\n1,2025-04-01,\n2,2025-04-01,5\n", "no-amount" },
        { "Weights in tonnes\nno,day,net\n1,2025-04-01,33307\n", "unit-differs" },
        { "no,day,net\n1,2025-04-01,33307,4\n", "csv-row-length" },
        { "no,day,net\n1,2025-04-01\n", "csv-row-length" },
        { "no,day,net,Remarks\n1,2025-04-01,33,307,\n", "csv-row-length" },
        { "no,day,net,Remarks\n1,2025-04-01,33307,\n2,2025-04-02,27,5,\n", "csv-row-length" },
        { "no,day,net\n1,2025-04-01,33\0307\n", "csv-control-character" },
        { "no,day,net,Reversed by\n1,2025-04-01,33307,77\n", "withdrawn-row" },
    };

    /// <summary>A sheet of a laboratory.</summary>
    public static TheoryData<string, string> Laboratories => new()
    {
        { "no,day,ncv,lot\nL1,2025-04-06,\"5,880\",200\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,24.6 MJ/kg,200\n", "unit-differs" },
        { "no,day,ncv,lot\nL1,2025-04-06,<5880,200\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,0\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,-3\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,200 t\n", "bad-value" },
        { "no,day,ncv,lot\nL1,April,5880,200\n", "bad-time" },
        { "no,day,ncv,lot\nL1,,5880,200\n", "no-time" },
        { "no,day,NCV,lot\nL1,2025-04-06,5880,200\n", "csv-missing-column" },
        { "no,day,ncv\nL1,2025-04-06,5880\n", "csv-missing-column" },
        { "no,day,ncv,lot\nL1,2025-04-06,,200\n", "series-without-values" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,200\nL1,2025-04-06,5890,200\n", "conflict" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,200\nL1,2025-04-06,5880,200\n", "double" },
        { "no,day,ncv,lot\n,2025-04-06,5880,200\n", "no-number" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,200\nL2,2027-04-06,5880,200\n", "outside-year" },
        { "no,day,ncv,lot,UoM\nL1,2025-04-06,5880,200,t\nL2,2025-04-07,5881,200000,kg\n", "weight-units" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,200\nAverage,2025-04-30,5880,200\n", "total-row" },
        { "no,day,ncv,lot,Basis\nL1,2025-04-06,5880,200,ADB\n", "column-suspected" },
        { "no,day,ncv,lot,Sample\nL1,2025-04-06,5880,200,Coal\nL2,2025-04-07,8100,200,Petcoke\n", "several-names" },
        { "no,day,ncv,lot,Laboratory\nL1,2025-04-06,5880,200,Plant\nL2,2025-04-07,5881,200,Outside Ltd\n", "several-names" },
        { "no,day,ncv,lot\nL1,2025-04-06,5880,2e2\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,-5880,200\n", "bad-value" },
        { "no,day,ncv,lot\nL1,2025-04-06,58.8 %,200\n", "bad-value" },
    };

    /// <summary>What stands in a mapping's source in the place of what should: member of the source or, with a slash, of its series.</summary>
    public static TheoryData<string, string?, string> Mappings => new()
    {
        { "kind", "\"meters\"", "unknown-word" },
        { "kind", null, "missing-key" },
        { "id", "\"\"", "bad-value" },
        { "id", "7", "wrong-type" },
        { "files", null, "missing-key" },
        { "files", "\"other-*.csv\"", "source-without-file" },
        { "time", null, "missing-key" },
        { "time", "{}", "missing-key" },
        { "time", "\"time\"", "wrong-type" },
        { "time", "{\"column\":\"time\",\"format\":\"DD.MM.YYYY\"}", "bad-value" },
        { "time", "{\"column\":\"time\",\"offset\":\"IST\"}", "bad-value" },
        { "time", "{\"colum\":\"time\"}", "missing-key" },
        { "minutes", null, "missing-key" },
        { "minutes", "7", "bad-value" },
        { "minutes", "0", "bad-value" },
        { "minutes", "\"60\"", "wrong-type" },
        { "counts", "\"total\"", "unknown-word" },
        { "counts", null, "missing-key" },
        { "stamps", null, "missing-key" },
        { "stamps", "\"middle\"", "unknown-word" },
        { "table", "{\"separator\":\"-\"}", "unknown-word" },
        { "table", "{\"decimal\":\",\",\"thousands\":\",\"}", "bad-value" },
        { "table", "{\"encoding\":\"windows\"}", "unknown-word" },
        { "table", "{\"absent\":[1]}", "wrong-type" },
        { "table", "{\"seperator\":\";\"}", "unknown-key" },
        { "series", "[]", "no-series" },
        { "series", null, "missing-key" },
        { "extra", "1", "unknown-key" },
        { "/stream", "\"gird\"", "unknown-stream" },
        { "/stream", null, "missing-key" },
        { "/stream", "\"coal\"", "stated-already" },
        { "/column", null, "missing-key" },
        { "/column", "\" value\"", "bad-value" },
        { "/unit", "\"kW\"", "bad-value" },
        { "/unit", "\"t\"", "bad-value" },
        { "/unit", null, "missing-key" },
        { "/unitColumn", "\"unit\"", "missing-key" },
        { "/times", "\"0\"", "bad-value" },
        { "/times", "\"x\"", "bad-value" },
        { "/where", "{\"column\":\"meter\"}", "missing-key" },
        { "/plausible", "{\"most\":\"400 kWh\"}", "missing-key" },
        { "/plausible", "{\"most\":\"400\",\"source\":\"p\"}", "bad-value" },
        { "/plausible", "{\"most\":\"4 t\",\"source\":\"p\"}", "bad-value" },
        { "/plausible", "{\"most\":\"-4 kWh\",\"source\":\"p\"}", "bad-value" },
        { "/plausible", "{\"stuckAfter\":1,\"source\":\"p\"}", "bad-value" },
        { "/missing", "{\"method\":\"guess\",\"longest\":1,\"source\":\"p\"}", "unknown-word" },
        { "/missing", "{\"method\":\"previous\",\"longest\":0,\"source\":\"p\"}", "bad-value" },
        { "/missing", "{\"method\":\"spread\",\"longest\":1,\"source\":\"p\"}", "missing-method" },
        { "/missing", "{\"method\":\"previous\",\"longest\":1}", "missing-key" },
        { "/evidence", "{\"calibrated\":\"11.02.2025\"}", "bad-value" },
        { "/evidence", "{\"instrumnet\":\"M\"}", "unknown-key" },
        { "/mean", "{}", "unknown-key" },
        { "/result", "\"ncv\"", "unknown-key" },
        { "files", "\"*.xlsx\"", "source-without-file" },
        { "minutes", "60.5", "wrong-type" },
        { "/unit", "\"KWH\"", "bad-value" },
        { "/unit", "\"\"", "bad-value" },
        { "/times", "1", "wrong-type" },
        { "/times", "\"-1\"", "bad-value" },
        { "/into", "\"stock.received\"", "unknown-key" },
        { "/flow", "\"ash\"", "unknown-flow" },
        { "series", "{}", "wrong-type" },
        { "/evidence", "{\"calibratedUntil\":\"2025-01-01\"}", "missing-key" },
        { "/plausible", "{\"rollsOverAt\":\"9 kWh\",\"source\":\"p\"}", "missing-key" },
        { "/plausible", "{\"most\":\"9 kWh\",\"rollsOverAt\":\"99999 kWh\",\"source\":\"p\"}", "bad-value" },
        { "/plausible", "{\"most\":\"9 kWh\",\"rollsOverAt\":\"999 kWh\",\"source\":\"p\"}", "bad-value" },
        { "/plausible", "{\"most\":\"9 kWh\",\"rollsOverAt\":\"999990 kWh\",\"source\":\"p\"}", "bad-value" },
        { "/number", "\"no\"", "unknown-key" },
        { "/where", "{\"column\":\"meter\",\"is\":[]}", "bad-value" },
    };

    [Fact]
    public void There_are_more_than_a_hundred() => Assert.True(Meters.Count + Tickets.Count + Laboratories.Count + Mappings.Count > 100);

    [Theory]
    [MemberData(nameof(Meters))]
    public void A_slip_in_a_meter_is_told(string csv, string code) =>
        Told(Plant.Meter(series: "\"plausible\":{\"most\":\"400 kWh\",\"stuckAfter\":4,\"source\":\"plan\"}"), csv, code);

    [Theory]
    [MemberData(nameof(Tickets))]
    public void A_slip_in_tickets_is_told(string csv, string code) =>
        Told(Plant.Tickets("\"number\":\"no\",\"plausible\":{\"most\":\"60000 kg\",\"source\":\"plan\"}"), csv, code);

    [Theory]
    [MemberData(nameof(Laboratories))]
    public void A_slip_in_a_laboratorys_sheet_is_told(string csv, string code)
    {
        var mapping = Plant.Tickets();
        mapping["report"]!["fuels"]![0]!["amount"] = "1 t";
        mapping["sources"]![0] = JsonNode.Parse("""
            {"id":"l","kind":"laboratory","files":"*.csv","time":{"column":"day"},"series":[{"stream":"coal","result":"ncv","column":"ncv","unit":"kcal/kg","number":"no",
             "mean":{"method":"weighted","weight":"lot","decimals":4,"source":"plan"}}]}
            """);
        Told(mapping, csv, code);
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void A_slip_in_a_mapping_is_told(string member, string? value, string code)
    {
        var mapping = Plant.Meter();
        var source = mapping["sources"]![0]!.AsObject();
        var at = member[0] == '/' ? source["series"]![0]!.AsObject() : source;
        if (value is null)
        {
            at.Remove(member.TrimStart('/'));
        }
        else
        {
            at[member.TrimStart('/')] = JsonNode.Parse(value);
        }

        Told(mapping, "time,value\n" + Day + " 00:00,1\n", code);
    }

    /// <summary>The slip has a place, what was expected and how to mend it; an error leaves nothing half taken in.</summary>
    private static void Told(JsonObject mapping, string csv, string code)
    {
        IngestionResult? result = null;
        System.Collections.Generic.IReadOnlyList<Problem> problems;
        try
        {
            var read = IngestionMapping.Read(Encoding.UTF8.GetBytes(mapping.ToJsonString()), "mapping.json");
            result = Ingestor.Run(read, [IngestionFile.Of("file.csv", Encoding.UTF8.GetBytes(csv))]);
            problems = result.Problems;
        }
        catch (CctsDataException refused)
        {
            problems = refused.Problems;
        }

        Assert.True(problems.Any(p => p.Code == code), code + " expected, told was " + string.Join("\n", problems.Select(p => p.Code + ": " + p)));
        Assert.All(problems, p => Assert.True(p.Place.File is not null || p.Code == "source-without-file", p.ToString()));
        Assert.All(problems, p => Assert.True(p is { Expected.Length: > 0, Hint.Length: > 0 }, p.ToString()));
        Assert.True(result is null || !result.HasErrors || (result.Report is null && result.Values.Count == 0));
    }
}
