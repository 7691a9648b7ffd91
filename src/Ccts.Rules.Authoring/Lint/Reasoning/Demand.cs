namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>What a search for cases demands of a condition.</summary>
internal enum Demand
{
    Pass,
    Fail,

    /// <summary>Pass or cannot say.</summary>
    NotFail,

    /// <summary>Fail or cannot say.</summary>
    NotPass,
}
