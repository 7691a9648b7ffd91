using System;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Engines;

/// <summary>Decides whole requests, each with its reasons, by the engine that a host chose. All engines give the same answer.</summary>
/// <remarks>Thread-safe. <see cref="DecisionEngines"/> implements it in this package; <c>Ccts.Rules.NRules</c> adds NRules.</remarks>
public interface IDecider
{
    /// <summary>The kind of engine.</summary>
    EngineKind Kind { get; }

    /// <summary>Decides a request by a ruleset, which is compiled at its first use.</summary>
    /// <exception cref="ArgumentException">The year is not the ruleset's, or a fact is not of its vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The engine and the reference interpreter differ: a fault of the SDK.</exception>
    ReasonedDecision Decide(Ruleset ruleset, DecisionRequest request);
}
