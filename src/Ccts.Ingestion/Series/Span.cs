namespace Ccts.Ingestion.Series;

/// <summary>How a span's amount is known.</summary>
internal enum Known
{
    /// <summary>By the meter or the document.</summary>
    Measured,

    /// <summary>Nothing usable was recorded.</summary>
    Missing,

    /// <summary>A named method put a value in its place.</summary>
    Substituted,
}

/// <summary>What went through a meter from one time to another.</summary>
internal readonly record struct Span(long From, long To, decimal Amount, Known Known, int File, int Row)
{
    internal static Span Missing(long from, long to, int file, int row) => new(from, to, 0m, Known.Missing, file, row);
}
