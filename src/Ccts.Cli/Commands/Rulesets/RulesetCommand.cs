using System.CommandLine;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset</c>: commands about rulesets.</summary>
internal static class RulesetCommand
{
    internal static Command Create() => new("ruleset", "Read, check, test, compare, read back, sign and pack rulesets.")
    {
        RulesetCheckCommand.Create(),
        RulesetShowCommand.Create(),
        RulesetUnknownsCommand.Create(),
        RulesetTestCommand.Create(),
        RulesetLintCommand.Create(),
        RulesetDiffCommand.Create(),
        RulesetImpactCommand.Create(),
        RulesetPublishCommand.Create(),
        RulesetExplainCommand.Create(),
        RulesetGraphCommand.Create(),
        RulesetSignCommand.Create(),
        RulesetVerifyCommand.Create(),
        RulesetPackCommand.Create(),
        RulesetExportCommand.Create(),
    };
}
