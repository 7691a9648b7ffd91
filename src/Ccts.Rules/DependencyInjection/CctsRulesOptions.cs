using System.Collections.Generic;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules;

/// <summary>Where <see cref="RulesetCatalog"/> comes from when it is registered as a service.</summary>
public sealed class CctsRulesOptions
{
    /// <summary>
    /// Folder of rulesets, read once at first use; null (the default) for none. Rulesets that the folder and the package both
    /// hold, byte for byte, count once.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>Whether the rulesets shipped inside the package are in the catalog. Default true.</summary>
    public bool IncludeShipped { get; set; } = true;

    internal IEnumerable<string> Faults()
    {
        if (Directory is not null && Directory.Trim().Length == 0)
        {
            yield return "Directory is blank; give a folder, or null for none.";
        }

        if (Directory is null && !IncludeShipped)
        {
            yield return "Directory is null and IncludeShipped is false: the catalog would be empty.";
        }
    }

    internal RulesetCatalog Load()
    {
        if (Directory is null)
        {
            return RulesetCatalog.Default;
        }

        var own = RulesetCatalog.FromDirectory(Directory);
        return IncludeShipped ? RulesetCatalog.Of([.. RulesetCatalog.Default.Rulesets, .. own.Rulesets]) : own;
    }
}
