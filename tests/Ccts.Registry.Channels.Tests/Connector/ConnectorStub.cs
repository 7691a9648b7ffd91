using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Testing;

namespace Ccts.Registry.Channels.Tests.Connector;

/// <summary>The connector as its OpenAPI document describes it, in this process, going wrong on request. Words and members are the document's; what it does is made up.</summary>
internal sealed class ConnectorStub : HttpMessageHandler
{
    internal const string Program = "VCS";

    private readonly Dictionary<ChannelRequest, Queue<ChannelFault>> _script = [];
    private readonly List<(long Lot, string Ein, string Serial, long Quantity)> _lots = [];
    private readonly List<(string Identifier, string External, string Ein, long Quantity, string? Status)> _retirements = [];
    private int _tokens;

    internal Dictionary<ChannelRequest, int> Requests { get; } = [];

    internal List<string> Retired { get; } = [];

    /// <summary>The status of retirements from now on; null for none at all.</summary>
    internal string? NextStatus { get; set; } = "RETIRED";

    /// <summary>Whether the gateway knows the way to the connector's questions.</summary>
    internal bool Routes { get; set; } = true;

    internal string LastBody { get; private set; } = "";

    internal string LastInstruction { get; private set; } = "";

    internal decimal Held => _lots.Sum(l => (decimal)l.Quantity);

    internal void Issue(long lot, string ein, string serial, long quantity) => _lots.Add((lot, ein, serial, quantity));

