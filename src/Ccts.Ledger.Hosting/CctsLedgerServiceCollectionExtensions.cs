using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts;
using Ccts.Ledger.Hosting;
using Ccts.Ledger.Sqlite;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a durable ledger.</summary>
public static class CctsLedgerServiceCollectionExtensions
{
    /// <summary>
    /// Registers the ledger, all of it as singletons: <see cref="CctsLedger"/>, its <see cref="LedgerEngine"/> and its <see cref="ILedgerJournal"/>, which
    /// is opened when one of them is first requested; limits from the ruleset of the year, for which <c>AddCcts()</c> or <c>AddCctsRules()</c> registers the
    /// catalog; the <see cref="IOutboxStore"/> of a SQLite ledger; and the health check "ccts-ledger". Earlier registrations are kept.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Sets where and how it is stored; the default is the file <c>journal.db</c> in the working folder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">An option has an invalid value; the message says which.</exception>
    public static IServiceCollection AddCctsLedger(this IServiceCollection services, Action<CctsLedgerOptions>? options = null)
    {
        if (services is null)
        {
            throw new ArgumentNullException(nameof(services));
        }

        var chosen = new CctsLedgerOptions();
        options?.Invoke(chosen);
        if (chosen.SnapshotEvery < 0 || (chosen.Journal is null && string.IsNullOrWhiteSpace(chosen.Path)))
        {
            throw new ArgumentException(chosen.SnapshotEvery < 0 ? $"SnapshotEvery is {chosen.SnapshotEvery}; expected 0 or more." : "Path is empty; expected the file of a ledger.", nameof(options));
        }

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(p => chosen.Journal?.Invoke(p) ?? SqliteJournal.Open(chosen.Path));
        services.TryAddSingleton(p => new CctsLedger(p.GetRequiredService<ILedgerJournal>(), YearOf(p, chosen), chosen, p.GetService<ILogger<CctsLedger>>() ?? NullLogger<CctsLedger>.Instance));
        services.TryAddSingleton(p => p.GetRequiredService<CctsLedger>().Engine);
        services.TryAddSingleton<IOutboxStore>(p => p.GetRequiredService<ILedgerJournal>() is SqliteJournal journal
            ? new SqliteOutbox(journal)
            : throw new InvalidOperationException("The ledger's store is not SQLite; register the IOutboxStore that belongs to it."));
        services.AddHealthChecks().Add(new HealthCheckRegistration("ccts-ledger", p => new LedgerHealthCheck(p.GetRequiredService<CctsLedger>()), failureStatus: null, tags: ["ccts"]));
        return services;
    }

    /// <summary>The same, with options from a section of the host's configuration: <c>AddCctsLedger(configuration.GetSection("Ccts:Ledger"))</c>.</summary>
    /// <remarks><c>Path</c>, <c>Year</c> (such as 2025-26) and <c>SnapshotEvery</c>. An unknown name or value is refused, never ignored.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section. It is read once, here.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The section has unknown settings; the message lists all of them, each with its path.</exception>
    public static IServiceCollection AddCctsLedger(this IServiceCollection services, IConfiguration configuration)
    {
        var faults = new List<string>();
        var read = new List<Action<CctsLedgerOptions>>();
        var section = new ConfigurationReading(configuration ?? throw new ArgumentNullException(nameof(configuration)), faults);
        section.Text("Path", text => read.Add(o => o.Path = text));
        section.Parsed<ComplianceYear>("Year", text => ComplianceYear.TryParse(text, out var year, out _) ? year : null, "a compliance year such as 2025-26", year => read.Add(o => o.Year = year));
        section.Parsed<long>("SnapshotEvery", text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var every) ? every : null, "a whole number, 0 or more", every => read.Add(o => o.SnapshotEvery = every));
        section.Close();
        return faults.Count == 0 ? services.AddCctsLedger(o => read.ForEach(set => set(o))) : throw new ArgumentException(string.Join(" ", faults), nameof(configuration));
    }

    private static LedgerYear YearOf(IServiceProvider services, CctsLedgerOptions options) =>
        options.Policy is { } own ? new LedgerYear(own(services))
        : services.GetService<LiveCatalog>() is { } catalog ? new LedgerYear(catalog, services.GetRequiredService<IClock>(), options.Year)
        : throw new InvalidOperationException("There is no catalog of rulesets to take the ledger's limits from. Call AddCcts() or AddCctsRules(), or set CctsLedgerOptions.Policy.");
}
