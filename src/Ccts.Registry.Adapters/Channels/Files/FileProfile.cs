using System;
using System.Collections.Generic;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>How to exchange CSV files with a registry: names of columns, and the meaning of its words. A profile is data.</summary>
/// <remarks>Immutable and thread-safe. A word or code that a profile does not have makes an answer <see cref="OutcomeKind.Unknown"/>, never a yes or a no.</remarks>
public sealed record FileProfile
{
    /// <summary>The registry's id.</summary>
    public required string Registry { get; init; }

    /// <summary>The source of the exchange's description, or that there is none.</summary>
    public required string Source { get; init; }

    /// <summary>The registry's word for each instruction.</summary>
    public required IReadOnlyDictionary<InstructionKind, string> Kinds { get; init; }

    /// <summary>What the words in an answer's status mean.</summary>
    public required IReadOnlyDictionary<string, OutcomeKind> Outcomes { get; init; }

    /// <summary>The codes of its refusals: true for those that are final, false for those that say that the units are elsewhere, which may be the instruction's own effect.</summary>
    public required IReadOnlyDictionary<string, bool> Refusals { get; init; }

    /// <summary>What its words for the state of units mean.</summary>
    public required IReadOnlyDictionary<string, UnitState> States { get; init; }

    /// <summary>Columns with other names than in <see cref="Columns"/>.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The columns of instructions, answers and statements, by their default names.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "reference", "instruction", "scope", "start", "end", "serial", "from", "to", "beneficiary", "purpose", "status", "code", "message", "id", "time", "account", "state",
    ];

    /// <summary>Reads a profile strictly.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; every fault with its place.</exception>
    public static FileProfile Read(byte[] utf8, string? file = null) => ProfileFile.Read(utf8, file, Read);

    /// <summary>A profile that is shipped.</summary>
    internal static FileProfile Shipped(string registry) => ProfileFile.Shipped(registry + ".files.json", Read);

    internal string Name(string column) => Renamed.TryGetValue(column, out var other) ? other : column;

    private static FileProfile Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        var profile = new FileProfile
        {
            Registry = root.Text("registry") ?? "",
            Source = root.Text("source") ?? "",
            Kinds = ProfileWords.Kinds(root),
            Outcomes = ProfileWords.Read(root, "outcomes", ProfileWords.Outcomes),
            Refusals = ProfileWords.Read(root, "refusals", ProfileWords.Refusals),
            States = ProfileWords.Read(root, "states", UnitStateWords.All),
            Renamed = ProfileWords.Renamed(root, "columns", Columns),
        };
        root.Done();
        return profile;
    }
}
