using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>One request, one reply: bounded in size and time, never redirected, and without exceptions except the caller's cancellation.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class JsonTransport : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpMessageHandler _handler;
    private readonly int _mostBytes;
    private readonly TimeSpan _timeout;
    private readonly bool _takesLists;

    internal JsonTransport(HttpMessageHandler? handler, int mostBytes, TimeSpan timeout, string userAgent, bool takesLists = false)
    {
        if (handler is not null && Redirects(handler))
        {
            throw new ArgumentException("The handler follows redirects, and would send the host's token wherever it is pointed. Set AllowAutoRedirect to false.", nameof(handler));
        }

        _handler = handler ?? HttpAccess.NewHandler();
        _client = new HttpClient(_handler, disposeHandler: handler is null) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        (_mostBytes, _timeout, _takesLists) = (mostBytes, timeout, takesLists);
    }

    /// <summary>The honest name of this library, with its version.</summary>
    internal static string OwnName { get; } = "Ccts.Sdk/" + (typeof(JsonTransport).Assembly.GetName().Version?.ToString(3) ?? "0");

    public void Dispose() => _client.Dispose();

    internal async Task<HttpReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (OwnMachine.IsLeft(_handler, request.RequestUri!))
        {
            return HttpReply.NotSent("proxied", "Without TLS a request stays on this machine, and the handler would hand it to a proxy; nothing was sent.");
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(_timeout);
        try
        {
            var asked = request.RequestUri!;
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ends.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            var isElsewhere = response.RequestMessage?.RequestUri is { } answered && (answered.Authority != asked.Authority || answered.Scheme != asked.Scheme);
            var reply = status is >= 300 and < 400 || isElsewhere
                ? new HttpReply(status, null, "redirected", "The registry sent the request elsewhere; that is not followed.")
                : await ReadAsync(response, status, ends.Token).ConfigureAwait(false);
            return reply with { Total = Total(response), After = After(response), Time = response.Headers.Date is { } date ? Instant.FromDateTimeOffset(date) : null };
        }
        catch (Exception) when (request.Content is PromptContent { IsLate: true } late && late.HoldBack())
        {
            return HttpReply.NotSent("too-late", "The attempt was held up too long in this process; nothing was sent.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Lost(request, "time-out", "The registry did not answer in time");
        }
        catch (HttpRequestException bad) when (bad.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound })
        {
            return Lost(request, "unreachable", "The registry cannot be reached");
        }
        catch (HttpRequestException bad) when (bad.InnerException is AuthenticationException)
        {
            return Lost(request, "tls-failed", "The registry cannot show by TLS that it is the one that is meant");
        }
        catch (Exception bad) when (bad is HttpRequestException or IOException or InvalidOperationException)
        {
            // Only the type, because a message may hold a secret.
            return Lost(request, "connection-lost", $"The connection failed ({bad.GetType().Name})");
        }
    }

    // An instruction whose body was never read has certainly not left, whatever failed: the connection, TLS, a proxy. One whose body was read may have left, even
    // if a handler of the host repeated it and only the second time failed.
    private static HttpReply Lost(HttpRequestMessage request, string code, string reason) =>
        request.Content is PromptContent instruction && instruction.HoldBack() ? HttpReply.NotSent(code, reason + "; nothing was sent.") : HttpReply.Lost(code, reason + ".");

    private async Task<HttpReply> ReadAsync(HttpResponseMessage response, int status, CancellationToken cancellationToken)
    {
#if NET
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
#if NET
            var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
#else
            cancellationToken.ThrowIfCancellationRequested();
            var read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
            {
                break;
            }

            if (bytes.Length + read > _mostBytes)
            {
                return new HttpReply(status, null, "answer-too-large", $"The answer has more than {_mostBytes.ToString(CultureInfo.InvariantCulture)} bytes.");
            }

            bytes.Write(buffer, 0, read);
        }

        var (body, fault) = StrictJson.Read(new ReadOnlyMemory<byte>(bytes.GetBuffer(), 0, (int)bytes.Length), _takesLists);
        return new HttpReply(status, body, body is null ? "unreadable" : "", fault);
    }

    private static long? Total(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Total-Count", out var values) && values.Take(2).ToList() is [var one] && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;

    private static Duration? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Duration.FromTimeSpan(delta),
        { Date: { } date } when response.Headers.Date is { } now => Duration.FromTimeSpan(date - now),
        // More seconds than can be counted are long enough.
        null when response.Headers.TryGetValues("Retry-After", out var told) && told.All(t => t.Length > 0 && t.All(c => c is >= '0' and <= '9')) => Duration.MaxValue,
        _ => null,
    };

    private static bool Redirects(HttpMessageHandler handler) => handler switch
    {
        HttpClientHandler { AllowAutoRedirect: var follows } => follows,
#if NET
        SocketsHttpHandler { AllowAutoRedirect: var follows } => follows,
#endif
        DelegatingHandler { InnerHandler: { } inner } => Redirects(inner),
        _ => false,
    };
}