    internal void Script(ChannelRequest request, params ChannelFault?[] faults)
    {
        var queue = _script.TryGetValue(request, out var there) ? there : _script[request] = new Queue<ChannelFault>();
        foreach (var fault in faults)
        {
            queue.Enqueue(fault ?? (ChannelFault)(-1));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/token", StringComparison.Ordinal))
        {
            return Json(200, new JsonObject { ["access_token"] = "connector-token-" + ++_tokens, ["token_type"] = "bearer", ["expires_in"] = 86400 }, request);
        }

        var kind = path.EndsWith("/create", StringComparison.Ordinal) ? ChannelRequest.Instruction : path.Contains("/portfolio/", StringComparison.Ordinal) ? ChannelRequest.Page
            : path.EndsWith("/reference-data", StringComparison.Ordinal) ? ChannelRequest.Probe : ChannelRequest.Question;
        Requests[kind] = Requests.GetValueOrDefault(kind) + 1;
        var fault = _script.TryGetValue(kind, out var queue) && queue.TryDequeue(out var next) ? next : (ChannelFault)(-1);
        LastBody = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        LastInstruction = kind == ChannelRequest.Instruction ? LastBody : LastInstruction;
        var body = LastBody.Length == 0 ? [] : JsonNode.Parse(LastBody)!.AsObject();
        var answer = !Routes && kind == ChannelRequest.Question ? (404, new JsonObject { ["message"] = "no Route matched with those values" }) : kind switch
        {
            ChannelRequest.Instruction => Create(body, fault),
            ChannelRequest.Page => Positions(request.RequestUri, body, fault),
            ChannelRequest.Probe => (200, new JsonObject { ["data"] = new JsonObject() }),
            _ => path.EndsWith("/check-status", StringComparison.Ordinal) ? Check(body, fault) : Search(body, fault),
        };
        return fault switch
        {
            ChannelFault.Throttled => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request },
            ChannelFault.ThrottledWithRetryAfter => With(new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request }, r => r.Headers.Add("Retry-After", "2")),
            ChannelFault.ServerError or ChannelFault.ServerErrorAfterActing or ChannelFault.LateEffect => Json(500, new JsonObject { ["message"] = "Something failed." }, request),
            ChannelFault.CompletedInServerError => Json(500, new JsonObject { ["retirementIdentifiers"] = new JsonArray("R-1") }, request),
            ChannelFault.Html or ChannelFault.HtmlAfterActing => Text(200, "<!doctype html><html></html>", request),
            ChannelFault.Truncated => Text(200, "{\"retirementIdentifiers\":[\"R", request),
            ChannelFault.OtherAnswer => Json(200, new JsonObject { ["something"] = "else" }, request),
            ChannelFault.DroppedBeforeActing or ChannelFault.DroppedAfterActing => throw new HttpRequestException("The connection was reset; token connector-token-1."),
            ChannelFault.EchoedSecret => Json(400, new JsonObject { ["code"] = "NOT_UNDERSTOOD " + request.Headers.Authorization, ["message"] = "Not understood: " + request.Headers.Authorization }, request),
            ChannelFault.Maintenance => Json(503, new JsonObject { ["message"] = "Closed." }, request),
            ChannelFault.ExpiredToken => Json(401, new JsonObject { ["message"] = "Not authorized." }, request),
            ChannelFault.Redirect => With(new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { RequestMessage = request }, r => r.Headers.Location = new Uri("https://elsewhere.invalid/")),
            ChannelFault.NeverEnds or ChannelFault.Silent => await NeverAsync(cancellationToken),
            ChannelFault.Huge => Text(200, "{\"filler\":\"" + new string('x', 5 << 20) + "\"}", request),
            _ => Json(answer.Item1, answer.Item2, request),
        };
    }

    private (int, JsonObject) Create(JsonObject body, ChannelFault fault)
    {
        if (fault is ChannelFault.ErrorInOk)
        {
            return (200, new JsonObject { ["code"] = "INVALID_PROGRAM" });
        }

        var acts = fault is not (ChannelFault.Throttled or ChannelFault.ThrottledWithRetryAfter or ChannelFault.ServerError or ChannelFault.CompletedInServerError or ChannelFault.Html or ChannelFault.OtherAnswer
            or ChannelFault.DroppedBeforeActing or ChannelFault.EchoedSecret or ChannelFault.Maintenance or ChannelFault.ExpiredToken or ChannelFault.Redirect or ChannelFault.NeverEnds or ChannelFault.Silent);
        var asked = body["retirements"]!.AsArray().Single()!;
        var (ein, quantity, lot) = ((string)asked["ein"]!, (long)asked["quantity"]!, (long)asked["quantityPerTaxLot"]![0]!["taxLotId"]!);
        var at = _lots.FindIndex(l => l.Lot == lot && l.Ein == ein && l.Quantity >= quantity);
        if (acts && at < 0)
        {
            return (400, new JsonObject { ["code"] = "INVALID_RETIREMENTS", ["retirementErrors"] = new JsonArray(new JsonArray(new JsonObject { ["code"] = "INSUFFICIENT_QUANTITY", ["message"] = "Not enough." })) });
        }

        if (!acts)
        {
            return (200, []);
        }

        var identifier = "R-" + (_retirements.Count + 1);
        _retirements.Add((identifier, (string)asked["externalIdentifier"]!, ein, quantity, fault == ChannelFault.Pending ? "PENDING_RETIREMENT" : NextStatus));
        if (NextStatus == "RETIRED")
        {
            _lots.RemoveAt(at);
            Retired.Add((string)asked["externalIdentifier"]!);
        }

        return fault == ChannelFault.UnexplainedErrorInOk ? (200, new JsonObject { ["code"] = "E_4711" })
            : fault == ChannelFault.Doubled ? (400, new JsonObject { ["code"] = "INVALID_RETIREMENTS", ["retirementErrors"] = new JsonArray(new JsonArray(new JsonObject { ["code"] = "INSUFFICIENT_QUANTITY" })) })
            : (200, new JsonObject { ["retirementIdentifiers"] = new JsonArray(identifier), ["batchIdentifier"] = "B-1" });
    }

    private (int, JsonObject) Search(JsonObject body, ChannelFault fault) => (200, new JsonObject
    {
        ["retirements"] = new JsonArray([.. _retirements.Where(r => r.External == (string)body["externalIdentifier"]!).Select(r => (JsonNode)new JsonObject
        {
            ["identifier"] = r.Identifier, ["externalIdentifier"] = r.External, ["quantity"] = r.Quantity, ["status"] = r.Status,
        }), .. fault == ChannelFault.IgnoredFilter ? new[] { (JsonNode)new JsonObject { ["identifier"] = "R-9", ["externalIdentifier"] = "another", ["quantity"] = 1, ["status"] = "RETIRED" } } : []]),
    });

    private (int, JsonObject) Check(JsonObject body, ChannelFault fault) => (200, new JsonObject
    {
        ["retirementStatuses"] = new JsonArray([.. _retirements.Where(r => fault == ChannelFault.IgnoredFilter || r.Identifier == (string)body["retirementIdentifiers"]![0]!)
            .Select(r => (JsonNode)new JsonObject { ["identifier"] = r.Identifier, ["externalIdentifier"] = r.External, ["status"] = r.Status })]),
    });

    private (int, JsonObject) Positions(Uri address, JsonObject body, ChannelFault fault)
    {
        Assert.Equal(Program, (string?)body["programs"]![0]);
        var query = address.Query.TrimStart('?').Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));
        var (page, size) = (query["page"], query["size"]);
        var all = _lots.ToList();
        if (fault == ChannelFault.Reordered)
        {
            all.Reverse();
        }

        var from = fault == ChannelFault.RepeatedPage ? Math.Max(0, page - 1) : page;
        var rows = all.Skip(from * size).Take(fault == ChannelFault.Clamped ? size - 1 : size).Select(l => (JsonNode)new JsonObject
        {
            ["id"] = l.Lot, ["instrument"] = new JsonObject { ["type"] = "CARBON", ["ein"] = l.Ein, ["program"] = fault == ChannelFault.IgnoredFilter ? "ACR" : Program, ["serialNumber"] = l.Serial },
            ["taxLots"] = new JsonArray(new JsonObject { ["id"] = l.Lot, ["availableQuantity"] = l.Quantity, ["encumberedQuantity"] = 0, ["unsettledQuantity"] = 0 }),
        });
        return (200, new JsonObject { ["page"] = page, ["size"] = size, ["totalElements"] = _lots.Count, ["totalPages"] = (_lots.Count + size - 1) / size, ["content"] = new JsonArray([.. rows]) });
    }

    private static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new IOException();
    }

    private static HttpResponseMessage Json(int status, JsonObject body, HttpRequestMessage request) => Text(status, body.ToJsonString(), request);

    private static HttpResponseMessage Text(int status, string text, HttpRequestMessage request) =>
        new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json"), RequestMessage = request };

    private static HttpResponseMessage With(HttpResponseMessage response, Action<HttpResponseMessage> change)
    {
        change(response);
        return response;
    }
}
