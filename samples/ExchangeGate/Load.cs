using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace ExchangeGate;

/// <summary>Sends many orders to the gateway while the registry fails now and then, waits until every instruction has an outcome, closes the session, and prints statistics.</summary>
internal static class Load
{
    private static readonly string[] Sellers = ["cement-1", "steel-1", "paper-1", "aluminium-1"];

    /// <returns>0 when every instruction took effect exactly once and the proof is clean and verifies; otherwise 3.</returns>
    internal static async Task<int> RunAsync(string folder, int count, TextWriter output)
    {
        using var told = new CollectedTelemetry();
        await using var gate = await Gate.StartAsync(new GateOptions { Folder = folder, FaultsInThousand = 30, BreakAfter = 1000 });
        output.WriteLine($"page            {gate.Address} while it runs");
        using var client = new HttpClient { BaseAddress = gate.Address };
        var (answers, started) = (new ConcurrentDictionary<string, int>(StringComparer.Ordinal), Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(Enumerable.Range(1, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellation) =>
        {
            var answer = await PostAsync(client, "orders", NewOrder(i));
            answers.AddOrUpdate(answer["answer"] + (answer["reasons"] is JsonArray { Count: > 0 } reasons ? " " + reasons[0]!["code"] : ""), 1, (_, times) => times + 1);
        });
        var taken = Stopwatch.GetElapsedTime(started);
        while (gate.State.IsUnderWay && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(10))
        {
            await Task.Delay(100);
        }

        var settled = Stopwatch.GetElapsedTime(started);
        var proof = await PostAsync(client, "session/close", null);
        var proved = Stopwatch.GetElapsedTime(started) - settled;
        var (effects, instructions) = (gate.Registry.Effects, gate.State.Settled + gate.State.Unsettled);
        var isOnce = effects.Count == instructions && effects.Select(e => e.Key).Distinct(StringComparer.Ordinal).Count() == instructions && gate.State.Unsettled == 0;
        var isConserved = Tonnes(gate) == 1_000_000;
        var isClean = (bool)proof["clean"]! && (bool)proof["verifies"]!;

        output.WriteLine($"orders          {count}, answered in {Seconds(taken)} s, {Rate(count, taken)} a second");
        foreach (var (answer, times) in answers.OrderByDescending(a => a.Value))
        {
            output.WriteLine($"                {times} {answer}");
        }

        output.WriteLine($"instructions    {instructions}, all with an outcome after {Seconds(settled)} s, {Rate(instructions, settled)} a second");
        output.WriteLine($"registry        {effects.Count} effects of {gate.Registry.Requests(Ccts.Registry.Stub.StubRequest.Instruction)} requests; it went wrong {gate.Registry.Faults.Where(f => f.Key != Ccts.Registry.Stub.StubFault.None).Sum(f => f.Value)} times");
        output.WriteLine($"exactly once    {YesNo(isOnce)}");
        output.WriteLine($"tonnes kept     {YesNo(isConserved)}");
        output.WriteLine($"clearing proof  {proof["trades"]} trades in {Seconds(proved)} s, clean: {YesNo((bool)proof["clean"]!)}, verifies: {YesNo((bool)proof["verifies"]!)}, {proof["digest"]}");
        told.Write(output);
        return isOnce && isConserved && isClean ? 0 : 3;
    }

    // One order in fifty is below the floor price, one in a hundred has a seller without units.
    private static string NewOrder(int i) => new JsonObject
    {
        ["id"] = "order-" + i.ToString(CultureInfo.InvariantCulture),
        ["seller"] = i % 100 == 0 ? "textile-1" : Sellers[i % Sellers.Length],
        ["buyer"] = "textile-1" is var buyer && i % 100 == 0 ? "paper-1" : buyer,
        ["tonnes"] = i % 100 == 0 ? 90_000_000 : 1 + (i % 10),
        ["price"] = i % 50 == 1 ? 799 : 900 + (i % 100),
    }.ToJsonString();

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, string? body)
    {
        using var content = new StringContent(body ?? "", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static long Tonnes(Gate gate)
    {
        var engine = gate.Services.GetRequiredService<LedgerEngine>();
        return new GateOptions { Folder = "" }.Members.Keys.Sum(m => engine.Account(m)?.Tonnes(UnitKinds.Ccc, ShadowAccount.Free) ?? 0);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Rate(int count, TimeSpan time) => (count / time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static string YesNo(bool holds) => holds ? "yes" : "NO";
}
