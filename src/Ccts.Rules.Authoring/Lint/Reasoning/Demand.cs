namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>What is asked of a condition when cases are sought.</summary>
internal enum Demand
{
    Pass,
    Fail,

    /// <summary>Pass or cannot say.</summary>
    NotFail,

    /// <summary>Fail or cannot say.</summary>
    NotPass,
}
