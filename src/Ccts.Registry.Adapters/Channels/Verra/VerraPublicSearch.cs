using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.Verra;

/// <summary>The request to Verra's public search. It is undocumented, so the host states address, public headers and body.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record VerraPublicSearch
{
    private static readonly string[] Needed = ["registry", "standardid", "standardacronym", "language"];

    /// <summary>The whole address of one list, which ends with <c>publicReportPageSearch</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The public headers; without <c>registry</c>, <c>standardid</c>, <c>standardacronym</c> and <c>language</c> it answers 500.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, with <c>{start}</c> and <c>{limit}</c> where they belong. It must sort by <c>entityId</c>; otherwise rows are lost between pages.</summary>
    public required string Body { get; init; }

    /// <summary>The member of the answer that states how many rows there are.</summary>
    public required string TotalMember { get; init; }

    /// <summary>Rows of a page; 1 to 400.</summary>
    public int Limit { get; init; } = 400;

    internal string? Fault() =>
        Require.NotNull(Headers) is var headers && Needed.FirstOrDefault(n => !headers.Keys.Contains(n, StringComparer.OrdinalIgnoreCase)) is { } missing ? $"The header \"{missing}\" is missing; without it the search answers 500."
        : headers.Keys.Any(k => k.Equals("user-agent", StringComparison.OrdinalIgnoreCase)) ? "The reader keeps its own honest name: no user-agent is set."
        : !Require.NotNull(Body).Contains("{start}") || !Body.Contains("{limit}") ? "The body has {start} and {limit} where they belong."
        : !Body.Contains("entityId") ? "The body sorts by entityId; without, rows are lost between pages."
        : string.IsNullOrEmpty(TotalMember) ? "The member that states the total is missing."
        : Limit is < 1 or > 400 ? "Rows of a page: 1 to 400."
        : null;
}
