using System.Collections.Generic;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A figure about a registry, with its source. A figure that nobody has published is unknown, never guessed.</summary>
/// <typeparam name="T">What it measures.</typeparam>
/// <param name="Value">The figure; null where it is unknown.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Source">Where it stands, or who could say.</param>
public sealed record Trait<T>(T? Value, Evidence Evidence, string Source)
    where T : struct;

/// <summary>Unexpected behaviour of a registry.</summary>
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

    /// <summary>Inferred from answers, not documented.</summary>
    Observed,
}

/// <summary>What is known about a registry's interface: figures and quirks, each with its source.</summary>
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

    /// <summary>The most rows of a page, whatever is asked for.</summary>
    public required Trait<int> PageLimit { get; init; }

    /// <summary>What is not as one would expect.</summary>
    public IReadOnlyList<RegistryQuirk> Quirks { get; init; } = [];
}
