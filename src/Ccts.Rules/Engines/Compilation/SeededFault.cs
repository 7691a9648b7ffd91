namespace Ccts.Rules.Engines.Compilation;

/// <summary>A mistake that tests put into an evaluator, to prove that they would notice one.</summary>
internal enum SeededFault
{
    /// <summary>None: what every host gets.</summary>
    None,

    /// <summary>Upper limits no longer belong to their range.</summary>
    UpperLimitExcluded,

    /// <summary>What is not known counts as no.</summary>
    MissingIsNo,
}
