using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>As which format a file is read, and how that was known.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="File">The file.</param>
/// <param name="Format">The id of the format.</param>
/// <param name="IsNamed">Whether the caller named it; otherwise its headers did.</param>
/// <param name="OtherSpellings">Columns that stand under another header than the format's first, as an older or newer download has them: <c>"old" for "new"</c>.</param>
public sealed record ExportRecognition(string File, string Format, bool IsNamed, IReadOnlyList<string> OtherSpellings);
