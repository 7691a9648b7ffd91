using System.Globalization;

namespace Ccts.Sdk.Problems;

/// <summary>Where in an input something stands.</summary>
/// <param name="File">The file's name as the caller gave it, or null when the input had no name.</param>
/// <param name="Line">Line, counted from 1; 0 when the input has no lines (built in memory).</param>
/// <param name="Column">Column in UTF-8 bytes for JSON and characters for CSV, counted from 1; 0 when unknown.</param>
/// <param name="Pointer">RFC 6901 JSON pointer for JSON (empty: the whole document); <c>row/column-name</c> for CSV.</param>
public readonly record struct SourcePlace(string? File, int Line, int Column, string Pointer)
{
    /// <summary>A place known by pointer only, for inputs built in memory.</summary>
    public static SourcePlace At(string pointer) => new(null, 0, 0, Require.NotNull(pointer));

    /// <summary><c>file(line,column) pointer</c>, leaving out what is not known.</summary>
    public override string ToString()
    {
        var position = Line > 0
            ? string.Format(CultureInfo.InvariantCulture, Column > 0 ? "{0}({1},{2})" : "{0}({1})", File ?? "input", Line, Column)
            : File ?? "";
        if (string.IsNullOrEmpty(Pointer))
        {
            return position;
        }

        return position.Length == 0 ? Pointer : position + " " + Pointer;
    }
}
