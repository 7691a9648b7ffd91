using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger show</c>: balances of every account, or everything of one.</summary>
internal static class LedgerShow
{
    internal static Command Create()
    {
        var journal = LedgerCommands.JournalArgument();
        var account = new Option<string?>("--account") { Description = "Show the holdings and reservations of this account." };
        var until = LedgerCommands.UntilOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("show", "Show balances by account, kind and shadow account. Exit code 1 when the account is unknown.") { journal, account, until, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var state = JournalFile.Replay(parsed.GetValue(journal)!, parsed.GetValue(until));
            if (parsed.GetValue(account) is not { } name)
            {
                Balances(state, parsed.GetValue(json));
                return ExitCode.Yes;
            }

            if (state.View(name) is not { } view)
            {
                Unknown(name, state, parsed.GetValue(json));
                return ExitCode.No;
            }

            Account(view, parsed.GetValue(json));
            return ExitCode.Yes;
        }));
        return command;
    }

    internal static IEnumerable<(string Account, string Kind, ShadowAccount Place, long Tonnes)> BalancesOf(LedgerState state) =>
        state.Accounts.Select(a => state.View(a)!).SelectMany(view => view.Holdings
            .GroupBy(h => (Kind: h.Units.Lot.Kind.Name, h.Place))
            .OrderBy(g => g.Key.Kind, System.StringComparer.Ordinal).ThenBy(g => g.Key.Place)
            .Select(g => (view.Account, g.Key.Kind, g.Key.Place, g.Sum(h => h.Units.Tonnes))));

    internal static void Unknown(string name, LedgerState state, bool json)
    {
        var problem = new Problem("unknown-account", Severity.Error, $"There is no account {name}.", default)
        {
            Expected = "an account that \"ccts ledger show\" lists",
            Hint = Nearest.Hint(name, state.Accounts),
        };
        if (json)
        {
            JsonOutput.Write(JsonOutput.Problems([problem]));
        }
        else
        {
            Terminal.Problems([problem]);
        }
    }

    private static void Balances(LedgerState state, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["position"] = state.Position,
                ["balances"] = new JsonArray([.. BalancesOf(state).Select(b => (JsonNode)new JsonObject
                {
                    ["account"] = b.Account, ["kind"] = b.Kind, ["place"] = b.Place.Word(), ["tonnes"] = b.Tonnes,
                })]),
            });
            return;
        }

        var table = new TextTable("account", "kind", "place", "tonnes");
        foreach (var (account, kind, place, tonnes) in BalancesOf(state))
        {
            table.AddRow(account, kind, place.Word(), tonnes.ToString("#,0", CultureInfo.InvariantCulture));
        }

        table.Print(Terminal.Out);
        Terminal.Out.WriteLine($"After entry {state.Position}.");
    }

    private static void Account(AccountView view, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["account"] = view.Account,
                ["frozen"] = view.IsFrozen,
                ["breaches"] = new JsonArray([.. view.Breaches.Select(b => (JsonNode)NodaTime.Text.InstantPattern.ExtendedIso.Format(b))]),
                ["barredUntil"] = view.BarredUntil?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                ["holdings"] = new JsonArray([.. LedgerExport.Rows(view).Select(r => (JsonNode)LedgerExport.Json(r))]),
            });
            return;
        }

        var table = new TextTable("place", "kind", "vintage", "registry", "scope", "start", "end", "tonnes", "reservation");
        foreach (var (units, place, reservation) in view.Holdings)
        {
            table.AddRow(
                place.Word(), units.Lot.Kind, units.Lot.Vintage.ToString(CultureInfo.InvariantCulture), units.Lot.Registry, units.Lot.Scope,
                units.Range.Start.ToString(), units.Range.End.ToString(), units.Tonnes.ToString("#,0", CultureInfo.InvariantCulture), reservation ?? "");
        }

        table.Print(Terminal.Out);
        Terminal.Out.WriteLine($"{(view.IsFrozen ? "Frozen. " : "")}{view.Breaches.Count} breaches of the oversell guard.{(view.BarredUntil is { } day ? $" Barred from selling until {day:uuuu-MM-dd}." : "")}");
    }
}
