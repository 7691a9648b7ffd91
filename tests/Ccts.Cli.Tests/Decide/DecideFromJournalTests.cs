using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Decide;

/// <summary><c>ccts decide --journal --account</c>: what the ledger knows nobody restates, and nobody forgets.</summary>
public sealed class DecideFromJournalTests : IDisposable
{
    private const string Market = """
        "unit.double-use":false,"market.paused":false,"market.segment":"compliance","trade.venue":"power-exchange","session.open":true,"order.side":"sell",
        "order.price":"900 INR","order.quantity":"40 tCO2e","unit.kind":"ccc","session.floor-price":"800 INR","session.forbearance-price":"1200 INR"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("decide").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The third breach on 25 September bars until March: an order of November has no breach in its quarter, and was permitted.</summary>
    [Theory]
    [InlineData("2026-11-23", "deny", "bar-runs")]
    [InlineData("2027-03-25", "permit", null)]
    public async Task The_bar_reaches_the_order(string day, string outcome, string? code)
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        await CctsTool.Run(
            string.Concat(
                """{"command":"issue","key":"i","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100"}}""", "\n",
                string.Concat(new[] { 10, 20, 25 }.Select(d => $$"""{"command":"reserve","key":"r{{d}}","at":"2026-09-{{d}}T09:00:00Z","account":"mill","reservation":"r{{d}}","purpose":"sale","take":{"kind":"ccc","tonnes":500} }""" + "\n"))),
            "ledger", "import", "-", "--journal", journal, "--year", "2025-26", "--keep-refusals");
        var request = Path.Combine(_folder, "order.json");
        await File.WriteAllTextAsync(request, $$"""{"purpose":"trade","year":"2025-26","date":"{{day}}","facts":{ {{Market}} } }""", TestContext.Current.CancellationToken);
        var decision = JsonNode.Parse((await CctsTool.Run(null, "decide", request, "--journal", journal, "--account", "mill", "--json")).Output)!;
        Assert.Equal(outcome, (string)decision["outcome"]!);
        Assert.Equal(code, (string?)decision["findings"]!.AsArray().FirstOrDefault(f => (string)f!["effect"]! == "deny")?["code"]);
    }

    /// <summary>What has no units of the account, or states another quantity than the option, is refused with its place: no crash, and no word put into the ledger's mouth.</summary>
    [Theory]
    [InlineData("trade", "\"order.side\":\"sell\"", "\"order.side\":\"buy\"", null, "bad-option", "/facts/order.side")]
    [InlineData("verify", "\"order.side\":\"sell\"", "\"order.side\":\"sell\"", null, "bad-option", "/purpose")]
    [InlineData("trade", "\"order.side\":\"sell\"", "\"order.side\":\"sell\"", "2000", "bad-option", "/facts/order.quantity")]
    [InlineData("retire", "\"order.side\":\"sell\"", "\"order.side\":\"sell\"", null, "bad-option", null)]
    [InlineData("trade", "\"unit.kind\":\"ccc\",", "", null, "bad-option", null)]
    public async Task What_is_not_about_units_of_the_account_is_refused_with_its_place(string purpose, string stated, string instead, string? tonnes, string code, string? pointer)
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        await CctsTool.Run("""{"command":"issue","key":"i","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100"}}""" + "\n", "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        var request = $$"""{"purpose":"{{purpose}}","year":"2025-26","date":"2026-11-23","facts":{ {{Market.Replace(stated, instead, StringComparison.Ordinal).ReplaceLineEndings("")}} } }""";
        string[] options = ["decide", "-", "--journal", journal, "--account", "mill", "--json", .. tonnes is null ? Array.Empty<string>() : ["--tonnes", tonnes]];
        var run = await CctsTool.Run(request, options);
        var problem = JsonNode.Parse(run.Output)!["problems"]![0]!;
        Assert.Equal((2, code), (run.ExitCode, (string)problem["code"]!));
        if (pointer is not null)
        {
            Assert.Equal(pointer, (string?)problem["pointer"]);
        }

        // Of many requests each line says which it is.
        var lines = (await CctsTool.Run(request + "\n" + request + "\n", options)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([1, 2], lines.Select(l => (int)JsonNode.Parse(l)!["problems"]![0]!["line"]!));
    }

    /// <summary>An order that takes units of two vintages is one order: what is permitted of it does not stand in its own way. A file of UTF-16 is read like any other.</summary>
    [Theory]
    [InlineData(150, "permit")]
    [InlineData(201, "deny")]
    public async Task An_order_over_two_lots_is_decided_once(int tonnes, string outcome)
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        static string Issue(int year) => $$$"""{"command":"issue","key":"i{{{year}}}","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"{{{year}}}","kind":"ccc","vintage":{{{year}}},"start":"1","end":"100"}}""" + "\n";
        await CctsTool.Run(Issue(2025) + Issue(2026), "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        var order = Path.Combine(_folder, "order.json");
        var request = $$"""{"purpose":"trade","year":"2025-26","date":"2026-11-23","facts":{ {{Market.Replace("40 tCO2e", tonnes + " tCO2e", StringComparison.Ordinal).ReplaceLineEndings("")}} } }""";
        foreach (var text in new[] { request, request + "\n" + request.Replace($"{tonnes} tCO2e", "1000 tCO2e", StringComparison.Ordinal) + "\n" })
        {
            await File.WriteAllTextAsync(order, text, System.Text.Encoding.Unicode, TestContext.Current.CancellationToken);
            var run = await CctsTool.Run(null, "decide", order, "--journal", journal, "--account", "mill", "--json");
            Assert.Equal(2, (await CctsTool.Run(null, "decide", order, "--journal", journal, "--account", "M/s Mill Ltd.")).ExitCode);
            var none = await CctsTool.Run(null, "decide", order, "--journal", journal, "--account", "steel");
            Assert.Equal(1, none.ExitCode);
            Assert.Contains("unknown-account", none.Error, StringComparison.Ordinal);
            Assert.Equal([outcome, outcome], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(l => (string)JsonNode.Parse(l)!["outcome"]!));
        }
    }

    /// <summary>Three orders of 40 t over 100 t are not all permitted, though each alone would be, and the journal stays as it is.</summary>
    [Fact]
    public async Task The_lines_of_a_file_are_decided_one_after_the_other()
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        await CctsTool.Run("""{"command":"issue","key":"i","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100"}}""" + "\n", "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        var before = await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken);
        var request = $$"""{"purpose":"trade","year":"2025-26","date":"2026-11-23","facts":{ {{Market.ReplaceLineEndings("")}} } }""";
        // What the account has now it may not have had before.
        var back = await CctsTool.Run("""{"purpose":"surrender","year":"2025-26","date":"2026-08-31","facts":{"unit.kind":"ccc","unit.double-use":false}}""", "decide", "-", "--journal", journal, "--account", "mill", "--tonnes", "10");
        Assert.Equal(2, back.ExitCode);
        Assert.Contains("the journal goes to 2026-09-01", back.Error, StringComparison.Ordinal);
        var run = await CctsTool.Run(request + "\n" + request + "\n" + request + "\n", "decide", "-", "--journal", journal, "--account", "mill", "--json");
        // The last is of the 20 t that are left and of as many that are not there, which are decided apart.
        Assert.Equal(["permit", "permit", "deny", "deny"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => (string)JsonNode.Parse(l)!["outcome"]!));
        Assert.Equal((1, before), (run.ExitCode, await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken)));
    }

    /// <summary>Who asks is the account unless the request says otherwise. "N/A" says that nobody knows who asks, and the account does not know it either.</summary>
    [Fact]
    public async Task Whoever_asks_without_a_name_is_not_the_account()
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        await CctsTool.Run("""{"command":"issue","key":"i","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100"}}""" + "\n", "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        foreach (var (asker, outcome) in new[] { ("", "permit"), (",\"entity.registration\":\"mill\"", "permit"), (",\"entity.registration\":\"steel\"", "deny"), (",\"entity.registration\":\"N/A\"", "refer"), (",\"entity.registration\":\" \"", "refer"), (",\"entity.registration\":null", "refer") })
        {
            var request = $$"""{"purpose":"surrender","year":"2025-26","date":"2026-11-23","facts":{"unit.kind":"ccc","unit.double-use":false{{asker}} } }""";
            var run = await CctsTool.Run(request, "decide", "-", "--journal", journal, "--account", "mill", "--tonnes", "10", "--json");
            Assert.Equal(outcome, (string)JsonNode.Parse(run.Output)!["outcome"]!);
        }

        foreach (var (columns, cells, outcome) in new[] { ("", "", "permit"), (",entity.registration", ",", "refer"), (",entity.registration", ",-", "refer") })
        {
            var table = $"purpose,year,date,unit.kind,unit.double-use{columns}\nsurrender,2025-26,2026-11-23,ccc,FALSE{cells}\n";
            var run = await CctsTool.Run(table, "decide", "-", "--journal", journal, "--account", "mill", "--tonnes", "10", "--json");
            Assert.Equal(outcome, (string)JsonNode.Parse(run.Output)!["outcome"]!);
        }
    }

    [Theory]
    [InlineData(null, "refer")]
    [InlineData("free", "refer")]
    [InlineData("banked", "permit")]
    public async Task Banked_units_are_asked_about_by_their_place(string? from, string outcome)
    {
        var journal = Path.Combine(_folder, "j.jsonl");
        await CctsTool.Run("""{"command":"receive","key":"i","at":"2026-09-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100"},"into":"banked","source":"book"}""" + "\n", "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        const string request = """{"purpose":"surrender","year":"2026-27","date":"2027-11-23","facts":{"unit.kind":"ccc","unit.double-use":false}}""";
        var run = await CctsTool.Run(request + "\n" + request + "\n", ["decide", "-", "--journal", journal, "--account", "mill", "--tonnes", "60", "--json", .. from is null ? Array.Empty<string>() : ["--from", from]]);
        var outcomes = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => (string)JsonNode.Parse(l)!["outcome"]!).ToList();
        // The first took 60 of the 100.
        Assert.Equal((outcome, "refer"), (outcomes[0], outcomes[^1]));
        Assert.Contains($"of 60 t of ccc not all are {from ?? "free"} and usable in \"mill\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_the_terminal_says_what_it_leans_on()
    {
        var run = await CctsTool.Run(null, "decide", "samples/data/requests/sell-order.json");
        Assert.Contains("What it leans on that is not both in force and read word for word", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, "decide", "samples/data/requests/sell-order.json", "--journal", "x")).ExitCode);
    }
}
