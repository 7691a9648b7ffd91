using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>A pause in force: the registry whose units it stops, and who holds it.</summary>
/// <param name="Registry">The registry, or null for all business.</param>
/// <param name="Holder">Who holds it, or null for a pause without a name.</param>
public sealed record BusinessPause(string? Registry, string? Holder);

/// <summary>Every pause in force. A registry stays paused as long as anybody holds a pause, so that resuming never lifts another holder's pause.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class BusinessPauses
{
    internal static readonly BusinessPauses None = new([]);

    private readonly HashSet<string> _registries;

    private BusinessPauses(IEnumerable<BusinessPause> all)
    {
        All = all.OrderBy(p => p.Registry, StringComparer.Ordinal).ThenBy(p => p.Holder, StringComparer.Ordinal).ToArray();
        _registries = new HashSet<string>(All.Select(p => p.Registry ?? ""), Spelled.Names);
    }

    /// <summary>In ordinal order of registry and holder.</summary>
    internal IReadOnlyList<BusinessPause> All { get; }

    internal bool AreNone => All.Count == 0;

    /// <summary>Whether all business is paused.</summary>
    internal bool StopAll => _registries.Contains("");

    /// <summary>Whether business with a registry alone is paused. A pause whose name may mean this registry does stop it: otherwise a different spelling would make the pause useless.</summary>
    internal bool Stop(string registry) => _registries.Contains(registry) || All.Any(p => p.Registry is { } paused && PlainName.Alike(paused, registry));

    internal static BusinessPauses Of(IEnumerable<BusinessPause> all) => new(all.Distinct());

    internal BusinessPauses With(BusinessPause pause) => All.Contains(pause) ? this : new BusinessPauses(All.Append(pause));

    internal BusinessPauses Without(BusinessPause pause) => new(All.Where(p => p != pause));
}
