using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset explain</c>: a rule as a sentence.</summary>
internal static class RulesetExplainCommand
{
    internal static Command Create()
    {
        var name = new Argument<string>("ruleset") { Description = RulesetSource.Description };
        var rule = new Argument<string?>("rule") { Description = "Id of the rule; without it all rules are explained.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print the rules as JSON." };
        var overlays = RulesetSource.Overlays();
        var command = new Command("explain", "Say what a rule means, as a sentence.") { name, rule, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var source = RulesetSource.Open(parsed.GetValue(name)!, parsed.GetValue(overlays));
            var book = source.Ruleset.Rules;
            var rules = parsed.GetValue(rule) is { } id ? [book.Find(id) ?? throw Unknown(id, book)] : book.Rules;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(RuleAccount.Json(source.Ruleset, rules));
            }
            else
            {
                foreach (var line in string.Join("\n\n", rules.Select(r => RuleAccount.Of(source.Ruleset, r))).Split('\n'))
                {
                    Terminal.Say(line);
                }
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static CctsDataException Unknown(string id, RuleBook book) =>
        new([new Problem("unknown-rule", Severity.Error, $"There is no rule \"{id}\".", default) { Expected = "the id of a rule", Hint = Nearest.Hint(id, book.Rules.Select(r => r.Id)) }]);
}
