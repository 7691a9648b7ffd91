using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>JSON requests with the host's token, which is requested when needed.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TokenTransport : IDisposable
{
    private readonly JsonTransport _transport;
    private readonly ClientCredentials _credentials;
    private readonly Func<HttpReply, bool> _refusesToken;
    private readonly string[] _secrets;

    /// <param name="access">Where the registry is, and as whom the host speaks to it.</param>
    /// <param name="handler">What sends requests; null for one of its own.</param>
    /// <param name="time">The clock by which tokens end; null for the system's.</param>
    /// <param name="refusesToken">Whether a reply says that the token was not accepted; the next request asks for another then.</param>
    /// <exception cref="ArgumentException">The handler follows redirects, or a figure is out of its range.</exception>
    internal TokenTransport(HttpAccess access, HttpMessageHandler? handler, TimeProvider? time, Func<HttpReply, bool> refusesToken)
    {
        if (access.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(access));
        }

        _transport = new JsonTransport(handler, access.MostBytes, access.Timeout, JsonTransport.OwnName);
        _credentials = new ClientCredentials(_transport, access, time ?? TimeProvider.System);
        _refusesToken = refusesToken;
        _secrets = [.. new[] { ClientCredentials.Pair(access), access.ClientSecret, Uri.EscapeDataString(access.ClientSecret) }.Where(s => s.Length > 0)];
    }

    public void Dispose()
    {
        _credentials.Dispose();
        _transport.Dispose();
    }

    /// <param name="method">GET or POST.</param>
    /// <param name="address">Where to.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="idempotencyKey">Sent if there is one, but never relied on.</param>
    internal async Task<HttpReply> SendAsync(HttpMethod method, Uri address, byte[]? json, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        var (token, fault) = await _credentials.TokenAsync(cancellationToken).ConfigureAwait(false);
        if (token is null)
        {
            return fault!;
        }

        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", "\"" + Uri.EscapeDataString(idempotencyKey) + "\"");
        }

        request.Content = json is null ? null : new PromptContent(json);
        var reply = EchoedSecrets.Without(await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false), [.. _secrets, token, Uri.EscapeDataString(token)]);
        if (_refusesToken(reply))
        {
            _credentials.Drop(token);
        }

        return reply;
    }
}
