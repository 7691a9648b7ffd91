using System;
using System.Collections.Generic;
using Ccts.Rules.Rulesets;
using NRules.RuleModel;

namespace Ccts.Rules.NRules;

/// <summary>Options of <c>AddCctsNRules</c>.</summary>
public sealed class CctsNRulesOptions
{
    /// <summary>
    /// The host's rules that run in the same sessions, requested once per ruleset version, e.g.
    /// <c>_ => repository.GetRules()</c> with a <c>RuleRepository</c> of NRules.Fluent. Null (the default) for none.
    /// </summary>
    public Func<Ruleset, IEnumerable<IRuleDefinition>>? HostRules { get; set; }
}
