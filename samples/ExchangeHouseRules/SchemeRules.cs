using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.NRules;
using NRules.Fluent.Dsl;

namespace ExchangeHouseRules;

/// <summary>An order that the scheme refuses is returned, with the findings as reasons.</summary>
public sealed class TheSchemeRefuses : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        CaseOutcome outcome = null!;
        When().Match(() => outcome, o => o.Outcome == Outcome.Deny);
        Then().Do(context => context.Insert(new Verdict(
            outcome.Case.Request.Id!,
            Ruling.Reject,
            "scheme: " + string.Join(", ", outcome.Findings.Where(f => f.Effect == Ccts.Rules.Rules.RuleEffect.Deny && f.Certain).Select(f => f.Code)))));
    }
}

/// <summary>An unknown answer is never taken as a yes.</summary>
public sealed class TheSchemeCannotSay : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        CaseOutcome outcome = null!;
        When().Match(() => outcome, o => o.Outcome == Outcome.Refer);
        Then().Do(context => context.Insert(new Verdict(
            outcome.Case.Request.Id!,
            Ruling.Hold,
            "cannot say: " + string.Join(", ", outcome.Findings.Where(f => !f.Certain).SelectMany(f => f.Explain().Missing).Select(m => m.Name).Distinct()))));
    }
}
