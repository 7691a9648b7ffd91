using System;
using System.Linq;
using Ccts;
using Ccts.Rules;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the rulesets.</summary>
public static class CctsRulesServiceCollectionExtensions
{
    /// <summary>Adds a singleton <see cref="RulesetCatalog"/>, read at first use, and a <see cref="LiveCatalog"/> that starts with it and
    /// takes in new revisions while the host runs, the <see cref="DecisionEngines"/> of its rulesets, and an <see cref="IDecider"/> of the chosen kind. Existing registrations are kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; by default the rulesets shipped in the package are used.</param>
    /// <exception cref="ArgumentException">The options contradict each other; the message says how.</exception>
    public static IServiceCollection AddCctsRules(this IServiceCollection services, Action<CctsRulesOptions>? configure = null)
    {
        Require.NotNull(services);
        var options = new CctsRulesOptions();
        configure?.Invoke(options);
        if (options.Faults().FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(configure));
        }

        services.TryAddSingleton(_ => options.Load());
        services.TryAddSingleton(provider => options.Live(provider.GetRequiredService<RulesetCatalog>()));
        services.TryAddSingleton(provider => new DecisionEngines(provider.GetRequiredService<LiveCatalog>(), options.FrameEngine));
        services.TryAddSingleton(provider => Decider(provider, options.Engine));
        return services;
    }

    private static IDecider Decider(IServiceProvider provider, EngineKind kind) => kind != EngineKind.NRules
        ? provider.GetRequiredService<DecisionEngines>()
        : provider.GetKeyedService<IDecider>(kind) ?? throw new InvalidOperationException("Engine is NRules, which comes with the package Ccts.Rules.NRules: call services.AddCctsNRules().");
}
