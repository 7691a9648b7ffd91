using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger export</c>: every run of units with where it stands, as CSV or JSON.</summary>
internal static class LedgerExport
{
    internal static Command Create()
    {
        var journal = LedgerCommands.JournalArgument();
        var until = LedgerCommands.UntilOption();
        var json = new Option<bool>("--json") { Description = "JSON instead of CSV." };
        var whole = new Option<bool>("--journal") { Description = "The journal itself as text, byte for byte what \"ccts ledger import\" takes into a new one." };
        var command = new Command("export", "Write all holdings, block by block, as CSV or JSON; or the journal itself as text.") { journal, until, json, whole };
        command.Validators.Add(given =>
        {
            if (given.GetValue(whole) && given.GetValue(json))
            {
                given.AddError("--journal is text, line by line, and --json asks for holdings. Give one of them.");
            }
        });
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            if (parsed.GetValue(whole))
            {
                WholeJournal.Write(parsed.GetValue(journal)!, parsed.GetValue(until));
                return ExitCode.Yes;
            }

            var state = JournalFile.Replay(parsed.GetValue(journal)!, parsed.GetValue(until));
            var holdings = state.Accounts.SelectMany(a => state.View(a)!.Holdings.Select(h => (Account: a, Holding: h)));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["position"] = state.Position,
                    ["holdings"] = new JsonArray([.. holdings.Select(h => (JsonNode)Json(h.Account, h.Holding))]),
                });
            }
            else
            {
                WriteCsv(Console.Out, holdings);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    internal static JsonObject Json(string account, Holding holding) => new()
    {
        ["account"] = account,
        ["place"] = holding.Place.Word(),
        ["registry"] = holding.Units.Lot.Registry,
        ["scope"] = holding.Units.Lot.Scope,
        ["kind"] = holding.Units.Lot.Kind,
        ["vintage"] = holding.Units.Lot.Vintage,
        ["start"] = holding.Units.Range.Start.ToString(),
        ["end"] = holding.Units.Range.End.ToString(),
        ["tonnes"] = holding.Units.Tonnes,
        ["reservation"] = holding.Reservation,
    };

    private static void WriteCsv(TextWriter output, IEnumerable<(string Account, Holding Holding)> holdings)
    {
        output.Write("account,place,registry,scope,kind,vintage,start,end,tonnes,reservation\n");
        foreach (var (account, holding) in holdings)
        {
            var (lot, range) = holding.Units;
            output.Write(FormattableString.Invariant(
                $"{CsvCell.Of(account)},{holding.Place.Word()},{CsvCell.Of(lot.Registry)},{CsvCell.Of(lot.Scope)},{CsvCell.Of(lot.Kind)},{lot.Vintage},{range.Start},{range.End},{holding.Units.Tonnes},{CsvCell.Of(holding.Reservation)}\n"));
        }
    }
}
