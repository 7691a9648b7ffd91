namespace Ccts.Sdk.Csv;

/// <summary>One field with the place where it begins.</summary>
/// <param name="Text">The field without its quotes; doubled quotes are single.</param>
/// <param name="Line">Line, counted from 1; inside quotes a line break counts too.</param>
/// <param name="Column">Column in characters, counted from 1.</param>
/// <param name="Quoted">Whether it stood in quotes.</param>
internal readonly record struct CsvField(string Text, int Line, int Column, bool Quoted);
