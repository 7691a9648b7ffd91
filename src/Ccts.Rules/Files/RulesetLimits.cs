namespace Ccts.Rules.Files;

/// <summary>Bounds on untrusted rulesets, so that none can exhaust memory or time. Documented in docs/rulesets.md.</summary>
public static class RulesetLimits
{
    /// <summary>Files in one ruleset.</summary>
    internal const int MaxFiles = 512;

    /// <summary>Bytes in one file.</summary>
    public const int MaxFileBytes = 8 * 1024 * 1024;

    /// <summary>Bytes in all files of one ruleset.</summary>
    internal const int MaxTotalBytes = 32 * 1024 * 1024;

    /// <summary>Folders below the ruleset's own.</summary>
    internal const int MaxFolderDepth = 3;

    /// <summary>Rulesets in one catalog folder.</summary>
    internal const int MaxRulesets = 1000;

    /// <summary>Rows of a CSV file, and of a table in a JSON file.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Parameters of a ruleset.</summary>
    internal const int MaxParameters = 5_000;

    /// <summary>Dated values of one parameter or of one row of its table.</summary>
    internal const int MaxDatedValues = 200;

    /// <summary>Other readings of one value.</summary>
    internal const int MaxOtherReadings = 20;

    /// <summary>Characters of one text.</summary>
    internal const int MaxTextLength = 4_000;
}
