using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger account</c>: an entity's year: what it had, what came and went, what it carries over.</summary>
internal static class LedgerAccount
{
    internal static Command Create()
    {
        var accounts = new Argument<string[]>("ACCOUNT") { Description = "The entity's account, or several that are taken together.", Arity = ArgumentArity.OneOrMore };
        var journal = new Option<string>("--journal") { Description = "The journal.", Required = true };
        var year = new Option<string>("--year") { Description = "The compliance year, e.g. 2025-26: 1 April to 31 March, in India's civil time.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("account", "Draw up the yearly account of an entity. Exit code 1 when an account is unknown.") { accounts, journal, year, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var of = ComplianceYear.TryParse(parsed.GetValue(year), out var read, out var reason) ? read
                : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"--year \"{parsed.GetValue(year)}\" cannot be read.", default) { Expected = reason }]);
            var path = parsed.GetValue(journal)!;
            var names = parsed.GetValue(accounts)!;
            var state = JournalFile.Replay(path, until: null);
            if (names.FirstOrDefault(n => state.View(n) is null) is { } unknown)
            {
                LedgerShow.Unknown(unknown, state, parsed.GetValue(json));
                return ExitCode.No;
            }

            using var lines = JournalLines.Open(path);
            var account = YearlyAccount.Of(new JournalReader(path).ReadAll(lines.Read()), names.Distinct(StringComparer.Ordinal).ToList(), of);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(account));
            }
            else
            {
                Text(account);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    // Name in JSON, name for people, tonnes; outgoing tonnes are negative, so that a column adds up.
    private static (string Name, string Text, long Tonnes)[] Lines(YearlyKind k) =>
    [
        ("opening", "opening balance", k.Opening),
        ("issued", "issued", k.Issued),
        ("received", "received from outside", k.Received),
        ("bought", "bought", k.Bought),
        ("clawedBackFromOthers", "clawed back from others", k.ClawedBackFromOthers),
        ("convertedInto", "come by conversion", k.ConvertedInto),
        ("sold", "sold", -k.Sold),
        ("clawedBackByOthers", "clawed back by others", -k.ClawedBackByOthers),
        ("surrendered", "surrendered", -k.Surrendered),
        ("retired", "retired", -k.Retired),
        (ShadowAccount.Expired.Word(), ShadowAccount.Expired.Word(), -k.Expired),
        ("cancelled", "cancelled", -k.Cancelled),
        ("converted", "gone by conversion", -k.Converted),
        ("closing", "closing balance, carried over", k.Closing),
    ];

    private static JsonObject Json(YearlyAccount account) => new()
    {
        ["accounts"] = new JsonArray([.. account.Accounts.Select(a => (JsonNode)a)]),
        ["year"] = account.Year.ToString(),
        ["kinds"] = new JsonArray([.. account.Kinds.Select(k =>
        {
            var kind = new JsonObject { ["kind"] = k.Kind.Name };
            foreach (var (name, _, tonnes) in Lines(k))
            {
                kind[name] = name is "opening" or "closing" ? tonnes : Math.Abs(tonnes);
            }

            kind["carriedOver"] = k.Closing;
            kind["banked"] = k.Banked;
            kind["surrenderedFor"] = new JsonObject(k.SurrenderedFor.Select(s => KeyValuePair.Create(new ComplianceYear(s.Key).ToString(), (JsonNode?)s.Value)));
            kind["closingAt"] = new JsonObject(k.ClosingAt.OrderBy(a => a.Key).Select(a => KeyValuePair.Create(a.Key.Word(), (JsonNode?)a.Value)));
            return (JsonNode)kind;
        })]),
        ["position"] = account.Position,
    };

    private static void Text(YearlyAccount account)
    {
        var table = new TextTable(["tonnes", .. account.Kinds.Select(k => k.Kind)]);
        var columns = account.Kinds.Select(Lines).ToList();
        for (var i = 0; i < (columns.Count == 0 ? 0 : columns[0].Length); i++)
        {
            if (columns[0][i].Name is "opening" or "closing" || columns.Any(c => c[i].Tonnes != 0))
            {
                table.AddRow([columns[0][i].Text, .. columns.Select(c => Number(c[i].Tonnes))]);
            }
        }

        table.Print(Terminal.Out);
        foreach (var kind in account.Kinds)
        {
            var at = kind.ClosingAt.Count == 0 ? "nothing" : string.Join(", ", kind.ClosingAt.OrderBy(a => a.Key).Select(a => $"{Number(a.Value)} {a.Key.Word()}"));
            Terminal.Say($"{kind.Kind}: {at} at the end; {Number(kind.Banked)} banked during the year.");
        }

        Terminal.Say($"{string.Join(", ", account.Accounts)}, {account.Year}, by {account.Position} entries.");
    }

    private static string Number(long tonnes) => tonnes.ToString("#,0", CultureInfo.InvariantCulture);
}
