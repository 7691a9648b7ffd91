using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Decide;

/// <summary><c>ccts decide</c> and the commands about rules, as their users run them.</summary>
public sealed class DecideCommandTests
{
    private const string Permitted = """{ "id": "A-1", "purpose": "retire", "year": "2025-26", "date": "2026-11-23", "facts": { "unit.kind": "ccc", "unit.status": "active", "unit.double-use": false, "unit.owner": "CMTOE085RJ", "entity.registration": "CMTOE085RJ" } }""";
    private static readonly string Denied = Permitted.Replace("active", "retired", StringComparison.Ordinal).Replace("A-1", "A-2", StringComparison.Ordinal);
    private static readonly string Bad = Permitted.Replace("unit.kind", "unit.kid", StringComparison.Ordinal);

    [Fact]
    public async Task Permit_is_0_deny_and_refer_are_1_and_a_bad_request_is_2()
    {
        Assert.Equal(0, (await CctsTool.Run(Permitted, "decide", "-")).ExitCode);
        Assert.Equal(1, (await CctsTool.Run(Denied, "decide", "-")).ExitCode);
        Assert.Equal(1, (await CctsTool.Run(Permitted.Replace(", \"unit.owner\": \"CMTOE085RJ\"", "", StringComparison.Ordinal), "decide", "-")).ExitCode);
        var bad = await CctsTool.Run(Bad, "decide", "-");
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("Did you mean \"unit.kind\"?", string.Join(" ", bad.Error.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>A request without facts has a reason for each that is missing: the account keeps to a screen, names them all, and explains the rest when asked.</summary>
    [Fact]
    public async Task Many_reasons_keep_to_a_screen_and_are_all_named()
    {
        const string Empty = """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": {} }""";
        var codes = JsonNode.Parse((await CctsTool.Run(Empty, "decide", "-", "--json")).Output)!["findings"]!.AsArray().Select(f => (string)f!["code"]!).ToList();
        var (account, all) = ((await CctsTool.Run(Empty, "decide", "-")).Output, (await CctsTool.Run(Empty, "decide", "-", "--all")).Output);
        Assert.True(codes.Count > 12);
        Assert.All(codes, code => Assert.Contains(code, account, StringComparison.Ordinal));
        Assert.InRange(account.Split('\n').Length, 10, 45);
        Assert.All(codes, code => Assert.Contains($"\n  {code} (", all, StringComparison.Ordinal));
        Assert.DoesNotContain("--all explains", all, StringComparison.Ordinal);
    }

    /// <summary>Without a year there is no vocabulary, so that no fact of the request is called unknown; what else is wrong is told.</summary>
    [Theory]
    [InlineData("\"year\": \"2025-26\"", "\"year\": 2025", "/year")]
    [InlineData("\"year\": \"2025-26\"", "\"year\": \"2025\"", "/year")]
    [InlineData("\"year\": \"2025-26\", \"date\": \"2026-11-23\"", "\"year\": \"2025-27\", \"date\": \"23.11.2026\"", "/year /date")]
    public async Task A_bad_year_does_not_make_facts_unknown(string from, string to, string places)
    {
        var run = await CctsTool.Run(Permitted.Replace(from, to, StringComparison.Ordinal), "decide", "-", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(places, string.Join(' ', JsonNode.Parse(run.Output)!["problems"]!.AsArray().Select(p => (string)p!["pointer"]!)));
    }

    [Fact]
    public async Task Many_requests_are_answered_line_by_line_and_a_bad_one_stops_nothing()
    {
        var run = await CctsTool.Run(string.Join("\n", Permitted, Bad, "", Denied), "decide", "-", "--json");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("permit", lines[0]["outcome"]!.GetValue<string>());
        Assert.Equal(2, lines[1]["problems"]![0]!["line"]!.GetValue<int>());
        Assert.Equal(("A-2", "deny"), (lines[2]["id"]!.GetValue<string>(), lines[2]["outcome"]!.GetValue<string>()));
    }

    /// <summary>A table states facts as JSON does: a cell without content states nothing, in every encoding and with every separator.</summary>
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Requests_are_read_from_a_table(string separator)
    {
        const string Table = """
            Requests of the day
            id,purpose,year,date,unit.kind,unit.status,unit.double-use,unit.owner,entity.registration
            A-1,retire,2025-26,2026-11-23,ccc,active,FALSE,CMTOE085RJ,CMTOE085RJ
            A-2,retire,2025-26,2026-11-23,ccc,active,false,N/A,n/a
            A-3,retire,2025-26,2026-11-23,ccc,active,false,,
            A-4,retire,2025-26,2026-11-23,ccc,retired,false,CMTOE085RJ,CMTOE085RJ
            A-5,retire,2025-26,2026-11-31,ccc,active,maybe,CMTOE085RJ,CMTOE085RJ

            """;
        var run = await CctsTool.Run(Table.Replace(",", separator, StringComparison.Ordinal), "decide", "-", "--json");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["permit", "refer", "refer", "deny"], lines.Take(4).Select(l => (string)l["outcome"]!));
        Assert.Equal([(7, "7/date"), (7, "7/unit.double-use")], lines[4]["problems"]!.AsArray().Select(p => ((int)p!["line"]!, (string)p["pointer"]!)));
        Assert.Equal(2, (await CctsTool.Run("id,purpose,year,date,unit.kid\nA,retire,2025-26,2026-11-23,ccc\n", "decide", "-")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run("id,purpose,year,date,unit.kind\n", "decide", "-")).ExitCode);
        Assert.Contains("csv-missing-column: No row of the first 50 has the columns purpose, year, date.", (await CctsTool.Run("id;purpose;unit.kind\nA;retire;ccc\n", "decide", "-")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interpreter")]
    [InlineData("table")]
    [InlineData("fused")]
    [InlineData("columnar")]
    [InlineData("nrules")]
    public async Task Every_engine_prints_the_same_bytes_but_for_its_name(string engine)
    {
        var requests = string.Join("\n", Permitted, Denied);
        var reference = await CctsTool.Run(requests, "decide", "-", "--json");
        var run = await CctsTool.Run(requests, "decide", "-", "--json", "--engine", engine);

        Assert.Equal(reference.ExitCode, run.ExitCode);
        Assert.Contains($"\"engine\":\"{engine}\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(reference.Output, run.Output.Replace($"\"engine\":\"{engine}\"", "\"engine\":\"fused\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_shows_why_a_rule_did_not_fire()
    {
        var run = await CctsTool.Run(Permitted, "decide", "-", "--explain");

        Assert.Contains("unit.status is not active   [unit.status = active]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipped_cases_run_and_a_diff_says_no()
    {
        var test = await CctsTool.Run(null, "ruleset", "test", "in-ccts/2025-26", "--overlay", "overlays/ct02-token", "--json");
        var diff = await CctsTool.Run(null, "ruleset", "diff", "in-ccts/2025-26", "in-ccts/2026-27", "--json");
        var same = await CctsTool.Run(null, "ruleset", "diff", "in-ccts/2025-26", "in-ccts/2025-26");

        Assert.Equal(0, test.ExitCode);
        Assert.True(JsonNode.Parse(test.Output)!["coverage"]!["complete"]!.GetValue<bool>());
        Assert.Equal(1, diff.ExitCode);
        Assert.Equal(("Cement", 5, 0), (JsonNode.Parse(diff.Output)!["targets"]![0]!["sector"]!.GetValue<string>(), JsonNode.Parse(diff.Output)!["targets"]![0]!["changed"]!.GetValue<int>(), JsonNode.Parse(diff.Output)!["targets"]![0]!["added"]!.GetValue<int>()));
        Assert.Equal(0, same.ExitCode);
    }

    [Fact]
    public async Task A_rule_is_read_back_as_a_sentence_and_a_graph()
    {
        var explain = await CctsTool.Run(null, "ruleset", "explain", "in-ccts/2025-26", "trade.exchange-only");
        var graph = await CctsTool.Run(null, "ruleset", "graph", "in-ccts/2025-26", "--dot");

        Assert.Contains("Asked to trade, the answer is no when trade.venue is not power-exchange.", explain.Output, StringComparison.Ordinal);
        Assert.Contains("Unless trade.cerc-permits-otherwise", explain.Output, StringComparison.Ordinal);
        Assert.StartsWith("digraph rules {", graph.Output, StringComparison.Ordinal);
        Assert.Contains("rule_trade__cerc_permits_otherwise -> rule_trade__exchange_only [style=dashed, label=\"overrides\"];", graph.Output, StringComparison.Ordinal);
    }
}
