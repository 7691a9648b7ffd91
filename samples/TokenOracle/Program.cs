using System;
using System.IO;
using System.Linq;
using System.Threading;

namespace TokenOracle;

/// <summary>Cloud usage to Scope 2 to verified reduction to token to certificate: <c>dotnet run --project samples/TokenOracle [BEFORE.csv AFTER.csv ENERGY.json]</c>. Exit 0 when every step came out as it must.</summary>
internal static class Program
{
    private static readonly string[] Shipped = ["before.csv", "after.csv", "reduction-energy.json"];

    private static async System.Threading.Tasks.Task<int> Main(string[] args)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var paths = args.Length == 3 ? args : [.. Shipped.Select(f => Path.Combine("samples", "data", "ingestion", "cloud", f))];
        return await new Oracle(paths[0], paths[1], paths[2], Console.Out).Run(patience.Token) ? 0 : 1;
    }
}
