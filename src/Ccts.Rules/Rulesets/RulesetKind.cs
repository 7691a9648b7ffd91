namespace Ccts.Rules.Rulesets;

/// <summary>What a ruleset is for.</summary>
public enum RulesetKind
{
    /// <summary>A compliance year: rules, targets, calendar.</summary>
    ComplianceYear,

    /// <summary>The baseline year, against which intensities are measured: factors only.</summary>
    Baseline,
}
