using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>The address of a registry, and the host's credentials (OAuth 2.0 client credentials, RFC 6749 section 4.4).</summary>
/// <remarks>Immutable and thread-safe. Only the address and the client's id are ever shown.</remarks>
public sealed class HttpAccess
{
    /// <summary>Says where the registry is.</summary>
    /// <param name="baseAddress">Its address. TLS is required except on loopback.</param>
    /// <param name="tokenAddress">The address for tokens; the same applies.</param>
    /// <param name="clientId">The host's id there.</param>
    /// <param name="clientSecret">Its secret, from the host's configuration.</param>
    /// <param name="accounts">The host's accounts at the registry: those whose holdings are read.</param>
    /// <exception cref="ArgumentException">An address is not https, has a password in it, the registry's has a query or a fragment, or id or secret is empty.</exception>
    public HttpAccess(Uri baseAddress, Uri tokenAddress, string clientId, string clientSecret, params string[] accounts)
    {
        BaseAddress = Folder(Require.NotNull(baseAddress), nameof(baseAddress));
        TokenAddress = Safe(Require.NotNull(tokenAddress), nameof(tokenAddress));
        ClientId = string.IsNullOrEmpty(clientId) ? throw new ArgumentException("The client's id is empty.", nameof(clientId)) : clientId;
        ClientSecret = string.IsNullOrEmpty(clientSecret) ? throw new ArgumentException("The client's secret is empty.", nameof(clientSecret)) : clientSecret;
        Accounts = [.. Require.Each(accounts).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The registry's address; it ends with a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where tokens are asked for.</summary>
    public Uri TokenAddress { get; }

    /// <summary>The host's id.</summary>
    public string ClientId { get; }

    /// <summary>The host's accounts at the registry.</summary>
    public IReadOnlyList<string> Accounts { get; }

    /// <summary>What a token is asked for, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>The most bytes of an answer that are read; 1 KiB to 64 MiB.</summary>
    public int MostBytes { get; init; } = 4 << 20;

    /// <summary>How long one request may take in all; a second to ten minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pages of holdings read at most; a registry whose pages never end is reported.</summary>
    public int MostPages { get; init; } = 100_000;

    internal string ClientSecret { get; }

    /// <summary>A handler that follows no redirect, keeps no cookies, unpacks nothing, and goes through the environment's proxy to other machines alone: what a channel wants below it.</summary>
    public static HttpMessageHandler NewHandler() => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, Proxy = new OwnMachine.Proxy() };

    /// <summary>The address and the id; never the secret.</summary>
    public override string ToString() => $"{ClientId} at {BaseAddress}";

    /// <summary>Why the figures are not valid; null if they are.</summary>
    internal string? Fault() =>
        MostBytes is < 1024 or > 64 << 20 ? "Bytes of an answer: 1 KiB to 64 MiB."
        : Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10) ? "The time of a request: a second to ten minutes."
        : MostPages < 1 ? "Pages: at least one."
        : null;

    /// <summary>A base address: it ends with a slash, and has nothing behind the path.</summary>
    internal static Uri Folder(Uri address, string name)
    {
        var safe = Safe(address, name);

        // Paths are put in its place, and it is shown: a key in it would be dropped from every request, and told.
        return safe.Query.Length + safe.Fragment.Length > 0 ? throw new ArgumentException("The address has a query or a fragment, and no request would carry it. Give the path alone.", name)
            : safe.AbsolutePath[safe.AbsolutePath.Length - 1] == '/' ? safe : new Uri(safe.AbsoluteUri + "/");
    }

    internal static Uri Safe(Uri address, string name)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && OwnMachine.Is(address))))
        {
            throw new ArgumentException("The address is not https. Only a registry on this machine itself may be spoken to without TLS.", name);
        }

        // The value is not shown, because it may hold a password.
        return address.UserInfo.Length > 0 ? throw new ArgumentException("The address holds a user or a password. Give them as the client's id and secret.", name) : address;
    }
}
