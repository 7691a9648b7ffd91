using System.CommandLine;

namespace Ccts.Cli.Rulesets;

/// <summary><c>ccts ruleset</c>: what one does with rulesets themselves.</summary>
internal static class RulesetCommands
{
    internal static Command Create() => new("ruleset", "Test, compare and read back rulesets.")
    {
        RulesetTestCommand.Create(),
    };
}
