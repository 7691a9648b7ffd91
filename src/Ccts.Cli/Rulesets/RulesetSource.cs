using System.IO;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Rulesets;

/// <summary>A ruleset named on the command line: a folder, or the id of one shipped with the tool.</summary>
internal sealed record RulesetSource(Ruleset Ruleset, RulesetFiles Files)
{
    internal const string Description = "Folder of a ruleset, or the id of a shipped one such as in-ccts/2025-26.";

    /// <exception cref="CctsDataException">There is no such ruleset, or it has errors, all of them listed.</exception>
    internal static RulesetSource Open(string name)
    {
        var files = Directory.Exists(name) ? RulesetFiles.FromDirectory(name) : Shipped(name);
        return new RulesetSource(RulesetReader.Read(files), files);
    }

    private static RulesetFiles Shipped(string id)
    {
        var all = EmbeddedRulesets.All();
        return all.FirstOrDefault(f => f.Name == "rulesets/" + id)
            ?? throw new CctsDataException([new Problem("no-ruleset", Severity.Error, $"\"{id}\" is neither a folder nor a shipped ruleset.", default) { Expected = "a folder, or one of " + string.Join(", ", all.Select(f => f.Name["rulesets/".Length..])) }]);
    }
}
