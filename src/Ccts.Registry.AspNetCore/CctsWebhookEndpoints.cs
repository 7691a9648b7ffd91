using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Webhooks;
using Ccts.Registry.Adapters.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Ccts.Registry.AspNetCore;

/// <summary>Endpoints that receive notifications of registries.</summary>
public static partial class CctsWebhookEndpoints
{
    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Maps POST at a pattern to a receiver. An accepted notification makes the outbox ask the registry, and changes no state. Answers have no body: 204 for
    /// an accepted notification, also when repeated; 400, 401, 408 and 413 for one that cannot be read, is not signed with the secret or not recent, took too
    /// long, or is too large.
    /// </summary>
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="pattern">The path, such as <c>/webhooks/icm</c>.</param>
    /// <param name="registry">The registry that the outbox then asks.</param>
    /// <param name="receiver">Verifies notifications; its secrets come from the host's configuration.</param>
    /// <param name="wake">What an accepted notification calls; null for <see cref="OutboxDispatcher.Wake(string)"/> of the services.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapCctsWebhook(this IEndpointRouteBuilder endpoints, string pattern, string registry, WebhookReceiver receiver, Action? wake = null)
    {
        Require.NotNull(endpoints);
        Require.NotNull(registry);
        Require.NotNull(receiver);
        return endpoints.MapPost(Require.NotNull(pattern), (RequestDelegate)(context => TakeAsync(context, registry, receiver, wake)));
    }

    private static async Task TakeAsync(HttpContext context, string registry, WebhookReceiver receiver, Action? wake)
    {
        var (body, fault) = await ReadAsync(context).ConfigureAwait(false);
        if (fault != 0)
        {
            context.Response.StatusCode = fault;
            return;
        }

        var headers = context.Request.Headers;
        var verdict = await receiver.ReceiveAsync(
            One(headers["webhook-id"]), One(headers["webhook-timestamp"]), One(headers["webhook-signature"]), body, context.RequestAborted).ConfigureAwait(false);
        if (verdict == WebhookVerdict.Accepted)
        {
            (wake ?? (() => context.RequestServices.GetRequiredService<OutboxDispatcher>().Wake(registry)))();
        }

        var log = context.RequestServices.GetService<ILoggerFactory>()?.CreateLogger("Ccts.Registry.AspNetCore.Webhooks") ?? NullLogger.Instance;
        Taken(log, registry, verdict);
        context.Response.StatusCode = verdict switch
        {
            WebhookVerdict.Accepted or WebhookVerdict.Repeated => StatusCodes.Status204NoContent,
            WebhookVerdict.TooLarge => StatusCodes.Status413PayloadTooLarge,
            WebhookVerdict.Malformed => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status401Unauthorized,
        };
    }

    // At most one byte more than the limit, in a bounded time, whatever length the sender states.
    private static async Task<(ReadOnlyMemory<byte> Body, int Fault)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > WebhookReceiver.MostBytes)
        {
            return (default, StatusCodes.Status413PayloadTooLarge);
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ends.CancelAfter(LongestBody);
        using var bytes = new MemoryStream();
        var buffer = new byte[8 * 1024];
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, ends.Token).ConfigureAwait(false) is > 0 and var read)
            {
                if (bytes.Length + read > WebhookReceiver.MostBytes)
                {
                    return (default, StatusCodes.Status413PayloadTooLarge);
                }

                bytes.Write(buffer, 0, read);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (default, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException bad)
        {
            return (default, bad.StatusCode);
        }

        return (bytes.ToArray(), 0);
    }

    // A repeated header is ambiguous.
    private static string? One(StringValues header) => header.Count == 1 ? header[0] : null;

    [LoggerMessage(1, LogLevel.Information, "A notification of {Registry}: {Verdict}.")]
    private static partial void Taken(ILogger log, string registry, WebhookVerdict verdict);
}
