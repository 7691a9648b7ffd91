using System;
using System.Collections.Generic;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>What a code in a registry's refusal means for the instruction.</summary>
public enum RefusalMeaning
{
    /// <summary>It took no effect and never will, for a reason unrelated to the place of the units.</summary>
    Final,

    /// <summary>It took no effect now, for a temporary reason.</summary>
    Passes,

    /// <summary>There were too many requests.</summary>
    Throttled,

    /// <summary>The token was not accepted; with a new one it may be sent again.</summary>
    TokenRefused,

    /// <summary>The units are not where the instruction takes them from. That may be its own effect.</summary>
    UnitsElsewhere,
}

/// <summary>
/// How to use a registry that speaks JSON over HTTP: paths, names of members, and the meaning of its words. A profile is data, so that
/// a registry that publishes its interface later needs a file and no new build.
/// </summary>
/// <remarks>Immutable and thread-safe. A word or code that a profile does not have makes an answer <see cref="OutcomeKind.Unknown"/>, never a yes or a no.</remarks>
public sealed record HttpProfile
{
    /// <summary>The registry's id.</summary>
    public required string Registry { get; init; }

    /// <summary>The source of the interface's description, or that there is none.</summary>
    public required string Source { get; init; }

    /// <summary>The path for instructions, relative to the base address.</summary>
    public required string SendPath { get; init; }

    /// <summary>The path for questions about numbers: <c>{scope}</c>, <c>{start}</c>, <c>{end}</c>, <c>{account}</c>, <c>{key}</c> and <c>{reference}</c> are put in.</summary>
    public required string AskPath { get; init; }

    /// <summary>The path for holdings: <c>{account}</c>, <c>{page}</c> and <c>{size}</c> are put in.</summary>
    public required string HoldingsPath { get; init; }

    /// <summary>What harmless question a probe asks.</summary>
    public required string ProbePath { get; init; }

    /// <summary>Rows of a page asked for; 1 to 10,000.</summary>
    public required int PageSize { get; init; }

    /// <summary>The registry's word for each instruction.</summary>
    public required IReadOnlyDictionary<InstructionKind, string> Kinds { get; init; }

    /// <summary>What the words in an answer's status mean.</summary>
    public required IReadOnlyDictionary<string, OutcomeKind> Outcomes { get; init; }

    /// <summary>What the codes of its refusals mean.</summary>
    public required IReadOnlyDictionary<string, RefusalMeaning> Refusals { get; init; }

    /// <summary>What its words for the state of units mean.</summary>
    public required IReadOnlyDictionary<string, UnitState> States { get; init; }

    /// <summary>Names of members that differ from those of <see cref="Names"/>.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Members of the registry's answers, at any depth, that say nothing of what was done, such as a fee. Another member that is not understood beside a "done" makes the outbox ask for the numbers.</summary>
    public IReadOnlyCollection<string> Unrelated { get; init; } = [];

    /// <summary>The members of requests and answers, by their default names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "reference", "instruction", "scope", "start", "end", "serial", "from", "to", "beneficiary", "purpose",
        "status", "code", "message", "id", "done", "units", "state", "account", "total", "time", "page", "size", "rows", "totalUnits",
    ];

    /// <summary>Reads a profile strictly.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; every fault with its place.</exception>
    public static HttpProfile Read(byte[] utf8, string? file = null) => ProfileFile.Read(utf8, file, HttpProfileReader.Read);

    /// <summary>A profile that is shipped.</summary>
    internal static HttpProfile Shipped(string registry) => ProfileFile.Shipped(registry + ".profile.json", Read);

    internal string Name(string name) => Renamed.TryGetValue(name, out var other) ? other : name;
}
