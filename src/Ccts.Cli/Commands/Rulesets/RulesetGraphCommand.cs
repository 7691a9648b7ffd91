using System;
using System.CommandLine;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Rules;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset graph</c>: rules, facts and parameters as a graph.</summary>
internal static class RulesetGraphCommand
{
    internal static Command Create()
    {
        var name = new Argument<string>("ruleset") { Description = RulesetSource.Description };
        var dot = new Option<bool>("--dot") { Description = "DOT for Graphviz instead of Mermaid." };
        var overlays = RulesetSource.Overlays();
        var command = new Command("graph", "Draw which facts and parameters lead to which rules (Mermaid).") { name, dot, overlays };
        command.SetAction(parsed => Outcome.Of(json: false, () =>
        {
            var book = RulesetSource.Open(parsed.GetValue(name)!, parsed.GetValue(overlays)).Ruleset.Rules;
            Console.Out.Write(Printable.Of(parsed.GetValue(dot) ? RuleGraph.Dot(book) : RuleGraph.Mermaid(book)));
            return ExitCode.Yes;
        }));
        return command;
    }
}
