namespace Ccts.Sdk.Formats.Csv;

/// <summary>Text that a spreadsheet would run as a formula: it is written with an apostrophe before it, and read without.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class CsvFormula
{
    /// <summary>The text as a cell that a spreadsheet shows and does not run.</summary>
    /// <param name="text">Any text.</param>
    public static string Write(string text) => Require.NotNull(text).Length > 0 && Runs(text[0]) ? "'" + text : text;

    /// <summary>The text of a cell written in this way; other text is unchanged.</summary>
    /// <param name="cell">A cell, or null.</param>
    public static string? Read(string? cell) => cell is { Length: > 1 } && cell[0] == '\'' && Runs(cell[1]) ? cell.Substring(1) : cell;

    // Tab and line ends too: spreadsheets pass over them and run what follows.
    private static bool Runs(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
