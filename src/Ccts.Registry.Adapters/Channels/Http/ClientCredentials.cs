using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>The host's token: requested once, kept until shortly before its end, dropped when the registry refuses it.</summary>
/// <remarks>Thread-safe; simultaneous callers share one request. Neither the secret nor a token is ever shown.</remarks>
internal sealed class ClientCredentials(JsonTransport transport, HttpAccess access, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private string? _token;
    private long _askedAt;
    private TimeSpan _lasts;

    /// <summary>A token, or the reply that says why there is none.</summary>
    internal async Task<(string? Token, HttpReply? Fault)> TokenAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _token is { } kept && time.GetElapsedTime(_askedAt) < _lasts ? (kept, null) : await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Records that the registry refused a token; the next request gets another, unless that has already happened.</summary>
    internal void Drop(string token)
    {
        if (string.Equals(Volatile.Read(ref _token), token, StringComparison.Ordinal))
        {
            Volatile.Write(ref _token, null);
        }
    }

    public void Dispose() => _asking.Dispose();

    /// <summary>Name and secret as they are sent.</summary>
    internal static string Pair(HttpAccess access) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(access.ClientId) + ":" + Uri.EscapeDataString(access.ClientSecret)));

    private async Task<(string?, HttpReply?)> AskAsync(CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials" };
        if (access.Scope is { } scope)
        {
            form["scope"] = scope;
        }

        // By a stopwatch, started before the request: setting the clock makes no token last longer.
        var askedAt = time.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, access.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Pair(access));
        var reply = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply is { IsSuccess: true, Body: { } body } && Text(body, "access_token") is { Length: > 0 and < 16_384 } token && IsBearer(body) && IsHeader(token))
        {
            var seconds = body.TryGetProperty("expires_in", out var end) && end.ValueKind == JsonValueKind.Number && end.TryGetInt64(out var length) ? Math.Max(0, Math.Min(length, 86_400)) : 60;
            var lasts = TimeSpan.FromSeconds(seconds);
            (_askedAt, _lasts) = (askedAt, lasts > Early + Early ? lasts - Early : TimeSpan.FromTicks(lasts.Ticks / 2));
            Volatile.Write(ref _token, token);
            return (token, null);
        }

        return (null, HttpReply.NotSent("no-token", $"The registry gave no token (status {reply.Status}); the instruction was not sent.") with { After = reply.After });
    }

    private static bool IsBearer(JsonElement body) => string.Equals(Text(body, "token_type"), "bearer", StringComparison.OrdinalIgnoreCase);

    private static bool IsHeader(string token)
    {
        foreach (var c in token)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
