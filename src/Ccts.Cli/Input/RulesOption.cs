using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Archives;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Input;

/// <summary>The option <c>--rules</c>: a folder of rulesets, or the archive of one, instead of the shipped ones. A wrong value is reported with what to give instead.</summary>
internal static class RulesOption
{
    private const string Export = "\"ccts ruleset export FOLDER\" writes the shipped ones out, to be changed and given here.";

    internal static Option<string?> Create() => new("--rules") { Description = "Folder or archive of rulesets to use instead of those shipped with the tool; \"ccts ruleset export\" makes one." };

    /// <exception cref="CctsDataException">The path leads to no ruleset, or to one with errors.</exception>
    internal static RulesetCatalog Catalog(string? path)
    {
        if (path is null)
        {
            return RulesetCatalog.Default;
        }

        if (File.Exists(path))
        {
            return path.EndsWith(RulesetArchive.Extension, System.StringComparison.OrdinalIgnoreCase)
                ? RulesetCatalog.Of([RulesetReader.Read(RulesetSource.OpenArchive(path))])
                : throw Bad($"--rules \"{path}\" is a file, and no archive of a ruleset.", "a folder of rulesets, or an archive (.cctsrules)", IsOfARuleset(path) ? $"Give the folder it lies in: --rules \"{Path.GetDirectoryName(Path.GetFullPath(path))}\"." : Export);
        }

        return Directory.Exists(path)
            ? RulesetCatalog.FromDirectory(path)
            : throw Bad($"--rules \"{path}\" is neither a folder nor an archive.", "a folder of rulesets, or an archive (.cctsrules)", IsShipped(path) ? "That is the id of a shipped ruleset: leave --rules out and give it with --ruleset." : Export);
    }

    /// <summary>The ruleset of an id, draft and superseded ones included.</summary>
    /// <exception cref="CctsDataException">There is none.</exception>
    internal static Ruleset Find(RulesetCatalog catalog, string id)
    {
        var ids = catalog.Rulesets.Select(r => r.Identity.Id).Distinct(System.StringComparer.Ordinal).ToList();
        return catalog.Find(id) ?? throw Bad(
            $"There is no ruleset \"{id}\".",
            "one of " + string.Join(", ", ids),
            Directory.Exists(id) ? "This is a folder: give the folder that holds it with --rules, and the ruleset by its id." : Suggestion.For(id, ids));
    }

    private static bool IsShipped(string path) => RulesetCatalog.Default.Find(path) is not null;

    private static bool IsOfARuleset(string path) => File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "ruleset.json"));
}
