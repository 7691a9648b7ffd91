using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Files;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The format in which a file was read, and why, for whoever relies on a reconciliation.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ExportRecognition
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The format's id.</summary>
    public required string Format { get; init; }

    /// <summary>The registry's id; empty for a host's own ledger.</summary>
    public required string Registry { get; init; }

    /// <summary>What made the choice.</summary>
    public required ExportChoice Choice { get; init; }

    /// <summary>The headers by which the format was known; for a ledger every header that is read.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>The version of the download, if the registry changed its columns; otherwise null.</summary>
    public string? Layout { get; init; }

    /// <summary>Columns that were not read, as in the file.</summary>
    public required IReadOnlyList<string> NotRead { get; init; }

    /// <summary>What parts the columns; null for JSON.</summary>
    public char? Separator { get; init; }

    /// <summary>How the text is written.</summary>
    public TextForm Form { get; init; }

    /// <summary>The line of the header row, from 1; 0 for JSON. Lines above it are titles.</summary>
    public int HeaderLine { get; init; }

    /// <summary>One sentence: in which format the file was read and why.</summary>
    public override string ToString()
    {
        var why = Choice switch
        {
            ExportChoice.Named => "as was asked for",
            ExportChoice.Ledger => "as one's own ledger, by its columns " + Quoted(Because),
            _ => "known by its columns " + Quoted(Because),
        };
        var more = new[]
        {
            Layout,
            Separator switch { ';' => "parted by semicolons", '\t' => "parted by tabs", '|' => "parted by bars", _ => null },
            Form switch { TextForm.Utf8 => null, TextForm.SingleByte => "in Windows-1252", _ => "in UTF-16 or UTF-32" },
            HeaderLine > 1 ? $"header on line {HeaderLine}" : null,
        }.Where(m => m is not null);
        return $"{File}: read as {Format}, {string.Join("; ", new[] { why }.Concat(more!))}.";
    }

    private static string Quoted(IReadOnlyList<string> headers) => string.Join(", ", headers.Select(h => "\"" + h + "\""));
}
