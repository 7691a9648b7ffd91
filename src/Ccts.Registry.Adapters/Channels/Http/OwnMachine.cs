using System;
using System.Net;
using System.Net.Http;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>What is spoken to without TLS is this machine itself, and stays on it: a proxy, as environments name one, would be another that reads the host's secret.</summary>
internal static class OwnMachine
{
    // By one name and by number alone: any other name is for a name server to say, and it may say another machine.
    internal static bool Is(Uri address) => address.DnsSafeHost == "localhost" || (IPAddress.TryParse(address.DnsSafeHost, out var number) && IPAddress.IsLoopback(number));

    /// <summary>Whether a handler would hand a request without TLS to a proxy.</summary>
    internal static bool IsLeft(HttpMessageHandler handler, Uri address) => address.Scheme == Uri.UriSchemeHttp && handler switch
    {
        HttpClientHandler own => own.UseProxy && Leads(own.Proxy, address),
#if NET
        SocketsHttpHandler own => own.UseProxy && Leads(own.Proxy, address),
#endif
        DelegatingHandler { InnerHandler: { } inner } => IsLeft(inner, address),
        _ => false,
    };

    private static bool Leads(IWebProxy? proxy, Uri address) => (proxy ?? OfEnvironment) is { } known && !known.IsBypassed(address) && known.GetProxy(address) is { } next && next != address;

#if NET
    private static IWebProxy? OfEnvironment => HttpClient.DefaultProxy;
#else
    private static IWebProxy? OfEnvironment => WebRequest.DefaultWebProxy;
#endif

    /// <summary>The proxy that the environment names, for every address but those of this machine.</summary>
    internal sealed class Proxy : IWebProxy
    {
        /// <inheritdoc/>
        public ICredentials? Credentials
        {
            get => OfEnvironment?.Credentials;
            set => throw new NotSupportedException("The environment's proxy has its credentials from there.");
        }

        /// <inheritdoc/>
        public Uri? GetProxy(Uri destination) => OfEnvironment?.GetProxy(destination);

        /// <inheritdoc/>
        public bool IsBypassed(Uri host) => Is(host) || OfEnvironment?.IsBypassed(host) != false;
    }
}
