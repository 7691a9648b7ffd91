using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>A pause in force: with which registry's units no new business begins, and who holds it.</summary>
/// <param name="Registry">The registry, or null for all business.</param>
/// <param name="Holder">Who holds it, or null for whoever paused without a name.</param>
public sealed record BusinessPause(string? Registry, string? Holder);

/// <summary>Every pause in force. A registry stays paused as long as anybody holds a pause, so that one who resumes never lifts another's.</summary>
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

    /// <summary>Whether business with a registry alone is paused. A pause that may mean it does: one that stopped nothing for a point in its name would be none.</summary>
    internal bool Stop(string registry) => _registries.Contains(registry) || All.Any(p => p.Registry is { } paused && PlainName.Alike(paused, registry));

    internal static BusinessPauses Of(IEnumerable<BusinessPause> all) => new(all.Distinct());

    internal BusinessPauses With(BusinessPause pause) => All.Contains(pause) ? this : new BusinessPauses(All.Append(pause));

    internal BusinessPauses Without(BusinessPause pause) => new(All.Where(p => p != pause));
}
