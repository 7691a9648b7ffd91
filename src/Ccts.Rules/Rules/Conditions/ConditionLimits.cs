namespace Ccts.Rules.Rules.Conditions;

/// <summary>Bounds on conditions, so that no ruleset can make a decision slow. Documented in docs/rules.md.</summary>
internal static class ConditionLimits
{
    /// <summary>Conditions inside conditions.</summary>
    internal const int MaxDepth = 16;

    /// <summary>Computations inside computations.</summary>
    internal const int MaxOperandDepth = 4;

    /// <summary>Conditions of one rule.</summary>
    internal const int MaxConditions = 200;

    /// <summary>Values of a list.</summary>
    internal const int MaxValues = 1_000;
}
