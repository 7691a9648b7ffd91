using System;
using System.IO;
using System.Threading;

namespace RegulatorDesk;

/// <summary>A year at the regulator's desk: <c>dotnet run --project samples/RegulatorDesk [YEAR-FOLDER] [OUT-FOLDER]</c>.</summary>
internal static class Program
{
    private static async System.Threading.Tasks.Task<int> Main(string[] args)
    {
        var year = args.Length > 0 ? args[0] : Path.Combine("rulesets", "in-ccts", "2026-27");
        var output = args.Length > 1 ? args[1] : Path.Combine("artifacts", "regulator-desk");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await new Desk(year, output, Console.Out).Run(patience.Token) ? 0 : 1;
    }
}
