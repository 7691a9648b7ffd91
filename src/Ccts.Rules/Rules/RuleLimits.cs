namespace Ccts.Rules.Rules;

/// <summary>Bounds on rules. Documented in docs/rules.md.</summary>
internal static class RuleLimits
{
    /// <summary>Rules of a ruleset, those of its overlays included.</summary>
    internal const int MaxRules = 1_000;

    /// <summary>Conditions of all rules together.</summary>
    internal const int MaxConditions = 20_000;

    /// <summary>Rules one rule overrides.</summary>
    internal const int MaxOverrides = 100;

    /// <summary>Comparisons of conditions that finding contradictions may take.</summary>
    internal const long MaxEffort = 50_000_000;
}
