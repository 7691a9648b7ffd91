using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Cli.Commands.Receipts;

namespace Ccts.Cli.Tests.Receipts;

/// <summary>A receipt larger than is read unless told: the tool says so when it writes it, and reads it when told.</summary>
public sealed class LargeReceiptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-large").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_clear_writes_is_verified_by_the_command_it_prints()
    {
        // Few trades with long reasons of the exchange, so that it takes a moment, not an exchange's hundred thousand.
        string Sample(string name) => Path.Combine(CctsTool.Samples, "session", name);
        var (trades, receipt) = (Path.Combine(_folder, "trades.csv"), Path.Combine(_folder, "proof.json"));
        var rows = Enumerable.Range(0, 600).Select(i => $"L{i},2026-11-23T04:31:00Z,cement,steel,1,900 INR,ccc,rejected,{new string('x', 30_000)}");
        await File.WriteAllLinesAsync(trades, rows.Prepend("trade,at,seller,buyer,tonnes,price,kind,verdict,reason"), TestContext.Current.CancellationToken);

        var cleared = await CctsTool.Run(null, "clear", "--session", Sample("session.json"), "--trades", trades, "--holdings", Sample("holdings.csv"), "--statement", Sample("statement.csv"), "--receipt", receipt, "--json");

        Assert.Equal(1, cleared.ExitCode);
        Assert.Contains("receipt-large", cleared.Error, StringComparison.Ordinal);
        Assert.Contains($"ccts receipt verify {receipt} --max-mib 18\"", cleared.Error, StringComparison.Ordinal);
        var unasked = await CctsTool.Run(null, "receipt", "verify", receipt);
        Assert.Equal(2, unasked.ExitCode);
        Assert.Contains("file-too-large", unasked.Error, StringComparison.Ordinal);
        Assert.Contains("give --max-mib", unasked.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", receipt, "--max-mib", "18")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "receipt", "verify", receipt, "--max-mib", "17")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "receipt", "retention", receipt, "--on", "2030-01-01")).ExitCode);
        Assert.Equal(1, (await CctsTool.Run(null, "receipt", "retention", receipt, "--on", "2030-01-01", "--max-mib", "18")).ExitCode);
    }

    [Fact]
    public async Task A_small_one_is_written_in_silence_and_refused_under_a_smaller_bound()
    {
        var receipt = Path.Combine(_folder, "r.json");
        var made = await CctsTool.Run(null, "decide", Path.Combine(CctsTool.Samples, "requests", "sell-order.json"), "--receipt", receipt);
        Assert.Equal((1, ""), (made.ExitCode, made.Error));
        await File.AppendAllTextAsync(receipt, new string(' ', 1024 * 1024), TestContext.Current.CancellationToken);

        Assert.Equal(2, (await CctsTool.Run(null, "receipt", "verify", receipt, "--max-mib", "1")).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", receipt, "--max-mib", "2")).ExitCode);
    }

    [Theory]
    [InlineData("proof.json", 131_656_843, "\"ccts receipt verify proof.json --max-mib 126\" verifies it.")]
    [InlineData("my proof.json", 18_874_368, "\"ccts receipt verify 'my proof.json' --max-mib 18\" verifies it.")]
    [InlineData("proof.json", 1_048_576_000, "\"ccts receipt verify proof.json --max-mib 1000\" verifies it.")]
    [InlineData("proof.json", 1_048_576_001, "No receipt of more than 1000 MiB can be verified: clear the session in parts.")]
    public void The_command_that_is_told_can_be_copied_and_is_told_only_where_it_works(string path, long bytes, string told) =>
        Assert.Equal(told, ReceiptBound.HowToVerify(path, bytes));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("2147483647")]
    [InlineData("many")]
    public async Task What_is_no_bound_is_bad_usage(string bound)
    {
        var run = await CctsTool.Run("{}", "receipt", "verify", "-", "--max-mib", bound);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(bound, run.Error, StringComparison.Ordinal);
    }
}
