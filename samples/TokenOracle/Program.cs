using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Problems;

namespace TokenOracle;

/// <summary>Cloud usage to Scope 2 to verified reduction to token to certificate. Exit code 0: every step had the expected result; 1: one had not; 2: the input cannot be used.</summary>
internal static class Program
{
    private static readonly string[] Shipped = ["before.csv", "after.csv", "reduction-energy.json"];

    private static async Task<int> Main(string[] args)
    {
        if (args.Length is not (0 or 3))
        {
            await Console.Error.WriteLineAsync("Expected nothing, or three files: BEFORE.csv AFTER.csv ENERGY.json.");
            return 2;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var paths = args.Length == 3 ? args : [.. Shipped.Select(f => Path.Combine(AppContext.BaseDirectory, "cloud", f))];
        try
        {
            return await new Oracle(paths[0], paths[1], paths[2], Console.Out).Run(patience.Token) ? 0 : 1;
        }
        catch (Exception unusable) when (unusable is CctsDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 2;
        }
    }
}
