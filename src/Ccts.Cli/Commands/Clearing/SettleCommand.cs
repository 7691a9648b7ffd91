using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Settlement;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Clearing;

/// <summary><c>ccts settle</c>: the settlement, delivery and funds files of a session compared with ledger and registry.</summary>
internal static class SettleCommand
{
    private const int MaxTerm = 30;

    internal static Command Create()
    {
        var trades = new Option<string>("--trades") { Required = true, Description = "The session's trades (CSV or .xlsx), as \"ccts clear\" reads them; those that the exchange rejected are passed over." };
        var settlement = Side("--settlement", "What is owed (CSV or .xlsx): trade, tonnes, amount; optional seller, buyer, day.");
        var delivery = Side("--delivery", "What was delivered (CSV or .xlsx): trade, and registry, start, end with optional scope, or tonnes; optional seller, buyer, day.");
        var funds = Side("--funds", "What was paid (CSV or .xlsx): amount, and trade or account; optional day; an account's amounts are net, above zero for what it received.");
        var journal = Side("--journal", "The ledger's journal: what it moved for the trades.");
        var statement = Side("--statement", "The registry's statement afterwards (CSV or .xlsx): account, registry, start, end, status.");
        var mapping = Side("--mapping", "How the exchange, its bank and its registry write these files (JSON): their own names of columns, words, numbers and times.");
        var term = new Option<int?>("--term") { Description = "Working days from a trade to its settlement (0 to 30); the days that the files state are compared with it." };
        var holidays = Side("--holidays", "The exchange's working days (CSV or .xlsx: day,name,source): holidays by date, weekdays that are off by name. Without it the days are not known.");
        var json = new Option<bool>("--json") { Description = "Print what differs as JSON." };
        var command = new Command("settle", "Compare a session's settlement, delivery and funds files with its trades, the ledger and the registry.") { trades, settlement, delivery, funds, journal, statement, mapping, term, holidays, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var problems = new ProblemList();
            var own = ClearingFiles.MappingOf(parsed.GetValue(mapping));
            var (files, session) = (new SettlementFiles(problems, own), new SessionFiles(problems));
            var read = new SessionSettlement(SettlementTrade.Of(session.Trades(Bytes(parsed.GetValue(trades)!), Inputs.NameOf(parsed.GetValue(trades)!), own?.Trades)))
            {
                Term = parsed.GetValue(term) is not { } days ? null : days is >= 0 and <= MaxTerm ? days : throw BadOption.Bad($"--term {days} is no number of days.", "0 to 30"),
                Calendar = parsed.GetValue(holidays) is { } calendar ? WorkingDaysReader.Read(Bytes(calendar), Inputs.NameOf(calendar)) : WorkingDays.Unknown,
                Settlement = Read(parsed.GetValue(settlement), files.Settlement), Delivery = Read(parsed.GetValue(delivery), files.Delivery), Funds = Read(parsed.GetValue(funds), files.Funds),
                Registry = Read(parsed.GetValue(statement), (bytes, name) => session.Statement(bytes, name, own?.Statement)), Ledger = parsed.GetValue(journal) is { } path ? SettlementFiles.Ledger(Entries(path)) : null,
            };
            foreach (var twice in read.Trades.GroupBy(t => t.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            {
                problems.Error("trade-twice", new SourcePlace(Inputs.NameOf(parsed.GetValue(trades)!), 0, 0, ""), $"The trade {twice.Key} occurs twice.", "each trade once");
            }

            if (problems.HasErrors)
            {
                throw new CctsDataException(problems.ToList());
            }

            var result = SettlementCheck.Of(read);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(result, read.Trades.Count));
            }
            else
            {
                Print(result, read.Trades.Count);
            }

            return result.Findings.Count == 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Option<string?> Side(string name, string description) => new(name) { Description = description };

    private static byte[] Bytes(string path) => Inputs.Table(path, SessionFiles.MaxBytes);

    private static IReadOnlyList<T>? Read<T>(string? path, Func<byte[], string?, IReadOnlyList<T>> read) => path is null ? null : read(Bytes(path), Inputs.NameOf(path));

    private static List<JournalEntry> Entries(string path)
    {
        using var lines = JournalLines.Open(path);
        return [.. new JournalReader(path).ReadAll(lines.Read())];
    }

    private static JsonObject Json(SettlementResult result, int trades) => new()
    {
        ["ok"] = result.Findings.Count == 0,
        ["trades"] = trades,
        ["findings"] = new JsonArray([.. result.Findings.Select(f => (JsonNode)new JsonObject
        {
            ["trade"] = f.Trade, ["side"] = f.Side, ["code"] = f.Code, ["message"] = f.Message, ["file"] = f.Place.File, ["line"] = f.Place.Line == 0 ? null : f.Place.Line,
        })]),
        ["notLookedAt"] = new JsonArray([.. result.NotLookedAt.Select(n => (JsonNode)JsonValue.Create(n))]),
    };

    private static void Print(SettlementResult result, int trades)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(result.Findings.Count > 0 ? FormattableString.Invariant($"{result.Findings.Count} {(result.Findings.Count == 1 ? "thing differs" : "things differ")} in the settlement of {trades} trades.")
            : result.IsSettled ? FormattableString.Invariant($"{trades} trades are settled: every side says the same.")
            : FormattableString.Invariant($"{trades} trades: what was looked at says the same."));
        foreach (var finding in result.Findings)
        {
            account.Sentence($"{finding.Trade} {finding.Side} {finding.Code}: {finding.Message}" + (finding.Place.Line > 0 ? $" {finding.Place}" : ""), indent: 2, hanging: 2);
        }

        foreach (var not in result.NotLookedAt)
        {
            account.Sentence("Not looked at: " + not + ".", indent: 2, hanging: 2);
        }
    }
}
