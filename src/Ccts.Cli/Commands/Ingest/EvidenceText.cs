using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ingest;

/// <summary>The verifier's sections of a package, for people.</summary>
internal static class EvidenceText
{
    internal static void Print(JsonObject sections, IAnsiConsole console)
    {
        var account = new Account(console);
        if (sections["sampling"] is JsonArray sampling)
        {
            account.Heading("To check");
            account.Figures([["source", "risk", "records", "analyses", "at least"], .. sampling.Select(s => new[] { Text(s, "stream"), Text(s, "risk"), $"{s!["recordsToCheck"]} of {s["records"]}", Text(s, "analysesToCheck"), Text(s, "leastAnalyses") })]);
        }
        else
        {
            account.Sentence("No sampling plan can be sized: " + string.Join(" ", sections["notSized"]!.AsArray().Select(w => w!.ToString())));
        }

        foreach (var source in sections["samples"]!.AsArray())
        {
            Tell(account, source!, "without", "no sample is named for");
            Tell(account, source!, "substituted", "no sample is behind the values of");
        }

        foreach (var laboratory in sections["accreditations"]!.AsArray().Where(l => l!["says"] is not null))
        {
            account.Sentence($"{Text(laboratory, "stream")}, {Text(laboratory, "laboratory")}: {Text(laboratory, "says")}{(laboratory!["clause"] is { } clause ? $" [{clause}]" : "")}");
        }

        if (sections["laboratories"] is JsonArray { Count: > 0 } laboratories)
        {
            account.Heading("Laboratories");
            account.Figures([["source", "period", "", "own", "external", "excess added", "counts"], .. laboratories.Select(l => new[] { Text(l, "stream"), Text(l, "period"), Text(l, "member"), Text(l, "own"), Text(l, "external"), Text(l, "excess"), Text(l, "counted") })]);
        }
    }

    private static void Tell(Account account, JsonNode source, string member, string what)
    {
        if (source[member] is JsonArray { Count: > 0 } periods)
        {
            account.Sentence($"{Text(source, "stream")}: {what} {string.Join(", ", periods.Select(p => p!.ToString()))} [{Text(source, "clause")}].");
        }
    }

    private static string Text(JsonNode? row, string member) => row![member]?.ToString() ?? "-";
}
