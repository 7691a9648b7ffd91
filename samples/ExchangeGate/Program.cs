// The gate of an exchange on loopback: orders in, decided by the year's rules, reserved in a durable ledger, instructed to a stub registry exactly once,
// proved at the end of the session. Members, units, prices and the registry are made up.
//   dotnet run --project samples/ExchangeGate                  serve; the page is http://127.0.0.1:5080/
//   dotnet run --project samples/ExchangeGate -- load [2000]   load it, with a registry that goes wrong, and print the figures
using System;
using System.Globalization;
using System.IO;
using ExchangeGate;

var folder = Directory.CreateTempSubdirectory("exchange-gate").FullName;
try
{
    switch (args)
    {
        case []:
            await using (var gate = await Gate.StartAsync(new GateOptions { Folder = folder, Port = 5080, FaultsInThousand = 100 }))
            {
                Console.WriteLine($"The page: {gate.Address}   Ledger and proof: {folder}   Ctrl+C ends it and removes them.");
                Console.WriteLine($"curl -s {gate.Address}orders -d '{{\"id\":\"order-1\",\"seller\":\"cement-1\",\"buyer\":\"textile-1\",\"tonnes\":1000,\"price\":900}}'");
                Console.WriteLine($"curl -s -X POST {gate.Address}session/close");
                await gate.UntilStoppedAsync();
            }

            return 0;
        case ["load"]:
            return await Load.RunAsync(folder, 2000, Console.Out);
        case ["load", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var orders) && orders is > 0 and <= 100_000:
            return await Load.RunAsync(folder, orders, Console.Out);
        default:
            Console.Error.WriteLine("Expected nothing, or: load [orders, 1 to 100000].");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
