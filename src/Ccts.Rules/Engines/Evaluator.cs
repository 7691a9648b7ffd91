using System;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines;

/// <summary>Decides the case of a frame by the rules of one purpose and era.</summary>
/// <remarks>Immutable and thread-safe; what changes is in the frame.</remarks>
internal sealed class Evaluator(PurposeRules rules, Action<CaseFrame> decide)
{
    internal PurposeRules Rules { get; } = rules;

    /// <summary>Writes into the frame's first row of bits which rules fire and for which that cannot be said.</summary>
    internal Action<CaseFrame> Decide { get; } = decide;
}
