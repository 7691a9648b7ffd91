using System;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>One field with the place where it begins. Small, because a schedule has tens of thousands.</summary>
public readonly record struct CsvField
{
    // Below zero for a field in quotes.
    private readonly int _column;

    /// <param name="text">The field without its quotes; doubled quotes are single.</param>
    /// <param name="line">Line, counted from 1; inside quotes a line break counts too.</param>
    /// <param name="column">Column in characters, counted from 1.</param>
    /// <param name="quoted">Whether it stood in quotes.</param>
    internal CsvField(string text, int line, int column, bool quoted) => (Text, Line, _column) = (text, line, quoted ? -column : column);

    /// <summary>The text of the cell, without its quotes.</summary>
    public string Text { get; }

    internal int Line { get; }

    internal int Column => Math.Abs(_column);

    internal bool Quoted => _column < 0;
}
