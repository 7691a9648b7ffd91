using System;
using System.IO;
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

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
