using System.Collections.Generic;
using Ccts.Rules.Decisions;

namespace Ccts.Rules.NRules;

/// <summary>The answer to a case, as a fact. A case without one was not decided; never treat that as a yes.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Findings">The findings of the rules, in order; empty when nothing prevents the request.</param>
public sealed record CaseOutcome(DecisionCase Case, Outcome Outcome, IReadOnlyList<CaseFinding> Findings);
