namespace Ccts.Rules.Rulesets;

/// <summary>What a ruleset is for.</summary>
public enum RulesetKind
{
    /// <summary>A year entities comply with: rules, targets, calendar.</summary>
    ComplianceYear,

    /// <summary>The year that intensities are measured against: factors only. Nobody complies with it.</summary>
    Baseline,
}
