using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Credits;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;
using Ccts.Tokens.Supply;

namespace Ccts.Cli.Commands.Claims;

/// <summary><c>ccts claims</c>: the claims of registries, tokens, letters, Article 6 tables, offset projects and a ledger's offers, compared with each other. Exit code 1 when a tonne is claimed twice, or a row is not understood.</summary>
internal static class ClaimsCommand
{
    private const string ColumnNotRead = "column-not-read";

    internal static Command Create()
    {
        var registry = Several("--registry", "Exports of registries (CSV, .xlsx, JSON), as \"ccts reconcile\" reads them: who holds units, and which have ended.");
        var tokens = Journal("--tokens", "The journal of a token supply.");
        var letters = Journal("--letters", "The journal of a book of Article 6.");
        var aef = Several("--aef", "Tables of the agreed electronic format (JSON, CSV or .xlsx), each file a report or a part of one report.");
        var projects = Journal("--projects", "The journal of offset projects.");
        var ledger = Journal("--ledger", "A ledger's journal: what is reserved for sales.");
        var ignored = StatementFiles.IgnoredColumns();
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("claims", "Find tonnes that are claimed twice over registries, tokens, letters, Article 6 tables, offset projects and offers.") { registry, tokens, letters, aef, projects, ledger, ignored, json };
        var layouts = new HostLayouts();
        layouts.AddTo(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var problems = new List<Problem>();
            var claims = new List<Claim>();
            List<Article6Action> actions = [];
            foreach (var path in parsed.GetValue(registry)!)
            {
                var files = new StatementFiles(layouts.Read(parsed).Reader);
                var import = ClaimImport.Of(files.Read(path, null).Select(e => new ExportRow(e, null)).ToList(), Inputs.NameOf(path) ?? path);
                claims.AddRange(import.Claims);
                // Why a row cannot be read says more than that its units are in no known state.
                problems.AddRange([.. files.Problems, .. import.Problems.ExceptBy(files.Problems.Select(Row), Row), .. files.Unread(parsed.GetValue(ignored)!)]);
            }

            Book(parsed.GetValue(tokens), lines => claims.AddRange(new TokenSupply(lines).Claims));
            Book(parsed.GetValue(letters), lines =>
            {
                var book = new Article6Book(lines);
                claims.AddRange(book.Claims);
                actions.AddRange(book.Actions);
            });
            Book(parsed.GetValue(projects), lines => claims.AddRange(new OffsetBook(lines).Claims));
            if (parsed.GetValue(ledger) is { } journal)
            {
                var state = JournalFile.Replay(journal, null);
                claims.AddRange(LedgerOffers.Of(state.Accounts.Select(a => state.View(a)!), "ledger"));
            }

            if (parsed.GetValue(aef) is { Length: > 0 } tables)
            {
                var import = AefClaims.Of(AefCommand.Read(tables), "aef", actions, [.. claims]);
                claims.AddRange(import.Claims);
                problems.AddRange(import.Problems);
            }

            if (claims.Count == 0 && problems.Count == 0)
            {
                throw BadOption.Bad("There is nothing to compare: no file has a claim on units.", "--registry, --tokens, --letters, --aef, --projects or --ledger with units in them");
            }

            return Tell(claims, ClaimReport.Of(claims), problems, parsed.GetValue(json));
        }));
        return command;
    }

    private static int Tell(List<Claim> claims, IReadOnlyList<DuplicateClaim> twice, List<Problem> problems, bool json)
    {
        var isClean = twice.Count == 0 && problems.Count == 0;
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["ok"] = isClean,
                ["claims"] = claims.Count,
                ["claimedTwice"] = new JsonArray([.. twice.Select(t => (JsonNode)new JsonObject { ["units"] = t.Units.ToString(), ["first"] = Written(t.First), ["second"] = Written(t.Second) })]),
                ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]),
            });
        }
        else
        {
            Terminal.Problems(problems);
            var account = new Account(Terminal.Out);
            account.Sentence(twice.Count > 0 ? Counted(twice.Count, "run of units is", "runs of units are") + " claimed twice." : $"No unit is claimed twice, among {Counted(claims.Count, "claim", "claims")}{(problems.Count == 0 ? "." : " that could be read.")}", twice.Count > 0 ? "bold red" : problems.Count == 0 ? "bold green" : "bold");
            if (problems.Where(p => p.Code != ColumnNotRead).DistinctBy(Row).Count() is > 0 and var rows)
            {
                account.Sentence($"{Counted(rows, "row was", "rows were")} not understood: whether units there are claimed twice is not known.", "yellow");
            }

            if (problems.Exists(p => p.Code == ColumnNotRead))
            {
                account.Sentence("Columns that the registry's format does not know have content and were not read: what they say about units is not known.", "yellow");
            }

            foreach (var claim in twice)
            {
                account.Sentence(claim.Message, indent: 2, hanging: 2);
            }
        }

        return isClean ? ExitCode.Yes : ExitCode.No;
    }

    // A row of JSON has no line.
    private static (string? File, int Line, string Pointer) Row(Problem problem) => (problem.Place.File, problem.Place.Line, problem.Place.Line == 0 ? problem.Place.Pointer : "");

    private static JsonObject Written(Claim claim) => new() { ["source"] = claim.Source, ["kind"] = claim.Kind.ToString().ToLowerInvariant(), ["units"] = claim.Units.ToString(), ["detail"] = claim.Detail };

    private static string Counted(int number, string one, string several) => number.ToString("#,0", CultureInfo.InvariantCulture) + " " + (number == 1 ? one : several);

    private static void Book(string? path, Action<ILineJournal> read)
    {
        if (path is not null)
        {
            BookFile.Read(path, _ =>
            {
                read(BookFile.Claiming(path));
                return ExitCode.Yes;
            });
        }
    }

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static Option<string?> Journal(string name, string description) => new(name) { Description = description };
}
