using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Clearing;

namespace Ccts.Cli.Commands.Clearing;

/// <summary><c>ccts clear</c>: the clearing proof of a trading session, alone or beside the exchange's own answers.</summary>
internal static class ClearCommand
{
    internal static Command Create()
    {
        var session = Required("--session", "The session's terms (JSON): session, year, opens, closes, breaches, facts.");
        var trades = Required("--trades", "Its trades (CSV): trade, at, seller, buyer, tonnes, price, kind; optional vintage, registry, scope, start, end, verdict, reason.");
        var holdings = Required("--holdings", "The opening holdings (CSV): account, registry, scope, start, end, vintage, kind, status; optional issued, expires.");
        var statement = Required("--statement", "The registry's statement: CSV with account, registry, start, end, status; or an export that \"ccts reconcile\" reads.");
        var format = new Option<string?>("--format") { Description = "The statement is an export of this format or registry, e.g. verra, or of a format file of your own (.json)." };
        var mapping = new Option<string?>("--mapping") { Description = "How the exchange and its registry write trades, holdings and statement (JSON), as \"ccts settle --mapping\" takes it." };
        var ignored = StatementFiles.IgnoredColumns("refused");
        var shadow = new Option<bool>("--shadow") { Description = "Compare with the exchange's own verdicts: every trade needs one. Exit code 1 when any differs." };
        var all = new Option<bool>("--all") { Description = "Also every trade, and who could have sold which block." };
        var json = new Option<bool>("--json") { Description = "Print the proof as JSON." };
        var command = new Command("clear", "Prove a trading session: who could have sold what, which trade broke which limit, and no tonne made or lost.") { session, trades, holdings, statement, format, ignored, mapping, shadow, all, json };
        var layouts = new HostLayouts();
        layouts.AddTo(command);
        var receipt = new ReceiptOptions(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var own = ClearingFiles.MappingOf(parsed.GetValue(mapping));
            if (own?.Statement is not null && parsed.GetValue(format) is not null)
            {
                throw BadOption.Bad("--format and the mapping's \"statement\" both say how the statement is written.", "one of them");
            }

            var (reader, chosen) = layouts.Read(parsed, parsed.GetValue(format));
            var files = new ClearingFiles(parsed.GetValue(session)!, parsed.GetValue(trades)!, parsed.GetValue(holdings)!, parsed.GetValue(statement)!, chosen[0], reader, parsed.GetValue(shadow), parsed.GetValue(ignored)!, own);
            var (read, ruleset) = files.Read(year => rulesets.Choose(parsed, year));
            var proof = ClearingProof.Of(read, ruleset);
            receipt.Write(parsed, () => ClearingReceipt.Of(read, ruleset));
            if (parsed.GetValue(json))
            {
                var told = ClearingJson.Write(proof);
                told["holdersCompared"] = ClearingAccount.NamesHolders(proof);
                told["breachesOfOthers"] = new JsonArray([.. ClearingAccount.BreachesOfOthers(proof).Select(a => (JsonNode)a)]);
                JsonOutput.Write(told);
            }
            else
            {
                ClearingAccount.Print(proof, parsed.GetValue(shadow), parsed.GetValue(all), Terminal.Out);
            }

            return proof.IsClean && !(parsed.GetValue(shadow) && proof.Disagreements.Any()) ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
}
