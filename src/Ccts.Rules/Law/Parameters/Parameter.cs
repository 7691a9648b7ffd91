using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Law.Parameters;

/// <summary>A named value of the law or of policy over time, single or as a table by key.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Parameter
{
    internal Parameter(string path, LawTitle title, string? keyName, IReadOnlyList<ParameterRow> rows, bool overridable, SourcePlace place)
    {
        Path = path;
        Titled = title;
        KeyName = keyName;
        Rows = rows;
        Overridable = overridable;
        Place = place;
    }

    /// <summary>Its name, e.g. <c>electricity.ppa.default-factor</c>.</summary>
    public string Path { get; }

    /// <summary>What it means, one line.</summary>
    public string Title => Titled.English;

    /// <summary>The same in Hindi, or null if there is none.</summary>
    public string? HindiTitle => Titled.Hindi;

    /// <summary>For a table: what its rows are keyed by, e.g. <c>instrument</c>; null for a single value.</summary>
    public string? KeyName { get; }

    /// <summary>The rows of a table; for a single value one row with an empty key.</summary>
    public IReadOnlyList<ParameterRow> Rows { get; }

    /// <summary>Whether an overlay may replace it.</summary>
    public bool Overridable { get; }

    /// <summary>Why it is stated although no calculator and no rule reads it; null for a parameter that is used.</summary>
    public string? Informational { get; init; }

    /// <summary>Its title, with the Hindi text if there is one.</summary>
    public LawTitle Titled { get; }

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; }

    /// <summary>The same with the reason for stating it; an overlay that gives the base's parameter a value need not repeat the reason.</summary>
    internal Parameter Saying(string informational) => new(Path, Titled, KeyName, Rows, Overridable, Place) { Informational = informational };

    /// <summary>Stands for a parameter that could not be read; the problems say why, and it is never visible outside.</summary>
    internal bool IsBroken => KeyName is null && Rows.Count == 0;

    /// <summary>The value on a day, or null if there is none for that day or key.</summary>
    /// <param name="day">The day.</param>
    /// <param name="key">The row's key; omit it for a single value.</param>
    public DatedValue? On(LocalDate day, string key = "") =>
        Rows.FirstOrDefault(r => string.Equals(r.Key, key, System.StringComparison.Ordinal))?.Values.FirstOrDefault(v => v.AppliesOn(day));
}

/// <summary>One row of a parameter: a key and its values over time, without gap or overlap.</summary>
/// <param name="Key">The key; empty for a single value.</param>
/// <param name="Values">In the order of their days.</param>
public sealed record ParameterRow(string Key, IReadOnlyList<DatedValue> Values);
