using System.Collections.Generic;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A figure about a registry, with where it comes from. A figure that nobody has published is unknown, never a guess.</summary>
/// <typeparam name="T">What it measures.</typeparam>
/// <param name="Value">The figure; null where it is unknown.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Source">Where it stands, or who could say.</param>
public sealed record Trait<T>(T? Value, Evidence Evidence, string Source)
    where T : struct;

/// <summary>Something a registry does that a reader of its answers would not expect.</summary>
/// <param name="What">What it does.</param>
/// <param name="Source">Where that was seen or read.</param>
public sealed record RegistryQuirk(string What, string Source);

/// <summary>How well an interface is known.</summary>
public enum InterfaceStatus
{
    /// <summary>No interface is published: what a channel sends is the host's own configuration.</summary>
    Provisional,

    /// <summary>The registry or its operator documents it.</summary>
    Documented,

    /// <summary>Seen in answers, documented by nobody who answers for it.</summary>
    Observed,
}

/// <summary>What is known of a registry's interface: figures and quirks, each with its source.</summary>
/// <remarks>Immutable and thread-safe. Shipped files are <c>Channels/*/*.traits.json</c>; a host states what is unknown in its <c>RegistryLinkOptions</c>.</remarks>
public sealed record RegistryTraits
{
    /// <summary>The registry's id.</summary>
    public required string Registry { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>How well its interface is known.</summary>
    public required InterfaceStatus Status { get; init; }

    /// <summary>After this long an instruction that has shown no effect will show none: a request may wait in a batch, or for a second person.</summary>
    public required Trait<Duration> SettlingTime { get; init; }

    /// <summary>Requests a minute that it allows.</summary>
    public required Trait<int> RequestsPerMinute { get; init; }

    /// <summary>Rows of a page that it gives at most, whatever is asked for.</summary>
    public required Trait<int> PageLimit { get; init; }

    /// <summary>What is not as one would expect.</summary>
    public IReadOnlyList<RegistryQuirk> Quirks { get; init; } = [];
}
