using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Every registry a host has an adapter for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RegistryDirectory
{
    private readonly Dictionary<string, IRegistryAdapter> _byRegistry = new(StringComparer.Ordinal);

    /// <summary>A directory of these adapters.</summary>
    /// <exception cref="ArgumentException">Two adapters are for the same registry.</exception>
    public RegistryDirectory(IEnumerable<IRegistryAdapter> adapters)
    {
        foreach (var adapter in Require.Each(adapters))
        {
            if (_byRegistry.ContainsKey(adapter.Registry))
            {
                throw new ArgumentException($"Two adapters are for the registry \"{adapter.Registry}\".", nameof(adapters));
            }

            _byRegistry[adapter.Registry] = adapter;
        }
    }

    /// <summary>The adapters, by registry.</summary>
    public IReadOnlyList<IRegistryAdapter> All => [.. _byRegistry.Values.OrderBy(a => a.Registry, StringComparer.Ordinal)];

    /// <summary>The adapter of a registry, or null.</summary>
    public IRegistryAdapter? Find(string registry) => _byRegistry.TryGetValue(Require.NotNull(registry), out var adapter) ? adapter : null;
}
