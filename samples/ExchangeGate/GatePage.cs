using System.IO;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ExchangeGate;

/// <summary>The live page, a single file that calls only this host, and the JSON that it shows.</summary>
internal static class GatePage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Any page open in a browser may send a request to this machine. The gateway answers only its own page and clients that are not browsers.</summary>
    internal static Task OwnAlone(HttpContext context, RequestDelegate next)
    {
        var (request, host) = (context.Request, context.Request.Host.Host);
        var isElsewhere = request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";
        var isHere = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        return isElsewhere || !isHere ? JsonAsync(context, 403, GateState.Fault("other-origin", "The request comes from another page than the gate's own.")) : next(context);
    }

    /// <summary>A body that is too large, too slow or broken is the sender's error: it gets a one-line answer, and no error in the gateway's log.</summary>
    internal static async Task Readable(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await JsonAsync(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? GateState.Fault("too-large", $"The body has more than {Gate.MostBytes} bytes.") : GateState.Fault("unreadable", "The request does not come to its end."));
        }
    }

    internal static async Task ShowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        using var page = typeof(GatePage).Assembly.GetManifestResourceStream("page.html")!;
        await page.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    internal static Task JsonAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
