using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Clearing;

/// <summary><c>ccts settle</c> as its users run it.</summary>
public sealed class SettleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ccts-settle");
    private readonly string _trades, _funds, _delivery;

    public SettleCommandTests()
    {
        _trades = Write("trades.csv", "trade,at,seller,buyer,tonnes,price,kind\nT1,2026-11-23T04:31:00Z,cement,steel,100,900 INR,ccc\n");
        _funds = Write("funds.csv", "account,amount\ncement,90000 INR\nsteel,-90000 INR\n");
        _delivery = Write("delivery.csv", "trade,registry,start,end\nT1,icm,1,99\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_looked_at_and_what_was_not_is_told()
    {
        var run = await CctsTool.Run(null, "settle", "--trades", _trades, "--funds", _funds);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 trades: what was looked at says the same.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not looked at: registry", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_is_1_with_its_line()
    {
        var run = await CctsTool.Run(null, "settle", "--trades", _trades, "--funds", _funds, "--delivery", _delivery, "--json");
        Assert.Equal(1, run.ExitCode);
        var finding = Assert.Single(JsonNode.Parse(run.Output)!["findings"]!.AsArray())!;
        Assert.Equal(("T1", "delivery", "tonnes-differ", 2), (finding["trade"]!.GetValue<string>(), finding["side"]!.GetValue<string>(), finding["code"]!.GetValue<string>(), finding["line"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Bad_input_is_2_with_every_place()
    {
        var funds = Write("bad.csv", "trade,amount\nT1,ninety\n,5 INR\n");
        var run = await CctsTool.Run(null, "settle", "--trades", _trades, "--funds", funds, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, JsonNode.Parse(run.Output)!["problems"]!.AsArray().Count);
        Assert.Equal(2, (await CctsTool.Run(null, "settle", "--trades", Path.Combine(_folder.FullName, "none.csv"))).ExitCode);
    }

    [Theory]
    [InlineData("1", "2026-11-25", 0, null, null)]
    [InlineData("1", "2026-11-24", 1, "day-differs", null)]
    [InlineData("0", "2026-11-24", 1, "day-differs", null)]
    [InlineData("2", "2026-11-25", 1, "day-differs", null)]
    [InlineData("30", "2026-11-25", 0, null, "days: the holidays of a year are not known")]
    [InlineData(null, "2026-11-25", 0, null, "days: no file says")]
    public async Task Days_are_held_against_the_term_in_working_days(string? term, string day, int exit, string? code, string? open)
    {
        var funds = Write("dated.csv", $"trade,amount,day\nT1,90000 INR,{day}\n");
        string[] more = term is null ? [] : ["--term", term, "--holidays", Path.Combine(CctsTool.Samples, "settlement", "holidays.csv")];
        var run = await CctsTool.Run(null, ["settle", "--trades", _trades, "--funds", funds, "--json", .. more]);
        Assert.Equal((exit, ""), (run.ExitCode, run.Error));
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(code, json["findings"]!.AsArray().SingleOrDefault()?["code"]!.GetValue<string>());
        Assert.Equal(open is not null, json["notLookedAt"]!.AsArray().Any(n => n!.GetValue<string>().StartsWith(open ?? "days", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_day_or_term_that_is_none_is_2()
    {
        var funds = Write("undated.csv", "trade,amount,day\nT1,90000 INR,tomorrow\n");
        var run = await CctsTool.Run(null, "settle", "--trades", _trades, "--funds", funds);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("undated.csv(2,", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, "settle", "--trades", _trades, "--term", "31")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "settle", "--trades", _trades, "--term", "1", "--holidays", _trades)).ExitCode);
    }

    [Fact]
    public async Task The_page_s_exchange_is_settled_by_its_own_files()
    {
        var block = Documentation.DocumentedBlock.Of("clearing.md").Single(b => b.Code.StartsWith("ccts settle --mapping", StringComparison.Ordinal));
        var run = await CctsTool.Run(null, [.. block.Code.Trim().Split(' ').Skip(1).Select(a => a.Replace("samples/data", CctsTool.Samples, StringComparison.Ordinal))]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(block.Shows(run.Output), run.Output);
    }

    [Theory]
    [InlineData("deals.csv", "1,000;900", "1,00;900", "deals.csv(3,37)")]
    [InlineData("deals.csv", "1,000;900", "1,000;nine", "deals.csv(3,43)")]
    [InlineData("deals.csv", "23-11-2026 10:01:00", "11/23/2026 10:01", "deals.csv(3,4)")]
    [InlineData("deals.csv", "400;910.50;MATCHED", "400;910.50;DONE", "deals.csv(4,")]
    [InlineData("deals.csv", "Rate (Rs)", "Rate", "deals.csv(2,")]
    [InlineData("deals.csv", "Remarks", "Fees (Rs)", "deals.csv(2,")]
    [InlineData("deals.csv", "Remarks", "seller", "deals.csv(2,")]
    [InlineData("deals.csv", "Remarks", "Deal No", "deals.csv(2,")]
    [InlineData("exchange.json", "\"column\": \"Qty\"", "\"colum\": \"Qty\"", "exchange.json(")]
    [InlineData("exchange.json", "\"Sell Member\"", "\"Buy Member\"", "exchange.json(")]
    [InlineData("exchange.json", "\"seller\": \"Sell", "\"sellr\": \"Sell", "exchange.json(")]
    [InlineData("exchange.json", "dd-MM-yyyy HH:mm:ss", "dd-QQ", "exchange.json(")]
    public async Task What_is_not_as_the_mapping_says_is_bad_input_with_its_place(string file, string from, string to, string place)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(CctsTool.Samples, "settlement")))
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.True(Path.GetFileName(path) != file || text.Contains(from, StringComparison.Ordinal));
            Write(Path.GetFileName(path), Path.GetFileName(path) == file ? text.Replace(from, to, StringComparison.Ordinal) : text);
        }

        var run = await CctsTool.Run(null, "settle", "--mapping", Path.Combine(_folder.FullName, "exchange.json"), "--trades", Path.Combine(_folder.FullName, "deals.csv"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_in_an_exchange_s_own_file_is_told_with_its_line()
    {
        var samples = Path.Combine(CctsTool.Samples, "settlement");
        var bank = Write("bank.csv", (await File.ReadAllTextAsync(Path.Combine(samples, "bank.csv"), TestContext.Current.CancellationToken)).Replace("-5,35,800", "-5,35,801", StringComparison.Ordinal));
        var run = await CctsTool.Run(null, "settle", "--mapping", Path.Combine(samples, "exchange.json"), "--trades", Path.Combine(samples, "deals.csv"), "--funds", bank, "--json");
        Assert.Equal(1, run.ExitCode);
        var finding = Assert.Single(JsonNode.Parse(run.Output)!["findings"]!.AsArray())!;
        Assert.Equal(("steel", "amount-differs", 3), (finding["trade"]!.GetValue<string>(), finding["code"]!.GetValue<string>(), finding["line"]!.GetValue<int>()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
