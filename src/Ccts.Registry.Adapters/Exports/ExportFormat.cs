using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>How one registry lays out one of its exports: which column means what. Read from a format file.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExportFormat
{
    internal ExportFormat(string id, string registry)
    {
        Id = id;
        Registry = registry;
    }

    /// <summary>The format's id, e.g. <c>acr-cancellations</c>.</summary>
    public string Id { get; }

    /// <summary>The registry's id; empty for a host's own ledger, whose serials say.</summary>
    public string Registry { get; }

    /// <summary>Where the layout is known from.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Headers that together tell this format from others; <c>a|b</c> is either.</summary>
    internal IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>Headers that this format never has: with one of them an export is of another.</summary>
    internal IReadOnlyList<string> Forbid { get; init; } = [];

    /// <summary>Roles whose column may be absent although it would say what became of the units, or when.</summary>
    internal IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Columns with quantities of the row's units that are in another state than the row.</summary>
    internal IReadOnlyList<ExportPart> Parts { get; init; } = [];

    /// <summary>Role to the spellings of its column.</summary>
    internal IReadOnlyDictionary<string, string[]> Columns { get; init; } = new Dictionary<string, string[]>(System.StringComparer.Ordinal);

    /// <summary>Date forms, tried in order.</summary>
    internal string[] Dates { get; init; } = [];

    internal UnitState? FixedState { get; init; }

    internal UnitState? DatedState { get; init; }

    internal UnitState? UndatedState { get; init; }

    /// <summary>Status text to state, in any case.</summary>
    internal IReadOnlyDictionary<string, UnitState> States { get; init; } = new Dictionary<string, UnitState>(System.StringComparer.Ordinal);

    /// <summary>What an empty status means; null where it is a fault.</summary>
    internal UnitState? BlankState { get; init; }

    internal string? ConversionColumn { get; init; }

    /// <summary>Cancellation reason to the programme converted to.</summary>
    internal IReadOnlyDictionary<string, string> Conversions { get; init; } = new Dictionary<string, string>(System.StringComparer.Ordinal);

    internal bool IsKilograms { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
