using System;
using System.IO;
using System.Threading;

namespace TokenOracle;

/// <summary>Cloud usage to Scope 2 to verified reduction to token to certificate: <c>dotnet run --project samples/TokenOracle [USAGE.csv]</c>. Exit 0 when every step came out as it must.</summary>
internal static class Program
{
    private static async System.Threading.Tasks.Task<int> Main(string[] args)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await new Oracle(args.Length > 0 ? args[0] : Path.Combine("samples", "data", "cloud-usage.csv"), Console.Out).Run(patience.Token) ? 0 : 1;
    }
}
