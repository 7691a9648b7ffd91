using System;
using System.Collections.Generic;
using System.Linq;
using Ccts;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Hosting;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the services that send instructions and compare the ledger with registries while the host runs.</summary>
public static class CctsRegistryHostingServiceCollectionExtensions
{
    /// <summary>Registers a registry that the host speaks to; once for each.</summary>
    /// <param name="services">The services.</param>
    /// <param name="link">Makes the channel with its options; called once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddCctsRegistryLink(this IServiceCollection services, Func<IServiceProvider, RegistryLink> link) =>
        Require.NotNull(services).AddSingleton(Require.NotNull(link));

    /// <summary>
    /// Registers the <see cref="OutboxDispatcher"/> over the ledger (<see cref="LedgerEngine"/>, <see cref="ILedgerJournal"/>) and the outbox (<see cref="IOutboxStore"/>)
    /// among the services, a hosted service that runs it, its metrics, and the health check "ccts-outbox".
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Changes how instructions are sent; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the message says which.</exception>
    public static IServiceCollection AddCctsOutbox(this IServiceCollection services, Action<CctsOutboxOptions>? options = null)
    {
        var chosen = new CctsOutboxOptions();
        options?.Invoke(chosen);
        if (chosen.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        Shared(Require.NotNull(services));
        if (chosen.Store is { } store)
        {
            services.TryAddSingleton(store);
        }

        services.TryAddSingleton(p => DispatcherOf(p, chosen));
        services.TryAddSingleton(p => new OutboxWorker(p.GetRequiredService<OutboxDispatcher>(), p.GetRequiredService<RegistryGauges>(), chosen, p.GetRequiredService<TimeProvider>(), LoggerOf<OutboxWorker>(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutboxWorker>(p => p.GetRequiredService<OutboxWorker>()));
        services.AddHealthChecks().Add(new HealthCheckRegistration("ccts-outbox", p => new OutboxHealthCheck(p.GetRequiredService<OutboxWorker>(), p.GetRequiredService<SteadyTime>()), failureStatus: null, tags: ["ccts"]));
        return services;
    }

    /// <summary>The same, with options from a section of the host's configuration: <c>AddCctsOutbox(configuration.GetSection("Ccts:Outbox"))</c>.</summary>
    /// <remarks>
    /// <c>Owner</c>, <c>Lease</c>, <c>LookEvery</c>, <c>TakeAtOnce</c>, <c>SettleAtOnce</c>, <c>LongestAbsence</c>, <c>RestartAfter</c> and <c>LongestOpen</c>; lengths of time as
    /// <c>00:02:00</c>, or <c>3.00:00:00</c> for three days. An unknown name or value is refused, never ignored. A value of the dispatcher (<see cref="OutboxDispatcherOptions"/>) that is out
    /// of its range is refused when the dispatcher is made, which is when the host starts.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section. It is read once, here.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The section has unknown settings, or <c>RestartAfter</c> or <c>LongestOpen</c> out of its range; the message lists the unknown ones, each with its path.</exception>
    public static IServiceCollection AddCctsOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        var faults = new List<string>();
        var read = new List<Action<CctsOutboxOptions>>();
        var section = new ConfigurationReading(Require.NotNull(configuration), faults);
        section.Text("Owner", text => read.Add(o => o.Working = o.Working with { Owner = text }));
        section.Span("Lease", span => read.Add(o => o.Working = o.Working with { Lease = Duration.FromTimeSpan(span) }));
        section.Span("LookEvery", span => read.Add(o => o.Working = o.Working with { LookEvery = Duration.FromTimeSpan(span) }));
        section.Whole("TakeAtOnce", count => read.Add(o => o.Working = o.Working with { TakeAtOnce = count }));
        section.Whole("SettleAtOnce", count => read.Add(o => o.Working = o.Working with { SettleAtOnce = count }));
        section.Span("LongestAbsence", span => read.Add(o => o.Working = o.Working with { LongestAbsence = Duration.FromTimeSpan(span) }));
        section.Span("RestartAfter", span => read.Add(o => o.RestartAfter = Duration.FromTimeSpan(span)));
        section.Span("LongestOpen", span => read.Add(o => o.LongestOpen = Duration.FromTimeSpan(span)));
        section.Close();
        return faults.Count == 0 ? services.AddCctsOutbox(o => read.ForEach(set => set(o))) : throw new ArgumentException(string.Join(" ", faults), nameof(configuration));
    }

    /// <summary>
    /// Registers a <see cref="RegistryWatch"/> over a registry that has a link; once for each. A hosted service compares at each interval, and the health
    /// check "ccts-registry-watch" reports the differences.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="registry">The registry's id.</param>
    /// <param name="options">How it is watched.</param>
    /// <param name="tell">Receives new and resolved differences, which are also logged. It must be quick and must not throw. Null for none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddCctsRegistryWatch(
        this IServiceCollection services, string registry, RegistryWatchOptions options, Action<IServiceProvider, RegistryWatchEvent>? tell = null)
    {
        Require.NotNull(registry);
        Require.NotNull(options);
        Shared(Require.NotNull(services));
        services.AddSingleton(p => WatchOf(p, registry, options, tell));
        if (services.All(s => s.ServiceType != typeof(WatchWorker)))
        {
            services.AddSingleton(p => new WatchWorker(p.GetServices<RegistryWatch>(), p.GetRequiredService<RegistryGauges>(), p.GetRequiredService<TimeProvider>(), LoggerOf<WatchWorker>(p)));
            services.AddSingleton<IHostedService>(p => p.GetRequiredService<WatchWorker>());
            services.TryAddSingleton(p => new WatchHealthCheck(p.GetServices<RegistryWatch>(), p.GetRequiredService<TimeProvider>()));
            services.AddHealthChecks().Add(new HealthCheckRegistration("ccts-registry-watch", p => p.GetRequiredService<WatchHealthCheck>(), failureStatus: null, tags: ["ccts"]));
        }

        return services;
    }

    private static void Shared(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(p => new SteadyTime(p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<RegistryGauges>();
    }

    private static OutboxDispatcher DispatcherOf(IServiceProvider services, CctsOutboxOptions options)
    {
        IReadOnlyList<RegistryLink> links = [.. services.GetServices<RegistryLink>()];
        return options.Dispatcher?.Invoke(services, links) ?? new OutboxDispatcher(
            services.GetService<IOutboxStore>() ?? throw new InvalidOperationException("There is no outbox store. AddCctsLedger() brings that of a SQLite ledger; otherwise set CctsOutboxOptions.Store."),
            services.GetRequiredService<ILedgerJournal>(), new EngineLedger(services.GetRequiredService<LedgerEngine>()), links,
            options.Working, services.GetRequiredService<TimeProvider>(), LoggerOf<OutboxDispatcher>(services));
    }

    private static RegistryWatch WatchOf(IServiceProvider services, string registry, RegistryWatchOptions options, Action<IServiceProvider, RegistryWatchEvent>? tell)
    {
        var link = services.GetServices<RegistryLink>().FirstOrDefault(l => l.Channel.Registry == registry)
            ?? throw new InvalidOperationException($"There is no link to the registry \"{registry}\". Call AddCctsRegistryLink() for it.");
        var log = LoggerOf<RegistryWatch>(services);
        return new RegistryWatch(link, services.GetRequiredService<LedgerEngine>(), options, Tell, services.GetRequiredService<TimeProvider>(), services.GetService<ILedgerJournal>());

        void Tell(RegistryWatchEvent told)
        {
            var (difference, word) = (told.Difference, told.Difference.Class.ToString());
            if (told.IsRaised)
            {
                RegistryHostLog.Raised(log, registry, word, difference.LocalTonnes, difference.RegistryTonnes, told.Quarantined.Count);
            }
            else
            {
                RegistryHostLog.Resolved(log, registry, word, difference.LocalTonnes, difference.RegistryTonnes, told.Quarantined.Count);
            }

            tell?.Invoke(services, told);
        }
    }

    private static ILogger<T> LoggerOf<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
