using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines;

/// <summary>Decides the case of a frame by the rules of one purpose and era: its own way from compiled tests to the masks.</summary>
/// <remarks>Immutable and thread-safe; what changes is in the frame.</remarks>
internal abstract class Evaluator(PurposeRules rules)
{
    internal PurposeRules Rules { get; } = rules;

    /// <summary>Leaves in the frame's first row of bits which rules fire and of which it cannot be said.</summary>
    internal abstract void Decide(CaseFrame frame);
}

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
