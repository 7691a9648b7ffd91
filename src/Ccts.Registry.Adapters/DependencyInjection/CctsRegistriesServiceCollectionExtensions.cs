using System;
using System.Collections.Generic;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using System.Linq;
using Ccts;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers serial grammars, export readers and registries.</summary>
public static class CctsRegistriesServiceCollectionExtensions
{
    /// <summary>Adds singletons of <see cref="SerialGrammars"/>, <see cref="ExportFormats"/>, <see cref="ExportReader"/> and <see cref="RegistryDirectory"/>. Existing registrations are kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddCctsRegistries(this IServiceCollection services, Action<CctsRegistriesOptions>? configure = null)
    {
        Require.NotNull(services);
        var options = new CctsRegistriesOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(options);
        services.TryAddSingleton(s => s.GetRequiredService<CctsRegistriesOptions>().GrammarsFolder is { } folder
            ? SerialGrammars.BuiltIn.With(SerialGrammars.FromDirectory(folder))
            : SerialGrammars.BuiltIn);
        services.TryAddSingleton(s => s.GetRequiredService<CctsRegistriesOptions>().FormatsFolder is { } folder
            ? ExportFormats.BuiltIn.With(ExportFormats.FromDirectory(folder))
            : ExportFormats.BuiltIn);
        services.TryAddSingleton(s => new ExportReader(s.GetRequiredService<SerialGrammars>(), s.GetRequiredService<ExportFormats>()));
        services.TryAddSingleton(s => DirectoryOf([.. s.GetServices<IRegistryAdapter>()], s.GetRequiredService<CctsRegistriesOptions>()));
        return services;
    }

    // A misspelt registry would be one whose exports nobody reads.
    private static RegistryDirectory DirectoryOf(IReadOnlyList<IRegistryAdapter> adapters, CctsRegistriesOptions options)
    {
        var unread = options.Folders.Keys.Where(name => !adapters.Any(a => string.Equals(a.Registry, name, StringComparison.OrdinalIgnoreCase))).ToList();
        return unread.Count == 0 ? new RegistryDirectory(adapters) : throw new InvalidOperationException(
            $"Folders are given for registries without an adapter: {string.Join(", ", unread)}. Adapters are added (AddRegistry) for: {(adapters.Count == 0 ? "none" : string.Join(", ", adapters.Select(a => a.Registry)))}.");
    }

    /// <summary>Adds one registry to those of <see cref="AddCctsRegistries"/>. Its adapter is made once, with whatever services its constructor asks for.</summary>
    /// <typeparam name="T">The adapter, the package's or the host's own.</typeparam>
    /// <param name="services">The services.</param>
#if NET
    public static IServiceCollection AddRegistry<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IServiceCollection services)
#else
    public static IServiceCollection AddRegistry<T>(this IServiceCollection services)
#endif
        where T : class, IRegistryAdapter
    {
        Require.NotNull(services).TryAddEnumerable(ServiceDescriptor.Singleton<IRegistryAdapter, T>());
        return services;
    }
}
