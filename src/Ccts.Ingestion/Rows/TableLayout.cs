using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Ingestion.Rows;

/// <summary>How a file is written, as its mapping says.</summary>
internal sealed record TableLayout
{
    internal static readonly IReadOnlyDictionary<string, bool> Forms = new Dictionary<string, bool>(System.StringComparer.Ordinal) { ["csv"] = false, ["json-lines"] = true };

    /// <summary>What may stand between columns: marks that are part of no number and of no quoted field.</summary>
    internal static readonly IReadOnlyDictionary<string, char> Separators = ",;|^~:!#&@*\t".Select(c => (Word: c.ToString(), Mark: c)).Append((Word: "tab", Mark: '\t')).ToDictionary(s => s.Word, s => s.Mark, System.StringComparer.Ordinal);

    /// <summary>How a mapping names the separator that a row of one field seems to have; null where it has none.</summary>
    internal static string? SeparatorHint(IReadOnlyList<string> names, char separator) =>
        names.Count == 1 && s_usual.FirstOrDefault(s => s != separator && names[0].IndexOf(s) > 0) is var other and not '\0' ? $"State \"separator\": \"{(other == '\t' ? "tab" : other.ToString())}\" in \"table\" of the source." : null;

    private static readonly char[] s_usual = ['\t', ';', '|', ',', '^', '~'];

    internal static readonly IReadOnlyDictionary<string, int> Encodings = new Dictionary<string, int>(System.StringComparer.Ordinal) { ["utf-8"] = 0, ["utf-16"] = 1, ["utf-16be"] = 2, ["latin-1"] = 3 };

    /// <summary>One JSON object a line, and not CSV.</summary>
    internal bool IsJsonLines { get; init; }

    /// <summary>For a workbook: the sheets, in whose names * matches any characters; empty for the only sheet that is not empty.</summary>
    internal IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Rows right below the header that are no rows of the table: units, or the numbers of the columns.</summary>
    internal int Skip { get; init; }

    /// <summary>Words with which the first cell of a row begins that stands below the table.</summary>
    internal IReadOnlyList<string> Until { get; init; } = [];

    /// <summary>Whether the names of columns are the same in large and small letters.</summary>
    internal bool HasAnyCase { get; init; }

    /// <summary>Other names of columns, for exports whose providers changed them; a table that has the first name is read by it.</summary>
    internal IReadOnlyDictionary<string, string> OtherNames { get; init; } = new Dictionary<string, string>(System.StringComparer.Ordinal);

    /// <summary>Whether a header is the name of a column.</summary>
    internal bool IsNamed(string header, string column) => string.Equals(header, column, HasAnyCase ? System.StringComparison.OrdinalIgnoreCase : System.StringComparison.Ordinal);

    /// <summary>Whether months stand across: each row is of one stream, and each column whose header is a month holds its amount.</summary>
    internal bool HasMonthsAcross { get; init; }

    /// <summary>The calendar year whose April begins the compliance year that months written without a year are of; null where each says its own.</summary>
    internal int? MonthsFrom { get; init; }

    internal char Separator { get; init; } = ',';

    internal int EncodingAt { get; init; }

    internal NumberForm Numbers { get; init; } = NumberForm.Plain;

    /// <summary>What the file's own words for units mean, such as t for MT.</summary>
    internal IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>(System.StringComparer.Ordinal);

    /// <summary>Cells that say that there is no value, beside the empty one.</summary>
    internal IReadOnlyCollection<string> Absent { get; init; } = [];

    /// <summary>Whether the mapping says that a letter takes two bytes.</summary>
    internal bool IsWide => EncodingAt is 1 or 2;

    /// <summary>Bytes outside the encoding are an error; in Latin-1 every byte is valid.</summary>
    internal Encoding Encoding => EncodingAt switch
    {
        0 => new UTF8Encoding(false, true),
        1 => new UnicodeEncoding(false, true, true),
        2 => new UnicodeEncoding(true, true, true),
        _ => Encoding.GetEncoding(28591),
    };

    internal bool IsAbsent(string? cell) => string.IsNullOrEmpty(cell) || (Absent.Count > 0 && Absent.Contains(cell, System.StringComparer.Ordinal));
}
