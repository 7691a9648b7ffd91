using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Quantities;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>docs/ledger.md: its program is the one that runs here, its table and both diagrams are what the ledger and the settlement do.</summary>
public class LedgerGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "ledger.md"));

    [Fact]
    public void The_example_is_the_one_that_runs()
    {
        var code = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "LedgerExample.cs"));
        Assert.Contains("```csharp\n" + code + "```", Guide, StringComparison.Ordinal);
        var output = new StringWriter { NewLine = "\n" };
        Example.LedgerExample.Run(output);
        Assert.Contains("```\n" + output + "```", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_is_shown_and_read()
    {
        var lines = Guide.Split("39 digits:\n\n```json\n")[1].Split("```")[0].Trim().Split('\n');
        var problems = new Ccts.Sdk.Problems.ProblemList();
        var reader = new Ccts.Sdk.Ledger.Journal.CommandReader(null, problems);

        var read = lines.Select((line, i) => reader.Read(line, i + 1)?.Name).ToList();

        Assert.Empty(problems.ToList());
        Assert.Equal(["issue", "receive", "reserve", "release", .. MoveCauses.Words, "freeze", "pause", "forget-keys"], read);
    }

    [Fact]
    public void The_table_of_moves_is_what_the_ledger_does()
    {
        var rows = PossibleMove.All.GroupBy(m => m.Command).Select(m => $"| {m.Key} | {Places(m.Select(x => x.From))} | {Into(m.Key, m.ToList())} |").ToList();
        var table = Guide.Split("| command | takes from | puts into |\n|---|---|---|\n")[1].Split("\n\n")[0].Trim().Split('\n');
        Assert.Equal(rows.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_diagram_of_places_is_what_the_ledger_does()
    {
        var possible = PossibleMove.All
            .Where(m => m.Command is not ("receive" or "assign" or "expire" or "claw back"))
            .Select(m => $"{m.From?.ToString() ?? "[*]"} --> {m.To}: {m.Command}");
        var drawn = Arrows("## Where a unit can be").Where(a => a.To != "[*]")
            .SelectMany(a => Regex.Replace(a.Label, @" \([^)]*\)", "").Split(", ").Select(command => $"{a.From} --> {a.To}: {command}"));
        Assert.Equal(possible.Distinct().Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_diagram_of_settlement_is_what_the_machine_does()
    {
        var drawn = Arrows("## Delivery versus payment").Select(a => $"{a.From} --> {a.To}");
        Assert.Equal(Settlements().Distinct().Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    // Every state of the machine that signals and answers lead to, before and after the deadline, with units reserved by it or already.
    private static List<string> Settlements()
    {
        var deadline = Noon + Duration.FromHours(1);
        var start = new Delivery("t", "mill", "buyer", new OldestUnits("ccc", 40), Inr.FromRupees(1m), deadline);
        var open = new Queue<DeliveryVersusPayment>([new(start), new(start with { Units = new ReservedUnits("r") })]);
        var met = new HashSet<DeliveryVersusPayment>(open);
        var arrows = new List<string>();
        while (open.TryDequeue(out var trade))
        {
            foreach (var at in new[] { Noon, deadline })
            {
                var steps = Enum.GetValues<DeliverySignal>().Select(s => trade.On(s, at));
                if (trade.Awaited is { } command)
                {
                    steps = steps.Append(trade.Answered(command.Key, null, at)).Append(trade.Answered(command.Key, new Refusal(RefusalCode.NotEnough), at));
                }

                foreach (var next in steps.Select(s => s.Next))
                {
                    if (next.State != trade.State)
                    {
                        arrows.Add($"{trade.State} --> {next.State}");
                    }

                    if (met.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return arrows;
    }

    private static List<(string From, string To, string Label)> Arrows(string heading) =>
        Regex.Matches(Guide.Split(heading)[1].Split("```mermaid")[1].Split("```")[0], @"^ +(\S+) --> (\w+|\[\*\])(?:: (.*))?$", RegexOptions.Multiline)
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)).ToList();

    private static string Into(string command, List<PossibleMove> moves) => command switch
    {
        "release" => "where it came from",
        "convert" => "converted, and new units free",
        _ => (moves[0].IsToAnother ? "another account: " : "") + Places(moves.Select(m => (ShadowAccount?)m.To)),
    };

    private static string Places(IEnumerable<ShadowAccount?> places)
    {
        var set = places.Distinct().Order().ToList();
        var live = Enum.GetValues<ShadowAccount>().Where(p => p < ShadowAccount.Surrendered).ToList();
        return set is [null] ? "outside"
            : set.Count == Enum.GetValues<ShadowAccount>().Length - 1 && !set.Contains(ShadowAccount.Reserved) ? "any place but reserved"
            : set.Count == live.Count ? "any live place"
            : set.Count == live.Count - 1 && !set.Contains(ShadowAccount.Reserved) ? "any live place but reserved"
            : string.Join(", ", set.Select(p => p!.Value.ToString().ToLowerInvariant()));
    }
}
