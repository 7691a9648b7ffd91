namespace Ccts.Rules.Decisions;

/// <summary>The answer to a request.</summary>
public enum Outcome
{
    /// <summary>It cannot be decided here: a fact is missing, the law is silent, or a rule wants a person to look.</summary>
    Refer,

    /// <summary>No.</summary>
    Deny,

    /// <summary>Yes: every rule about the purpose was evaluated and none prevents it.</summary>
    Permit,
}
