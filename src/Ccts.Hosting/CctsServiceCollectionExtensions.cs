using System;
using System.Collections.Generic;
using Ccts;
using Ccts.Hosting;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the whole SDK.</summary>
public static class CctsServiceCollectionExtensions
{
    /// <summary>
    /// The same as <see cref="CctsRulesServiceCollectionExtensions.AddCctsRules"/> and
    /// <see cref="CctsRegistriesServiceCollectionExtensions.AddCctsRegistries"/>. Every service is a thread-safe singleton;
    /// earlier registrations are kept. Registries that the host connects to follow with
    /// <see cref="CctsRegistriesServiceCollectionExtensions.AddRegistry"/>. Calculators need no registration, because they have no state.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="rules">Sets the source of the rulesets; the default is the shipped ones.</param>
    /// <param name="registries">Sets the folders of registry files; the default is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">Options contradict each other; the message says how.</exception>
    public static IServiceCollection AddCcts(this IServiceCollection services, Action<CctsRulesOptions>? rules = null, Action<CctsRegistriesOptions>? registries = null) =>
        Host(services.AddCctsRules(rules).AddCctsRegistries(registries));

    /// <summary>Adds the check "ccts-rules": whether the rules of today's compliance year are in the catalog.</summary>
    /// <param name="builder">The host's health checks.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddCctsRules(this IHealthChecksBuilder builder)
    {
        if (builder is null)
        {
            throw new ArgumentNullException(nameof(builder));
        }

        builder.Services.TryAddSingleton<IClock>(SystemClock.Instance);
        return builder.Add(new HealthCheckRegistration("ccts-rules", p => new RulesInForceHealthCheck(p.GetRequiredService<LiveCatalog>(), p.GetRequiredService<IClock>()), failureStatus: null, tags: ["ccts"]));
    }

    private static IServiceCollection Host(IServiceCollection services)
    {
        services.TryAddSingleton(p => new CctsHost(p.GetRequiredService<LiveCatalog>(), p.GetRequiredService<IDecider>(), p.GetService<ILogger<CctsHost>>() ?? NullLogger<CctsHost>.Instance));
        return services;
    }

    /// <summary>The same, with options from a section of the host's configuration: <c>AddCcts(configuration.GetSection("Ccts"))</c>.</summary>
    /// <remarks>
    /// <c>Rules:Directory</c>, <c>Rules:IncludeShipped</c>, <c>Rules:Engine</c>; <c>Registries:GrammarsFolder</c>, <c>Registries:FormatsFolder</c>,
    /// <c>Registries:Folders:&lt;registry&gt;</c>. An unknown name or value is refused, never ignored. The sections <c>Ledger</c> and <c>Outbox</c> are left to
    /// <c>AddCctsLedger</c> and <c>AddCctsOutbox</c>, which take them as arguments.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section. It is read once, here.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The section has unknown or contradictory settings; the message lists all of them, each with its path.</exception>
    public static IServiceCollection AddCcts(this IServiceCollection services, IConfiguration configuration)
    {
        if (services is null)
        {
            throw new ArgumentNullException(nameof(services));
        }

        if (configuration is null)
        {
            throw new ArgumentNullException(nameof(configuration));
        }

        var faults = new List<string>();
        var section = new ConfigurationReading(configuration, faults);
        var rules = section.Part("Rules");
        var registries = section.Part("Registries");
        var ruleOptions = new List<Action<CctsRulesOptions>>();
        rules.Text("Directory", text => ruleOptions.Add(o => o.Directory = text));
        rules.Flag("IncludeShipped", flag => ruleOptions.Add(o => o.IncludeShipped = flag));
        rules.Choice<EngineKind>("Engine", kind => ruleOptions.Add(o => o.Engine = kind));
        var registryOptions = new List<Action<CctsRegistriesOptions>>();
        registries.Text("GrammarsFolder", text => registryOptions.Add(o => o.GrammarsFolder = text));
        registries.Text("FormatsFolder", text => registryOptions.Add(o => o.FormatsFolder = text));
        registries.Each("Folders", (registry, folder) => registryOptions.Add(o => o.Folders[registry] = folder));
        section.Close("Ledger", "Outbox");
        rules.Close();
        registries.Close();
        return faults.Count == 0
            ? services.AddCcts(o => ruleOptions.ForEach(set => set(o)), o => registryOptions.ForEach(set => set(o)))
            : throw new ArgumentException(string.Join(" ", faults), nameof(configuration));
    }
}
