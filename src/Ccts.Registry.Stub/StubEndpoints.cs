using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Blocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ccts.Registry.Stub;

/// <summary>The registry's interface over HTTP.</summary>
internal sealed class StubEndpoints(StubRegistry registry)
{
    private const string Page = "<!doctype html><html><head><title>Registry</title></head><body>Please sign in.</body></html>";

    internal void Map(WebApplication application)
    {
        application.MapPost("/oauth/token", context => TokenAsync(context));
        application.MapPost("/v1/instructions", context => WithTokenAsync(context, StubRequest.Instruction, InstructAsync));
        application.MapGet("/v1/units", context => WithTokenAsync(context, StubRequest.Question, AskAsync));
        application.MapGet("/v1/holdings", context => WithTokenAsync(context, StubRequest.Page, PageAsync));
        application.MapGet("/v1/status", context => WithTokenAsync(context, StubRequest.Probe, (c, f) => AnswerAsync(c, f, () => new JsonObject { ["status"] = "OK" })));
    }

    private async Task TokenAsync(HttpContext context)
    {
        var fault = registry.Next(StubRequest.Token);
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(registry.Options.ClientId) + ":" + Uri.EscapeDataString(registry.Options.ClientSecret)));
        if (context.Request.Headers.Authorization != expected)
        {
            await WriteAsync(context, 401, new JsonObject { ["error"] = "invalid_client" });
            return;
        }

        await AnswerAsync(context, fault, () => new JsonObject
        {
            ["access_token"] = registry.NewToken(),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)registry.Options.TokenLasts.TotalSeconds,
        });
    }

    private async Task WithTokenAsync(HttpContext context, StubRequest request, Func<HttpContext, StubFault, Task> work)
    {
        var fault = registry.Next(request);
        if (fault == StubFault.ExpiredToken)
        {
            registry.RevokeTokens();
        }

        var token = context.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : null;
        await (registry.Accepts(token) ? work(context, fault) : WriteAsync(context, 401, Refusal("token-expired", "The token is not accepted.")));
    }

    private async Task InstructAsync(HttpContext context, StubFault fault)
    {
        if (await InstructionAsync(context) is not { } instruction)
        {
            await WriteAsync(context, 400, Refusal("malformed", "The instruction cannot be read."));
            return;
        }

        var answer = registry.WithBook(book => Act(book, instruction, fault));
        if (!await BreakAsync(context, fault, instruction.Key))
        {
            await WriteAsync(context, fault == StubFault.LateEffect ? 504 : fault == StubFault.Maintenance ? 503 : 200, answer);
        }
    }

    // The effect that the fault permits, and the answer without the fault.
    private JsonObject Act(StubBook book, StubInstruction i, StubFault fault)
    {
        switch (fault)
        {
            case StubFault.Throttled or StubFault.ThrottledWithRetryAfter or StubFault.ServerError or StubFault.CompletedInServerError or StubFault.OkWithRemark or StubFault.Html or StubFault.OtherAnswer
                or StubFault.DroppedBeforeActing or StubFault.Redirect or StubFault.NeverEnds or StubFault.EchoedSecret:
                return [];
            case StubFault.Maintenance:
                return Refusal("maintenance", "The registry is closed for maintenance.", i.Key);
            case StubFault.ErrorInOk:
                return Refusal("not-permitted", "This account may not do that.", i.Key);
            case StubFault.UnexplainedErrorInOk:
                book.Act(i, registry.Now);
                return Refusal("E-4711", "Something happened.", i.Key);
            case StubFault.LateEffect:
                book.ActLater(i, registry.Now + registry.Options.LateBy);
                return [];
            case StubFault.Pending when book.IsThere(i) && !book.IsWaiting(i):
                book.Wait(i);
                return Said("PENDING", i.Key);
            case StubFault.HalfDone or StubFault.HalfDoneAndDropped when i.Range.End > i.Range.Start && book.IsThere(i):
                var half = i.Range.Split(i.Range.Start + new BlockNumber(0, ((i.Range.End - i.Range.Start).ToUInt64() + 1) / 2)).First;
                book.Act(i with { Range = half }, registry.Now);
                return Said("PARTIAL", i.Key, new JsonArray(Json(half)));
            case StubFault.Doubled:
                book.Act(i, registry.Now);
                break;
        }

        return !book.IsWaiting(i) && book.Act(i, registry.Now) ? Said("COMPLETED", i.Key, new JsonArray(Json(i.Range))) : Refusal("units-elsewhere", "The units are not active in that account.", i.Key);
    }

    private async Task AskAsync(HttpContext context, StubFault fault)
    {
        var query = context.Request.Query;
        var scope = query["scope"].ToString();
        if (!BlockNumber.TryParse(query["start"], out var start) || !BlockNumber.TryParse(query["end"], out var end) || end < start)
        {
            await WriteAsync(context, 400, Refusal("malformed", "The numbers cannot be read."));
            return;
        }

        await AnswerAsync(context, fault, () => registry.WithBook(book =>
        {
            var rows = (fault == StubFault.IgnoredFilter ? book.In(scope, BlockRange.All) : book.In(scope, new BlockRange(start, end))).ToList();
            var answer = new JsonObject { ["scope"] = scope, ["start"] = start.ToString(), ["end"] = end.ToString(), ["total"] = rows.Count, ["time"] = Time(fault) };
            answer["units"] = new JsonArray([.. rows.Skip(fault == StubFault.Clamped ? 1 : 0).Select(u => (JsonNode)Row(u))]);
            if (query["reference"].ToString() is var key && book.StatusOf(key) is { } status)
            {
                answer["instruction"] = new JsonObject { ["reference"] = key, ["status"] = status.Status, ["code"] = status.Code };
            }

            return answer;
        }));
    }

    private async Task PageAsync(HttpContext context, StubFault fault)
    {
        var account = context.Request.Query["account"].ToString();
        var page = Number(context, "page", 1);
        var size = Math.Clamp(Number(context, "size", 100), 1, 100);
        await AnswerAsync(context, fault, () => registry.WithBook(book =>
        {
            var all = book.All.Where(u => fault == StubFault.IgnoredFilter || (u.Account == account && u.State == "ACTIVE")).ToList();
            var total = all.Aggregate(0m, (sum, u) => sum + u.Range.Count.ToDecimal());
            if (fault == StubFault.Reordered)
            {
                all.Reverse();
            }

            var from = (fault == StubFault.RepeatedPage ? Math.Max(1, page - 1) : page) - 1;
            var rows = all.Skip(from * size).Take(fault == StubFault.Clamped ? Math.Max(0, size - 1) : size);
            return new JsonObject
            {
                ["page"] = page, ["size"] = size, ["total"] = all.Count, ["totalUnits"] = total.ToString(CultureInfo.InvariantCulture), ["time"] = Time(fault),
                ["rows"] = new JsonArray([.. rows.Select(u => (JsonNode)Row(u))]),
            };
        }));
    }

    private async Task AnswerAsync(HttpContext context, StubFault fault, Func<JsonObject> answer)
    {
        if (!await BreakAsync(context, fault, ""))
        {
            await WriteAsync(context, 200, answer());
        }
    }

    /// <summary>Answers as the fault demands; false where the fault does not change the answer.</summary>
    private async Task<bool> BreakAsync(HttpContext context, StubFault fault, string key)
    {
        switch (fault)
        {
            case StubFault.Slow:
                await Task.Delay(registry.Options.Latency, registry.Time, context.RequestAborted);
                return false;
            case StubFault.Throttled:
                context.Response.StatusCode = 429;
                return true;
            case StubFault.ThrottledWithRetryAfter:
                context.Response.Headers.RetryAfter = "2";
                await WriteAsync(context, 429, Refusal("throttled", "Too many requests.", key));
                return true;
            case StubFault.ServerError or StubFault.ServerErrorAfterActing:
                await WriteAsync(context, 500, new JsonObject { ["error"] = "internal" });
                return true;
            case StubFault.CompletedInServerError:
                await WriteAsync(context, 500, Said("COMPLETED", key));
                return true;
            case StubFault.OkWithRemark or StubFault.OkWithRemarkAfterActing:
                var answer = Said("COMPLETED", key);
                answer["message"] = "1 of the units stays in the account.";
                await WriteAsync(context, 200, answer);
                return true;
            case StubFault.EchoedSecret:
                var sent = context.Request.Headers.Authorization.ToString();
                await WriteAsync(context, 400, Refusal("not-understood: " + sent, "Not understood: " + sent, key));
                return true;
            case StubFault.Html or StubFault.HtmlAfterActing:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(Page);
                return true;
            case StubFault.Truncated:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{\"status\":\"COMPLETED\",\"refer");
                return true;
            case StubFault.OtherAnswer:
                await WriteAsync(context, 200, Said("COMPLETED", "another-instruction"));
                return true;
            case StubFault.DroppedBeforeActing or StubFault.DroppedAfterActing or StubFault.HalfDoneAndDropped:
                context.Abort();
                return true;
            case StubFault.Redirect:
                context.Response.Headers.Location = "https://elsewhere.invalid" + context.Request.Path;
                context.Response.StatusCode = 307;
                return true;
            case StubFault.NeverEnds:
                await TrickleAsync(context);
                return true;
            case StubFault.Huge:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{\"status\":\"COMPLETED\",\"filler\":\"" + new string('x', 16 << 20) + "\"}");
                return true;
            case StubFault.Maintenance when key.Length == 0:
                await WriteAsync(context, 503, Refusal("maintenance", "The registry is closed for maintenance."));
                return true;
            default:
                return false;
        }
    }

    private static async Task TrickleAsync(HttpContext context)
    {
        try
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(TimeSpan.FromMilliseconds(50), context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller has hung up.
        }
    }

    private static async Task<StubInstruction?> InstructionAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            string? Text(string name) => (string?)body?[name];
            return Text("reference") is { Length: > 0 } key && Text("instruction") is "TRANSFER" or "RETIRE" or "CANCEL" && Text("scope") is { } scope && Text("from") is { } from
                && BlockNumber.TryParse(Text("start"), out var start) && BlockNumber.TryParse(Text("end"), out var end) && start <= end
                ? new StubInstruction(Text("reference")!, Text("instruction")!, scope, new BlockRange(start, end), from, Text("to")) : null;
        }
        catch (Exception bad) when (bad is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string Time(StubFault fault) => (registry.Now + (fault == StubFault.ClockSkew ? TimeSpan.FromHours(1) : TimeSpan.Zero)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Said(string status, string key, JsonArray? done = null)
    {
        var said = new JsonObject { ["reference"] = key, ["status"] = status, ["id"] = "R-" + key };
        if (done is not null)
        {
            said["done"] = done;
        }

        return said;
    }

    private static JsonObject Refusal(string code, string message, string? key = null)
    {
        var said = new JsonObject { ["status"] = "REJECTED", ["code"] = code, ["message"] = message };
        if (!string.IsNullOrEmpty(key))
        {
            said["reference"] = key;
        }

        return said;
    }

    private static JsonObject Json(BlockRange range) => new() { ["start"] = range.Start.ToString(), ["end"] = range.End.ToString() };

    private static JsonObject Row(StubUnits units) => new()
    {
        ["scope"] = units.Scope, ["start"] = units.Range.Start.ToString(), ["end"] = units.Range.End.ToString(),
        ["account"] = units.Account, ["state"] = units.State, ["reference"] = units.Reference,
    };

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    private static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
