using System;
using System.Text.Json;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>A reply: a JSON object, or why there is none.</summary>
/// <param name="Status">The status; 0 when no answer came.</param>
/// <param name="Body">The object; null when the body was not one.</param>
/// <param name="Code">Why there is no object, as a stable kebab-case code; empty if there is one.</param>
/// <param name="Reason">The same in a sentence.</param>
internal sealed record HttpReply(int Status, JsonElement? Body, string Code, string Reason)
{
    /// <summary>What <c>Retry-After</c> asks for, or null.</summary>
    internal Duration? After { get; init; }

    /// <summary>The registry's time by its <c>Date</c> header, or null.</summary>
    internal Instant? Time { get; init; }

    /// <summary>The total number by its <c>X-Total-Count</c> header, or null.</summary>
    internal long? Total { get; init; }

    /// <summary>Whether certainly nothing has left.</summary>
    internal bool NothingLeft { get; init; }

    internal bool IsSuccess => Status is >= 200 and < 300;

    internal static HttpReply NotSent(string code, string reason) => new(0, null, code, reason) { NothingLeft = true };

    internal static HttpReply Lost(string code, string reason) => new(0, null, code, reason);
}
