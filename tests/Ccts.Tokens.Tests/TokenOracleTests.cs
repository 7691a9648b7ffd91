using System;
using System.IO;
using System.Threading.Tasks;
using TokenOracle;

namespace Ccts.Tokens.Tests;

/// <summary>The sample's way from cloud usage to a certificate, with what must be refused.</summary>
public class TokenOracleTests
{
    [Fact]
    public async Task The_sample_goes_the_whole_way_and_refuses_what_it_must()
    {
        static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "cloud", file);
        var output = new StringWriter();
        Assert.True(await new Oracle(Data("before.csv"), Data("after.csv"), Data("reduction-energy.json"), output).Run(TestContext.Current.CancellationToken), output.ToString());
        foreach (var line in new[] { "a forged signal: refused, signature-wrong", "a doubled mint: refused, already-minted", "an expired unit: refused, token-expired", "certificate: yes", "the ledger has retired them: yes" })
        {
            Assert.Contains(line, output.ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>A year's tokens stand for that year's usage: what the export before the change has of March, by Indian time, would make the reduction larger.</summary>
    [Fact]
    public async Task Usage_of_another_year_saves_nothing()
    {
        static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "cloud", file);
        var cancellation = TestContext.Current.CancellationToken;
        var before = Path.Combine(AppContext.BaseDirectory, "cloud", "before-with-march.csv");
        await File.WriteAllTextAsync(before, await File.ReadAllTextAsync(Data("before.csv"), cancellation) + "b0,Usage,2025-03-31T18:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,9000000,ap-south-1\n", cancellation);
        var (plain, march) = (new StringWriter(), new StringWriter());
        Assert.True(await new Oracle(Data("before.csv"), Data("after.csv"), Data("reduction-energy.json"), plain).Run(cancellation), plain.ToString());
        Assert.True(await new Oracle(before, Data("after.csv"), Data("reduction-energy.json"), march).Run(cancellation), march.ToString());
        Assert.Contains("outside-year", march.ToString(), StringComparison.Ordinal);
        static string Scope2(StringWriter told) => Array.Find(told.ToString().Split('\n'), l => l.StartsWith("Scope 2:", StringComparison.Ordinal))!;
        Assert.Equal(Scope2(plain), Scope2(march));
    }
}
