using System;
using System.Net.Http;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Http;

namespace Ccts.Registry.Adapters.Channels.Icm;

/// <summary>
/// Channels to the registry of the Indian Carbon Market. Provisional: no interface is published, so both use a proposal of this library,
/// which a host replaces with its own profile. Settling time and limits are unknown: the host states them in its <c>RegistryLinkOptions</c>.
/// </summary>
public static class IcmChannels
{
    /// <summary>The registry's id.</summary>
    public const string Registry = "icm";

    /// <summary>What is known about the registry: nothing is published.</summary>
    public static RegistryTraits Traits { get; } = RegistryTraitsReader.Shipped(Registry);

    /// <summary>The provisional profile of its HTTP interface.</summary>
    public static HttpProfile Profile { get; } = HttpProfile.Shipped(Registry);

    /// <summary>A channel over HTTP with client credentials.</summary>
    /// <param name="access">The registry's address, and the host's credentials.</param>
    /// <param name="profile">Another profile than the provisional one, or null.</param>
    /// <param name="handler">What sends requests; null for its own.</param>
    /// <param name="time">The clock for the life of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The handler follows redirects, or a figure is out of its range.</exception>
    public static HttpChannel OverHttp(HttpAccess access, HttpProfile? profile = null, HttpMessageHandler? handler = null, TimeProvider? time = null) =>
        new(access, profile ?? Profile, Traits, handler, time);

    /// <summary>The provisional profile of its file exchange.</summary>
    public static FileProfile FileProfile { get; } = FileProfile.Shipped(Registry);

    /// <summary>A channel over two folders of CSV files.</summary>
    /// <param name="drop">The folders.</param>
    /// <param name="profile">Another profile than the provisional one, or null.</param>
    /// <param name="time">The clock for the age of statements; null for the system's.</param>
    /// <exception cref="ArgumentException">A figure is out of its range.</exception>
    public static FileChannel OverFiles(FileDrop drop, FileProfile? profile = null, TimeProvider? time = null) => new(drop, profile ?? FileProfile, Traits, time);
}
