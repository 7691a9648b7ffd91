// An exchange gateway on loopback: it receives orders, decides them by the year's rules, reserves units in a durable ledger, instructs a stub registry exactly once,
// and proves the session at its end. Members, units, prices and the registry are invented.
//   dotnet run --project samples/ExchangeGate                  serve; the page is http://127.0.0.1:5080/
//   dotnet run --project samples/ExchangeGate -- port 5081     serve on another port
//   dotnet run --project samples/ExchangeGate -- load [2000]   send many orders, with a registry that fails now and then, and print statistics
using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using ExchangeGate;

var folder = Directory.CreateTempSubdirectory("exchange-gate").FullName;
try
{
    switch (args)
    {
        case []:
            return await ServeAsync(5080);
        case ["port", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535:
            return await ServeAsync(port);
        case ["load"]:
            return await Load.RunAsync(folder, 2000, Console.Out);
        case ["load", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var orders) && orders is > 0 and <= 100_000:
            return await Load.RunAsync(folder, orders, Console.Out);
        default:
            Console.Error.WriteLine("Expected nothing, or: port NUMBER, or: load [orders, 1 to 100000].");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<int> ServeAsync(int port)
{
    if (!IsFree(port))
    {
        Console.Error.WriteLine($"Something else listens on port {port}. Choose another: dotnet run --project samples/ExchangeGate -- port {(port < 65_535 ? port + 1 : 5080)}");
        return 2;
    }

    await using var gate = await Gate.StartAsync(new GateOptions { Folder = folder, Port = port, FaultsInThousand = 100 });
    Console.WriteLine($"The page: {gate.Address}   Ledger and proof: {folder}   Ctrl+C ends it and removes them.");
    Console.WriteLine($"curl -s {gate.Address}orders -d '{{\"id\":\"order-1\",\"seller\":\"cement-1\",\"buyer\":\"textile-1\",\"tonnes\":1000,\"price\":900}}'");
    Console.WriteLine($"curl -s -X POST {gate.Address}session/close");
    await gate.UntilStoppedAsync();
    return 0;
}

static bool IsFree(int port)
{
    using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    try
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return true;
    }
    catch (SocketException)
    {
        return false;
    }
}
