using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger export</c>: every run of units with its account and status, as CSV or JSON.</summary>
internal static class LedgerExport
{
    private const int MostNamed = 5;

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
            var accounts = state.Accounts.Select(a => state.View(a)!).ToList();
            var holdings = accounts.SelectMany(Rows);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["position"] = state.Position,
                    ["holdings"] = new JsonArray([.. holdings.Select(h => (JsonNode)Json(h))]),
                });
            }
            else
            {
                WriteCsv(Console.Out, holdings);
            }

            TellWhatIsLeft(accounts);
            return ExitCode.Yes;
        }));
        return command;
    }

    /// <summary>A run of units, whose it is, and the reservation that holds it, if one does.</summary>
    internal sealed record HoldingRow(string Account, Holding Holding, Reservation? Reservation);

    internal static IEnumerable<HoldingRow> Rows(AccountView account)
    {
        var reservations = account.Reservations.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return account.Holdings.Select(h => new HoldingRow(account.Account, h, h.Reservation is { } id ? reservations[id] : null));
    }

    internal static JsonObject Json(HoldingRow row)
    {
        var (account, holding, reservation) = row;
        var (lot, range) = holding.Units;
        return new JsonObject
        {
            ["account"] = account,
            ["place"] = holding.Place.Word(),
            ["registry"] = lot.Registry,
            ["scope"] = lot.Scope,
            ["kind"] = lot.Kind.Name,
            ["vintage"] = lot.Vintage,
            ["start"] = range.Start.ToString(),
            ["end"] = range.End.ToString(),
            ["tonnes"] = holding.Units.Tonnes,
            ["reservation"] = holding.Reservation,
            ["purpose"] = Purpose(reservation),
            ["returnsTo"] = reservation?.From.Word(),
            ["until"] = Until(reservation),
            ["issued"] = Day(lot.Issued),
            ["expires"] = Day(lot.Expires),
        };
    }

    private static void WriteCsv(TextWriter output, IEnumerable<HoldingRow> holdings)
    {
        output.Write("account,place,registry,scope,kind,vintage,start,end,tonnes,reservation,purpose,returns-to,until,issued,expires\n");
        foreach (var (account, holding, reservation) in holdings)
        {
            var (lot, range) = holding.Units;
            output.Write(FormattableString.Invariant(
                $"{CsvCell.Of(account)},{holding.Place.Word()},{CsvCell.Of(lot.Registry)},{CsvCell.Of(lot.Scope)},{CsvCell.Of(lot.Kind)},{lot.Vintage},{range.Start},{range.End},{holding.Units.Tonnes},"));
            output.Write($"{CsvCell.Of(holding.Reservation)},{Purpose(reservation)},{reservation?.From.Word()},{Until(reservation)},{Day(lot.Issued)},{Day(lot.Expires)}\n");
        }
    }

    // Holdings are units and their status; facts about accounts, such as freezes, are only in the journal.
    private static void TellWhatIsLeft(IEnumerable<AccountView> accounts)
    {
        var names = accounts.Where(a => a.IsFrozen || a.Breaches.Count > 0).Select(a => a.Account).ToList();
        if (names.Count > 0)
        {
            Terminal.Error.Line(Markup.Escape($"{names.Count} accounts are frozen, or have breaches or a bar, which holdings do not carry: {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? ", …" : "")}. To move a ledger whole, move its journal."));
        }
    }

    private static string? Purpose(Reservation? reservation) => reservation is null ? null : HoldingWords.Of(reservation.Purpose);

    private static string? Until(Reservation? reservation) => reservation?.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null;

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
