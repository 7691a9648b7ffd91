namespace Ccts.Rules.Rules.Conditions;

/// <summary>What a condition says of a case.</summary>
public enum Verdict
{
    /// <summary>It cannot be said: a fact is missing, or the law is silent.</summary>
    CannotSay,

    /// <summary>The condition does not hold.</summary>
    Fail,

    /// <summary>The condition holds.</summary>
    Pass,
}
