using System;
using Ccts.Rules.Engines;
using Ccts.Rules.NRules;
using Ccts.Rules.Rulesets.Catalogs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the rulesets as NRules runs them.</summary>
public static class CctsNRulesServiceCollectionExtensions
{
    /// <summary>Adds a singleton <see cref="NRulesRulesets"/> over the <see cref="LiveCatalog"/>, and, where the host has not, what
    /// <c>AddCctsRules</c> adds. An earlier registration is kept. With
    /// <c>CctsRulesOptions.Engine</c> set to <see cref="EngineKind.NRules"/> it is what an <see cref="IDecider"/> decides by.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; by default the host has no rules.</param>
    public static IServiceCollection AddCctsNRules(this IServiceCollection services, Action<CctsNRulesOptions>? configure = null)
    {
        var options = new CctsNRulesOptions();
        configure?.Invoke(options);
        services.AddCctsRules();
        services.TryAddSingleton(provider => new NRulesRulesets(provider.GetRequiredService<LiveCatalog>(), options.HostRules));
        services.TryAddKeyedSingleton<IDecider>(EngineKind.NRules, (provider, _) => provider.GetRequiredService<NRulesRulesets>());
        return services;
    }
}
