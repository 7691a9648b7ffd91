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

/// <summary><c>ccts claims</c>: the claims of registries, tokens, letters, Article 6 tables, offset projects and a ledger's offers, held against each other. Exit code 1 when a tonne is claimed twice, or a row is not understood.</summary>
internal static class ClaimsCommand
{
    internal static Command Create()
    {
        var registry = Several("--registry", "Exports of registries, as \"ccts reconcile\" reads them: who holds units, and which have ended.");
        var tokens = Journal("--tokens", "The journal of a token supply.");
        var letters = Journal("--letters", "The journal of a book of Article 6.");
        var aef = Several("--aef", "Tables of the agreed electronic format, each file a report or a part of one report.");
        var projects = Journal("--projects", "The journal of offset projects.");
        var ledger = Journal("--ledger", "A ledger's journal: what is reserved for sales.");
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("claims", "Find tonnes that are claimed twice over registries, tokens, letters, Article 6 tables, offset projects and offers.") { registry, tokens, letters, aef, projects, ledger, json };
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
                Add(ClaimImport.Of(files.Read(path, null).Select(e => new ExportRow(e, null)).ToList(), Inputs.NameOf(path) ?? path));
                problems.AddRange(files.Problems);
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
                Add(AefClaims.Of(AefCommand.Read(tables), "aef", actions, [.. claims]));
            }

            if (claims.Count == 0 && problems.Count == 0)
            {
                throw BadOption.Bad("There is nothing to compare: no file has a claim on units.", "--registry, --tokens, --letters, --aef, --projects or --ledger with units in them");
            }

            return Tell(claims, ClaimReport.Of(claims), problems, parsed.GetValue(json));

            void Add(ClaimImport import)
            {
                claims.AddRange(import.Claims);
                problems.AddRange(import.Problems);
            }
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
            if (problems.Count > 0)
            {
                account.Sentence($"{Counted(problems.Count, "row was", "rows were")} not understood: whether units there are claimed twice is not known.", "yellow");
            }

            foreach (var claim in twice)
            {
                account.Sentence(claim.Message, indent: 2, hanging: 2);
            }
        }

        return isClean ? ExitCode.Yes : ExitCode.No;
    }

    private static JsonObject Written(Claim claim) => new() { ["source"] = claim.Source, ["kind"] = claim.Kind.ToString().ToLowerInvariant(), ["units"] = claim.Units.ToString(), ["detail"] = claim.Detail };

    private static string Counted(int number, string one, string several) => number.ToString("#,0", CultureInfo.InvariantCulture) + " " + (number == 1 ? one : several);

    private static void Book(string? path, Action<ILineJournal> read)
    {
        if (path is not null)
        {
            BookFile.Read(path, lines =>
            {
                read(lines);
                return ExitCode.Yes;
            });
        }
    }

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static Option<string?> Journal(string name, string description) => new(name) { Description = description };
}
