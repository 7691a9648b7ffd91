namespace Ccts.Rules.Rules;

/// <summary>What a rule does when its condition holds.</summary>
public enum RuleEffect
{
    /// <summary>As an exception, sets aside the rules it overrides.</summary>
    Allow,

    /// <summary>Says something; decides nothing.</summary>
    Warn,

    /// <summary>Leaves the decision to a person.</summary>
    Refer,

    /// <summary>Refuses.</summary>
    Deny,
}
