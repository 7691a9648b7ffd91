using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;
using NRules.RuleModel;

namespace Ccts.Rules.NRules;

/// <summary>The rulesets of a running host, each compiled once for NRules.</summary>
/// <remarks>
/// Thread-safe. A compiled ruleset is kept as long as somebody holds the ruleset it was made of: when a catalog takes in a new
/// revision, that one is compiled at its first use, sessions of the old one finish as they began, and the old one goes when its
/// last user lets go of it.
/// </remarks>
public sealed class NRulesRulesets : IDecider
{
    private readonly ConditionalWeakTable<Ruleset, Lazy<NRulesRuleset>> _compiled = new();
    private readonly LiveCatalog _catalog;
    private readonly Func<Ruleset, IEnumerable<IRuleDefinition>>? _hostRules;

    /// <summary>Serves the rulesets of a catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="hostRules">The host's rules for a ruleset, requested once per version; null for none.</param>
    public NRulesRulesets(LiveCatalog catalog, Func<Ruleset, IEnumerable<IRuleDefinition>>? hostRules = null)
    {
        _catalog = catalog ?? throw new ArgumentNullException(nameof(catalog));
        _hostRules = hostRules;
    }

    /// <summary>A ruleset, compiled at its first use. A ruleset with overlays counts as a separate ruleset.</summary>
    public NRulesRuleset For(Ruleset ruleset) => _compiled
        .GetValue(
            ruleset ?? throw new ArgumentNullException(nameof(ruleset)),
            version => new Lazy<NRulesRuleset>(() => NRulesRuleset.Compile(version, _hostRules?.Invoke(version))))
        .Value;

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.NRules;

    /// <inheritdoc/>
    public ReasonedDecision Decide(Ruleset ruleset, DecisionRequest request)
    {
        var outcome = For(ruleset).Decide([request]).Single();
        var reasoned = outcome.Case.Explain();
        var found = outcome.Findings.Select(f => (f.RuleId, f.Code, f.Certain));
        return reasoned.Outcome == outcome.Outcome && reasoned.Findings.Select(f => (f.Rule, f.Code, f.Certain)).SequenceEqual(found)
            ? reasoned
            : throw new InvalidOperationException($"NRules and the reference interpreter differ on a case of {ruleset}. This is a fault of the SDK; please report it with the request.");
    }

    /// <summary>The rules of a compliance year as they were known on a day, from the catalog in use now.</summary>
    /// <exception cref="CctsDataException">There are none; the problem says why.</exception>
    public NRulesRuleset Resolve(ComplianceYear year, LocalDate asOf) => For(_catalog.Current.Resolve(year, asOf));
}
