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
}
