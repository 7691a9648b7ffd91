using System;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the whole SDK.</summary>
public static class CctsServiceCollectionExtensions
{
    /// <summary>
    /// The same as <see cref="CctsRulesServiceCollectionExtensions.AddCctsRules"/> and
    /// <see cref="CctsRegistriesServiceCollectionExtensions.AddCctsRegistries"/>. Every service is a singleton that may be used from any
    /// number of threads; what was registered before is kept. Registries that the host connects to follow with
    /// <see cref="CctsRegistriesServiceCollectionExtensions.AddRegistry"/>. Calculators and ledgers need no registration: they keep nothing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="rules">Changes where rulesets come from; left out, those shipped are used.</param>
    /// <param name="registries">Changes where the files of registries are; left out, there are none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">Options contradict each other; the message says how.</exception>
    public static IServiceCollection AddCcts(this IServiceCollection services, Action<CctsRulesOptions>? rules = null, Action<CctsRegistriesOptions>? registries = null) =>
        services.AddCctsRules(rules).AddCctsRegistries(registries);
}
