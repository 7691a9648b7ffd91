using System.CommandLine;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset</c>: what one does with rulesets themselves.</summary>
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
    };

    internal static Option<string?> RulesOption() => new("--rules") { Description = "Folder of rulesets to use instead of those shipped with the tool." };

    internal static RulesetCatalog Catalog(string? directory) => directory is null ? RulesetCatalog.Default : RulesetCatalog.FromDirectory(directory);

    /// <summary>The ruleset of an id, draft and superseded ones included.</summary>
    /// <exception cref="CctsDataException">There is none.</exception>
    internal static Ruleset Find(RulesetCatalog catalog, string id) => catalog.Find(id)
        ?? throw new CctsDataException([new Problem("bad-option", Severity.Error, $"There is no ruleset \"{id}\".", default) { Expected = string.Join(", ", catalog.Rulesets.Select(r => r.Identity.Id).Distinct(System.StringComparer.Ordinal)), Hint = System.IO.Directory.Exists(id) ? "This is a folder: give the folder that holds it with --rules, and the ruleset by its id." : null }]);
}
