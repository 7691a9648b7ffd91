using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The layout of one export of a registry: the meaning of its columns. Read from a format file.</summary>
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

    /// <summary>The registry's id; empty for a host's own ledger, whose rows say.</summary>
    public string Registry { get; }

    /// <summary>Where the layout is known from.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Headers that must all be there; <c>a|b</c> is either.</summary>
    internal IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>Headers that indicate another format; <c>*</c> stands for any text. Columns that the format reads do not count.</summary>
    internal IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>Role to the spellings of its column.</summary>
    internal IReadOnlyDictionary<string, string[]> Columns { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Roles whose column may be missing although it holds quantity, state or date.</summary>
    internal IReadOnlyCollection<string> Optional { get; init; } = [];

    /// <summary>Columns of the layout that are not about units.</summary>
    internal IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Versions of the layout, the first whose headers are all there.</summary>
    internal IReadOnlyList<ExportLayout> Layouts { get; init; } = [];

    /// <summary>Date forms, tried in order.</summary>
    internal string[] Dates { get; init; } = [];

    internal StateRule State { get; init; } = new();

    /// <summary>Columns that each hold the units of a row in one state.</summary>
    internal IReadOnlyList<PartColumn> Parts { get; init; } = [];

    /// <summary>Columns for events of a project: such a row names no units and is skipped.</summary>
    internal IReadOnlyList<string> Aside { get; init; } = [];

    internal string? ConversionColumn { get; init; }

    /// <summary>Cancellation reason to the programme converted to.</summary>
    internal IReadOnlyDictionary<string, string> Conversions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal bool IsKilograms { get; init; }

    /// <summary>Whether it is the layout of a host's own ledger.</summary>
    internal bool IsOwn => Registry.Length == 0;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
